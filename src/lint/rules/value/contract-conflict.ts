import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import type { Quantity } from '../../../indicators/index.js';
import { isSame, onOneScale, singleNumber } from '../../compare.js';
import { agreesWith } from '../../contract-numbers.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/contract-conflict',
  data: z.strictObject({}),
  indicator({ value, contract }, { report }) {
    if (!value || !contract || !differs(value, contract)) return;
    // Which of the two is wrong only its author knows: nothing is corrected by itself.
    report({
      message: 'differs',
      field: 'value',
      evidence: value.raw,
      values: { value: value.text, contract: contract.text },
    });
  },
});

const GRADE = /优秀|优良|良好|合格/;

function differs(value: Quantity, contract: Quantity): boolean {
  const [rank, agreedRank] = [GRADE.exec(value.text)?.[0], GRADE.exec(contract.text)?.[0]];
  if (rank && agreedRank && value.numbers.length + contract.numbers.length === 0) return rank !== agreedRank;
  const [target, agreed] = [singleNumber(value), singleNumber(contract)];
  const scale = target && agreed ? onOneScale(target, agreed) : undefined;
  if (target && scale) return !isSame(scale, target.unit);
  if (target && contract.numbers.length > 0 && contract.unread.length === 0)
    return agreesWith(value, contract) === false;
  const [due, by] = [value.dates[0], contract.dates[0]];
  if (value.kind === 'date' && contract.kind === 'date' && due && by) {
    const quarters = [quarterEnd(due.text), quarterEnd(by.text)];
    const months = [due.month ?? quarters[0], by.month ?? quarters[1]];
    if (quarters.some((one) => one !== undefined) && months.every((one) => one !== undefined))
      return months[0] !== months[1];
    const both = (['year', 'month', 'day'] as const).filter(
      (part) => due[part] !== undefined && by[part] !== undefined,
    );
    return both.some((part) => due[part] !== by[part]);
  }
  return value.kind === 'standard' && contract.kind === 'standard' && grade(value) !== grade(contract);
}

/** The month in which 四季度, 第三季度末 end. */
function quarterEnd(text: string): number | undefined {
  const quarter = /([一二三四1-4])季度/.exec(text)?.[1];
  return quarter === undefined ? undefined : ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3;
}

/** 一级 of “达到一级养护标准”; the whole text where it names no grade. */
function grade({ text }: Quantity): string {
  return /[一二三四五甲乙丙ⅠⅡⅢⅣⅤ\d]+(?:级|类|等|星)/.exec(text)?.[0] ?? compact(text);
}
