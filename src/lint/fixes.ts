/** Diagnostics → the changes that a machine may make to the draft. */
import type { Framework, Level1, Level2 } from '../indicators/index.js';
import type { Diagnostic, Draft, Indicator } from '../schema/index.js';

export interface FieldValue {
  readonly field: string;
  readonly value: string;
}

/** Changes of one indicator that make sense only together. */
export interface PlannedFix {
  readonly ruleId: string;
  readonly indicatorId: string;
  readonly changes: readonly FieldValue[];
}

const FIXABLE: ReadonlySet<string> = new Set(['name', 'level1', 'level2', 'scope', 'unit', 'operator', 'value']);

/**
 * The first fix that each diagnostic proposes. Of several for one field the first is taken: the others are found again, or
 * not, when the corrected draft is checked.
 */
export function plannedFixes(diagnostics: readonly Diagnostic[], draft: Draft, framework: Framework): PlannedFix[] {
  const indicators = new Map(draft.indicators.map((indicator) => [indicator.id, indicator]));
  const taken = new Set<string>();
  const planned: PlannedFix[] = [];
  for (const { ruleId, indicatorId, suggestions } of diagnostics) {
    const indicator = indicatorId === null ? undefined : indicators.get(indicatorId);
    const fix = suggestions.find((one) => one.fix)?.fix;
    if (!indicator || !fix || !FIXABLE.has(fix.field)) continue;
    const changes = fix.field === 'level2' ? moved(indicator, fix.value, draft, framework) : [fix];
    const keys = changes.map(({ field }) => `${indicator.id}\u0000${field}`);
    const isDone = changes.every(({ field, value }) => indicator[field] === value);
    if (isDone || keys.some((key) => taken.has(key))) continue;
    for (const key of keys) taken.add(key);
    planned.push({ ruleId, indicatorId: indicator.id, changes });
  }
  return planned;
}

/**
 * A new level 2 with the level 1 that it belongs to, both in the words that the draft itself has for them: where another
 * indicator stands in that box already, this one joins it.
 */
function moved(indicator: Indicator, value: string, draft: Draft, framework: Framework): FieldValue[] {
  const box = framework.resolve('', value).level2;
  if (!box) return [{ field: 'level2', value }];
  const neighbour = draft.indicators.find((other) => other !== indicator && isIn(other, box, framework));
  const change = { field: 'level2', value: neighbour?.level2 ?? value };
  const stated = indicator.level1 ?? '';
  const beside = neighbour?.level1 ?? '';
  const parents = framework.level1Of(box);
  const level1 = (text: string) => framework.resolve(text, '').level1;
  const current = level1(stated);
  const fits = beside === '' ? current !== undefined && parents.includes(current) : current === level1(beside);
  if (stated === '' || fits) return [change];
  const first = beside === '' ? framework.level1Name(parents[0] as Level1) : beside;
  return [{ field: 'level1', value: first }, change];
}

function isIn({ level1, level2 }: Indicator, box: Level2, framework: Framework): boolean {
  if (level2 === undefined || level2 === '') return false;
  // 成本 of the older framework is where an economic cost belongs in a form of that kind.
  const fold = (own: Level2 | undefined) => (own === 'cost-legacy' ? 'cost-economic' : own);
  return fold(framework.resolve(level1, level2).level2) === fold(box);
}
