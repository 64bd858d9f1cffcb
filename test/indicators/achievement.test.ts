/** What was reached of a target; where it cannot be known, nothing is said. */
import { describe, expect, it } from 'vitest';
import { betterSide } from '../../src/indicators/better-side.js';
import { achievement } from '../../src/indicators/index.js';
import { understanding } from '../support/rules.js';

const of = (name: string, value: string, actual: string, more: object = {}) =>
  achievement(understanding().understand({ id: '1', name, value, actual, ...more } as never), 2023);
const shares = (...args: Parameters<typeof of>) => {
  const { met, shares: list } = of(...args);
  return [met, ...list.map(({ part, terms }) => terms ?? part.toFixed())];
};
const OUTPUT = { level1: '产出指标', level2: '数量指标' };

describe('numbers', () => {
  it.each<[string, string, string, unknown[], object?]>([
    ['培训人次', '≥3600人次', '3742人次', [true, '1']],
    ['培训人次', '≥3600', '3500人次', [false, '3500÷3600']],
    ['培训人数', '不少于300人', '实际培训290人。', [false, '290÷300']],
    ['培训人数', '300人', '290人', [false, '290÷300', '0'], OUTPUT],
    ['新建管网长度', '≥3.5公里', '3400米', [false, '3.4÷3.5']],
    ['采购设备数量', '=15台（套）', '15台', [true, '1'], OUTPUT],
    ['营业收入', '≥5000万元', '0.48亿元', [false, '4800÷5000']],
    ['补贴拨付时限', '≤30个工作日', '34个工作日', [false, '30÷34']],
    ['办理时限', '5天内', '5日', [true, '1']],
    ['人均培训成本', '≤1350元/人', '1235元', [true, '1']],
    ['有效投诉起数', '0起', '1起', [false, '0']],
    ['有效投诉起数', '0', '无', [true, '1']],
    ['安全责任事故发生次数', '不发生', '未发生', [true, '1']],
    ['安全责任事故发生次数', '无', '2起', [false, '0']],
    ['群众满意度', '90', '88.5', [false, '88.5÷90', '0'], { unit: '%' }],
    ['水质达标率', '≥95%', '95%以上', [true, '1']],
    ['扶持资金投入产出比', '≥1:6', '1:7.2', [true, '1']],
    ['扶持资金投入产出比', '≥1:6', '1:4.5', [false, '4.5÷6']],
    ['小学生师比', '≤19:1', '17.5:1', [true, '1']],
    ['巡查次数', '全年4次', '3次', [false, '3÷4', '0'], OUTPUT],
  ])('%s %s → %s', (name, value, actual, expected, more) => {
    expect(shares(name, value, actual, more)).toEqual(expected);
  });

  it.each([
    ['several numbers', '培训场次', '10场、300人', '9场'],
    ['a range', '培训场次', '10-12场', '9场'],
    ['a change', '营业收入', '较上年增长5%', '4%'],
    ['no direction', '户均贷款', '5万元', '4万元'],
    ['a bare cost below its figure', '项目总成本', '500万元', '490万元'],
    ['another condition', '抽检合格率', '≥98%且无重大事故', '97%'],
    ['a target a quarter', '巡查次数', '每季度不少于1次', '4次'],
    ['about so many', '培训人数', '≥200人', '约190人'],
    ['an upper bound of the result', '水质达标率', '≥95%', '不足95%'],
    ['how many more', '培训人数', '≥200人', '超额完成20人'],
    ['one to so many, which may be read either way', '师生比', '≥1:18', '1:16'],
    ['another unit', '办理时限', '≤5个工作日', '6天'],
    ['percent and fraction', '群众满意度', '≥90%', '0.885'],
    ['money without its unit', '项目总成本', '≤500万元', '4980000'],
    ['a direction that is a fault itself', '投诉率', '≥5%', '6%'],
    ['exactly what “more than” excludes', '宣传活动次数', '>10次', '10次'],
    ['more than “=”', '修缮校舍数量', '=12处', '13处'],
  ])('says nothing of %s', (_, name, value, actual) => {
    expect(of(name, value, actual)).toMatchObject({ shares: [] });
  });

  it('tells by how much a target was exceeded', () => {
    expect(of('培训人数', '≥100人', '130人').excess?.toFixed()).toBe('30');
    expect(of('培训人数', '100人', '215人').excess?.toFixed()).toBe('115');
    expect(of('投诉次数', '≤10次', '2次').excess).toBeUndefined();
  });
});

describe('dates', () => {
  it.each<[string, string, boolean | undefined]>([
    ['2023年11月30日前', '2023年11月24日', true],
    ['2023年11月30日', '2023年11月30日', true],
    ['2023年12月底前', '2024年1月', false],
    ['12月31日前', '2024年2月10日', false],
    ['12月底', '11月20日', true],
    ['2023年第四季度', '2023年10月完成', true],
    ['2023年6月底前', '2023年三季度', false],
    ['年底前', '按期完成', true],
    ['2023年12月10日前', '2023年12月', undefined],
    ['年底前', '已完成', undefined],
    ['12月31日前', '1月15日', undefined],
    ['每月10日前', '12月10日', undefined],
    ['2023年6月至12月', '2023年12月', undefined],
    ['2023年底前', '预计2024年3月', undefined],
  ])('%s → %s', (value, actual, met) => {
    expect(of('项目完成时间', value, actual).met).toBe(met);
  });

  it('compares dates without a year within one, even where the project’s is unknown', () => {
    const row = understanding().understand({
      id: '1',
      name: '完成时间',
      value: '9月底前',
      actual: '10月12日',
    } as never);
    expect(achievement(row).met).toBe(false);
  });
});

describe('states', () => {
  it.each<[string, string, boolean | undefined]>([
    ['是', '是', true],
    ['是', '否', false],
    ['否', '否', true],
    ['完成', '已完成', true],
    ['通过验收', '未通过', false],
    ['按时完成', '完成', undefined],
    ['健全', '基本健全', undefined],
    ['达到国家一级标准', '达到国家二级标准', undefined],
  ])('%s → %s', (value, actual, met) => {
    expect(of('系统建设情况', value, actual).met).toBe(met);
  });
});

describe('which side is the better one', () => {
  it.each<[string, string | undefined, object?]>([
    ['参训学员满意度', 'sure-higher'],
    ['验收合格率', 'sure-higher'],
    ['培训后就业率', 'sure-higher'],
    ['投诉处理及时率', 'sure-higher'],
    ['培训人数', 'higher'],
    ['带动就业人数', 'higher', { level2: '社会效益指标' }],
    ['营业收入', 'higher', { level2: '经济效益指标' }],
    ['查处案件数', 'higher', { level2: '数量指标' }],
    ['投诉率', 'lower'],
    ['不合格率', 'lower'],
    ['失业率', 'lower'],
    ['投诉处理时限', 'lower'],
    ['人均培训成本', 'lower'],
    ['设备购置费用', 'lower', { level1: '成本指标' }],
    ['事故下降率', undefined],
    ['无故障运行率', undefined],
    ['减少投诉件数', 'higher'],
    ['成本节约率', undefined, { level1: '成本指标' }],
    ['投资完成率', undefined, { level1: '成本指标' }],
    // What is completed of what was overdue.
    ['逾期整改完成率', 'sure-higher'],
    ['药占比', undefined],
    ['户均贷款', undefined],
  ])('%s: %s', (name, side, more = {}) => {
    expect(betterSide(understanding().understand({ id: '1', name, ...more } as never))).toBe(side);
  });
});
