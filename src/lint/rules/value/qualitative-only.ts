import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/qualitative-only',
  data: z.strictObject({}),
  indicator({ value, measure, levels, indicator }, { understanding: { words }, report }) {
    if (value?.kind !== 'words') return;
    const evidence = words.qualitative(value.text);
    if (evidence === undefined) return;
    // 考核等次 优秀 names a grade that somebody awards; a scale in the value or explanation makes it scorable.
    if (measure.kind === 'rank' && /^(?:优秀?|良好?|优良|合格|[一二三]等)(?:及以上|以上|等次|等级)?$/.test(value.text))
      return;
    if (words.hasScale(value.text) || words.hasScale(indicator.explanation)) return;
    const benefit = levels.level1 === 'benefit';
    report({
      message: benefit ? 'benefit' : 'other',
      field: 'value',
      evidence: value.raw,
      values: { word: evidence },
    });
  },
});
