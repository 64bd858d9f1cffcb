import { describe, expect, it } from 'vitest';
import { indicatorSchema } from '../../src/schema/index.js';
import { understanding } from '../support/rules.js';

const understand = (name: string) => understanding().understand({ ...indicatorSchema.parse({ name }), id: '1' });
const measure = (name: string) => understand(name).measure;

describe('what a name measures', () => {
  it.each([
    ['农村公路养护里程', 'length'],
    ['设备验收合格率', 'ratio'],
    ['参训学员满意度', 'satisfaction'],
    ['线上销售额增长率', 'growth'],
    ['培训人次', 'people'],
    ['应急演练场次', 'event'],
    ['补植乔木数量', 'count'],
    ['绿地面积', 'area'],
    ['项目总成本', 'amount'],
    ['人均培训费用', 'unit-cost'],
    ['故障响应时间', 'duration'],
    ['工程竣工时间', 'deadline'],
    ['长效机制健全程度', 'degree'],
    ['上级年度考核等次', 'rank'],
    ['重大安全责任事故零发生', 'absence'],
    ['年供水量', 'quantity'],
    ['提升工程质量', 'none'],
    ['管理制度', 'none'],
    ['办学质量', 'none'],
    ['河道巡查频率', 'event'],
  ])('%s is measured as %s', (name, kind) => {
    expect(measure(name).kind).toBe(kind);
  });

  it.each([
    ['投诉处理及时率', 'timeliness'],
    ['养老金按时发放率', 'timeliness'],
    ['养老金按时足额发放率', undefined],
    ['抽检合格率', 'quality'],
    ['单株养护成本', 'cost'],
    ['游客满意度', 'satisfaction'],
    ['绿地巡查覆盖率', undefined],
    ['降低企业成本', undefined],
  ])('the side of %s is %s', (name, aspect) => {
    expect(measure(name).aspect).toBe(aspect);
  });

  it.each([
    ['合格率', true],
    ['财政资金撬动率', false],
    ['床位使用率', false],
    ['产值增长率', false],
    ['毛入学率', false],
    ['居民满意度', true],
  ])('%s ends at 100 %%: %s', (name, bounded) => {
    expect(measure(name).bounded).toBe(bounded);
  });
});

describe('wishes and tasks', () => {
  it.each([
    ['加强基层组织建设', 'wish'],
    ['营商环境持续优化', 'tail'],
    ['让群众办事更舒心', 'wish'],
    ['开展法治宣传教育', 'task'],
    ['带动周边农户就业', 'result'],
  ])('%s is a %s', (name, kind) => {
    expect(measure(name).wish?.kind).toBe(kind);
  });

  it.each([
    '保障性住房套数',
    '提升泵站数量',
    '促进会会员数',
    '培训班期数',
    '加强监测点位数',
    '改造户数',
    '建设里程',
    '规范性文件制定数量',
  ])('%s is neither', (name) => {
    expect(measure(name).wish).toBeUndefined();
  });
});

describe('marks around a name', () => {
  it.each([
    ['★培训人数', '培训人数'],
    ['【新增】培训人数', '培训人数'],
    ['指标1：培训人数', '培训人数'],
    ['指标 2:培训人数', '培训人数'],
    ['其中：培训人数', '培训人数'],
    ['（1）培训人数', '培训人数'],
    ['1.培训人数', '培训人数'],
    ['1.2.培训人数', '培训人数'],
    ['0-3岁儿童驿站数', '0-3岁儿童驿站数'],
    ['一、二级公路里程', '一、二级公路里程'],
    ['指标一致率', '指标一致率'],
    ['（培训人数）', '培训人数'],
    ['①培训人数', '培训人数'],
    ['培训 人数', '培训人数'],
    ['培训人数。', '培训人数'],
    ['设备完好率（%）', '设备完好率'],
    ['12345热线办结率', '12345热线办结率'],
    ['110接处警数量', '110接处警数量'],
    ['4G基站数量', '4G基站数量'],
    ['1小时内到场率', '1小时内到场率'],
  ])('%s → %s', (raw, core) => {
    expect(understand(raw).name.core).toBe(core);
  });

  it('keeps what stood in brackets', () => {
    const { name } = understand('合格率（合格数/总数）');
    expect(name).toMatchObject({ core: '合格率', brackets: ['合格数/总数'] });
  });
});

describe('which way is better', () => {
  it.each([
    ['受益群众满意度', 'higher'],
    ['投诉办结率', 'higher'],
    ['管网失水率', 'lower'],
    ['血液报废率', 'lower'],
    ['案件办理差错率', 'lower'],
    ['抽检不合格率', 'lower'],
    ['交通事故死亡人数下降率', 'higher'],
    ['PM2.5年均浓度', 'lower'],
    ['负氧离子浓度', undefined],
    ['故障响应时间', 'lower'],
    ['公示期限', undefined],
    ['单位养护成本', 'lower'],
    ['低保对象补助标准', undefined],
    ['生均公用经费', undefined],
    ['查处案件数', undefined],
    ['较大以上安全事故起数', 'lower'],
    ['防灾知识普及率', 'higher'],
    ['灾损占地区生产总值比', undefined],
  ])('%s: %s', (name, better) => {
    expect(measure(name).better).toBe(better);
  });
});
