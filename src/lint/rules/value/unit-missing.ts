import { z } from 'zod';
import type { Understanding, Understood } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';
import { withUnit } from '../../value-edit.js';

const data = z.strictObject({
  /** The unit to propose, by kind of measure; a kind that is not listed needs no unit. */
  units: z.record(z.string(), z.array(z.string()).min(1)),
});

export const rule = defineRule({
  id: 'value/unit-missing',
  data,
  indicator(understood, { data: { units }, draft, understanding, report }) {
    const { value, unit, measure, indicator, name } = understood;
    const [number] = value?.numbers ?? [];
    if (!value || !number || number.unit || unit || value.unread.length > 0) return;
    if (value.dates.length > 0 || value.numbers.length > 1) return;
    // A unit column that holds something we cannot read is not missing; nor is 人数(万人).
    if (compact(indicator.unit ?? '') !== '' || name.brackets.some((text) => understanding.units.parse(compact(text))))
      return;
    // Only a bare number: “260余” or words beside it may hold a unit that is not known.
    if (!/^(?:共计?|合计|完成|新增|达到?|提高|增加|为|\/|[\s:：])*$/.test(value.words)) return;
    if (measure.kind === 'ratio' && Math.abs(number.value) <= (measure.bounded ? 1 : 10)) return;
    const fitting = units[measure.kind] ?? (isCountOfThings(understood, understanding) ? [] : undefined);
    if (!fitting) return;
    if (fitting.length === 0)
      return report({ message: 'unknown', field: 'value', evidence: value.raw, values: { core: name.core } });
    const own = byName(understood, fitting);
    report({
      message: 'missing',
      field: 'value',
      evidence: value.raw,
      values: { core: name.core, units: own },
      // A form with a column for units has them there.
      ...(own.length === 1 &&
        own[0] && {
          fix: draft.has('unit')
            ? { field: 'unit', value: own[0] }
            : { field: 'value', value: withUnit(indicator.value ?? '', own[0]) },
        }),
    });
  },
});

/** 修复水毁路段 18, 排查矛盾纠纷 120: something is done with so many of them, and nobody says of what. */
function isCountOfThings({ value, measure, name }: Understood, { goals }: Understanding): boolean {
  const number = value?.numbers[0];
  if (measure.kind !== 'none' || !number || !Number.isInteger(number.value) || number.value < 1) return false;
  return goals.leadsWithTask(name.core);
}

/** 场次 is counted in 场次, 户数 in 户: the measure word itself is the unit. */
function byName({ measure }: Understood, fitting: readonly string[]): readonly string[] {
  const word = measure.word.replace(/(?:数量|数)$/, '');
  if (measure.kind === 'ratio' || measure.kind === 'growth' || measure.kind === 'satisfaction') return ['%'];
  if (/^(?:人次|场次|户次|批次|班次|课时|学时)$/.test(word)) return [word];
  return /^[次场期户台套件辆座处家所栋篇册株头盏项条人]$/.test(word) ? [word] : fitting;
}
