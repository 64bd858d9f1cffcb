import { describe, expect, it } from 'vitest';
import { type ConflictWords, goalConflicts } from '../../src/lint/goal-conflict.js';
import { uncoveredPieces } from '../../src/lint/goal-coverage.js';
import { goalSense } from '../../src/lint/goal-sense.js';
import { differInPlace } from '../../src/lint/place-split.js';
import { UnderstoodDraft } from '../../src/lint/understood-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

type Rows = readonly (readonly [name: string, value: string, level1?: string, level2?: string])[];

function draft(project: object, rows: Rows = []): UnderstoodDraft {
  const { understanding, similarity } = ruleBook();
  const indicators = rows.map(([name, value, level1, level2]) => ({ name, value, level1, level2 }));
  return new UnderstoodDraft(
    draftSchema.parse({ project: { name: '示例', ...project }, indicators }),
    understanding,
    similarity,
  );
}

describe('which goal the indicators answer', () => {
  it('is the annual one where there is one', () => {
    expect(draft({ goal: '三年改造126公里', annualGoal: '改造45公里' }).goalField).toBe('annualGoal');
    expect(draft({ goal: '改造45公里', annualGoal: '/' }).goal?.text).toBe('改造45公里');
    expect(draft({ goal: ' ' }).goals).toEqual([]);
  });

  it.each([
    [{ multiYear: true }, true],
    [{ multiYear: false, goal: '三年内完成' }, false],
    [{ goal: '2023—2025年改造管网' }, true],
    [{ goal: '改造管网45公里' }, undefined],
  ])('%j is of several years: %s', (project, expected) => {
    expect(draft(project).isMultiYear).toBe(expected);
  });
});

describe('the kind of a project', () => {
  it.each([
    [{ category: '工程建设类' }, '工程', true],
    [{ name: '消防救援装备采购' }, '购置', true],
    [{ name: '设备采购及操作培训' }, '活动', false],
    [{ name: '示例', goal: '对农户发放补贴' }, '补助', false],
    [{ name: '示例' }, undefined, false],
  ])('%j', (project, category, isSure) => {
    expect(draft(project).kind).toEqual({ category, isSure });
  });
});

describe('tasks without an indicator', () => {
  const uncovered = (goal: string, rows: Rows, name = '示例') =>
    uncoveredPieces(draft({ name, goal }, rows)).map(({ text }) => text);

  it('are those whose number and words are both missing', () => {
    const rows: Rows = [
      ['夜间阅读推广活动场次', '120场'],
      ['到馆人次', '18万人次'],
    ];
    expect(uncovered('举办夜读活动120场，到馆读者18万人次，新增数据库2个', rows)).toEqual(['新增数据库2个']);
  });

  it('are not those that a sum answers', () => {
    expect(uncovered('复核9条河道、2个湖泊划界成果', [['复核划界河湖数', '11条']])).toEqual([]);
  });

  it('are those of another object than the settled one', () => {
    const rows: Rows = [
      ['补贴机具台数', '1800台'],
      ['农户满意度', '90%'],
    ];
    expect(uncovered('补贴机具1800台，对报废的300台老旧农机给予补贴', rows)).toEqual(['对报废的300台老旧农机给予补贴']);
  });

  it.each(['改善人居环境', '营造良好氛围', '高火险期靠前驻防', '为决策提供数据支持'])('%s asks for none', (goal) => {
    expect(uncovered(goal, [['巡查次数', '12次']])).toEqual([]);
  });
});

describe('numbers that differ', () => {
  const words = ruleBook().rules.get('value/goal-conflict')?.data as ConflictWords;
  const conflicts = (goal: string, rows: Rows, project: object = {}) =>
    goalConflicts(draft({ goal, ...project }, rows), words).map(({ understood }) => understood.name.core);

  it.each([
    ['新签约项目30个', '新签约项目数', '18个'],
    ['仓容2.4万吨', '新增仓容', '2万吨'],
    ['故障响应时间不超过15分钟', '故障响应时间', '30分钟'],
  ])('%s, %s %s', (goal, name, value) => {
    expect(conflicts(goal, [[name, value]])).toEqual([name]);
  });

  it.each([
    ['培训200人次', '培训期数', '4期'],
    ['培训合格率95%', '培训及时率', '100%'],
    ['漏损率由12%降至9%', '漏损率', '9%'],
    ['产值增长8%', '产值', '30亿元'],
    ['培训干部1200人次', '人均培训天数', '5天'],
    ['约4.2万群众受益', '受益群众人数', '41860人'],
    ['组织青年干部参加省级培训120人', '干部培训人数', '300人'],
  ])('not %s, %s %s', (goal, name, value) => {
    expect(conflicts(goal, [[name, value]])).toEqual([]);
  });

  it('are not judged by the goal of several years', () => {
    expect(conflicts('三年新签约项目30个', [['新签约项目数', '10个']], { multiYear: true })).toEqual([]);
  });
});

describe('the sense of a goal', () => {
  it.each([
    ['加强党的建设，提高党员干部素质，增强凝聚力战斗力。', 'vague'],
    ['河道黑臭现象基本消除，沿岸居民生活环境明显改善，满意度90%以上。', 'benefit-only'],
    ['租用政务外网专线，维护机房设备，定期开展安全巡检。', 'output-only'],
    ['负责市场监督管理，组织综合执法，指导信用建设，承办交办的其他事项。', 'duties'],
    ['更新老旧电梯68台，消除安全隐患。', 'sound'],
    // What is neither for sure leaves it open.
    ['实行同价票制，城乡公交线路18条。', 'sound'],
  ])('%s', (goal, expected) => {
    expect(goalSense(draft({ goal }), ruleBook().understanding)).toBe(expected);
  });
});

describe('places', () => {
  it.each([
    ['东岭镇路灯安装数量', '西河镇路灯安装数量', true],
    ['南坪乡路灯安装数量', '西河镇路灯安装数量', true],
    ['新建东岭村广场面积', '新建大湾村广场面积', true],
    ['一标段完工时间', '二标段完工时间', true],
    ['城市低保人数', '农村低保人数', false],
    ['革命老区转移支付额', '民族地区转移支付额', false],
    ['县道养护里程', '乡道养护里程', false],
    ['小学教师培训人数', '中学教师培训人数', false],
    ['山区公路里程', '平原区公路里程', false],
  ])('%s, %s: %s', (a, b, expected) => {
    expect(differInPlace(a, b)).toBe(expected);
  });
});
