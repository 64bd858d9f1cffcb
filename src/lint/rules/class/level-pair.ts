import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'class/level-pair',
  data: z.strictObject({}),
  indicator({ levels, indicator }, { understanding: { framework }, report }) {
    const { level1, level2, level1Stated } = levels;
    if (!level1 || !level2 || !level1Stated || level1 === 'management') return;
    const right = framework.level1Of(level2);
    if (right.includes(level1)) return;
    const own = right[0];
    report({
      message: 'pair',
      field: 'level1',
      evidence: indicator.level1 ?? '',
      values: {
        level1: framework.level1Name(level1),
        level2: framework.level2Name(level2),
        right: own ? framework.level1Name(own) : '',
      },
      ...(own && { fix: { field: 'level1', value: framework.level1Name(own) } }),
    });
  },
});
