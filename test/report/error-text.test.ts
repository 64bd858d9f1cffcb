import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { InputError, JixiaoError } from '../../src/errors.js';
import { packageRoot } from '../../src/platform/root.js';
import { describeError } from '../../src/report/error-text.js';

/** Every code that the program throws, read from its source. */
function thrownCodes(): string[] {
  const folder = join(packageRoot, 'src');
  const sources = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.parentPath.includes(join('src', 'dev')))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  const codes = sources.flatMap((source) =>
    [...source.matchAll(/new (?:\w*Error|ErrorType)\(\s*(?:\w+\([^)]*\) \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap(
      ([, ...found]) => found,
    ),
  );
  return [...new Set(codes.filter((code) => code !== undefined))].sort();
}

it('has a sentence in both languages for every code that is thrown', () => {
  const codes = thrownCodes();
  expect(codes.length).toBeGreaterThan(30);
  // A model without examples is the business of those who train one, not of users.
  const without = codes
    .filter((code) => code !== 'no-examples')
    .filter((code) =>
      (['zh', 'en'] as const).some((language) =>
        describeError(new JixiaoError(code), language).startsWith(`${code} {`),
      ),
    );
  expect(without).toEqual([]);
});

it('puts file, sheet, cell, line and column before the sentence', () => {
  const place = { file: 'a.json', line: 3, column: 7, data: { reason: 'x' } };
  expect(describeError(new InputError('bad-json', place), 'zh')).toBe(
    'a.json 第 3 行 第 7 列：JSON 格式有误（x）；请修正后再试',
  );
  expect(describeError(new InputError('bad-json', place), 'en')).toBe('a.json line 3, column 7: faulty JSON (x)');
  expect(describeError(new InputError('no-such-sheet', { file: 'a.xlsx', sheet: '表1', cell: 'B2' }), 'en')).toMatch(
    /^a\.xlsx 表1!B2: /,
  );
});

it('leaves out what it does not know', () => {
  const sentence = (data: Record<string, string>) => describeError(new JixiaoError('unknown-rule', { data }), 'zh');
  expect(sentence({ rule: 'a/b', nearest: 'a/c' })).toContain('，是不是“a/c”；');
  expect(sentence({ rule: 'a/b' })).not.toContain('是不是');
  expect(describeError(new InputError('no-table', { file: 'a.csv', data: { sheets: [] } }), 'zh')).not.toContain(
    '看过的工作表',
  );
  expect(describeError(new InputError('no-table', { file: 'a.xlsx', data: { sheets: ['甲', '乙'] } }), 'zh')).toContain(
    '（看过的工作表：甲、乙）',
  );
});
