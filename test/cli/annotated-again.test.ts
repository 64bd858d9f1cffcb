/** A copy with results in it, given to the program again. */
import { readFileSync } from 'node:fs';
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
