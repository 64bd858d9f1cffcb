import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filePatterns } from '../../src/platform/file-patterns.js';

const FOLDER = join(process.cwd(), '某局');
const fits = (pattern: string, path: string) => filePatterns(FOLDER)(pattern, join(FOLDER, path));

describe('patterns of files', () => {
  it.each([
    ['*.xlsx', '2024/a.xlsx', true],
    ['a.xlsx', '2024/a.xlsx', true],
    ['2024/*.xlsx', '2024/a.xlsx', true],
    ['./2024/*.xlsx', '2024/a.xlsx', true],
    ['2024/*.xlsx', '2024/b/a.xlsx', false],
    ['2024/**', '2024/b/a.xlsx', true],
    ['**/*.{xlsx,csv}', 'b/a.csv', true],
    ['2024\\*.xlsx', '2024/a.xlsx', true],
    ['**/a(终稿).xlsx', 'b/a.xlsx', false],
    ['a(终稿)[1].xlsx', 'b/a(终稿)[1].xlsx', true],
    ['2024年/*.xlsx', '2024年/绩效 目标.xlsx', true],
    ['*.xlsx', '.hidden/a.xlsx', true],
    ['../其他/*.xlsx', '../其他/a.xlsx', true],
    ['*.csv', 'a.xlsx', false],
  ])('%s, %s: %s', (pattern, path, expected) => {
    expect(fits(pattern, path)).toBe(expected);
  });

  it('compares a full path with a full path, and standard input with nothing but -', () => {
    expect(filePatterns(FOLDER)(`${FOLDER}/*.xlsx`, join(FOLDER, 'a.xlsx'))).toBe(true);
    expect(['-', '*', '**'].map((pattern) => filePatterns(FOLDER)(pattern, '-'))).toEqual([true, false, false]);
  });
});
