import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';
import { hasActual, selfEvaluationOf } from '../../self-evaluation.js';
import { isPart } from '../../part.js';
import { isExecution } from '../../weights.js';

export const rule = defineRule({
  id: 'selfeval/missing-actual',
  data: z.strictObject({}),
  indicator(understood, context) {
    const { draft, profile, report } = context;
    const { indicator, name } = understood;
    // A form without the column, or one that nobody has filled in yet, lacks nothing.
    if (!draft.has('actual') || !selfEvaluationOf(context).isOne) return;
    if (hasActual(understood)) {
      if (isWordsForFigure(understood))
        report({ message: 'words', field: 'actual', evidence: understood.actual?.raw ?? '' });
      return;
    }
    if (compact(name.core) === '' || (isPart(understood) && indicator.score === undefined)) return;
    // Its result stands in the block of funds.
    const { spent, executionRate } = draft.draft.project.selfEvaluation ?? {};
    if (isExecution(understood, profile) && (spent ?? executionRate) !== undefined) return;
    const evidence = (indicator.actual ?? '').trim();
    report({ message: evidence === '' ? 'blank' : 'placeholder', field: 'actual', evidence });
  },
});

/** 全部完成, 应保尽保 state all there is; 无 and 未发生 state zero. */
const STATES_ALL = /全|均|都|应.尽.|100|百分|零|无|没有|不存在|未(?:发生|出现|发现)|^0/;
/** 已完成, 达成年度指标, 未开展调查: whether something was done, in place of how much. */
const WHETHER =
  /^(?:已|均已|基本|大部分?|部分|按[时期质量]{1,4}|如期|超额|正在|尚未|未|没有?|顺利|圆满)*(?:完成|完工|达到|达成|达标|实现|开展|实施|进行|办结|落实|推进|发放|执行|合格|通过|是|否|有)(?:了|中|年度|预期|绩效|指标|目标|任务|要求|标准|计划|工作|调查|问卷|统计|培训|中)*[。.]?$/;

/** A result in words where the target is a number: it cannot be held against it. Zero marks need no figure. */
function isWordsForFigure({ value, actual, indicator }: Understood): boolean {
  const [target] = value?.numbers ?? [];
  if (!target || value?.numbers.length !== 1 || target.value === 0 || value.dates.length > 0) return false;
  if (!actual || actual.numbers.length + actual.dates.length + actual.notes.length + actual.unread.length > 0)
    return false;
  if (indicator.score === 0) return false;
  const key = compact(actual.text);
  return key.length <= 20 && WHETHER.test(key) && !STATES_ALL.test(key);
}
