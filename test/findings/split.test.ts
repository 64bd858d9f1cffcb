import { describe, expect, it } from 'vitest';
import { splitFindings } from '../../src/findings/review.js';
import { data } from './helpers.js';

/** Level, marker and text of each piece. */
function pieces(text: string, kind: 'problem' | 'suggestion' = 'problem'): string[] {
  return splitFindings(text, data, { kind }).map((piece) => `${piece.level} ${piece.marker}|${piece.text}`);
}

describe('headline and parts', () => {
  it.each<[string, string, string[]]>([
    ['no marker: one finding', '绩效目标不明确。指标也不全面。', ['1 |绩效目标不明确。指标也不全面。']],
    [
      'a headline of its own sentence',
      '1. 监督管理有待加强。一是对甲监管不足。二是对乙监管不足。',
      ['1 1.|监督管理有待加强。', '2 一是|对甲监管不足。', '2 二是|对乙监管不足。'],
    ],
    [
      'a headline with a comma',
      '1. 目标设置不够科学，一是表述笼统，条理性不强。二是名称不规范。',
      ['1 1.|目标设置不够科学', '2 一是|表述笼统，条理性不强。', '2 二是|名称不规范。'],
    ],
    [
      'an unmarked headline',
      '绩效目标设置不够科学，一是表述笼统。二是名称不规范。',
      ['1 |绩效目标设置不够科学', '2 一是|表述笼统。', '2 二是|名称不规范。'],
    ],
    [
      'an introduction is none',
      '项目存在以下问题：一是目标不明确。二是自评不实。',
      ['1 一是|目标不明确。', '1 二是|自评不实。'],
    ],
    [
      'nor is one before a numbered list',
      '评价发现，该项目主要存在以下几方面问题：\n1.目标不明确。\n2.自评不实。',
      ['1 1.|目标不明确。', '1 2.|自评不实。'],
    ],
    [
      'a headline that only names the field stays (rule 7)',
      '1. 预算管理方面存在的问题。一是编制不准。二是执行率低。',
      ['1 1.|预算管理方面存在的问题。', '2 一是|编制不准。', '2 二是|执行率低。'],
    ],
    [
      'one sentence is one finding',
      '2. 自评材料存在疏漏，数据与佐证材料不一致。',
      ['1 2.|自评材料存在疏漏，数据与佐证材料不一致。'],
    ],
    [
      'explanation behind a headline',
      '2. 预算编制科学性有待提升。合同约定与预期值不相符。二者相差较大。',
      ['1 2.|预算编制科学性有待提升。', '2 |合同约定与预期值不相符。二者相差较大。'],
    ],
    [
      'explanation on the next line',
      '（一）绩效管理不到位\n年初未能参考往年经验，绩效指标设置不全面、不规范。',
      ['1 （一）|绩效管理不到位', '2 |年初未能参考往年经验，绩效指标设置不全面、不规范。'],
    ],
    [
      'explanation behind a space',
      '1. 项目实施过程性监管不足 项目单位未提供检查、监控、督促整改的过程性材料。',
      ['1 1.|项目实施过程性监管不足', '2 |项目单位未提供检查、监控、督促整改的过程性材料。'],
    ],
    [
      'examples stay with their point',
      '1. 指标设置不够全面。如缺少质量指标、时效指标。',
      ['1 1.|指标设置不够全面。如缺少质量指标、时效指标。'],
    ],
    [
      'examples stay with their part',
      '一是指标不全面。如缺少质量指标。例如合格率。二是自评不实。',
      ['1 一是|指标不全面。如缺少质量指标。例如合格率。', '1 二是|自评不实。'],
    ],
    [
      'a part keeps its second sentence',
      '1. 管理不足。一是台账不全。未能反映进度。二是考核缺失。',
      ['1 1.|管理不足。', '2 一是|台账不全。未能反映进度。', '2 二是|考核缺失。'],
    ],
    [
      'explanation between headline and parts',
      '（二）绩效管理水平有待提高。\n组织有待完善，指标不全面、不规范。一是设置不全面；二是设置不规范。',
      [
        '1 （二）|绩效管理水平有待提高。',
        '2 |组织有待完善，指标不全面、不规范。',
        '2 一是|设置不全面；',
        '2 二是|设置不规范。',
      ],
    ],
    [
      'a lead-over between headline and parts is none',
      '（一）绩效管理不足。主要表现在：一是目标不清晰。二是自评不实。',
      ['1 （一）|绩效管理不足。', '2 一是|目标不清晰。', '2 二是|自评不实。'],
    ],
    [
      'description between headline and parts is none',
      '（一）系统应用不足。信息系统是城市管理的载体。在应用方面，一是功能薄弱。二是数据陈旧。',
      ['1 （一）|系统应用不足。', '2 一是|功能薄弱。', '2 二是|数据陈旧。'],
    ],
    [
      'a lead-over at the end of a headline goes',
      '1.绩效目标不科学，主要表现在：（1）目标笼统。（2）指标缺失。',
      ['1 1.|绩效目标不科学', '2 （1）|目标笼统。', '2 （2）|指标缺失。'],
    ],
    [
      'three levels',
      '一、管理薄弱\n（一）采购不规范\n1.合同签订不及时。\n2.备案不及时。\n（二）资产不清',
      ['1 一、|管理薄弱', '2 （一）|采购不规范', '3 1.|合同签订不及时。', '3 2.|备案不及时。', '2 （二）|资产不清'],
    ],
    [
      'an inline part is not split again',
      '（一）采购不规范。1.合同签订不及时。超期三个月。2.备案不及时。',
      ['1 （一）|采购不规范。', '2 1.|合同签订不及时。超期三个月。', '2 2.|备案不及时。'],
    ],
    [
      'a quoted full stop ends nothing',
      '1. 未做到“应评尽评。应管尽管。”的要求，自评不实。材料不全。',
      ['1 1.|未做到“应评尽评。应管尽管。”的要求，自评不实。', '2 |材料不全。'],
    ],
    [
      'a long first sentence is no headline',
      `1. ${'部分项目未按规定开展绩效自评，'.repeat(6)}材料不全。后果较重。`,
      [`1 1.|${'部分项目未按规定开展绩效自评，'.repeat(6)}材料不全。后果较重。`],
    ],
    [
      'one hand, other hand',
      '3. 目标不够科学合理 一方面，年度目标与总体目标一致。另一方面，名称过长。',
      ['1 3.|目标不够科学合理', '2 一方面|年度目标与总体目标一致。', '2 另一方面|名称过长。'],
    ],
    [
      'first, then, last',
      '1.管理不足。首先，制度缺失。其次，人员不足。最后，监管缺位。',
      ['1 1.|管理不足。', '2 首先|制度缺失。', '2 其次|人员不足。', '2 最后|监管缺位。'],
    ],
    [
      'measures taken are none',
      '1.资金拨付不及时。2.资产未入账，已完成整改。',
      ['1 1.|资金拨付不及时。', '1 2.|资产未入账，已完成整改。'],
    ],
    ['nor is a bare report of them', '1.资金拨付不及时。2.上年度检查意见已整改。', ['1 1.|资金拨付不及时。']],
    ['nothing in it', '   ', []],
    ['punctuation only', '。——；', []],
    ['markers only', '1. 2. 3.', []],
    ['HTML', '<p>1. 甲不足</p><p>说明甲。</p><p>2. 乙不足</p>', ['1 1.|甲不足', '2 |说明甲。', '1 2.|乙不足']],
    ['OCR slips', '一是绩效设臵不全面；二是绩效设臵不规范。', ['1 一是|绩效设置不全面；', '1 二是|绩效设置不规范。']],
  ])('%s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('measures', () => {
    const text = '2. 完善项目实施管理过程 一是建议开展不定期考核。而后对存在的问题进行整改。二是完善台账。';
    expect(pieces(text, 'suggestion')).toEqual([
      '1 2.|完善项目实施管理过程',
      '2 一是|建议开展不定期考核。而后对存在的问题进行整改。',
      '2 二是|完善台账。',
    ]);
  });

  it('addresses nobody with a finding', () => {
    expect(pieces('（一）提高编制水平。建议水利厅：1.加强论证；2.合理安排资金。', 'suggestion')).toEqual([
      '1 （一）|提高编制水平。',
      '2 1.|加强论证；',
      '2 2.|合理安排资金。',
    ]);
  });

  it('gives paths and parents', () => {
    const found = splitFindings('1.甲不足。一是子。二是丑。2.乙不足。', data, { kind: 'problem' });
    expect(found.map(({ path, parent }) => [path, parent])).toEqual([
      [[1], null],
      [[1, 1], 0],
      [[1, 2], 0],
      [[2], null],
    ]);
  });

  it('shows the place in the text as given', () => {
    const text = '<p>1. 绩效目标设臵&nbsp;不够科学</p>';
    const [piece] = splitFindings(text, data, { kind: 'problem' });
    expect(piece?.text).toBe('绩效目标设置 不够科学');
    expect(text.slice(piece?.start, piece?.end)).toBe('绩效目标设臵&nbsp;不够科学');
  });
});

describe('both kinds in one text', () => {
  it.each<[string, string, string[]]>([
    [
      'labels',
      '存在问题：1.目标不明确。2.自评不实。建议：1.明确目标。2.规范自评。',
      ['problem 1.', 'problem 2.', 'suggestion 1.', 'suggestion 2.'],
    ],
    [
      'labels on lines of their own',
      '一、存在问题\n1.目标不明确。\n2.自评不实。\n二、工作建议\n1.明确目标。',
      ['problem 1.', 'problem 2.', 'suggestion 1.'],
    ],
    [
      'the list begins anew',
      '1.目标不明确。2.自评不实。1.明确绩效目标。2.加强自评管理。',
      ['problem 1.', 'problem 2.', 'suggestion 1.', 'suggestion 2.'],
    ],
    [
      'each point speaks for itself',
      '1.目标不明确。2.自评不实。3.建议加强培训。',
      ['problem 1.', 'problem 2.', 'suggestion 3.'],
    ],
    [
      'each point with its advice',
      '1.目标不明确。建议细化目标。2.自评不实。建议加强复核。',
      ['problem 1.', 'suggestion ', 'problem 2.', 'suggestion '],
    ],
    ['no marker', '指标设置不合理，缺少效益指标。建议补充效益指标。', ['problem ', 'suggestion ']],
    ['only a problem', '绩效指标设置不够科学。', ['problem ']],
    ['only a suggestion', '进一步加强预算管理，规范财务行为。', ['suggestion ']],
    ['neither', '该项目于三月启动。', ['null ']],
  ])('%s', (_, text, expected) => {
    expect(splitFindings(text, data).map(({ kind, marker }) => `${kind} ${marker}`)).toEqual(expected);
  });
});
