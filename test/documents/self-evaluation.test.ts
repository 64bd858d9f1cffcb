/** What is read from self-evaluation forms: funds, total, grade, results, each with its cell. */
import { describe, expect, it } from 'vitest';
import type { SourcedDraft } from '../../src/documents/sourced-draft.js';
import { bytesOf, draftsOf, fixtureDrafts } from '../support/documents.js';
import { countyForm, nationalForm } from '../support/self-evaluation-forms.js';

const read = async (bytes: Promise<Uint8Array>): Promise<SourcedDraft> =>
  (await draftsOf(await bytes, 'a.xlsx'))[0] as SourcedDraft;
const places = ({ locate }: SourcedDraft, ...fields: string[]) =>
  fields.map((field) => locate(null, `selfEvaluation.${field}`).cell);
const csv = async (...rows: string[]) => (await draftsOf(bytesOf(`${rows.join('\n')}\n`), 'a.csv'))[0] as SourcedDraft;

describe('the national form', () => {
  it('has funds, total and grade', async () => {
    const sourced = await read(nationalForm());
    expect(sourced.draft.project).toMatchObject({
      name: '急需紧缺工种技能培训',
      unit: '某市就业服务中心',
      year: 2023,
      budget: 520,
      selfEvaluation: {
        budget: 520,
        spent: 506.79,
        executionRate: 97.46,
        executionWeight: 10,
        executionScore: 9.75,
        total: 96.82,
        grade: '优',
      },
    });
    expect(
      places(sourced, 'budget', 'spent', 'executionWeight', 'executionRate', 'executionScore', 'total', 'grade'),
    ).toEqual(['G6', 'H6', 'J6', 'K6', 'L6', 'J24', 'D25']);
  });

  it('has results, scores and reasons', async () => {
    const { draft, locate, notices } = await read(nationalForm());
    expect(notices).toEqual([]);
    expect(draft.indicators).toHaveLength(11);
    expect(draft.indicators[1]).toMatchObject({
      level1: '产出指标',
      level2: '数量指标',
      name: '新型学徒人数',
      value: '≥600人',
      actual: '568人',
      weight: 8,
      score: 7.57,
      deviationReason: '两家企业订单减少；明年扩大合作企业范围。',
    });
    expect(['actual', 'score', 'deviationReason'].map((field) => locate('2', field).cell)).toEqual([
      'H14',
      'J14',
      'K14',
    ]);
  });

  it.each([
    ['□优 ☑良 □中 □差', '良'],
    ['优□ 良√ 中□ 差□', '良'],
    ['√优 良 中 差', '优'],
    ['（ ）优 （√）良 （ ）中 （ ）差', '良'],
    [
      '<input type="checkbox"/> 优；<input type="checkbox" checked="checked"/> 良 80分≤得分<90分；',
      '良 80分≤得分<90分',
    ],
    ['优秀', '优秀'],
    ['□优 □良 □中 □差', undefined],
    ['优/良/中/差', undefined],
  ])('reads the grade %s', async (text, grade) => {
    expect((await read(nationalForm({ D25: text }))).draft.project.selfEvaluation?.grade).toBe(grade);
  });

  it('reads amounts in 元, and a rate that is a fraction', async () => {
    const edits = { A5: '项目资金（元）', F6: 5000000, G6: 5200000, H6: 5067900, K6: 0.9746 };
    expect((await read(nationalForm(edits))).draft.project.selfEvaluation).toMatchObject({
      budget: 520,
      spent: 506.79,
      executionRate: 97.46,
    });
  });

  it('reads the scale that its note sets', async () => {
    const note =
      '2.定性指标分为达成、部分达成、未达成三档，分别按照100%-80%（含）、80%-50%（含）、50%-0%记分，部分达成的……';
    expect((await read(nationalForm({ A26: note }))).draft.project.selfEvaluation).toMatchObject({
      qualitativeScale: '100-80-50-0',
    });
  });

  it('is no self-evaluation before anything is filled in', async () => {
    const blank = Object.fromEntries(
      [...Array(11).keys()].flatMap((at) => ['H', 'J', 'K'].map((column) => [`${column}${String(13 + at)}`, ''])),
    );
    const edits = { ...blank, H6: '', K6: '', L6: '', J24: '', D25: '' };
    const { project } = (await read(nationalForm(edits))).draft;
    expect(project).toMatchObject({ budget: 520 });
    expect(project.selfEvaluation).toBeUndefined();
  });
});

describe('a county’s form', () => {
  it('has score and grade above and funds as labels with figures', async () => {
    const sourced = await read(countyForm());
    expect(sourced.draft.project.selfEvaluation).toEqual({
      budget: 860,
      spent: 774,
      executionRate: 90,
      total: 96,
      grade: '优秀',
    });
    expect(places(sourced, 'budget', 'spent', 'executionRate', 'total', 'grade')).toEqual([
      'B4',
      'D4',
      'F4',
      'G16',
      'F3',
    ]);
  });

  it('ties rows to the cell that they share, and parts to their whole', async () => {
    const { draft } = await read(countyForm());
    expect(draft.indicators.map(({ partOf, scoreWith }) => partOf ?? scoreWith)).toEqual(
      [...Array(10).keys()].map((at) => (at === 4 ? '4' : at === 8 ? '8' : undefined)),
    );
    expect(draft.indicators[8]).toMatchObject({ score: undefined, deviationReason: '下水管道返水的整改仍在进行' });
  });
});

describe('a flat list', () => {
  it('has the results of each project', async () => {
    const drafts = await fixtureDrafts('selfeval/flat.csv');
    expect(drafts.map(({ draft }) => draft.project.selfEvaluation)).toEqual([
      { budget: 128.4, spent: 120.15, executionRate: 93.57, total: 97.36, grade: '优' },
      { budget: 56, spent: 56, executionRate: 100, total: 98.57, grade: '优秀' },
    ]);
    expect(drafts.map((sourced) => places(sourced, 'spent', 'total', 'grade'))).toEqual([
      ['D3', 'O3', 'P3'],
      ['D9', 'O9', 'P9'],
    ]);
  });

  it('takes measures for the reason where that is blank', async () => {
    const [first] = await fixtureDrafts('selfeval/flat.csv');
    expect(first?.draft.indicators[4]).toMatchObject({ deviationReason: '增设抢修班组，缩短到场时间' });
    expect(first?.locate('5', 'deviationReason').cell).toBe('N7');
    expect(first?.locate('1', 'deviationReason').cell).toBe('M3');
  });
});

describe('a department’s form as text, with slipped cells', () => {
  it('has every score, and the total', async () => {
    const [sourced] = await fixtureDrafts('selfeval/department-2022.txt');
    const rows = sourced?.draft.indicators ?? [];
    expect(rows.map(({ score }) => score)).toEqual([
      20, 20, 8.99, 3, 2, 2, 2, 2, 5, 3, 7, 2, 1, 2, 3, 0.41, 0.89, 2, 1, 1, 2, 2, 2, 2, 2,
    ]);
    expect(rows.map(({ weight }) => weight)).toEqual([
      20, 20, 10, 3, 2, 2, 2, 2, 5, 3, 7, 2, 1, 2, 3, 1, 1, 2, 1, 1, 2, 2, 2, 2, 2,
    ]);
    expect(sourced?.draft.project.selfEvaluation).toEqual({ total: 98.29 });
    expect(sourced?.locate(null, 'selfEvaluation.total')).toEqual({ cell: 'C43', line: 43 });
    expect(sourced?.notices).toEqual([]);
  });

  it('knows a name that slipped into the column of level 2', async () => {
    const [sourced] = await fixtureDrafts('selfeval/department-2022.txt');
    expect(sourced?.draft.indicators.find(({ name }) => name === '资产盘点情况')).toMatchObject({
      weight: 1,
      score: 1,
      explanation: '反映单位是否每年按要求进行资产盘点。',
    });
  });
});

describe('a draft in JSON', () => {
  it('has the place of each result', async () => {
    const project = { name: '甲', selfEvaluation: { total: 96 } };
    const [sourced] = await draftsOf(bytesOf(JSON.stringify({ project, indicators: [] })), 'a.json');
    expect(sourced?.locate(null, 'selfEvaluation.total')).toEqual({ pointer: '/project/selfEvaluation/total' });
  });
});

describe('a form in text', () => {
  it('has funds in 元 with the whole last, and a total without a column for it', async () => {
    const rows = [
      '项目名称\t村级道路维修\t\t\t\t\t',
      '资金情况（元）\t\t预算数\t执行数\t执行率（%）\t\t',
      '\t财政拨款\t300000\t280000\t93.33\t\t',
      '\t其他资金\t20000\t20000\t100\t\t',
      '\t合计\t320000\t300000\t93.75\t\t',
      '一级指标\t三级指标\t年度指标值\t全年完成值\t完成率\t分值\t得分',
      '产出指标\t维修道路长度\t5公里\t5公里\t100%\t90\t90',
      '自评总分：99.38分\t\t\t\t\t\t',
      '自评等级：优\t\t\t\t\t\t',
    ];
    const [sourced] = await draftsOf(bytesOf(`${rows.join('\n')}\n`), 'a.txt');
    expect(sourced?.notices).toEqual([]);
    expect(sourced?.draft.project).toMatchObject({
      budget: 32,
      selfEvaluation: { budget: 32, spent: 30, executionRate: 93.75, total: 99.38, grade: '优' },
    });
    expect(sourced?.locate(null, 'selfEvaluation.spent')).toEqual({ cell: 'D5', line: 5 });
  });
});

describe('a total that is stated twice', () => {
  const TABLE = [
    '三级指标,指标值,实际完成值,分值,得分',
    '养护里程,≥120公里,118公里,50,45',
    '受益人数,≥3万人,3万人,50,45',
  ];

  it('is read from a row of labels right above the header, and from the row of sums', async () => {
    const { draft, locate } = await csv('自评得分,96,评价等级,差', ...TABLE, '合计,,,100,90');
    expect(draft.project.selfEvaluation).toMatchObject({ total: 90, otherTotal: 96, grade: '差' });
    expect(locate(null, 'selfEvaluation.otherTotal').cell).toBe('B1');
    expect(draft.indicators).toHaveLength(2);
  });

  it.each([['总分,100,评价等级,优'], ['自评得分,90.0,评价等级,优']])('is one where the head says %s', async (head) => {
    const { draft } = await csv(head, ...TABLE, '合计,,,100,90');
    expect(draft.project.selfEvaluation).toMatchObject({ total: 90, grade: '优' });
    expect(draft.project.selfEvaluation?.otherTotal).toBeUndefined();
  });

  it('is not the sum of a block', async () => {
    const { draft } = await csv(...TABLE.slice(0, 2), '合计,,,50,45', TABLE[2] as string, '总计,,,100,90');
    expect(draft.project.selfEvaluation?.otherTotal).toBeUndefined();
  });
});

describe('what only looks like a result', () => {
  it('does not take the sum of the weights for the total', async () => {
    const { draft } = await csv('三级指标,指标值,实际完成值,分值', '长度,86公里,,60', '人数,9人,,40', '合计,,,100');
    expect(draft.project.selfEvaluation).toBeUndefined();
  });

  it('takes an indicator called 综合得分 for an indicator', async () => {
    const { draft } = await csv(
      '三级指标,指标值,实际完成值,分值,得分',
      '综合得分,≥90分,92分,60,60',
      '人数,9人,9人,40,40',
    );
    expect(draft.indicators).toHaveLength(2);
    expect(draft.project.selfEvaluation).toBeUndefined();
  });

  it('leaves subtotals alone', async () => {
    const rows = [
      '三级指标,指标值,实际完成值,分值,得分',
      '长度,86公里,86公里,60,60',
      '小计,,,60,60',
      '人数,9人,8人,40,36',
      '总分,,,100,96',
    ];
    expect((await csv(...rows)).draft.project.selfEvaluation).toEqual({ total: 96 });
  });
});
