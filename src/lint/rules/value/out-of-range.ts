import { z } from 'zod';
import type { NumberPart, Quantity, Understood } from '../../../indicators/index.js';
import { EXTENTS } from '../../kinds.js';
import { defineRule, type RuleContext } from '../../rule.js';
import { LIMITS } from '../../signs.js';
import { signFix } from '../../value-edit.js';

export const rule = defineRule({
  id: 'value/out-of-range',
  data: z.strictObject({}),
  indicator(understood, { report }) {
    const { value, unit, measure, name } = understood;
    const number = value?.numbers[0];
    if (!value || !number) return;
    if (value.numbers.length > 1) return several(value, measure, name.core, report);
    const dimension = (number.unit ?? unit)?.dimension;
    const values = { core: name.core };
    const isDegrees = /[℃度]/.test(number.unit?.text ?? '');
    if (NEVER_NEGATIVE.has(measure.kind) && number.value < 0 && !isDegrees) {
      return report({ message: 'negative', field: 'value', evidence: value.raw, values });
    }
    if (dimension === 'time' && number.value > DAYS && /(?:优良|开放|运行|达标|出勤|值班)天数$/.test(name.core)) {
      return report({ message: 'over-year', field: 'value', evidence: value.raw, values });
    }
    if (measure.kind === 'satisfaction' && dimension === 'score' && number.value > 100 && number.value <= 200) {
      return report({ message: 'over', field: 'value', evidence: value.raw, values });
    }
    if (dimension === 'ratio' && isFall(measure) && !MAY_TURN.test(name.core) && percentOf(number, unit) > 100) {
      return report({ message: 'over', field: 'value', evidence: value.raw, values });
    }
    // 个百分点 and 增长 state a change, which may pass any bound.
    if (!measure.bounded || dimension !== 'ratio' || number.change || /百分点/.test(value.text)) return;
    const percent = percentOf(number, unit);
    if (percent > 100 || (percent === 100 && number.operator === '>')) {
      report({ message: 'over', field: 'value', evidence: value.raw, values });
    } else if (percent < 0) {
      report({ message: 'negative', field: 'value', evidence: value.raw, values });
    } else if (percent === 0 && number.operator === '≥' && measure.better === 'higher') {
      report({ message: 'at-least-none', field: 'value', evidence: value.raw, values });
    } else if (isFraction(percent, number) && measure.better === 'higher') {
      const meant = `${Math.round(percent * 1e4) / 100}%`;
      report({ message: 'fraction', field: 'value', evidence: value.raw, values: { ...values, meant } });
    } else if (percent === 100 && number.operator === '≥') {
      report({
        message: 'at-least-all',
        field: 'value',
        evidence: value.raw,
        values,
        // “≥100%” in one cell becomes “100%”: a text file would take “=100%” for a formula.
        ...signFix(understood, number, number.ownOperator ? '' : '='),
      });
    }
  },
});

/** 投诉下降率 150%: nothing falls by more than all of it. */
function isFall({ kind, word }: Understood['measure']): boolean {
  return kind === 'growth' && /[降减缩]/.test(word) && !/[增升]/.test(word);
}

/** 亏损降幅 120%: what turns into a gain falls by more. */
const MAY_TURN = /亏|赤字|净流出|逆差|压缩率$/;

function percentOf({ value, high, unit }: NumberPart, own: Understood['unit']): number {
  return Math.max(value, high ?? value) * ((unit ?? own)?.factor ?? 1);
}

/** ≥0.95% where ≥95% was meant: a share written as a fraction got its sign all the same. */
function isFraction(percent: number, { high, operator }: NumberPart): boolean {
  return percent >= 0.5 && percent < 1 && high === undefined && !LIMITS.has(operator ?? '');
}

const DAYS = 366;

/** 100%≤X≤120%, 1.3倍即130%: one share stated twice. */
function several(
  value: Quantity,
  measure: Understood['measure'],
  core: string,
  report: RuleContext<unknown>['report'],
): void {
  if (!measure.bounded || /百分点|增长|增加|提高/.test(value.text)) return;
  const over = value.numbers.some(({ unit, value: own, change }) => !change && unit?.text === '%' && own > 100);
  if (over) report({ message: 'over', field: 'value', evidence: value.raw, values: { core } });
}

const NEVER_NEGATIVE: ReadonlySet<string> = new Set([...EXTENTS, 'duration']);
