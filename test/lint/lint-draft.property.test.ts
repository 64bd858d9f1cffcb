import { fc } from '@fast-check/vitest';
import { expect, test } from 'vitest';
import { Linter } from '../../src/lint/lint-draft.js';
import { loadRuleBook } from '../../src/platform/shipped.js';
import { draftSchema } from '../../src/schema/index.js';

const book = await loadRuleBook();
const linter = new Linter(book, { preset: 'strict' });

const PIECES =
  '培训 ≥ 95% 人次 ， （ ） 100 万元 2024年 12月31日前 率 提升 数量 和 第一 #REF! 1. % - ~ 其中 ： 满意度 每 0 九十 叁拾 元 / 分 较上年增长 、 😀'.split(
    ' ',
  );
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...PIECES, '\n', ' '), { maxLength: 12 }).map((pieces) => pieces.join('')),
);
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -5, max: 120 }));
const indicator = fc.record(
  {
    level1: fc.constantFrom('产出指标', '效益指标', '成本指标', '满意度指标', '乱'),
    level2: fc.constantFrom('数量指标', '质量指标', '社会效益指标', '成本指标', '??'),
    name: text,
    operator: text,
    value: text,
    unit: text,
    weight: number,
    explanation: text,
    source: text,
    lastActual: text,
    contractValue: text,
    actual: text,
    score: number,
    deviationReason: text,
    partOf: fc.constantFrom('1', '2', '9'),
  },
  { requiredKeys: ['name'] },
);
const project = fc.record(
  {
    name: text,
    unit: text,
    year: number,
    budget: number,
    multiYear: fc.boolean(),
    goal: text,
    annualGoal: text,
    duties: text,
    selfEvaluation: fc.record(
      {
        total: number,
        grade: text,
        budget: number,
        spent: number,
        executionRate: number,
        executionWeight: number,
        executionScore: number,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['name'] },
);

test('whatever is typed into a form, every fault is told in words and points into the form', () => {
  fc.assert(
    fc.property(project, fc.array(indicator, { maxLength: 8 }), (head, indicators) => {
      const draft = draftSchema.parse({ project: head, indicators });
      const found = linter.lint(draft);
      const ids = new Set(draft.indicators.map(({ id }) => id));
      for (const { indicatorId, relatedIndicatorIds, ruleId, message, suggestions } of found) {
        expect(message, ruleId).toMatch(/\S/);
        expect(message, ruleId).not.toMatch(/undefined|NaN|\[object|\{\w+\}/);
        for (const id of [indicatorId ?? [], relatedIndicatorIds].flat()) expect(ids, ruleId).toContain(id);
        for (const suggestion of suggestions) expect(suggestion.message, ruleId).toMatch(/\S/);
      }
      // Reading again changes nothing: no fault depends on what was read before.
      expect(linter.lint(draft)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
