import { z } from 'zod';
import type { NumberPart, Understood } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

const UP: ReadonlySet<string> = new Set(['≥', '>']);
const DOWN: ReadonlySet<string> = new Set(['≤', '<']);

export const rule = defineRule({
  id: 'value/direction',
  data: z.strictObject({}),
  indicator(understood, { report }) {
    const { value, unit, measure, indicator, name } = understood;
    const number = value?.numbers[0];
    if (
      !value ||
      !number?.operator ||
      number.change ||
      number.high !== undefined ||
      value.numbers.length > 1 ||
      value.unread.length > 0
    )
      return;
    const better = measure.better ?? likely(understood);
    const wrong = (better === 'lower' && UP.has(number.operator)) || (better === 'higher' && DOWN.has(number.operator));
    if (
      !wrong ||
      (measure.kind !== 'ratio' &&
        measure.kind !== 'growth' &&
        measure.kind !== 'satisfaction' &&
        isShare(number, unit))
    )
      return;
    // ≤100 % of a share bars nothing and is a habit of forms that ask for a sign.
    if (better === 'higher' && number.value === 100 && number.unit?.dimension === 'ratio') return;
    const right = better === 'lower' ? '≤' : '≥';
    const own = number.ownOperator;
    report({
      message: better === 'lower' ? 'lower' : 'higher',
      field: own ? 'value' : 'operator',
      evidence: own ? value.raw : (indicator.operator ?? number.operator),
      values: { core: name.core, sign: number.operator, right },
      ...(own
        ? value.text.startsWith(number.operator) && {
            fix: { field: 'value', value: `${right}${value.text.slice(number.operator.length).trimStart()}` },
          }
        : { fix: { field: 'operator', value: right } }),
    });
  },
});

/** A count that is stated as a share is another measure than its name says. */
function isShare(number: NumberPart, unit: Understood['unit']): boolean {
  return (number.unit ?? unit)?.dimension === 'ratio';
}

const SURE = 0.985;

/** Where words leave it open: the model of names, if it is very sure; and a wait or a delay stated as a length of time. */
function likely({ opinion, measure, value, name }: Understood): 'higher' | 'lower' | undefined {
  const [best] = opinion?.better ?? [];
  if (!best || !opinion) return undefined;
  const negated = /[未不非拒]/.test(name.core.slice(-4));
  if (measure.kind === 'ratio' && !negated && best.name === 'higher' && best.score >= SURE) return 'higher';
  const timed = measure.kind === 'deadline' && value?.numbers[0]?.unit?.dimension === 'time';
  return timed && opinion.box[0]?.name === 'timeliness' && best.name === 'lower' ? 'lower' : undefined;
}
