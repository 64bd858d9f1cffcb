import { z } from 'zod';
import type { Level1, Understood } from '../../../indicators/index.js';
import { type Decimal, isNear, show, sumOf, ZERO } from '../../../text/decimal.js';
import { defineRule } from '../../rule.js';
import type { Profile } from '../../rule-data.js';
import { LEVEL1, term } from '../../terms.js';
import { type Weights, weightsOf } from '../../weights.js';

const JUDGED: readonly Level1[] = ['cost', 'output', 'benefit', 'satisfaction'];
type Shares = ReadonlyMap<Level1, Decimal>;

export const rule = defineRule({
  id: 'weight/level-share',
  data: z.strictObject({ names: z.record(z.enum(['cost', 'output', 'benefit', 'satisfaction']), z.string().min(1)) }),
  whole({ data: { names }, draft, profile, report }) {
    if (draft.incomplete || !draft.has('weight')) return;
    const weights = weightsOf(draft, profile);
    // Where the sum is wrong the shares must be: one fault is told once.
    if (weights.hasGaps || !weights.isFull) return;
    const candidates = READINGS.flatMap((reading) => {
      const found = sharesOf(weights, reading);
      const expected = found && expectedFor(found, profile);
      return found && expected ? [{ found, expected }] : [];
    });
    const [first] = candidates;
    if (!first || candidates.some(({ found, expected }) => agree(found, expected))) return;
    const shown = (points: (level: Level1) => string) => {
      const levels = JUDGED.filter((level) => first.found.has(level));
      return {
        zh: levels.map((level) => `${names[level as keyof typeof names]}${points(level)}`).join('、'),
        en: levels.map((level) => `${term(LEVEL1, level).en} ${points(level)}`).join(', '),
      };
    };
    const stated = shown((level) => show(first.found.get(level) ?? ZERO, 2));
    report({
      message: 'share',
      field: 'weight',
      evidence: stated.zh,
      values: {
        shares: stated,
        expected: shown((level) => String(first.expected[level] ?? 0)),
        profile: profile.name,
      },
    });
  },
});

/** Points by level 1, 预算执行率 aside; undefined where a row stands in no level that is judged. */
function sharesOf(weights: Weights, levelOf: (row: Understood) => Level1 | undefined): Shares | undefined {
  const points = new Map<Level1, number[]>();
  for (const row of weights.rows) {
    if (row === weights.execution) continue;
    const level = levelOf(row);
    if (!level || !JUDGED.includes(level)) return undefined;
    const own = points.get(level);
    if (own) own.push(row.indicator.weight ?? 0);
    else points.set(level, [row.indicator.weight ?? 0]);
  }
  return new Map([...points].map(([level, own]) => [level, sumOf(own).times(weights.scale)]));
}

/** 满意度 may stand under 效益, as in the forms of 2015, and have a share of its own or none. */
const READINGS: readonly ((row: Understood) => Level1 | undefined)[] = [
  ({ levels }) => (levels.level2 === 'service-satisfaction' ? 'satisfaction' : levels.level1),
  ({ levels }) => levels.level1,
];

/** What the profile expects of drafts with these levels; 预算执行率 may take what is left of the total, no other share. */
function expectedFor(shares: Shares, { weights }: Profile): Profile['weights']['shares'][number] | undefined {
  const sum = sumOf(shares.values());
  return weights.shares.find((expected) => {
    const levels = Object.keys(expected);
    if (levels.length !== shares.size || !levels.every((level) => shares.has(level as Level1))) return false;
    const whole = sumOf(Object.values(expected));
    return isNear(sum, whole, 0.1) || isNear(sum, weights.total, 0.1);
  });
}

/**
 * Whether each level has its points. A form that keeps none for 预算执行率 has spread those over its levels: there a level
 * may have more, none less.
 */
function agree(shares: Shares, expected: Profile['weights']['shares'][number]): boolean {
  const isSpread = sumOf(shares.values()).gt(sumOf(Object.values(expected)).plus(0.1));
  return [...shares].every(([level, points]) => {
    const wanted = expected[level] ?? 0;
    return isNear(points, wanted, 0.1) || (isSpread && points.gt(wanted));
  });
}
