/** `lint` as a job: one line of results a draft. */
import type { SourceDocument } from '../../documents/model.js';
import { readDrafts } from '../../documents/drafts.js';
import type { SourcedDraft } from '../../documents/sourced-draft.js';
import { formatsOfLongSheets, LongRows } from '../../documents/xlsx/long-sheet.js';
import type { TableData } from '../../documents/table-data.js';
import { commonLevel } from '../../lint/common-indicators.js';
import { applyIgnored } from '../../lint/ignored.js';
import { chooseProfile } from '../../lint/settings.js';
import { checkDraft, isIgnoring, wordedNotices } from '../../platform/check-draft.js';
import { loadConfig } from '../../platform/config.js';
import { draftMapping } from '../../platform/draft-mapping.js';
import { type LintSetup, setUpLint } from '../../platform/lint-setup.js';
import { readDocument } from '../../platform/read-document.js';
import { loadTableData } from '../../platform/shipped.js';
import { lintProblems, problemSheet } from '../../report/problem-list.js';
import type { LintEntry, Severity } from '../../schema/index.js';
import { failedOutcome, failureOf, OutcomeBuilder } from '../outcome.js';
import type { Job, JobOutcome, JobRunner, Tags, TaskSpec } from '../types.js';
import { lintFact, type WaiverFact } from './lint-facts.js';
import { markedCopyNotice } from './marked-copy.js';
import { Owners } from './owner.js';
import type { NoticeFact } from './review.js';
import { draftLines } from './draft-lines.js';

export async function lintRunner(spec: TaskSpec): Promise<JobRunner> {
  const { folder, language, today, settings = {} } = spec;
  const config = await loadConfig(spec.config, folder);
  const setup = await setUpLint(config, settings, { language, folder, today });
  // Unknown rules are to be told before the first job.
  setup.linterFor('-');
  const { explainer } = spec.explain ? await import('../../lint/explain.js') : {};
  const mapped = spec.mapping === undefined ? undefined : await draftMapping(spec.mapping, folder);
  const task = new LintTask({ spec, setup, tables: await loadTableData(), explainer, mapped });
  return { run: (job, bytes) => task.run(job, bytes) };
}

type Mapped = (document: SourceDocument) => SourceDocument;

interface Tools {
  readonly spec: TaskSpec;
  readonly setup: LintSetup;
  readonly tables: TableData;
  readonly explainer: typeof import('../../lint/explain.js').explainer | undefined;
  readonly mapped: Mapped | undefined;
}

class LintTask {
  readonly #tools: Tools;
  readonly #known: ReadonlySet<string>;
  readonly #isCommon: (name: string) => boolean;
  readonly #rows: LongRows;

  constructor(tools: Tools) {
    this.#tools = tools;
    const { book } = tools.setup;
    this.#rows = new LongRows(problemSheet('lint', tools.spec.language).columns, formatsOfLongSheets());
    this.#known = new Set(book.rules.keys());
    const { common } = chooseProfile(book);
    this.#isCommon = (name) => commonLevel(name, common) !== undefined;
  }

  async run(job: Job, bytes: Uint8Array): Promise<JobOutcome> {
    const { language, annotated } = this.#tools.spec;
    const builder = new OutcomeBuilder();
    try {
      if (job.part) {
        for (const read of draftLines(job, bytes)) {
          if ('error' in read) builder.fail(failureOf(await read.error(), job, language));
          else this.#document(read, job, builder, bytes);
        }
        return builder.outcome();
      }
      const document = await readDocument(bytes, job.source);
      const entries = this.#document(document, job, builder, bytes);
      if (!annotated) return builder.outcome();
      const { annotatedCopy } = await import('./annotated.js');
      const copy = annotatedCopy({ job, bytes, document, entries, language });
      const linked = { file: `annotated/${copy.name}`, hasSheets: ['xlsx', 'xls', 'ods'].includes(document.format) };
      for (const entry of entries) this.#problems(entry, builder, linked);
      return builder.outcome(copy);
    } catch (error) {
      return failedOutcome(failureOf(error, job, language));
    }
  }

  #document(document: SourceDocument, job: Job, builder: OutcomeBuilder, bytes: Uint8Array): (LintEntry & Tags)[] {
    const { setup, tables, mapped, spec } = this.#tools;
    const linter = setup.linterFor(job.source);
    // What a document that failed has left behind is none of this one's.
    setup.waivers?.taken();
    const named = mapped?.(document) ?? document;
    const drafts = readDrafts(named, tables, linter.understanding.framework);
    const copied = markedCopyNotice(document, bytes, spec.language);
    const about = [...(copied ? [copied] : []), ...wordedNotices(named.notices, spec.language)];
    const owners = new Owners(job.tags);
    const entries: (LintEntry & Tags)[] = [];
    let isFirst = true;
    for (const sourced of drafts) {
      const { entry: own, crashes } = checkDraft(sourced, {
        linter,
        language: spec.language,
        source: job.source,
        explainer: this.#tools.explainer,
      });
      for (const crash of crashes) builder.fail(failureOf(crash, job, spec.language));
      const entry = this.#settled(
        isFirst && about.length > 0 ? { ...own, notices: [...about, ...own.notices] } : own,
        sourced,
        job,
      );
      const { unit, year } = sourced.draft.project;
      const owner = { ...(unit !== undefined && { unit }), ...(year !== undefined && { year }) };
      const result = owners.settle(entry, owner, sourced.locate(null, 'project'));
      builder.add(result, { drafts: 1, rows: entry.indicators, ...bySeverity(entry) });
      builder.fact(lintFact(result, sourced.draft, this.#isCommon));
      for (const notice of entry.notices) builder.fact({ notice } satisfies NoticeFact);
      isFirst = false;
      // Only copies need them all at once, and are linked to.
      if (spec.annotated && !job.part) entries.push(result);
      else if (!job.part?.isUnlisted) this.#problems(result, builder);
    }
    for (const notice of owners.notices(spec.language)) builder.fact({ notice } satisfies NoticeFact);
    const waivers = setup.waivers?.taken();
    if (waivers) builder.fact({ waivers } satisfies WaiverFact);
    return entries;
  }

  #problems(entry: LintEntry & Tags, builder: OutcomeBuilder, copy?: { file: string; hasSheets: boolean }): void {
    const { unit, year, region } = entry;
    const owner = {
      ...(unit !== undefined && { unit }),
      ...(year !== undefined && { year }),
      ...(region !== undefined && { region }),
      ...(copy && { copy }),
    };
    for (const cells of lintProblems(entry, owner, this.#tools.spec.language)) builder.problem(this.#rows.row(cells));
  }

  /** Without what the table itself, or the configuration, takes responsibility for. */
  #settled(entry: LintEntry, { draft, locate }: SourcedDraft, job: Job): LintEntry {
    const { setup, spec } = this.#tools;
    const kept = isIgnoring(draft)
      ? applyIgnored(entry, draft, { known: this.#known, language: spec.language, locate })
      : entry;
    return setup.waivers?.apply(kept, draft, job.source) ?? kept;
  }
}

function bySeverity({ diagnostics }: LintEntry): { errors: number; warnings: number; infos: number } {
  const count: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of diagnostics) count[severity] += 1;
  return { errors: count.error, warnings: count.warning, infos: count.info };
}
