/** Shapes of tables that real files have, in small. */
import { describe, expect, it } from 'vitest';
import { bytesOf, draftsOf } from '../support/documents.js';

const read = async (...rows: string[]) => {
  const [sourced] = await draftsOf(bytesOf(`${rows.join('\n')}\n`), 'a.csv');
  return sourced;
};
const fields = async (...rows: string[]) => (await read(...rows))?.draft.indicators;

describe('headers', () => {
  it.each([
    ['三级指标,指标值'],
    ['指标名称,年度指标值'],
    ['绩效指标,目标值'],
    ['三级绩效指标,年初目标值（A）'],
    ['指 标 名 称,预期值'],
    ['指标内容,指标值及单位'],
  ])('%s', async (header) => {
    expect(await fields(header, '保洁长度,86公里')).toMatchObject([{ name: '保洁长度', value: '86公里' }]);
  });

  it('takes 绩效指标 for a group heading where 三级指标 stands under it', async () => {
    const rows = ['绩效指标,,,指标值', '一级指标,二级指标,三级指标,年度', '产出指标,数量指标,保洁长度,86公里'];
    expect(await fields(...rows)).toMatchObject([{ level1: '产出指标', name: '保洁长度', value: '86公里' }]);
  });

  it('tells an operator column from a scope column by what is in it', async () => {
    expect(await fields('三级指标,指标性质,指标值', '长度,≥,86')).toMatchObject([{ operator: '≥' }]);
    expect(await fields('三级指标,指标性质,指标值', '长度,个性,86')).toMatchObject([{ scope: '个性' }]);
  });

  it('tells a unit of measure from an organisation by what is in it', async () => {
    expect(await fields('三级指标,指标值,单位', '长度,86,公里')).toMatchObject([{ unit: '公里' }]);
    expect((await fields('单位,三级指标,指标值', '某某区河道管理事务中心,长度,86公里'))?.[0]?.unit).toBeUndefined();
  });

  it('takes the weight that stands behind the name where each level has its own', async () => {
    const rows = ['一级指标,分值,二级指标,分值,三级指标,分值,指标值', '产出指标,50,数量指标,20,长度,8,86公里'];
    expect(await fields(...rows)).toMatchObject([{ weight: 8 }]);
  });

  it('reads this year’s target, not the multi-year one beside it', async () => {
    const rows = ['三级指标,指标值,', ',中长期,年度', '长度,300公里,86公里'];
    expect(await fields(...rows)).toMatchObject([{ value: '86公里' }]);
  });
});

describe('labels right above the header', () => {
  it.each([
    ['实施单位,养护中心,负责人,张三', { unit: '养护中心' }],
    ['实施单位,养护中心,联系人,张三', { unit: '养护中心' }],
    ['项目名称,道路养护,备注,新增', { name: '道路养护' }],
    ['预算（万元）,120,主管科室,养护科', { budget: 120 }],
    ['自评得分,96,评价等级,差', {}],
  ])('%s', async (line, project) => {
    const sourced = await read(line, '一级指标,三级指标,指标值,实际完成值', '产出指标,保洁长度,86公里,86公里');
    expect(sourced?.draft).toMatchObject({ project, indicators: [{ name: '保洁长度', value: '86公里' }] });
    expect(sourced?.notices).toEqual([]);
  });
});

describe('columns that are known and set aside', () => {
  it.each([
    '责任科室',
    '责任单位',
    '责任人',
    '牵头处室',
    '配合单位',
    '填报人',
    '填报科室',
    '联系电话',
    '审核人',
    '分管领导',
    '备注',
    '备注说明',
    '业务主管科室负责人',
    '是否核心指标',
  ])('%s', async (heading) => {
    const sourced = await read(`三级指标,指标值,${heading}`, '保洁长度,86公里,办公室');
    expect(sourced?.notices).toEqual([]);
    expect(sourced?.draft.indicators).toMatchObject([{ name: '保洁长度', value: '86公里' }]);
  });

  it.each(['指标解释', '指标口径', '统计口径说明', '计分办法', '指标解释与计算方法'])(
    'reads %s as an explanation',
    async (heading) => {
      const sourced = await read(`三级指标,指标值,${heading}`, '保洁长度,86公里,以台账为准');
      expect(sourced?.draft.indicators).toMatchObject([{ explanation: '以台账为准' }]);
      expect(sourced?.notices).toEqual([]);
    },
  );

  it('still tells of a column that nobody knows', async () => {
    const sourced = await read('三级指标,指标值,完成路径', '保洁长度,86公里,自行组织');
    expect(sourced?.notices.map(({ code, message }) => [code, message])).toEqual([
      ['column-not-understood', '完成路径'],
    ]);
  });
});

describe('rows', () => {
  it('carries headings down, and drops level 2 where a new level 1 begins', async () => {
    const rows = ['一级指标,二级指标,三级指标,指标值', '产出指标,数量指标,长度,86', ',,面积,5', '效益指标,,人数,9'];
    const found = await fields(...rows);
    expect(found?.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ['产出指标', '数量指标'],
      ['产出指标', '数量指标'],
      ['效益指标', undefined],
    ]);
  });

  it('knows totals, notes, column numbers and rows left of the template', async () => {
    const rows = [
      '一级指标,三级指标,指标值,分值',
      '1,2,3,4',
      '产出指标,长度,86,50',
      ',指标2：,,',
      ',……,,',
      '合计,,,50',
      '填表人：张三,,联系电话：1234,',
      '注：本表一式两份,,,',
    ];
    expect(await fields(...rows)).toHaveLength(1);
  });

  it('keeps a row whose name is missing but whose target is there', async () => {
    expect(await fields('一级指标,三级指标,指标值', '产出指标,,86公里')).toMatchObject([{ name: '', value: '86公里' }]);
  });

  it('reports rows that it cannot read', async () => {
    const sourced = await read('一级指标,三级指标,指标值,指标说明', '产出指标,长度,86,', ',,,以验收单为准', ',面积,5,');
    expect(sourced?.notices.map(({ location }) => location.line)).toEqual([3]);
  });
});

describe('the project', () => {
  it.each([
    ['年度资金总额,386.5', 386.5],
    ['年度资金总额（元）,3865000', 386.5],
    ['年度资金总额,"1,286.40"', 1286.4],
    ['资金总额,386.5万元', 386.5],
    ['预算金额,0.5亿元', 5000],
  ])('reads the budget of %s', async (row, budget) => {
    expect((await read('项目名称,保洁', row, '三级指标,指标值', '长度,86'))?.draft.project.budget).toBe(budget);
  });

  it('reads amounts in 元 where the sheet says so', async () => {
    const sourced = await read('金额单位：元', '项目名称,保洁', '项目资金,3865000', '三级指标,指标值', '长度,86');
    expect(sourced?.draft.project.budget).toBe(386.5);
  });

  it('finds the year in a title and the name in one cell with its label', async () => {
    const sourced = await read('项目支出绩效目标表（2024年度）', '项目名称：河道保洁', '三级指标,指标值', '长度,86');
    expect(sourced?.draft.project).toMatchObject({ name: '河道保洁', year: 2024 });
  });

  it('makes one draft of each project of a flat list', async () => {
    const drafts = await draftsOf(bytesOf('项目名称,三级指标,指标值\n甲,长度,1\n甲,面积,2\n乙,数量,3\n'), 'a.csv');
    expect(drafts.map(({ draft }) => [draft.project.name, draft.indicators.length])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ]);
    expect(drafts[1]?.locate('1', 'value').cell).toBe('C4');
  });

  it('begins a new draft where a new form begins on the same sheet', async () => {
    const form = (name: string) => `项目名称,${name}\n三级指标,指标值\n长度,86\n`;
    const drafts = await draftsOf(bytesOf(`${form('甲')}\n${form('乙')}`), 'a.csv');
    expect(drafts.map(({ draft }) => draft.project.name)).toEqual(['甲', '乙']);
  });

  it('goes on with the draft and its headings after a page break', async () => {
    const rows = [
      '项目名称,甲',
      '一级指标,三级指标,指标值',
      '产出指标,长度,86',
      '',
      '一级指标,三级指标,指标值',
      ',面积,5',
    ];
    const drafts = await draftsOf(bytesOf(`${rows.join('\n')}\n`), 'a.csv');
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.draft.indicators).toMatchObject([{ name: '长度' }, { level1: '产出指标', name: '面积' }]);
  });
});

describe('shapes met in real forms', () => {
  it('judges the year’s half of the national form, where both terms stand side by side', async () => {
    const rows = [
      '一级指标,二级指标,三级指标,指标值,二级指标,三级指标,指标值',
      '产出指标,数量指标,改造校舍面积,9万平方米,数量指标,改造校舍面积,3万平方米',
      '效益指标,社会效益指标,受益学生人数,1.2万人,社会效益指标,受益学生人数,待定',
    ];
    const sourced = await read(...rows);
    expect(sourced?.draft.indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', value: '3万平方米' },
      { level1: '效益指标', level2: '社会效益指标', value: '待定' },
    ]);
    expect(sourced?.locate('2', 'value').cell).toBe('G3');
  });

  it('reads the target of this year under 前年｜上年｜预计当年实现', async () => {
    const rows = ['一级指标,三级指标,指标值,,', ',,前年,上年,预计当年实现', '产出指标,养护里程,80公里,82公里,86公里'];
    expect(await fields(...rows)).toMatchObject([{ value: '86公里', lastActual: '82公里' }]);
  });

  it('ties a row “其中：…” to the row above', async () => {
    const found = await fields('三级指标,指标值,权重', '培训人数,300人,60', '其中：女学员,100人,20', '就业率,60%,40');
    expect(found?.map(({ partOf }) => partOf)).toEqual([undefined, '1', undefined]);
  });

  it('reports a column that it does not know', async () => {
    const sourced = await read('三级指标,指标值,口径文号', '养护里程,86公里,交办〔2024〕3号');
    expect(sourced?.notices).toEqual([
      { code: 'column-not-understood', message: '口径文号', location: { line: 1, cell: 'C1' } },
    ]);
  });
});

describe('goals', () => {
  const table = ['一级指标,二级指标,三级指标,指标值', '产出指标,数量指标,长度,86公里'];
  const goals = async (...rows: string[]) => {
    const sourced = await read(...rows, ...table);
    const { goal, annualGoal } = sourced?.draft.project ?? {};
    return { goal, annualGoal, withoutGoal: sourced?.withoutGoal };
  };

  it('keeps the overall goal and the annual one apart', async () => {
    expect(await goals('项目名称,河道保洁,,', '年度目标,清淤12公里,,')).toMatchObject({
      goal: undefined,
      annualGoal: '清淤12公里',
    });
    expect(await goals('项目名称,河道保洁,,', '总体目标,三年清淤36公里,,', '年度目标,清淤12公里,,')).toMatchObject({
      goal: '三年清淤36公里',
      annualGoal: '清淤12公里',
    });
  });

  it('tells a blank goal from a form that asks for none', async () => {
    expect(await goals('项目名称,河道保洁,,', '绩效目标,,,')).toMatchObject({ goal: '', withoutGoal: false });
    expect(await goals('项目名称,河道保洁,,', '主管部门,水务局,,')).toMatchObject({
      goal: undefined,
      withoutGoal: true,
    });
  });

  it('takes the goal of each project of a list', async () => {
    const rows = [
      '项目名称,年度绩效目标,三级指标,指标值',
      '河道保洁,清淤12公里,长度,12公里',
      '公园管护,管护5公顷,面积,5公顷',
    ];
    const drafts = await draftsOf(bytesOf(`${rows.join('\n')}\n`), 'a.csv');
    expect(drafts.map(({ draft }) => draft.project.annualGoal)).toEqual(['清淤12公里', '管护5公顷']);
  });
});
