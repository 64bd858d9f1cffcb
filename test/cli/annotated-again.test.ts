/** A copy with results in it, given to the program again. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';
import { workbookFaults } from '../support/ooxml/workbook.js';

const FAULTY = fixturePath('documents/twelve-defects.xlsx');

describe('an annotated workbook', () => {
  const cwd = scratch();
  const [once, twice] = [join(cwd, 'once.xlsx'), join(cwd, 'twice.xlsx')];

  it('is checked like the workbook itself, and its copy has one sheet of results', () => {
    const first = jixiao(['lint', FAULTY, '-o', once]);
    expect(jixiao(['lint', once, '-o', twice])).toEqual(first);
    const [one, two] = [once, twice].map((path) => read(readFileSync(path)));
    expect(two?.SheetNames).toEqual(one?.SheetNames);
    expect(two?.Sheets).toEqual(one?.Sheets);
    expect(workbookFaults(readFileSync(twice))).toEqual([]);
  });

  it('has no findings that are only its results', () => {
    const { code, stderr } = jixiao(['review', once]);
    expect(code).toBe(2);
    expect(stderr).toContain('没有找到“存在问题”');
  });
});

describe('a copy of a workbook with macros', () => {
  it('keeps the ending without which Excel does not open it', () => {
    const cwd = scratch();
    copyFileSync(FAULTY, join(cwd, 'a.xlsm'));
    mkdirSync(join(cwd, 'out'));
    expect(jixiao(['lint', 'a.xlsm', '-o', 'b.xlsx'], { cwd }).stderr).toContain('以 .xlsm 结尾');
    expect(jixiao(['lint', 'a.xlsm', '-o', 'b.xlsm'], { cwd }).code).toBe(1);
    expect(jixiao(['lint', 'a.xlsm', '--format', 'xlsx', '-o', 'out'], { cwd }).code).toBe(1);
    expect([readdirSync(cwd), readdirSync(join(cwd, 'out'))]).toEqual([['a.xlsm', 'b.xlsm', 'out'], ['a.xlsm']]);
  });
});
