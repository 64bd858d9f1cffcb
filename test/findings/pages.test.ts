/** Running heads and feet, paragraphs behind a list, numbers left out, long lists, and HTML saved as text. */
import { describe, expect, it } from 'vitest';
import { readPlainText } from '../../src/documents/read-text.js';
import { findFindings } from '../../src/findings/review.js';
import { data } from './helpers.js';

const document = (text: string) => readPlainText(new TextEncoder().encode(text), '文.txt');
const lines = (text: string): string[] =>
  findFindings(document(text), data).map(({ level, marker, text: words }) => `${level} ${marker}|${words}`);

describe('pages', () => {
  it.each([
    ['a foot above the number', '水务评价中心\n第 3 页 共 15 页'],
    ['a foot on the same line', '临河市水务评价中心          第 3 页 共 15 页'],
    ['a head and a number', '临河市水务局 2022年度绩效报告\n- 15 -'],
  ])('%s is no finding', (_, furniture) => {
    expect(lines(`三、存在问题\n1.井口塌陷。\n${furniture}\n2.巡查不足。`)).toEqual([
      '1 1.|井口塌陷。',
      '1 2.|巡查不足。',
    ]);
  });

  it('knows a foot by its coming again', () => {
    const text = '三、存在问题\n1.井口塌陷。\n内部资料\n— 3 —\n2.巡查不足。\n内部资料\n— 4 —\n3.档案缺失。';
    expect(lines(text)).toHaveLength(3);
  });

  it('keeps a last line above the number that states something', () => {
    const text = '三、存在问题\n1.井口塌陷\n两口井未加盖，存在安全隐患\n— 3 —\n2.巡查不足';
    expect(lines(text).join('')).toContain('两口井未加盖');
  });

  it('joins a sentence that the page cut in two', () => {
    expect(lines('三、存在问题\n1.档案缺失，共\n第16页\n计31份。\n2.巡查不足。')[0]).toBe('1 1.|档案缺失，共计31份。');
  });

  it('still reads the title next to a number', () => {
    const [finding] = findFindings(document('水井清淤项目绩效评价报告\n— 1 —\n三、存在问题\n1.井口塌陷。'), data);
    expect(finding?.project).toContain('水井清淤');
  });
});

describe('paragraphs behind a list', () => {
  it('are findings of their own', () => {
    expect(
      lines('三、存在问题\n一是井口塌陷。二是巡查不足。\n补助资金存在以拨代支问题，涉及三镇，未及时清理。'),
    ).toEqual(['1 一是|井口塌陷。', '1 二是|巡查不足。', '1 |补助资金存在以拨代支问题，涉及三镇，未及时清理。']);
  });

  it('may begin another list', () => {
    expect(lines('三、存在问题\n一方面，井口塌陷；另一方面，巡查不足。\n第一，执行率低。第二，公示缺失。')).toEqual([
      '1 一方面|井口塌陷；',
      '1 另一方面|巡查不足。',
      '1 第一|执行率低。',
      '1 第二|公示缺失。',
    ]);
  });

  it('belong to the part where parts have lines of their own', () => {
    expect(lines('三、存在问题\n一是井口塌陷。\n两口井未加盖。\n二是巡查不足。')).toHaveLength(2);
  });

  it('knows a clause that opens like those above the lists', () => {
    const text =
      '四、工作建议\n针对决策问题，一要补充指标，二要询价；针对过程问题，一要公开条款，二要核验记录；针对效益问题，要联动帮扶。';
    expect(lines(text).at(-1)).toBe('1 |针对效益问题，要联动帮扶。');
  });
});

describe('numbers', () => {
  it.each(['1.标准偏低3.发放滞后4.评查走样', '1.标准偏低3.发放滞后3.评查走样', '1.标准偏低。3.发放滞后。3.评查走样。'])(
    'left out or typed twice: %s',
    (text) => {
      expect(lines(`三、存在问题\n${text}`)).toHaveLength(3);
    },
  );

  it.each(['1.见附件3.表中数据不实', '1.执行率降至3.5个百分点以下'])('that are none: %s', (text) => {
    expect(lines(`三、存在问题\n${text}`)).toHaveLength(1);
  });

  it('go on past 99', () => {
    const points = Array.from({ length: 120 }, (_, index) => `${index + 1}.井盖缺失。`).join('\n');
    expect(lines(`三、存在问题\n${points}`).at(-1)).toBe('1 120.|井盖缺失。');
  });

  it.each(['6.1 分类制定标准', '6.1 年度计划下达', '6.1 元宵灯会限额'])('of a chapter before a word: %s', (first) => {
    expect(lines(`6 改进建议\n${first}\n6.2 先验收后拨付\n7 附件\n附件1 评分表`)).toEqual([
      `1 6.1|${first.slice(4)}`,
      '1 6.2|先验收后拨付',
    ]);
  });

  it('typed twice may head two chapters', () => {
    expect(lines('三、存在问题\n1.井口塌陷。\n三、建议\n1.返工修复。')).toEqual(['1 1.|井口塌陷。', '1 1.|返工修复。']);
  });
});

describe('HTML saved as text', () => {
  const html =
    '<html><body><h2>三、存在问题</h2><p>&#65288;一&#65289;井口塌陷，修复率62.5%。</p><p>（二）合同<strong>未公开</strong>。</p><h2>四、有关建议</h2><p>（一）返工修复。</p></body></html>';

  it('is read by its blocks, each finding with its place', () => {
    expect(lines(html)).toEqual(['1 （一）|井口塌陷，修复率62.5%。', '1 （二）|合同未公开。', '1 （一）|返工修复。']);
    const [, second] = findFindings(document(html), data);
    expect(html.slice(second?.start, second?.end)).toBe('合同<strong>未公开</strong>。');
  });

  it('is told from a text that holds a sign or two', () => {
    expect(lines('三、存在问题\n1.得分<90且a>b。\n2.合同未公开。')).toHaveLength(2);
  });
});
