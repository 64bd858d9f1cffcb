/** The many ways in which a form heads the project's budget, and what only looks like it. */
import { describe, expect, it } from 'vitest';
import { bytesOf, draftsOf } from '../support/documents.js';

const TABLE = ['一级指标,二级指标,三级指标,指标值', '产出指标,数量指标,养护里程,≥120公里'];
const budget = async (...head: string[]) => {
  const [sourced] = await draftsOf(bytesOf(`${['项目名称,道路养护', ...head, ...TABLE].join('\n')}\n`), 'a.csv');
  return sourced?.draft.project.budget;
};

describe('a label of the budget', () => {
  it.each([
    ['预算（万元）,120', 120],
    ['预算申请金额(万元),120', 120],
    ['申报金额（万元）,120', 120],
    ['申请资金,120', 120],
    ['申请资金总额（元）,1200000', 120],
    ['项目资金(万元),120', 120],
    ['本年预算,120万元', 120],
    ['2024年预算（万元）,120', 120],
    ['2024年度项目预算安排（万元）,120', 120],
    ['批复金额（元）,"1,200,000.00"', 120],
    ['批复预算,1200000元', 120],
    ['核定预算金额/万元,120', 120],
    ['下达资金（亿元）,0.012', 120],
    ['项目经费（千元）,1200', 120],
    ['专项资金额度,120万元整', 120],
    ['项目总投资（万元）,120', 120],
    ['预算金额,人民币120万元', 120],
    ['项目资金（万元）,120（其中：财政拨款100）', 120],
    ['预算（单位：人民币万元）,120', 120],
    ['预算：120万元', 120],
    ['预算申请总额：120万元，其中财政拨款100万元', 120],
  ])('%s', async (line, expected) => {
    expect(await budget(line)).toBe(expected);
  });

  it.each([
    ['其他资金（万元）,120'],
    ['财政拨款（万元）,120'],
    ['上级补助资金,120'],
    ['已支付金额,120'],
    ['预算执行金额,120'],
    ['预算依据,第120号文'],
    ['项目资金：用于购置设备3台'],
    ['资金用途,购置设备'],
  ])('is not %s', async (line) => {
    expect(await budget(line)).toBeUndefined();
  });

  it('prefers the amount of the year to that of the whole term', async () => {
    expect(await budget('项目总投资（万元）,600,,', '当年申请资金（万元）,120,,')).toBe(120);
    expect(await budget('实施期资金总额,600,,', '预算申请金额（万元）,120,,')).toBe(120);
  });

  it('takes the sum of a column, not its first part', async () => {
    expect(await budget('资金来源,申请金额（万元）', '财政拨款,100', '其他资金,20', '合计,120')).toBe(120);
    expect(await budget('资金来源,申请金额（万元）', '财政拨款,100', '其他资金,20')).toBeUndefined();
  });

  it('leaves a project alone that is called after money', async () => {
    const [sourced] = await draftsOf(bytesOf(`项目名称,专项经费,预算（万元）,8\n${TABLE.join('\n')}\n`), 'a.csv');
    expect(sourced?.draft.project).toMatchObject({ name: '专项经费', budget: 8 });
  });

  it('is known as a column of a list too', async () => {
    const list = '项目名称,申报金额（元）,三级指标,指标值\n道路养护,1200000,养护里程,≥120公里\n';
    const [sourced] = await draftsOf(bytesOf(list), 'a.csv');
    expect([sourced?.draft.project.budget, sourced?.notices]).toEqual([120, []]);
  });
});

describe('the unit of a whole sheet', () => {
  it.each([
    ['金额单位：元,', 120],
    ['（单 位：元）,', 120],
    ['填报单位：元谋县教育局,', 1200000],
    ['填报单位,单位：元氏县财政局', 1200000],
  ])('%s', async (line, expected) => {
    expect(await budget(line, '预算,1200000')).toBe(expected);
  });
});
