import { describe, expect, it } from 'vitest';
import { lintDraft, Linter } from '../../src/lint/lint-draft.js';
import { diagnosticSchema, type Draft, draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

const draft = (...indicators: object[]): Draft => draftSchema.parse({ project: { name: '示例' }, indicators });
const ids = (...args: Parameters<typeof lintDraft>) =>
  lintDraft(...args).map(({ ruleId, indicatorId }) => [ruleId, indicatorId]);

const SOUND = {
  level1: '产出指标',
  level2: '数量指标',
  name: '养护里程',
  operator: '≥',
  value: '120',
  unit: '公里',
  weight: 50,
  scope: '个性',
  explanation: '以验收单为准',
};
const BENEFIT = {
  level1: '效益指标',
  level2: '社会效益指标',
  name: '受益人数',
  value: '≥3万人',
  unit: '',
  weight: 40,
  scope: '个性',
  explanation: '',
};

describe('lintDraft', () => {
  it('finds nothing in a sound draft', () => {
    expect(lintDraft(draft(SOUND, BENEFIT), ruleBook(), { settings: { preset: 'strict' } })).toEqual([]);
  });

  it('reports in the order of the indicators, the whole draft last, in the public shape', () => {
    const faulty = draft({ ...SOUND, name: '/' }, { ...SOUND, value: '' }, { ...SOUND, value: '-5' });
    const diagnostics = lintDraft(faulty, ruleBook());
    expect(diagnostics.map(({ ruleId, indicatorId }) => [ruleId, indicatorId])).toEqual([
      ['name/missing', '1'],
      ['value/missing', '2'],
      ['name/duplicate', '3'],
      ['value/out-of-range', '3'],
      ['coverage/no-benefit', null],
      ['weight/sum', null],
    ]);
    for (const diagnostic of diagnostics) expect(diagnosticSchema.parse(diagnostic)).toEqual(diagnostic);
  });

  it('tells where, why and what to do, in the chosen language', () => {
    const options = { language: 'en', locate: () => ({ sheet: 'Sheet1', cell: 'D12' }) } as const;
    const [diagnostic] = lintDraft(
      draft({ ...SOUND, level2: '质量指标', name: '设备巡检次数', value: '12', unit: '次' }, BENEFIT),
      ruleBook(),
      options,
    );
    expect(diagnostic).toMatchObject({
      ruleId: 'class/level-mismatch',
      severity: 'error',
      field: 'level2',
      location: { sheet: 'Sheet1', cell: 'D12' },
      basis: [{ document: '财预〔2021〕101号' }],
      suggestions: [{ fix: { field: 'level2', value: '数量指标' } }],
    });
    expect(diagnostic?.message).toContain('is a count');
  });

  it('skips rows that are no indicators', () => {
    const rows = draft(
      SOUND,
      BENEFIT,
      { name: '本项目不适用此指标', value: '' },
      { level1: '效益指标', level2: '生态效益指标', name: '', value: '' },
      { name: '……' },
    );
    expect(lintDraft(rows, ruleBook())).toEqual([]);
  });

  const ABOUT_ABSENCE = ['value/operator-missing', 'value/unit-missing'];

  it.each(['level1', 'level2', 'operator', 'value', 'unit', 'weight', 'scope', 'explanation'])(
    'says nothing about %s where the draft has none',
    (field) => {
      const without = draft(...[SOUND, BENEFIT].map((indicator) => ({ ...indicator, [field]: undefined })));
      const found = lintDraft(without, ruleBook(), { settings: { preset: 'strict' } });
      expect(found.filter(({ ruleId }) => !ABOUT_ABSENCE.includes(ruleId))).toEqual([]);
    },
  );

  it('does not judge sums and absences of a draft of which rows are missing', () => {
    const part = draft({ ...SOUND, weight: 10 });
    expect(ids(part, ruleBook())).toEqual([
      ['coverage/no-benefit', null],
      ['weight/sum', null],
    ]);
    expect(ids(part, ruleBook(), { incomplete: true })).toEqual([]);
  });

  it('reports at most one fault that makes a name no indicator', () => {
    for (const name of ['', '/', '社会效益', '加强社会治理']) {
      const found = lintDraft(draft({ ...SOUND, name }, BENEFIT), ruleBook()).filter(({ ruleId }) =>
        ruleId.startsWith('name/'),
      );
      expect(found).toHaveLength(1);
    }
  });
});

describe('settings', () => {
  const faulty = draft({ ...SOUND, name: '全市范围内纳入改造计划的老旧小区供水管网改造长度' }, BENEFIT);

  it('sets one rule to another level, or off', () => {
    expect(lintDraft(faulty, ruleBook())[0]).toMatchObject({ ruleId: 'name/too-long', severity: 'warning' });
    expect(lintDraft(faulty, ruleBook(), { settings: { rules: { 'name/too-long': 'error' } } })[0]).toMatchObject({
      severity: 'error',
    });
    expect(lintDraft(faulty, ruleBook(), { settings: { rules: { 'name/too-long': 'off' } } })).toEqual([]);
  });

  it('takes options', () => {
    expect(
      lintDraft(faulty, ruleBook(), { settings: { rules: { 'name/too-long': ['warning', { max: 40 }] } } }),
    ).toEqual([]);
  });

  it.each([
    [{ 'name/slogn': 'off' }, { code: 'unknown-rule', data: { rule: 'name/slogn', nearest: 'name/slogan' } }],
    [{ 'too-long': 'off' }, { code: 'unknown-rule', data: { rule: 'too-long', nearest: 'name/too-long' } }],
    [
      { 'name/too-long': ['warning', { max: 'ten' }] },
      { code: 'bad-rule-options', data: { rule: 'name/too-long', path: 'max' } },
    ],
    [{ 'name/too-long': ['warning', { maximum: 10 }] }, { code: 'bad-rule-options', data: { rule: 'name/too-long' } }],
  ])('refuses %j', (rules, error) => {
    expect(() => new Linter(ruleBook(), { rules: rules as never })).toThrowError(
      expect.objectContaining({ ...error, data: expect.objectContaining(error.data) }),
    );
  });

  it('names the rule and the indicator that a fault of the program struck', () => {
    const book = ruleBook();
    const booked = book.rules.get('value/missing');
    const broken = {
      ...booked!,
      rule: {
        ...booked!.rule,
        indicator: () => {
          throw new Error('boom');
        },
      },
    };
    const rules = new Map([...book.rules, ['value/missing', broken]]);
    expect(() => lintDraft(draft(SOUND), { ...book, rules })).toThrowError(
      expect.objectContaining({
        code: 'rule-crashed',
        data: { rule: 'value/missing', project: '示例', indicator: '1' },
      }),
    );
  });
});

describe('hostile drafts simply finish', () => {
  it.each(['一', '1', '指标1：', '加强', '年月日', '（', '95%', 'X', '-', '万'])(
    '%j, fifty thousand times over',
    (unit) => {
      const long = unit.repeat(50_000);
      const row = { name: long, value: long, unit: long, level1: long, level2: long, explanation: long };
      const texts = { name: long, unit: long, goal: long, annualGoal: `${long}。`, duties: long, year: 2024 };
      const hostile = draftSchema.parse({ project: texts, indicators: [row] });
      expect(
        lintDraft(hostile, ruleBook()).every(({ indicatorId }) => indicatorId === null || indicatorId === '1'),
      ).toBe(true);
    },
    20_000,
  );

  it('takes the names of built-in properties for what they are', () => {
    const text =
      '{"project":{"name":"constructor"},"indicators":[{"name":"__proto__","level1":"constructor","level2":"toString","value":"valueOf","unit":"__proto__","operator":"constructor"}]}';
    expect(ids(draftSchema.parse(JSON.parse(text)), ruleBook())).toEqual([]);
  });
});
