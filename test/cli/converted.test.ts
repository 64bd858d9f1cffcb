/** Old workbooks in: a converted copy with the results in it, which says what it is. */
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';
import { workbookFaults } from '../support/ooxml/workbook.js';

describe.each(['xls', 'et', 'ods'])('lint of .%s with -o copy.xlsx', (extension) => {
  it('marks the cells of a converted copy, and says so in it and on standard error', () => {
    const cwd = scratch();
    const name = `申报表.${extension}`;
    copyFileSync(fixturePath(`formats/draft.${extension === 'et' ? 'xls' : extension}`), join(cwd, name));
    const { code, stderr } = jixiao(['lint', name, '-o', 'copy.xlsx'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain(`copy.xlsx：本文件由“${name}”转换而来`);
    const bytes = readFileSync(join(cwd, 'copy.xlsx'));
    expect(workbookFaults(bytes)).toEqual([]);
    const { SheetNames, Sheets } = read(bytes);
    const [table = '', results = ''] = SheetNames;
    expect(results).toBe('检查结果');
    expect(JSON.stringify(Sheets[results])).toContain(`本文件由“${name}”转换而来`);
    const marked = Object.entries(Sheets[table] ?? {}).filter(([, cell]) => Array.isArray((cell as { c?: unknown }).c));
    expect(marked.length).toBeGreaterThan(5);
    const { results: before } = JSON.parse(jixiao(['lint', name, '--format', 'json'], { cwd }).stdout) as Lint;
    const { results: after } = JSON.parse(jixiao(['lint', 'copy.xlsx', '--format', 'json'], { cwd }).stdout) as Lint;
    expect(after[0]?.diagnostics).toEqual(before[0]?.diagnostics);
  });
});

interface Lint {
  readonly results: readonly { readonly diagnostics: readonly unknown[] }[];
}
