/** Values, names and settings that were once read wrongly, told by what the linter then said. */
import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { nameFault } from '../../src/lint/name-fault.js';
import { createRuleBook, understandingUnder } from '../../src/lint/rule-book.js';
import { type Diagnostic, draftSchema, indicatorSchema } from '../../src/schema/index.js';
import { bundle, ruleBook, understanding } from '../support/rules.js';

const BENEFIT = { level1: '效益指标', level2: '社会效益指标', name: '受益人数', value: '≥3万人' };

function found(rule: string, indicators: object[], project: object = {}, settings = {}): Diagnostic[] {
  const draft = draftSchema.parse({ project: { name: '甲', ...project }, indicators });
  return lintDraft(draft, ruleBook(), { settings: { rules: { [rule]: 'warning' }, ...settings } }).filter(
    ({ ruleId }) => ruleId === rule,
  );
}

const output = (own: object) => ({ level1: '产出指标', level2: '质量指标', ...own });
const understand = (name: string, more: object = {}) =>
  understanding().understand({ ...indicatorSchema.parse({ name, ...more }), id: '1' });

describe('figures that are written on two scales', () => {
  it.each([
    ['≥90%', '0.9'],
    ['≥0.9', '90%'],
    ['≥48.5万元', '485000'],
  ])('%s does not contradict a contract of %s', (value, contractValue) => {
    expect(found('value/contract-conflict', [output({ name: '设备完好率', value, contractValue })])).toEqual([]);
  });

  it.each([
    ['≥90%', '0.98'],
    ['≥0.9', '98%'],
  ])('%s contradicts a contract of %s', (value, contractValue) => {
    expect(found('value/contract-conflict', [output({ name: '设备完好率', value, contractValue })])).toHaveLength(1);
  });

  it('0.9% is no fraction beside 0.8', () => {
    expect(found('value/too-low', [output({ name: '漏损率', value: '0.9%', lastActual: '0.8' })])).toEqual([]);
  });
});

describe('numbers as clerks write them', () => {
  const numbers = (value: string) =>
    understanding()
      .quantities.read(value)
      .numbers.map((one) => ('high' in one && one.high !== undefined ? [one.value, one.high] : [one.value]));

  it('reads separators in brackets as one number and an interval as two', () => {
    expect(numbers('补助（1,000）元')).toEqual([[1000]]);
    expect(numbers('[90,95]%')).toEqual([[90, 95]]);
  });

  it('checks a draft whatever row of 亿 stands in a cell', () => {
    for (const value of [`1${'亿'.repeat(39)}元`, `一${'万亿'.repeat(30)}`, '9'.repeat(400)])
      expect(found('value/missing', [output({ name: '补助金额', value, actual: value, score: 5, weight: 5 })])).toEqual(
        [],
      );
  });

  it.each(['明年6月底前', '来年3月前', '去年12月'])('reads %s as a date', (value) => {
    expect(understanding().quantities.read(value).kind).toBe('date');
  });
});

describe('what a draft says as a whole', () => {
  it('weighs an indicator by the points it carries, where weights are shares of 1', () => {
    const rows = [0.4, 0.2, 0.2, 0.2].map((weight, at) =>
      output({ name: `${'甲乙丙丁'[at] ?? ''}设备完好率`, weight }),
    );
    expect(found('weight/concentration', rows).map(({ indicatorId }) => indicatorId)).toEqual(['1']);
  });

  it('gives full marks and no more for spending over the budget', () => {
    const selfEvaluation = { budget: 100, spent: 110, executionRate: 110, executionWeight: 10, executionScore: 8 };
    const [told] = found('selfeval/score-mismatch', [output({ name: '完好率', value: '90%', actual: '95%' })], {
      selfEvaluation,
    });
    expect(told?.message).toContain('10×100%=10');
  });

  it('a way there and the way back are two things, 疫木清理 and 清理疫木 are one', () => {
    const pair = (one: string, other: string) =>
      found('name/near-duplicate', [
        { ...output({ name: one, value: '120次' }), level2: '数量指标' },
        { ...output({ name: other, value: '120次' }), level2: '数量指标' },
      ]).length;
    expect(pair('城区到乡镇班车次数', '乡镇到城区班车次数')).toBe(0);
    expect(pair('疫木清理株数', '清理疫木株数')).toBe(1);
  });

  it('asks of a part no measure of its own', () => {
    expect(nameFault(understand('女学员', { partOf: '9', value: '30人' }), understanding())).toBeUndefined();
  });

  it('names the one box of costs that the older framework has', () => {
    const cost = { level1: '产出指标', level2: '质量指标', name: '每公里养护成本', value: '≤3万元' };
    const [told] = found('class/level-mismatch', [cost, BENEFIT], {}, { profile: 'national-2015' });
    expect(told?.suggestions.flatMap(({ fix }) => fix?.value ?? [])).toEqual(['成本指标']);
  });
});

describe('fixes go where the form has a place for them', () => {
  it('a sign goes to the column of signs, a unit to that of units', () => {
    const fixes = (rule: string, row: object) => found(rule, [row]).map(({ suggestions }) => suggestions[0]?.fix);
    const row = output({ name: '设备完好率', value: '95%' });
    expect(fixes('value/operator-missing', { ...row, operator: '' })).toEqual([{ field: 'operator', value: '≥' }]);
    expect(fixes('value/operator-missing', row)).toEqual([{ field: 'value', value: '≥95%' }]);
    const bare = output({ name: '设备完好率', value: '≥95' });
    expect(fixes('value/unit-missing', { ...bare, unit: '' })).toEqual([{ field: 'unit', value: '%' }]);
    expect(fixes('value/unit-missing', bare)).toEqual([{ field: 'value', value: '≥95%' }]);
  });
});

it('reads under a profile with the words of the book that asks', () => {
  const other = createRuleBook(bundle());
  const profile = { ...ruleBook().profiles.get('national-2021'), framework: { level2: [] } } as unknown as Parameters<
    typeof understandingUnder
  >[1];
  expect(understandingUnder(ruleBook(), profile).model).toBeDefined();
  expect(understandingUnder(other, profile).model).toBeUndefined();
});
