/** What reviewers' own files showed: each case is one cause, in other words than the file that showed it. */
import { describe, expect, it } from 'vitest';
import { findFindings, splitFindings } from '../../src/findings/review.js';
import type { Finding } from '../../src/schema/index.js';
import { data, gridDocument, textDocument } from './helpers.js';

const found = (text: string): Finding[] => findFindings(textDocument(text), data);
const lines = (findings: readonly Finding[]): string[] =>
  findings.map(({ kind, level, marker, text }) => `${kind} ${level} ${marker}|${text}`);

describe('sections', () => {
  it('drops sub-headings that only say what the section is', () => {
    const text =
      '四、存在问题及原因分析\n（一）存在问题\n1.档案不完整。\n2.验收不及时。\n（二）原因分析\n人手不足，交接不清。\n五、改进措施和建议\n（一）改进措施\n一是补齐档案。二是按月验收。';
    expect(lines(found(text))).toEqual([
      'problem 1 1.|档案不完整。',
      'problem 1 2.|验收不及时。',
      'problem 1 |人手不足，交接不清。',
      'suggestion 1 一是|补齐档案。',
      'suggestion 1 二是|按月验收。',
    ]);
  });

  it('keeps a sub-heading that names the matter', () => {
    const text = '四、存在问题\n（一）预算编制方面的问题\n1.编制不细。\n2.调整频繁，未报批。';
    expect(lines(found(text))[0]).toBe('problem 1 （一）|预算编制方面的问题');
  });

  it('ranks decimals by their length and ends a section with its chapter', () => {
    const text =
      '3.1 发现的问题\n3.1.1 选址不合理\n车流量不足三成。\n3.1.2 标准不统一\n接口各异，无法互通。\n3.2 有关建议\n3.2.1 科学选址\n3.2.2 统一标准\n4.1 其他情况\n4.1.1 数据来源不作说明';
    expect(
      found(text)
        .filter(({ level }) => level === 1)
        .map(({ marker }) => marker),
    ).toEqual(['3.1.1', '3.1.2', '3.2.1', '3.2.2']);
  });

  it('reads labelled points without a heading, each with its answer', () => {
    const findings = found(
      '项目名称：河道清淤\n专家意见：\n问题一：未见批复文件。建议：补办批复。\n问题二：单价高于市场价。建议：①重新询价；②核减预算。',
    );
    expect(findings.map(({ marker, text }) => `${marker}|${text}`)).toEqual([
      '问题一|未见批复文件。',
      '|补办批复。',
      '问题二|单价高于市场价。',
      '①|重新询价；',
      '②|核减预算。',
    ]);
    expect(findings[2]?.pairedWith).toEqual([findings[3]?.id, findings[4]?.id]);
    expect(findings[0]?.project).toBe('河道清淤');
  });

  it('finds the problems above measures that alone have a label', () => {
    const text =
      '复核意见\n一、目标方面\n1.目标过于宽泛，未写明服务对象。\n2.指标与预算明细不对应。\n修改意见：1.写明服务对象；2.增设购置数量指标。\n二、执行方面\n资金结余较大，未说明原因。\n修改意见：说明结余原因并提出消化措施。';
    expect(found(text).map(({ kind, marker }) => `${kind} ${marker}`)).toEqual([
      'problem 1.',
      'problem 2.',
      'suggestion 1.',
      'suggestion 2.',
      'problem ',
      'suggestion ',
    ]);
  });

  it('takes nothing from above the measures where no problem is stated or another section has them', () => {
    expect(found('一、概况\n全年培训12期，参训300人。\n工作建议：继续办好培训。').map(({ kind }) => kind)).toEqual([
      'suggestion',
    ]);
    const text = '一、概况\n原有设备不足，无法满足需要。\n二、存在问题\n1.验收滞后。\n三、结语\n整改建议：加快验收。';
    expect(
      found(text)
        .filter(({ kind }) => kind === 'problem')
        .map(({ text: words }) => words),
    ).toEqual(['验收滞后。']);
  });
});

describe('tables', () => {
  it('starts anew on another sheet', () => {
    const book = gridDocument([
      ['项目名称', '项目单位', '存在问题'],
      ['绿化养护', '园林处', '台账不完整'],
    ]);
    const second = gridDocument([
      ['项目名称', '公厕改造', '项目单位', '环卫处'],
      ['存在问题', '选址论证不足'],
    ]);
    const findings = findFindings({ ...book, grids: [...book.grids, ...second.grids] }, data);
    expect(findings.map(({ project, unit }) => `${project} ${unit}`)).toEqual(['绿化养护 园林处', '公厕改造 环卫处']);
  });

  it('tells the short value of a form from a header', () => {
    const form = gridDocument([['存在问题', '选址论证不足', '整改建议', '重新论证']]);
    expect(lines(findFindings(form, data))).toEqual(['problem 1 |选址论证不足', 'suggestion 1 |重新论证']);
  });

  it('starts anew with a form below a table on the same sheet', () => {
    const findings = findFindings(
      gridDocument([
        ['项目名称', '存在问题'],
        ['绿化养护', '台账不完整'],
        ['项目名称', '公厕改造'],
        ['存在问题', '选址论证不足'],
      ]),
      data,
    );
    expect(findings.map(({ project, text }) => `${project} ${text}`)).toEqual([
      '绿化养护 台账不完整',
      '公厕改造 选址论证不足',
    ]);
  });

  it('reads column records with two figures and names beside them, the project first', () => {
    const text =
      '序号 项目名称 项目单位 得分 等级 存在问题 改进建议\n1\n社区食堂建\n设补贴\n市民政和社\n会保障局 318.60 71.25 中\n1.补贴标准\n偏高。\n2.留样不规\n范。\n1.降低补贴\n标准。\n2.落实留样\n制度。';
    const findings = found(text);
    expect(findings[0]).toMatchObject({
      project: '社区食堂建设补贴',
      unit: '市民政和社会保障局',
      text: '补贴标准偏高。',
    });
    expect(findings.map(({ kind }) => kind)).toEqual(['problem', 'problem', 'suggestion', 'suggestion']);
  });

  it('takes no line of prose with a grade for figures', () => {
    expect(found('1\n评价得分为 82.50 分，等级 良\n1.验收不及时。\n1.及时验收。')).toEqual([]);
  });
});

describe('splitting', () => {
  const pieces = (text: string, kind: 'problem' | 'suggestion' = 'problem'): string[] =>
    splitFindings(text, data, { kind }).map(({ level, marker, text: words }) => `${level} ${marker}|${words}`);

  it.each<[string, string, string[]]>([
    [
      'a statement with a colon heads its list',
      '专项资金效益不高：\n1.场馆长期闲置；\n2.挂牌率仅82%。',
      ['1 |专项资金效益不高', '2 1.|场馆长期闲置；', '2 2.|挂牌率仅82%。'],
    ],
    [
      'an introduction with a colon heads nothing',
      '经现场核查，存在以下情况：\n1.场馆长期闲置；\n2.挂牌率仅82%。',
      ['1 1.|场馆长期闲置；', '1 2.|挂牌率仅82%。'],
    ],
    [
      'a point that begins with the name of a thing',
      '1.验收滞后。\n2.档案不全。\n3.2号楼漏水未修。',
      ['1 1.|验收滞后。', '1 2.|档案不全。', '1 3.|2号楼漏水未修。'],
    ],
    [
      'a point that begins with a month',
      '1.验收滞后。\n2.12月底突击支付资金56万元。',
      ['1 1.|验收滞后。', '1 2.|12月底突击支付资金56万元。'],
    ],
    [
      'a decimal amount stays one',
      '1.验收滞后，返工造成直接经济损失，经核算共计\n2.5亿元。',
      ['1 1.|验收滞后，返工造成直接经济损失，经核算共计2.5亿元。'],
    ],
  ])('%s', (_, text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('lets a measure with a colon head its list, and an address not', () => {
    expect(pieces('完善资金管理：\n1.收回结余；\n2.按月拨付。', 'suggestion')[0]).toBe('1 |完善资金管理');
    expect(pieces('县财政局应当：\n1.收回结余；\n2.按月拨付。', 'suggestion')[0]).toBe('1 1.|收回结余；');
  });

  it('joins the end of a lone wrapped line, and leaves an explanation alone', () => {
    expect(pieces('1.绩效指标设置不够明确，部分指标没有细化到年度和具\n体单位。')).toEqual([
      '1 1.|绩效指标设置不够明确，部分指标没有细化到年度和具体单位。',
    ]);
    expect(
      pieces('（一）绩效指标设置不够明确合理并且缺少可以衡量的标准\n“满意度持续提高”等表述无法考核。'),
    ).toHaveLength(2);
  });
});
