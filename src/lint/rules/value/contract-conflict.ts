import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import type { Quantity } from '../../../indicators/index.js';
import { isSame, onOneScale, singleNumber } from '../../compare.js';
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
  if (target && agreed) {
    const scale = onOneScale(target, agreed);
    return scale !== undefined && !isSame(scale, target.unit);
  }
  const [due, by] = [value.dates[0], contract.dates[0]];
  if (value.kind === 'date' && contract.kind === 'date' && due && by) {
    const both = (['year', 'month', 'day'] as const).filter(
      (part) => due[part] !== undefined && by[part] !== undefined,
    );
    return both.some((part) => due[part] !== by[part]);
  }
  return value.kind === 'standard' && contract.kind === 'standard' && grade(value) !== grade(contract);
}

/** 一级 of “达到一级养护标准”; the whole text where it names no grade. */
function grade({ text }: Quantity): string {
  return /[一二三四五甲乙丙ⅠⅡⅢⅣⅤ\d]+(?:级|类|等|星)/.exec(text)?.[0] ?? compact(text);
}
