import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/schema/index.js';
import { findFindings } from '../../src/findings/review.js';
import { data, fixture, textDocument } from './helpers.js';

function short(findings: readonly Finding[]): string[] {
  return findings.map(({ id, marker, text }) => `${id} ${marker}|${text}`);
}

describe('reports', () => {
  it('tells problems from experience by sub-headings', () => {
    const text = fixture('findings/report-chapters.txt');
    const findings = findFindings(textDocument(text), data);
    expect(short(findings)).toEqual([
      'r1.problem.1 1.|绩效目标编制不够规范',
      'r1.problem.1.1 |部分绩效指标未细化量化，如“培训效果良好”难以考核。',
      'r1.problem.2 2.|培训台账不完整。',
      'r1.problem.2.1 |部分培训机构未留存签到记录，无法核实实际培训人数。',
      'r1.problem.3 3.|补贴发放不及时。',
      'r1.suggestion.1 （一）|规范绩效目标编制',
      'r1.suggestion.1.1 |细化量化绩效指标，提高指标可考核性。',
      'r1.suggestion.2 （二）|完善培训台账。',
      'r1.suggestion.2.1 |督促培训机构留存签到记录。',
    ]);
    expect(findings[0]).toMatchObject({ project: '职业技能培训补贴项目', unit: '青禾县人力资源和社会保障局' });
    expect(findings[0]?.pairedWith).toEqual(['r1.suggestion.1']);
    expect(findings[4]?.pairedWith).toEqual([]);
    for (const { start, end, text: shown, location } of findings) {
      expect(text.slice(start, end)).toBe(shown);
      expect(text.split('\n')[(location.line ?? 0) - 1]?.slice((location.column ?? 0) - 1)).toMatch(shown.slice(0, 4));
    }
  });

  it.each<[string, string, string[]]>([
    [
      'headings without markers',
      '存在问题\n1.台账不完整。\n2.考核不严格。\n改进措施\n1.完善台账。',
      ['problem 1.', 'problem 2.', 'suggestion 1.'],
    ],
    [
      'labels with a colon',
      '存在问题：一是台账不完整。二是考核不严格。\n建议：完善台账。',
      ['problem 一是', 'problem 二是', 'suggestion '],
    ],
    [
      'chapters with the marker of their points',
      '四、存在问题\n一、台账不完整。\n二、考核不严格。\n五、建议\n一、完善台账。',
      ['problem 一、', 'problem 二、', 'suggestion 一、'],
    ],
    [
      'one chapter for both',
      '五、存在的问题及建议\n（一）存在的问题\n1.台账不完整。\n（二）建议\n1.完善台账。\n六、附则\n无。',
      ['problem 1.', 'suggestion 1.'],
    ],
    [
      'one chapter for both without sub-headings',
      '四、存在的问题及改进措施\n指标设置不合理，缺少效益指标。下一步，将补充效益指标。',
      ['problem ', 'suggestion '],
    ],
    ['what was mended is no problem', '二、评价发现问题整改落实情况\n一是健全制度。二是规范管理。', []],
    ['a section ends with the report', '六、相关建议\n1.完善台账。\n附件：1.评分表\n2.汇总表', ['suggestion 1.']],
    [
      'date and signature',
      '六、相关建议\n1.完善台账。\n2.严格考核。\n青禾县财政局\n2023年5月16日',
      ['suggestion 1.', 'suggestion 2.'],
    ],
    ['nothing to report', '五、存在问题\n无。\n六、建议\n暂无', []],
    ['a table of contents', '五、存在问题......12\n六、相关建议......13', []],
    ['no heading', '本项目台账不完整，建议完善。', []],
    [
      'decimal headings',
      '5.存在问题及建议\n5.1 存在问题\n台账不完整。\n5.2 有关建议\n完善台账。',
      ['problem ', 'suggestion '],
    ],
  ])('%s', (_, text, expected) => {
    expect(findFindings(textDocument(text), data).map(({ kind, marker }) => `${kind} ${marker}`)).toEqual(expected);
  });
});

describe('a table of which every cell became a line', () => {
  it('has a header, and no heading', () => {
    const text =
      '一、存在问题\n1.井口塌陷。\n二、工作建议\n1.回填井口。\n附件1 评分表\n一级指标\n分值\n得分\n扣分原因\n决策\n5\n3\n目标未细化';
    expect(findFindings(textDocument(text), data).map(({ text: words }) => words)).toEqual([
      '井口塌陷。',
      '回填井口。',
    ]);
  });
});

describe('titles', () => {
  it.each<[string, string | undefined, string | undefined]>([
    [
      '2022年度青禾县企业服务中心部门重点项目绩效评价报告',
      '2022年度青禾县企业服务中心部门重点项目',
      '青禾县企业服务中心',
    ],
    ['青禾县水利局2022年度部门整体绩效评价报告', '青禾县水利局2022年度部门整体', '青禾县水利局'],
    ['2023年度青禾县教育局校舍维修项目绩效自评报告', '校舍维修项目', '青禾县教育局'],
    ['2023年度校舍维修项目绩效评价报告', '校舍维修项目', undefined],
    ['青禾县简讯', undefined, undefined],
  ])('%s', (title, project, unit) => {
    const [finding] = findFindings(textDocument(`${title}\n\n五、存在问题\n台账不完整。`), data);
    expect([finding?.project, finding?.unit]).toEqual([project, unit]);
  });
});

describe('PDF text of a table, column after column', () => {
  it('is known by figures and restarting numbers', () => {
    const findings = findFindings(textDocument(fixture('findings/pdf-columns.txt')), data);
    expect(short(findings)).toEqual([
      'r1.problem.1 1.|养护考核不够严格。',
      'r1.problem.1.1 |考核表只记录扣分，未说明扣分原因，也缺少整改情况的跟踪。',
      'r1.problem.2 2.|绩效指标设置不全面。',
      'r1.problem.2.1 一是|缺少满意度指标。',
      'r1.problem.2.2 二是|缺少时效指标。',
      'r1.suggestion.1 1.|严格养护考核。',
      'r1.suggestion.1.1 |完善考核表，注明扣分原因，并跟踪整改情况，形成闭环管理。',
      'r1.suggestion.2 2.|完善绩效指标体系，补充满意度和时效指标。',
      'r2.problem.1 1.|支出进度较慢，资金结余较多。',
      'r2.suggestion.1 1.|加快项目实施，提高预算执行率。',
    ]);
    expect(findings.map(({ project, unit }) => `${project} ${unit}`)).toEqual([
      ...Array<string>(8).fill('农村公路养护项目 青禾县交通运输局'),
      ...Array<string>(2).fill('校舍维修项目 青禾县教育局'),
    ]);
  });
});
