/** Labels on one line, measures inside a point, and the grammar of headings. */
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import type { Finding } from '../../src/schema/index.js';
import { data, textDocument } from './helpers.js';

const found = (text: string): Finding[] => findFindings(textDocument(text), data);
const lines = (text: string): string[] =>
  found(text).map(({ kind, marker, text: words }) => `${kind} ${marker}|${words}`);

/** Each problem with what answers it. */
function answers(text: string): string[] {
  const findings = found(text);
  const byId = new Map(findings.map((finding) => [finding.id, finding.text]));
  return findings
    .filter(({ kind, level }) => kind === 'problem' && level === 1)
    .map(({ text: words, pairedWith }) => `${words} ← ${pairedWith.map((id) => byId.get(id)).join(' ')}`);
}

describe('labels on one line', () => {
  it.each([
    '存在问题：1.库存不清。2.补助重发。工作建议：1.盘点库存。2.追回补助。',
    '。存在问题：1.库存不清。2.补助重发。整改措施：1.盘点库存。2.追回补助。',
    '项目名称：粮库维修\n主要问题：1.库存不清。2.补助重发。建议：1.盘点库存。\n2.追回补助。',
  ])('parts both kinds: %s', (text) => {
    expect(lines(text)).toEqual([
      'problem 1.|库存不清。',
      'problem 2.|补助重发。',
      'suggestion 1.|盘点库存。',
      'suggestion 2.|追回补助。',
    ]);
  });

  it('parts one problem and its measure', () => {
    expect(answers('问题：库存不清。建议：盘点库存。')).toEqual(['库存不清。 ← 盘点库存。']);
    expect(answers('四、存在问题\n1.路灯不亮。建议：检修。')).toEqual(['路灯不亮。 ← 检修。']);
  });

  it('gives every point of a chapter of problems its own measure', () => {
    expect(answers('四、存在问题\n1.值班脱岗，抽查五晚三晚无人。建议：签到留痕。\n2.路面开裂。建议：返修。')).toEqual([
      '值班脱岗，抽查五晚三晚无人。 ← 签到留痕。',
      '路面开裂。 ← 返修。',
    ]);
  });

  it('leaves a reason with its problem', () => {
    expect(lines('四、存在问题\n1.支出率低。原因：招标流标。\n2.档案缺失。')).toHaveLength(3);
    expect(lines('四、存在问题\n1.支出率低。原因：招标流标。').every((line) => line.startsWith('problem'))).toBe(true);
  });
});

describe('points that hold both', () => {
  it.each([
    '问题1：提费超标。\n建议1：退回超提。\n问题2：成果少\n建议2：引进人才',
    '存在问题及建议\n问题1：提费超标。\n建议1：退回超提。\n问题2：成果少\n建议2：引进人才',
  ])('reads numbered labels: %s', (text) => {
    expect(answers(text)).toEqual(['提费超标。 ← 退回超提。', '成果少 ← 引进人才']);
  });

  it('cuts running prose where the measure begins', () => {
    expect(
      answers('四、存在的问题和建议\n（一）配套到位率仅四成。建议督促县里落实。\n（二）采购程序缺失，建议补办手续。'),
    ).toEqual(['配套到位率仅四成。 ← 建议督促县里落实。', '采购程序缺失 ← 建议补办手续。']);
  });

  it('keeps the points without a measure as problems', () => {
    const text = '四、问题及建议\n1.渣场无手续，建议补办。\n2.监理缺位。\n3.台账缺失。建议：补建台账。';
    expect(answers(text)).toEqual(['渣场无手续 ← 建议补办。', '监理缺位。 ← ', '台账缺失。 ← 补建台账。']);
  });

  it('lets one measure behind a list answer all of it', () => {
    const findings = found(
      '四、问题及建议\n1.路灯不亮，巡检不足。\n2.路灯杆锈蚀严重。\n建议加强路灯巡检和路灯杆除锈。',
    );
    expect(findings.at(-1)?.pairedWith).toHaveLength(2);
  });
});

describe('headings', () => {
  it.each([
    '面临的困难',
    '需要关注的问题',
    '主要矛盾和问题',
    '风险隐患',
    '问题反映',
    '扣分原因',
    '失分点',
    '偏差情况',
    '评价发现',
    '存在的突出短板和瓶颈',
    '审计核查发现的问题',
  ])('knows 三、%s', (heading) => {
    expect(lines(`三、${heading}\n1.库存不清。\n2.补助重发。`)).toEqual([
      'problem 1.|库存不清。',
      'problem 2.|补助重发。',
    ]);
  });

  it.each([
    '整改要求',
    '完善措施',
    '改进工作的措施',
    '提升路径',
    '后续工作计划',
    '下阶段工作安排',
    '工作要求',
    '有关要求',
    '审核意见',
  ])('knows 四、%s behind the problems', (heading) => {
    expect(lines(`三、存在问题\n1.库存不清。\n四、${heading}\n1.盘点库存。`)).toEqual([
      'problem 1.|库存不清。',
      'suggestion 1.|盘点库存。',
    ]);
  });

  it('takes requirements without problems before them for no measures', () => {
    expect(lines('一、工作要求\n1.按月报送数据。\n二、评价方法\n1.查阅资料。')).toEqual([]);
  });

  it('takes no sentence for a heading', () => {
    expect(lines('四、存在的问题和建议\n（一）专家建议采纳不及时。\n（二）缺少改进措施。')).toEqual([
      'problem （一）|专家建议采纳不及时。',
      'problem （二）|缺少改进措施。',
    ]);
  });
});
