import { z } from 'zod';
import type { Understanding, Understood } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { manyOf } from '../../many-of.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'coverage/no-quantified-benefit',
  data: z.strictObject({}),
  whole({ draft, understanding, report }) {
    if (draft.incomplete || !draft.frame.isKnown) return;
    const { benefits } = draft.frame;
    const worded = benefits.filter((one) => isWorded(one, understanding));
    if (worded.length === 0 || !benefits.every((one) => worded.includes(one) || one.value?.kind === 'missing')) return;
    report({
      message: 'worded',
      field: 'indicators',
      evidence: worded[0]?.value?.text ?? '',
      values: { count: benefits.length },
      related: benefits.map(({ indicator }) => indicator.id),
      seek: { text: benefits.map(({ name }) => name.core).join('，'), box: 'social' },
    });
  },
});

/** 明显改善, without a scale that says when it is met. */
function isWorded({ value, indicator, measure }: Understood, { words, units }: Understanding): boolean {
  if (value?.kind !== 'words' || measure.kind === 'rank') return false;
  if (words.hasScale(value.text) || words.hasScale(indicator.explanation)) return false;
  // 多例 counts nothing either.
  if (words.qualitative(value.text) !== undefined) return true;
  // 入脑入心: a word of praise that no list knows, of what no measure is named.
  if ((measure.kind === 'none' || measure.kind === 'degree') && words.isBarePraise(value.text)) return true;
  return manyOf(compact(value.text), units) !== undefined;
}
