/** What one run of `jixiao lint` checks its files with. Whatever the plain run does without is loaded when it is asked for. */
import { readFileSync } from 'node:fs';
import type { JixiaoError } from '../errors.js';
import { jsonDrafts } from '../documents/json-drafts.js';
import type { SourcedDraft } from '../documents/sourced-draft.js';
import type { SourceDocument } from '../documents/model.js';
import { readDocument } from '../platform/read-document.js';
import type { Understanding, Understood } from '../indicators/index.js';
import { type Language, Linter } from '../lint/lint-draft.js';
import type { readingOf } from '../lint/reading.js';
import type { RuleBook } from '../lint/rule-book.js';
import type { LintSettings } from '../lint/settings.js';
import type { Waivers } from '../lint/waivers.js';
import type { Config } from '../platform/config.js';
import { checkDraft, isIgnoring, wordedNotices } from '../platform/check-draft.js';
import { draftMapping } from '../platform/draft-mapping.js';
import { readInput } from '../platform/files.js';
import { loadRuleBook, loadTableData } from '../platform/shipped.js';
import type { LintEntry, Notice, UnderstoodView } from '../schema/index.js';

export interface LintRun {
  readonly book: RuleBook;
  readonly language: Language;
  readonly linterFor: (path: string) => Linter;
  readonly waivers?: Waivers;
  readonly explainer?: (understanding: Understanding) => (understood: Understood) => UnderstoodView;
  readonly readingOf?: typeof readingOf;
  /** Columns and labels named as the user's mapping says. */
  readonly mapped?: (document: SourceDocument) => SourceDocument;
}

export interface CheckedDraft {
  readonly entry: LintEntry;
  readonly sourced: SourcedDraft;
}

export interface Checked {
  readonly path: string;
  readonly document: SourceDocument;
  readonly bytes: Uint8Array;
  readonly drafts: readonly CheckedDraft[];
  /** Rules that threw, each once a draft: what they would have found is not in the results. */
  readonly crashes: readonly JixiaoError[];
}

interface RunOptions {
  readonly language: Language;
  readonly explain?: boolean;
  readonly showReading?: boolean;
  readonly mapping?: string;
}

/** `request` is what the command line asks for; it wins over the configuration. */
export async function startRun(config: Config, request: LintSettings, options: RunOptions): Promise<LintRun> {
  const { language } = options;
  const setup =
    config.file === undefined && request.profile === undefined ? undefined : await fromFile(config, request, language);
  const book = setup?.book ?? (await loadRuleBook());
  const plain = setup ? undefined : new Linter(book, request, language);
  const { explainer } = options.explain ? await import('../lint/explain.js') : {};
  const { readingOf } = options.showReading ? await import('../lint/reading.js') : {};
  return {
    book,
    language,
    linterFor: (path) => plain ?? (setup as NonNullable<typeof setup>).linterFor(path),
    ...(setup?.waivers && { waivers: setup.waivers }),
    ...(explainer && { explainer }),
    ...(readingOf && { readingOf }),
    ...(options.mapping !== undefined && { mapped: await draftMapping(options.mapping, process.cwd()) }),
  };
}

async function fromFile(config: Config, request: LintSettings, language: Language) {
  const [{ setUpLint }, { localDay }] = await Promise.all([
    import('../platform/lint-setup.js'),
    import('../platform/local-day.js'),
  ]);
  return setUpLint(config, request, { language, folder: process.cwd(), today: localDay() });
}

/** Reads and checks one file; `-` is standard input. */
export async function checkFile(path: string, run: LintRun): Promise<Checked> {
  return checkBytes(path === '-' ? readFileSync(0) : readInput(path), path, run);
}

/** `source` is the name that results carry, where it is not the path that settings go by. */
export async function checkBytes(bytes: Uint8Array, path: string, run: LintRun, source = path): Promise<Checked> {
  const document = await readDocument(bytes, path);
  const linter = run.linterFor(path);
  // A mapping is looked at even where there are no tables: it may name what the file does not have.
  const mapped = run.mapped?.(document) ?? document;
  const sources = mapped.drafts ? jsonDrafts(mapped.drafts) : await tableDrafts(mapped, linter);
  const drafts: CheckedDraft[] = [];
  const crashes: JixiaoError[] = [];
  const { language, explainer, readingOf: reading } = run;
  const ofDocument = ofFile(wordedNotices(mapped.notices, language));
  for (const [index, sourced] of sources.entries()) {
    const { entry: own, crashes: rules } = checkDraft(sourced, {
      linter,
      language,
      source,
      explainer,
      readingOf: reading,
    });
    crashes.push(...rules);
    const entry = index === 0 ? { ...own, notices: [...ofDocument, ...own.notices] } : own;
    drafts.push({ entry: await settled(entry, sourced, path, run), sourced });
  }
  return { path, document, bytes, drafts, crashes };
}

async function tableDrafts(document: SourceDocument, linter: Linter): Promise<SourcedDraft[]> {
  const { readDrafts } = await import('../documents/drafts.js');
  return readDrafts(document, await loadTableData(), linter.understanding.framework);
}

function ofFile(notices: readonly Notice[]): Notice[] {
  return notices.map((one) => ({ ...one, about: 'file' }));
}

/** Without what the table itself, or the configuration, takes responsibility for. */
async function settled(
  entry: LintEntry,
  { draft, locate }: SourcedDraft,
  path: string,
  run: LintRun,
): Promise<LintEntry> {
  let result = entry;
  if (isIgnoring(draft)) {
    const { applyIgnored } = await import('../lint/ignored.js');
    result = applyIgnored(result, draft, { known: new Set(run.book.rules.keys()), language: run.language, locate });
  }
  return run.waivers?.apply(result, draft, path) ?? result;
}
