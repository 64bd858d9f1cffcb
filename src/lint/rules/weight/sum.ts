import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { roundTo } from '../../../text/numerals.js';
import { commonLevel } from '../../common-indicators.js';
import { defineRule } from '../../rule.js';

const TOLERANCE = 0.011;

export const rule = defineRule({
  id: 'weight/sum',
  data: z.strictObject({}),
  whole({ draft, profile, report }) {
    if (draft.incomplete) return;
    // 其中 rows are parts of the row above.
    const rows = draft.indicators.filter(
      ({ indicator, name }) => indicator.partOf === undefined && !/^\s*其中/.test(name.raw),
    );
    const weights = rows.map(({ indicator }) => indicator.weight);
    const given = weights.filter((weight) => weight !== undefined);
    if (given.length === 0 || given.some((weight) => weight < 0)) return;
    const { total, executionApart } = profile.weights;
    const hasExecution = rows.some(({ name }) => commonLevel(name.core, profile.common) === 'error');
    const accepted = [total, ...(hasExecution ? [] : executionApart.map((part) => total - part))];
    const sum = add(rows);
    // Visibly incomplete: only too much can be told.
    if (given.length < weights.length && sum <= total + TOLERANCE) return;
    if (accepted.some((target) => near(sum, target) || near(sum * total, target))) return;
    if (eachBlockFull(rows, total)) return;
    report({
      message: 'sum',
      field: 'weight',
      evidence: String(sum),
      values: { sum, total: accepted.join('/'), terms: terms(given) },
    });
  },
});

function add(rows: readonly Understood[]): number {
  return roundTo(
    rows.reduce((sum, { indicator }) => sum + (indicator.weight ?? 0), 0),
    6,
  );
}

/** 30+10+20: how the sum came about. */
function terms(weights: readonly number[]): string {
  const shown = weights.slice(0, 24).join('+');
  return weights.length > 24 ? `${shown}+…` : shown;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) < TOLERANCE;
}

/** Forms that weigh block by block: each level-1 block adds up to 100 by itself. */
function eachBlockFull(rows: readonly Understood[], total: number): boolean {
  const blocks = new Map<string, Understood[]>();
  for (const row of rows) {
    const key = row.levels.level1 ?? row.indicator.level1 ?? '';
    const block = blocks.get(key);
    if (block) block.push(row);
    else blocks.set(key, [row]);
  }
  return blocks.size > 1 && [...blocks.values()].every((block) => near(add(block), total));
}
