import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

/** 待批复后确定, 视情况而定, 据实: the value is put off. */
const PUT_OFF =
  /^(?:另行(?:确定|通知|下达|安排|明确)|待(?:.{0,12}(?:确定|明确|批复|下达|补充|填报|填写|核定|定))?|视(?:实际|具体|工作)?情况(?:而定|确定|定)?|据实(?:结算|填报|填写|确定)?|(?:根据|按照?|以|视)实际(?:情况|发生数?|需要|工作量?|完成)?(?:情况)?(?:而定|确定|为准|填写|结算)?)[。.]?$/;
/** N人, X月X日前, 年 月 日: places of a template that nobody filled in. */
const UNFILLED = /^[≥≤=><]?(?:[nN某](?:人|次|个|万|家|户|%)|(?:\d{2,4})?年月日?前?|[xX×]+月[xX×]+日.{0,3})$/;

/** What a spreadsheet program shows for a formula that has no result; “=86所” is taken for one. */
const FORMULA_ERROR = /^#(?:name\?|ref!|value!|div\/0!|n\/a|null!|num!)$/;

export const rule = defineRule({
  id: 'value/missing',
  data: z.strictObject({}),
  indicator({ value, measure, name, indicator, opinion }, { draft, understanding, report }) {
    if (!value) {
      // JSON drafts leave a field out where a table leaves a cell blank.
      if (draft.has('value') && compact(name.core) !== '') report({ message: 'blank', field: 'value', evidence: '' });
      return;
    }
    const key = compact(value.text);
    const putOff = PUT_OFF.test(key) || UNFILLED.test(key);
    // “人” alone: the number before the unit was forgotten.
    const unitOnly =
      key !== '' &&
      key.length <= 4 &&
      isCountingUnit(understanding.units.parse(key)?.dimension) &&
      measure.kind !== 'rank';
    if (value.kind !== 'missing' && !putOff && !unitOnly && !FORMULA_ERROR.test(key)) return;
    // “无” answers a name that asks for the absence of something: 重大安全责任事故.
    if (value.text === '无' && (measure.negative || measure.kind === 'absence' || asksForAbsence(opinion))) return;
    // The target of a worded form may stand in the operator column alone: 指标性质 定性, 指标值 in the explanation.
    if (value.text === '' && compact(indicator.operator ?? '').length > 3) return;
    const message = value.text === '' ? 'blank' : FORMULA_ERROR.test(key) ? 'formula' : 'placeholder';
    report({ message, field: 'value', evidence: value.raw });
  },
});

/** 网页被篡改, 冒领错发补贴: the model of names takes it for something that should not happen. */
function asksForAbsence(opinion: Understood['opinion']): boolean {
  return (opinion?.kind.of('absence') ?? 0) >= 0.3;
}

function isCountingUnit(dimension: string | undefined): boolean {
  return dimension !== undefined && dimension !== 'grade' && dimension !== 'physical' && dimension !== 'other';
}
