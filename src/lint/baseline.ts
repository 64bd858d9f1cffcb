/**
 * What a table was known to have before: a later run shows only what is new. A diagnostic is known again by its rule, its
 * project, the name of its indicator, the field and the words at fault, never by its row.
 */
import { z } from 'zod';
import { readName } from '../indicators/index.js';
import type { Diagnostic, Draft, LintEntry } from '../schema/index.js';
import { compact } from '../text/fold.js';

const knownSchema = z.object({
  ruleId: z.string(),
  project: z.string(),
  indicator: z.string().describe('Its name; empty for the whole draft'),
  field: z.string(),
  evidence: z.string(),
  count: z.number().int().positive(),
});
type Known = z.output<typeof knownSchema>;

export const baselineSchema = z.object({
  schemaVersion: z.literal(1),
  kind: z.literal('jixiao-baseline'),
  diagnostics: z.array(knownSchema),
});
export type BaselineData = z.output<typeof baselineSchema>;

/** What is wanted of a checked draft. */
export interface CheckedDraft {
  readonly entry: LintEntry;
  readonly draft: Draft;
}

/**
 * The baseline of these drafts. What `before` knows of other projects is kept, so that files may be checked and
 * remembered one by one.
 */
export function baselineOf(checked: readonly CheckedDraft[], before?: BaselineData): BaselineData {
  const projects = new Set(checked.map(({ draft }) => projectKey(draft)));
  const counted = new Map<string, Known>();
  for (const one of before?.diagnostics ?? []) if (!projects.has(one.project)) counted.set(keyOf(one), one);
  for (const { entry, draft } of checked) {
    const names = indicatorNames(draft);
    for (const diagnostic of entry.diagnostics) {
      const known = contentOf(diagnostic, draft, names);
      const key = keyOf(known);
      counted.set(key, { ...known, count: (counted.get(key)?.count ?? 0) + 1 });
    }
  }
  const diagnostics = [...counted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, known]) => known);
  return { schemaVersion: 1, kind: 'jixiao-baseline', diagnostics };
}

/** Takes known diagnostics away, each as often as the baseline counts it; what is left is new. */
export class Baseline {
  readonly #left: Map<string, number>;

  constructor({ diagnostics }: BaselineData) {
    this.#left = new Map(diagnostics.map((known) => [keyOf(known), known.count]));
  }

  apply({ entry, draft }: CheckedDraft): LintEntry {
    const names = indicatorNames(draft);
    const diagnostics = entry.diagnostics.filter((diagnostic) => {
      const key = keyOf(contentOf(diagnostic, draft, names));
      const left = this.#left.get(key) ?? 0;
      if (left > 0) this.#left.set(key, left - 1);
      return left === 0;
    });
    return { ...entry, diagnostics, old: entry.old + entry.diagnostics.length - diagnostics.length };
  }
}

function contentOf(diagnostic: Diagnostic, draft: Draft, names: ReadonlyMap<string, string>): Omit<Known, 'count'> {
  const { ruleId, indicatorId, field, evidence } = diagnostic;
  const indicator = indicatorId === null ? '' : (names.get(indicatorId) ?? '');
  return { ruleId, project: projectKey(draft), indicator, field, evidence: tidy(evidence) };
}

function keyOf({ ruleId, project, indicator, field, evidence }: Omit<Known, 'count'>): string {
  return [project, indicator, ruleId, field, evidence].join('\u0000');
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
