/** What stands above a table in ways that forms of single places have. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const projectOf = (above: string, rows = '产出指标 | 数量指标 | 走访慰问户数 | 260户 | 250户 | 9.6') => {
  const grid = gridOf(`${above}\n一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 得分\n${rows}`);
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [grid], lines: [], notices: [] };
  return readDrafts(document, tables, understanding().framework)[0]?.draft.project;
};

describe('labels above a table', () => {
  it('a merged form saved as text leaves blanks before what is filled in', () => {
    const above = '项目名称 | . | . | 首末站充电桩补建\n年度目标 | . | . | 补建直流桩36台。';
    expect(projectOf(above)).toMatchObject({ name: '首末站充电桩补建', annualGoal: '补建直流桩36台。' });
  });

  it('beyond blanks another label, or one of several cells, is no value', () => {
    expect(projectOf('项目名称 | . | 实施单位 | .')?.name).not.toBe('实施单位');
    expect(projectOf('项目名称 | . | 项目编号 | 0371')?.name).not.toBe('项目编号');
  });

  it('two in one cell are two', () => {
    const project = projectOf('填报单位（盖章）：湘岭县退役军人事务局　　　　金额单位：万元');
    expect(project?.unit).toBe('湘岭县退役军人事务局');
  });

  it.each(['年度履职目标', '年度主要工作目标', '年度任务目标'])('%s is the goal of the year', (label) => {
    expect(projectOf(`${label} | 走访慰问260户，发放慰问金26万元。`)?.annualGoal).toBe(
      '走访慰问260户，发放慰问金26万元。',
    );
  });

  it('a part of the expenditure is no budget', () => {
    const parts = '. | 调整后预算数 | 实际支出数\n基本支出 | 835.1 | 835.1\n项目支出 | 2402.6 | 2318.5';
    expect(projectOf(parts)?.budget).toBeUndefined();
    expect(projectOf(`${parts}\n合计 | 3237.7 | 3153.6`)?.budget).toBe(3237.7);
  });

  it('a body behind its code is the unit, a project behind one is not', () => {
    expect(projectOf('376009平陵县林业局 | . | 单位：万元')?.unit).toBe('平陵县林业局');
    expect(projectOf('376009森林防火物资储备 | . | 单位：万元')?.unit).toBeUndefined();
    expect(projectOf('376009平陵县林业局 | 森林防火')?.unit).toBeUndefined();
  });

  it('the whole of the funds may stand behind its own label, a part may not', () => {
    expect(projectOf('年度资金（万元） | 总额 | 3200 | 其他资金 | 0')?.budget).toBe(3200);
    expect(projectOf('资金来源 | 财政拨款 | 3200')?.budget).toBeUndefined();
  });

  it('a goal in a column beside its indicators is found in its own cell', () => {
    const grid = gridOf(
      '绩效目标 | 一级指标 | 二级指标 | 考核事项 | 指标值\n年度目标：新打机电井26眼，维修管道48公里。 | 产出指标 | 数量指标 | 新打机电井数量 | 26眼\n^ | 产出指标 | 质量指标 | 水质检测达标率 | 100%',
    );
    const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [grid], lines: [], notices: [] };
    const [sourced] = readDrafts(document, tables, understanding().framework);
    expect(sourced?.draft.project.annualGoal).toBe('新打机电井26眼，维修管道48公里。');
    expect(sourced?.locate(null, 'annualGoal')).toMatchObject({ cell: 'A2' });
  });

  it.each([
    ['headed by nothing', '. |', '年度目标：新打机电井26眼，维修管道48公里。', 'A2'],
    ['over all rows', '年度目标：新打机电井26眼，维修管道48公里。 |', '^', 'A1'],
  ])('a goal beside its indicators, %s, is found in its own cell', (_, head, cell, place) => {
    const grid = gridOf(
      `${head} 一级指标 | 二级指标 | 三级指标 | 指标值\n${cell} | 产出指标 | 数量指标 | 新打机电井数量 | 26眼\n^ | 产出指标 | 质量指标 | 水质检测达标率 | 100%`,
    );
    const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [grid], lines: [], notices: [] };
    const [sourced] = readDrafts(document, tables, understanding().framework);
    expect(sourced?.draft.project.annualGoal).toBe('新打机电井26眼，维修管道48公里。');
    expect(sourced?.locate(null, 'annualGoal')).toMatchObject({ cell: place });
    expect(sourced?.notices).toEqual([]);
  });

  it.each([
    ['绩效目标 | 目标内容 | .', { goal: '' }],
    ['绩效目标 | 目标内容\n^ | .', { goal: '' }],
    ['绩效目标 | 目标内容 | 走访慰问260户。', { goal: '走访慰问260户。' }],
    ['绩效目标 | 序号 | 目标内容\n^ | 1 | 走访慰问260户。', { goal: '走访慰问260户。' }],
    ['年度绩效目标 | 目标内容 | 完成情况\n^ | 走访慰问260户。 | 走访250户', { annualGoal: '走访慰问260户。' }],
    ['目标内容 | 走访慰问260户。', { goal: '走访慰问260户。' }],
  ])('目标内容 is a heading and no goal: %s', (above, goals) => {
    const { goal, annualGoal } = projectOf(above) ?? {};
    expect({ goal, annualGoal }).toEqual({ goal: undefined, annualGoal: undefined, ...goals });
  });

  it('a title may end in 绩效一览', () => {
    expect(projectOf('牧区饮水安全提升项目绩效一览')?.name).toBe('牧区饮水安全提升');
  });
});

describe('goals in several rows', () => {
  it.each([
    ['numbered in cells of their own', '绩效目标 | 1 | 新打机电井26眼。\n^ | 2 | 维修管道48公里。'],
    ['without merges', '绩效目标 | 目标1 | 新打机电井26眼。\n. | 目标2 | 维修管道48公里。'],
    ['one text a row', '绩效目标 | 新打机电井26眼。 | <\n^ | 维修管道48公里。 | <'],
  ])('%s are one goal', (_, above) => {
    expect(projectOf(above)?.goal).toBe('新打机电井26眼。\n维修管道48公里。');
  });

  it('heads within the text stay as they are written', () => {
    expect(projectOf('总体目标 | 目标1：新打机电井。\n^ | 目标2：维修管道。')?.goal).toBe(
      '目标1：新打机电井。\n目标2：维修管道。',
    );
  });
});

describe('names under open labels', () => {
  it.each(['项目概况 | 名称 | 冬季走访慰问\n^ | 责任科室 | 民政科', '任务名称 | 冬季走访慰问\n执行年度 | 2026'])(
    'name the project where no list follows: %s',
    (above) => {
      expect(projectOf(above)?.name).toBe('冬季走访慰问');
    },
  );

  it('the head of a list of tasks does not', () => {
    expect(projectOf('任务名称 | 主要内容 | 金额\n走访慰问 | 冬季走访 | 20')?.name).not.toBe('主要内容');
  });
});

describe('other ways of saying it', () => {
  it.each([
    ['金额单位 | 元\n预算金额 | 4,380,000', 438],
    ['预算金额 | 438', 438],
  ])('%s', (above, budget) => {
    expect(projectOf(above)?.budget).toBe(budget);
  });

  it('whoever answers for a unit is not the unit', () => {
    expect(projectOf('承担单位负责人 | 马俊 | .')?.unit).toBeUndefined();
  });

  it('a year in Chinese numerals, a unit with a person, a name behind its number', () => {
    const project = projectOf(
      '绩效目标表 | < | <\n二〇二六年度 | < | <\n项目名称 | 50023026T000004918837-校舍取暖改造 | .\n项目单位及联系人 | 平陵县文物中心 赵明 | .',
    );
    expect(project).toMatchObject({ year: 2026, unit: '平陵县文物中心', name: '校舍取暖改造' });
  });
});
