import { describe, expect, it } from 'vitest';
import { exactObject, looseObject, measureClass } from '../../src/indicators/index.js';
import { indicatorSchema } from '../../src/schema/index.js';
import { understanding } from '../support/rules.js';

const understand = (name: string, value = '') =>
  understanding().understand({ ...indicatorSchema.parse({ name, value }), id: '1' });
const loose = (name: string) => looseObject(understand(name), understanding().goals).text;

describe('what an indicator measures, apart from how', () => {
  it.each([
    ['疫木清理株数', '清理疫木数量'],
    ['2024年培训人数', '培训的人数'],
    ['巡查次数', '全年巡查数量'],
  ])('%s and %s are of the same characters', (a, b) => {
    expect(exactObject(understand(a))).toBe(exactObject(understand(b)));
  });

  it.each([
    ['免疫规划疫苗接种剂次', '疫苗接种完成剂次数'],
    ['参训教师满意度', '参加培训的老师满意度'],
    ['受益残疾人满意度', '领取补贴的残疾人满意程度'],
    ['林农对除治工作满意度', '林农满意度'],
    ['检查报告按时出具率', '检查报告及时出具率'],
  ])('%s and %s are of the same words', (a, b) => {
    expect(loose(a)).toBe(loose(b));
  });

  it.each([
    ['水罐消防车采购数量', '泡沫消防车采购数量'],
    ['参训学员满意度', '用工企业满意度'],
    ['城市低保对象人数', '农村低保对象人数'],
    ['道路维修里程', '道路养护里程'],
  ])('%s and %s are not', (a, b) => {
    expect(loose(a)).not.toBe(loose(b));
  });
});

describe('how it is measured', () => {
  it.each([
    ['疫苗接种剂次', '9.6万剂次', 'counted thing'],
    ['培训人次', '300人次', 'counted people'],
    ['培训场次', '12场', 'counted event'],
    ['补贴发放及时率', '100%', 'timely'],
    ['项目按期完成率', '100%', 'timely'],
    ['设备验收合格率', '100%', 'passed'],
    ['设备质量达标率', '100%', 'passed'],
    ['事故下降率', '5%', 'down'],
    ['销售额增长率', '5%', 'up'],
    ['学员满意度', '90%', 'satisfaction'],
  ])('%s %s: %s', (name, value, expected) => {
    expect(measureClass(understand(name, value))).toBe(expected);
  });
});
