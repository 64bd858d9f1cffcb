/**
 * What drafts were known to have before: a later run shows only what is new. A diagnostic is known again by its rule, its
 * file and project, the name of its indicator, the field and the words at fault, never by its row.
 */
import { z } from 'zod';
import { readName } from '../indicators/index.js';
import type { Diagnostic, Draft, LintEntry } from '../schema/index.js';
import { compact } from '../text/fold.js';

const knownSchema = z.object({
  ruleId: z.string(),
  file: z.string().optional().describe('Beside the baseline; absent in baselines of 0.1, which then hold for any file'),
  project: z.string(),
  draft: z.number().int().min(2).optional().describe('Which one of several drafts of this project in the file'),
  indicator: z.string().describe('Its name; empty for the whole draft'),
  field: z.string(),
  evidence: z.string(),
  count: z.number().int().positive(),
});
type Known = z.output<typeof knownSchema>;

export const baselineSchema = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal('jixiao-baseline'),
  files: z.array(z.string()).optional().describe('What was checked, sound files too'),
  diagnostics: z.array(knownSchema),
});
export type BaselineData = z.output<typeof baselineSchema>;

/** What is wanted of a checked draft. */
export interface CheckedDraft {
  readonly entry: LintEntry;
  readonly draft: Draft;
  /** Tells files apart that hold drafts of one project; a name that does not change from machine to machine. */
  readonly file?: string;
}

export interface BaselineUpdate {
  /** Whether a file that is not in the run is there no longer: what was known of it is dropped with its project. */
  readonly isGone?: (file: string) => boolean;
}

/**
 * The baseline of these drafts. What `before` knows of other files and projects is kept, so that files may be checked and
 * remembered one by one.
 */
export function baselineOf(
  checked: readonly CheckedDraft[],
  before?: BaselineData,
  { isGone = () => false }: BaselineUpdate = {},
): BaselineData {
  const projects = new Set(checked.map(({ draft }) => projectKey(draft)));
  const files = new Set(checked.flatMap(({ file }) => file ?? []));
  const isReplaced = ({ file, project }: Known) => {
    if (file !== undefined && files.has(file)) return true;
    return projects.has(project) && (file === undefined || isGone(file));
  };
  const counted = new Map<string, Known>();
  for (const one of before?.diagnostics ?? []) if (!isReplaced(one)) counted.set(keyOf(one), one);
  const ordinals = new Ordinals();
  for (const { entry, draft, file } of checked) {
    const names = indicatorNames(draft);
    const place = ordinals.placeOf(draft, file);
    for (const diagnostic of entry.diagnostics) {
      const known = { ...contentOf(diagnostic, draft, names), ...place };
      const key = keyOf(known);
      counted.set(key, { ...known, count: (counted.get(key)?.count ?? 0) + 1 });
    }
  }
  const diagnostics = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => known);
  const all = [...files, ...(before?.files ?? []).filter((file) => !isGone(file))];
  return {
    schemaVersion: 1,
    kind: 'jixiao-baseline',
    ...(all.length > 0 && { files: [...new Set(all)].sort() }),
    diagnostics,
  };
}

/** Takes known diagnostics away, each as often as the baseline counts it; what is left is new. */
export class Baseline {
  readonly #left = new Map<string, number>();
  /** Entries of files that are not in the run, as those of any file. */
  readonly #elsewhere = new Map<string, number>();
  readonly #files: ReadonlySet<string>;
  readonly #ordinals = new Ordinals();

  /** `files` are those of the run: what is known of them stands for no other file. */
  constructor({ diagnostics, files = [] }: BaselineData, inRun: Iterable<string> = []) {
    const run = new Set(inRun);
    this.#files = new Set([...files, ...diagnostics.flatMap(({ file }) => file ?? [])]);
    for (const known of diagnostics) {
      this.#left.set(keyOf(known), known.count);
      if (known.file === undefined || run.has(known.file)) continue;
      const key = keyOf(anywhere(known));
      this.#elsewhere.set(key, Math.max(known.count, this.#elsewhere.get(key) ?? 0));
    }
  }

  /** Drafts are to be given in the order of their files. */
  apply({ entry, draft, file }: CheckedDraft): LintEntry {
    const names = indicatorNames(draft);
    const place = this.#ordinals.placeOf(draft, file);
    // A file that the baseline has never seen may be one of these under another name.
    const isNew = file === undefined || !this.#files.has(file);
    const diagnostics = entry.diagnostics.filter((diagnostic) => {
      const content = contentOf(diagnostic, draft, names);
      const isKnown =
        take(this.#left, keyOf({ ...content, ...place })) ||
        // A baseline that tells no files apart.
        take(this.#left, keyOf(content)) ||
        (isNew && take(this.#elsewhere, keyOf(content)));
      return !isKnown;
    });
    return { ...entry, diagnostics, old: entry.old + entry.diagnostics.length - diagnostics.length };
  }
}

function take(left: Map<string, number>, key: string): boolean {
  const count = left.get(key) ?? 0;
  if (count > 0) left.set(key, count - 1);
  return count > 0;
}

type Place = Pick<Known, 'file' | 'draft'>;
type Content = Omit<Known, 'count' | 'file' | 'draft'>;

/** Counts the drafts of one project in one file, which nothing else may tell apart. */
class Ordinals {
  readonly #counts = new Map<string, number>();

  placeOf(draft: Draft, file: string | undefined): Place {
    if (file === undefined) return {};
    const key = `${file}\u0000${projectKey(draft)}`;
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return { file, ...(count > 1 && { draft: count }) };
  }
}

function anywhere({ ruleId, project, indicator, field, evidence }: Known): Content {
  return { ruleId, project, indicator, field, evidence };
}

function contentOf(diagnostic: Diagnostic, draft: Draft, names: ReadonlyMap<string, string>): Content {
  const { ruleId, indicatorId, field, evidence } = diagnostic;
  const indicator = indicatorId === null ? '' : (names.get(indicatorId) ?? '');
  return { ruleId, project: projectKey(draft), indicator, field, evidence: tidy(evidence) };
}

function keyOf({ ruleId, project, indicator, field, evidence, file = '', draft = 1 }: Content & Place): string {
  return [project, file, draft, indicator, ruleId, field, evidence].join('\u0000');
}

/** Numbering and spaces change when rows are moved; the name under them does not. */
function indicatorNames({ indicators }: Draft): Map<string, string> {
  return new Map(indicators.map(({ id, name }) => [id, compact(readName(name).text)]));
}

function projectKey({ project }: Draft): string {
  return compact(project.name);
}

function tidy(evidence: string): string {
  return evidence.replace(/\s+/g, ' ').trim();
}
