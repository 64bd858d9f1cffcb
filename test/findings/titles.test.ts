/** What titles name: the unit ends where a word ends, and what is left is a project. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { loadReadingData } from '../../src/platform/shipped.js';
import { textDocument } from './helpers.js';

const data = await loadReadingData();

function named(lines: string): string {
  const [finding] = findFindings(textDocument(`${lines}\n\n一、存在问题\n台账不完整。`), data);
  return `${finding?.project ?? '-'} ／ ${finding?.unit ?? '-'}`;
}

describe('titles', () => {
  it.each<[string, string]>([
    // The ending of a body inside a word, or a word that is no body.
    ['2024年柳河县农村户厕改造奖补资金', '柳河县农村户厕改造奖补资金 ／ -'],
    ['2024年柳河县农村厕所长效管护资金', '柳河县农村厕所长效管护资金 ／ -'],
    ['2023年度南山区娱乐场所噪声监测项目', '南山区娱乐场所噪声监测项目 ／ -'],
    ['2024年度市级科技局部攻关专项', '市级科技局部攻关专项 ／ -'],
    ['2024年柳河县大学生就业补贴', '柳河县大学生就业补贴 ／ -'],
    ['2024年南山区街道路灯改造工程', '南山区街道路灯改造工程 ／ -'],
    ['2024年柳河县中心城区排水防涝工程', '柳河县中心城区排水防涝工程 ／ -'],
    ['2024年柳河县水文站点升级项目', '柳河县水文站点升级项目 ／ -'],
    ['2024年柳河县企业所得税奖励资金', '柳河县企业所得税奖励资金 ／ -'],
    ['2024年柳河县文化馆和乡镇文化站免费开放资金', '柳河县文化馆和乡镇文化站免费开放资金 ／ -'],
    ['2024年中心卫生院彩超购置项目', '中心卫生院彩超购置项目 ／ -'],
    // A date inside the title is no part of the unit's name.
    ['柳河县2023年基层派出所业务用房修建项目', '柳河县基层派出所业务用房修建项目 ／ -'],
    // What would be left says nothing.
    ['2024年柳河县托育服务中心建设项目', '柳河县托育服务中心建设项目 ／ -'],
    ['柳河县图书馆2024年运行经费', '柳河县图书馆运行经费 ／ 柳河县图书馆'],
    // Units.
    ['2024年度柳河县教育局校园安防项目', '校园安防项目 ／ 柳河县教育局'],
    ['2024年度柳河县财政局一体化系统改造项目', '一体化系统改造项目 ／ 柳河县财政局'],
    ['2024年柳河县公安局部分派出所修缮项目', '部分派出所修缮项目 ／ 柳河县公安局'],
    ['2024年柳河县人民法院诉讼档案数字化项目', '诉讼档案数字化项目 ／ 柳河县人民法院'],
    ['柳河县养老院2024年消防改造项目', '消防改造项目 ／ 柳河县养老院'],
    ['柳河县林业局2024年度部门整体支出', '柳河县林业局2024年度部门整体支出 ／ 柳河县林业局'],
    ['2024年河道清淤建设项目支出', '河道清淤建设项目 ／ -'],
  ])('%s绩效评价报告', (title, expected) => {
    expect(named(`${title}绩效评价报告`)).toBe(expected);
  });

  it('leaves the menu of a web page out', () => {
    const title = '2024年残疾人驾校补贴项目绩效自评报告';
    expect(named(`首页 政务公开 互动交流\n当前位置：首页 > 财政信息\n${title}`)).toBe('残疾人驾校补贴项目 ／ -');
    expect(named(`首页\n政务公开\n互动交流\n办事服务\n专题\n财政信息\n${title}`)).toBe('残疾人驾校补贴项目 ／ -');
  });

  it('joins the lines of a cover', () => {
    expect(named('2024年度柳河县智慧养老平台\n升级项目绩效评价报告')).toBe('柳河县智慧养老平台升级项目 ／ -');
    expect(named('柳河县教育局\n2024年度校舍加固项目\n绩 效 评 价 报 告')).toBe('校舍加固项目 ／ 柳河县教育局');
  });
});
