import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const SOUND = fixturePath('documents/sound-draft.xlsx');

/** A workbook that was cut off in the middle. */
function damaged(): string {
  const path = join(scratch(), 'damaged.xlsx');
  writeFileSync(path, readFileSync(SOUND).subarray(0, 3000));
  return path;
}

describe('a file that cannot be read stands in the reports', () => {
  it.each([
    ['md', /- 文件未能读取，没有检查：\S*damaged.xlsx：工作簿已损坏/],
    ['html', /<strong>文件未能读取，没有检查<\/strong>：\S*damaged.xlsx/],
    ['csv', /^1,,,错误,文件未能读取，没有检查：\S*damaged.xlsx：.*damaged.xlsx\r?$/m],
    ['junit', /<testsuites[^>]* errors="1"[^]*<error type="damaged" message="[^"]*damaged.xlsx/],
    ['sarif', /"executionSuccessful": false[^]*"level": "error"[^]*damaged.xlsx/],
  ])('%s', (format, told) => {
    const { code, stdout } = jixiao(['lint', SOUND, damaged(), '--format', format]);
    expect(stdout).toMatch(told);
    expect(code).toBe(2);
  });

  it('json', () => {
    const bad = damaged();
    const result = lintResultSchema.parse(JSON.parse(jixiao(['lint', SOUND, bad, '--format', 'json']).stdout));
    expect(result.results).toHaveLength(1);
    expect(result.failures).toEqual([
      { source: bad, code: 'damaged', message: expect.stringContaining('工作簿已损坏') },
    ]);
  });

  it('even where nothing else could be read', () => {
    const bad = damaged();
    const { code, stdout, stderr } = jixiao(['lint', bad, '--format', 'junit']);
    expect(stdout).toMatch(/<testsuites[^>]* tests="1" failures="0" errors="1"/);
    expect(stderr.match(/工作簿已损坏/g)).toHaveLength(1);
    expect(code).toBe(2);
    expect(lintResultSchema.parse(JSON.parse(jixiao(['lint', bad, '--format', 'json']).stdout)).failures).toHaveLength(
      1,
    );
    const text = jixiao(['lint', bad]);
    expect([text.code, text.stdout]).toEqual([2, '']);
  });

  it('of findings too', () => {
    const report = join(scratch(), 'report.txt');
    writeFileSync(report, '存在问题：\n1.预算编制不细化。\n');
    const bad = damaged();
    const { code, stdout } = jixiao(['review', report, bad, '--format', 'md']);
    expect(stdout).toMatch(/^- \S*damaged.xlsx：文件未能读取，没有检查：工作簿已损坏/m);
    expect(code).toBe(2);
    expect(jixiao(['review', report, bad, '--format', 'html']).stdout).toMatch(
      /<p class="note">\S*damaged.xlsx：文件未能读取，没有检查：工作簿已损坏/,
    );
    const { notices } = JSON.parse(jixiao(['review', report, bad, '--format', 'json']).stdout);
    expect(notices).toEqual([expect.objectContaining({ code: 'damaged', source: bad })]);
  });
});
