import { z } from 'zod';
import { betterSide, type NumberPart, type Understood } from '../../../indicators/index.js';
import { onOneScale, singleNumber } from '../../compare.js';
import { defineRule } from '../../rule.js';
import { lastYearReader } from '../../told-last.js';

const WORDS = z.array(z.string().min(1)).min(1);

const data = z.strictObject({
  /** How an explanation tells of last year: 上年, and then 实际. */
  told: z.strictObject({ reasons: WORDS, years: WORDS, spans: WORDS, states: WORDS }).transform(lastYearReader),
  /** A target below this share of last year's actual is too low. */
  ratio: z.number().positive().max(1),
  /** An actual of so many times the target shows that the target was no target. */
  exceeded: z.number().min(1),
  satisfaction: z.number().describe('%'),
});

export const rule = defineRule({
  id: 'value/too-low',
  data,
  indicator(understood, { data: { told, ratio, exceeded, satisfaction }, draft, understanding, report }) {
    const { value, measure, name } = understood;
    // Of a cost less is a saving, whatever its name says.
    const isBetterLow = betterSide(understood) === 'lower';
    // A rank is better when smaller; of a length of time nobody knows without a sign.
    if (measure.kind === 'rank' || /排名|位次|名次/.test(name.core)) return;
    const target = measure.kind === 'growth' ? growth(value) : singleNumber(value);
    const timed = measure.kind === 'duration' || measure.kind === 'deadline';
    if (timed && measure.better === undefined && target?.operator !== '≥') return;
    const { year } = draft.draft.project;
    const lastActual = understood.lastActual ?? (target && told(understood, understanding, year));
    if (!value || !target || target.operator === '<' || target.operator === '≤') {
      if (value && target && isBetterLow) lower(value, lastActual, ratio, report);
      return;
    }
    if (isBetterLow) return;
    if (measure.kind === 'satisfaction' && isLowShare(target, satisfaction)) {
      report({ message: 'satisfaction', field: 'value', evidence: value.raw, values: { least: satisfaction } });
      return;
    }
    const last = singleNumber(lastActual);
    const before = last && onOneScale(target, last);
    if (before && before.other > 0 && before.target > 0 && before.target < ratio * before.other) {
      const share = Math.round((100 * before.target) / before.other);
      const lastText = lastActual?.text ?? '';
      report({ message: 'last', field: 'value', evidence: value.raw, values: { last: lastText, share } });
      return;
    }
    const reached = measure.kind === 'growth' ? growth(understood.actual) : singleNumber(understood.actual);
    const done = reached && onOneScale(target, reached);
    if (done && done.target > 0 && done.other >= exceeded * done.target && done.other - done.target > 1) {
      const times = Math.round((10 * done.other) / done.target) / 10;
      const actual = understood.actual?.text ?? '';
      report({ message: 'exceeded', field: 'value', evidence: value.raw, values: { actual, times } });
    }
  },
});

function percent({ unit, value }: NonNullable<ReturnType<typeof singleNumber>>): boolean {
  return unit === undefined ? value > 10 : unit.dimension === 'ratio' || (unit.dimension === 'score' && value > 10);
}

/** 75%, and 9% that may have been meant for 90; of ten points 9 are many. */
function isLowShare(target: NumberPart, least: number): boolean {
  const isShare = target.unit?.dimension === 'ratio' && !target.change;
  return percent(target) && points(target) < least && (points(target) > 10 || isShare);
}

/** Of what is better when lower, a target far above last year's actual asks for nothing. */
function lower(
  value: Understood['value'],
  lastActual: Understood['lastActual'],
  ratio: number,
  report: (one: { message: string; field: string; evidence: string; values: Record<string, string | number> }) => void,
): void {
  const [target, last] = [singleNumber(value), singleNumber(lastActual)];
  const before = target && last && onOneScale(target, last);
  if (!value || !before || before.other <= 0 || before.target * ratio <= before.other) return;
  const share = Math.round((100 * before.target) / before.other);
  report({ message: 'loose', field: 'value', evidence: value.raw, values: { last: lastActual?.text ?? '', share } });
}

/** 增长1%以上 and 38.2% of a growth are on one scale. */
function growth(value: Understood['value']): NumberPart | undefined {
  const [number, second] = value?.numbers ?? [];
  return number && !second && number.high === undefined ? { ...number, change: false } : undefined;
}

/** Sixty for 六成. */
function points({ value, unit }: NumberPart): number {
  return value * (unit?.dimension === 'ratio' ? unit.factor : 1);
}
