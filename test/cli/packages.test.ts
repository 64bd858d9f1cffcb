/** Whatever workbook a command writes keeps the rules of OOXML, also of names and texts that try to break them. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';
import { changedParts } from '../support/ooxml/package.js';
import { workbookFaults } from '../support/ooxml/workbook.js';

const AWKWARD = [
  '=1+1',
  '@SUM(A1)',
  '😀'.repeat(40),
  '_x000D_',
  "a'b]]>",
  '长'.repeat(33_000),
  '甲\t乙',
  '\u0001\ufffe',
];
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const drafts = () =>
  [
    '项目名称,一级指标,二级指标,三级指标,指标值,权重',
    ...AWKWARD.map((text) => [text, '产出指标', '数量指标', text, text, text].map(quoted).join(',')),
  ].join('\n');
const findings = () =>
  [
    '项目名称,实施单位,存在问题,工作建议',
    ...AWKWARD.map((text) => [text, text, `1.${text}不规范，多付12万元。`, `1.规范${text}。`].map(quoted).join(',')),
  ].join('\n');

describe('workbooks that commands write', () => {
  it.each([
    [['lint', 'drafts.csv', '-o', 'a.xlsx']],
    [['lint', 'drafts.csv', '--show-reading', '-o', 'a.xlsx']],
    [['lint', 'drafts.csv', '--layout', 'flat', '-o', 'a.xlsx']],
    [['lint', 'drafts.csv', '--lang', 'en', '-o', 'a.xlsx']],
    [['lint', 'draft.xlsx', '--show-reading', '-o', 'a.xlsx']],
    [['lint', 'draft.xlsx', '--fix', '-o', 'a.xlsx']],
    [['lint', 'draft.ods', '-o', 'a.xlsx']],
    [['review', 'findings.csv', '-o', 'a.xlsx']],
    [['review', 'findings.csv', '--layout', 'work-paper', '-o', 'a.xlsx']],
    [['init', '.']],
  ])('%j', (args) => {
    const cwd = scratch();
    writeFileSync(join(cwd, 'drafts.csv'), drafts());
    writeFileSync(join(cwd, 'findings.csv'), findings());
    for (const extension of ['xlsx', 'ods'])
      copyFileSync(fixturePath(`formats/draft.${extension}`), join(cwd, `draft.${extension}`));
    const before = new Set(readdirSync(cwd));
    const { code, stderr } = jixiao(args, { cwd });
    expect([code, stderr]).not.toContain(2);
    const written = readdirSync(cwd).filter((name) => name.endsWith('.xlsx') && !before.has(name));
    expect(written).toHaveLength(1);
    for (const name of written) expect(workbookFaults(readFileSync(join(cwd, name)))).toEqual([]);
  });

  it('changes no part of a workbook in which nothing is said', () => {
    const output = join(scratch(), 'a.xlsx');
    const sound = fixturePath('documents/sound-draft.xlsx');
    jixiao(['lint', sound, '-o', output]);
    const changed = changedParts(readFileSync(sound), readFileSync(output));
    expect(changed.filter((name) => /sheet\d|comment|drawing/i.test(name) && !name.startsWith('+'))).toEqual([]);
  });
});
