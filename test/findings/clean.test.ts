import { describe, expect, it } from 'vitest';
import { clean } from '../../src/findings/clean.js';
import { data } from './helpers.js';

describe('clean', () => {
  it.each([
    ['paragraph tags are line breaks', '<p>1. 甲方案</p> <p>2. 乙方案</p>', '1. 甲方案\n\n2. 乙方案'],
    ['break tags too', '1.甲方案<br>2.乙方案<BR/>3.丙方案', '1.甲方案\n2.乙方案\n3.丙方案'],
    ['inline tags vanish', '<span style="color:red">指标</span>设置', '指标设置'],
    ['form fields vanish', '<input type="checkbox"> 优 <input type="checkbox"> 良', '优 良'],
    ['comparison signs are no tags', '80分≤得分<90分；60分<得分', '80分≤得分<90分；60分<得分'],
    ['an unknown tag stays', '<政策>若干条', '<政策>若干条'],
    ['an unclosed tag stays', '指标<p 设置', '指标<p 设置'],
    ['entities', '完成率&ge;90%&nbsp;且&lt;100%&#12290;&#x3002;', '完成率≥90% 且<100%。。'],
    ['a bad entity stays', '&#xD800;&#99999999;&nothing;', '&#xD800;&#99999999;&nothing;'],
    ['full-width digits, letters and spaces', '２０２２年　ＰＰＰ项目', '2022年 PPP项目'],
    ['full-width punctuation is Chinese', '（一）甲，乙。', '（一）甲，乙。'],
    ['zero-width, soft hyphens and private use', '指\u200b标\ue000设\u00ad置\ufeff', '指标设置'],
    ['a supplementary private-use character', 'a\u{f0001}b', 'ab'],
    ['an emoji stays', 'a😀b', 'a😀b'],
    ['OCR slips', '绩效指标设臵不够科学', '绩效指标设置不够科学'],
    ['Kangxi radicals', '⼀、⼯作', '一、工作'],
    ['several spaces are one', '甲   乙\t\t丙', '甲 乙 丙'],
    ['Windows and old line ends', '甲方案。\r\n乙方案。\r丙方案。', '甲方案。\n\n乙方案。\n\n丙方案。'],
  ])('%s', (_, text, expected) => {
    expect(clean(text, data).text).toBe(expected);
  });
});

describe('line breaks', () => {
  it.each([
    [
      'lines of one width are one paragraph',
      '对于财政资金绩效评价工作的了解不够深入，绩效目标和\n指标也只是根据项目实际完成情况制定，对项目执行过程有效\n约束不够，存在一定的偏差。',
      '对于财政资金绩效评价工作的了解不够深入，绩效目标和指标也只是根据项目实际完成情况制定，对项目执行过程有效约束不够，存在一定的偏差。',
    ],
    [
      'blank lines between them change nothing',
      '对于财政资金绩效评价工作的了解不够深入，绩效目标和\n\n指标也只是根据项目实际完成情况制定，对项目执行过程有效\n\n约束不够，存在一定的偏差。',
      '对于财政资金绩效评价工作的了解不够深入，绩效目标和指标也只是根据项目实际完成情况制定，对项目执行过程有效约束不够，存在一定的偏差。',
    ],
    ['a line may begin with a closing mark', '多在“行道树存在钉挂物\n”等方面扣分', '多在“行道树存在钉挂物”等方面扣分'],
    ['a full stop alone', '监督管理有待进一步完善\n。', '监督管理有待进一步完善。'],
    ['a comma goes on', '指标设置不合理，\n自评材料不全', '指标设置不合理，自评材料不全'],
    [
      'a short headline stands alone',
      '（一）指标设置不合理\n年初未能参考往年经验，绩效指标设置不全面、不规范。',
      '（一）指标设置不合理\n年初未能参考往年经验，绩效指标设置不全面、不规范。',
    ],
    ['a marker begins a line', '未设置效益指标\n2.自评不实', '未设置效益指标\n2.自评不实'],
    [
      'a list without markers keeps its lines',
      '缺少效益指标\n缺少质量指标\n缺少时效指标',
      '缺少效益指标\n缺少质量指标\n缺少时效指标',
    ],
    [
      'a decimal at the head of a line is no marker',
      '平均支出进度仅为全年预算的百分之八十九，同比下降，\n2.5个百分点',
      '平均支出进度仅为全年预算的百分之八十九，同比下降，2.5个百分点',
    ],
    ['words of Latin letters keep a space', '与LG Display,\nCompany合作', '与LG Display,Company合作'],
    [
      'a page broke the sentence',
      '部分政策制定有待优化。实施过程跟踪监控不够到\n\n位，效果不明。',
      '部分政策制定有待优化。实施过程跟踪监控不够到位，效果不明。',
    ],
  ])('%s', (_, text, expected) => {
    expect(clean(text, data).text).toBe(expected);
  });
});
