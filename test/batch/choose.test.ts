import * as fs from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type InputOptions, listInputs } from '../../src/batch/plan/inputs.js';
import { makeFolder } from '../../src/platform/make-folder.js';
import { scratch } from '../support/cli.js';
import { csvOf, put } from './material.js';

const locked = vi.hoisted(() => ({ folder: '' }));
vi.mock('node:fs', async (original) => {
  const real = await original<typeof fs>();
  const readdirSync = (path: string, options: object) => {
    if (locked.folder !== '' && path === locked.folder) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    return real.readdirSync(path, options as never);
  };
  return { ...real, readdirSync };
});
afterEach(() => {
  locked.folder = '';
});

function listed(folder: string, inputs: string[], more: Partial<InputOptions> = {}) {
  return listInputs(inputs, { task: 'lint', folder, include: [], exclude: [], ...more });
}
const names = (folder: string, inputs: string[], more: Partial<InputOptions> = {}) =>
  listed(folder, inputs, more).files.map(({ source }) => source);

function filled(files: string[]): string {
  const folder = scratch();
  for (const name of files) put(folder, name, csvOf(1));
  return folder;
}

describe('folders', () => {
  it('that cannot be looked into are told when their turn comes, unless they are excluded or out of reach', () => {
    const folder = filled(['in/a.csv', 'in/locked/b.csv', 'in/z.csv']);
    locked.folder = join(folder, 'in/locked');
    expect(listed(folder, ['in']).files).toMatchObject([{}, { source: 'in/locked', size: -1 }, {}]);
    expect(names(folder, ['in/**/*.csv'])).toEqual(['in/a.csv', 'in/locked', 'in/z.csv']);
    expect(names(folder, ['in/*.csv'])).toEqual(['in/a.csv', 'in/z.csv']);
    expect(names(folder, ['in'], { exclude: ['locked'] })).toEqual(['in/a.csv', 'in/z.csv']);
  });

  it('with the results of a batch are passed over, with a notice', () => {
    const done = ['run.json', 'results.jsonl', 'failures.jsonl', 'annotated/a.csv'].map((name) => `in/结果/${name}`);
    const folder = filled(['in/a.csv', ...done, 'in/half/.run/request.json', 'in/half/results.jsonl', 'in/x/run.json']);
    const { files, notices } = listed(folder, ['in']);
    expect(files.map(({ source }) => source)).toEqual(['in/a.csv', 'in/x/run.json']);
    expect(notices).toEqual([
      { code: 'results-folder', about: 'in/half' },
      { code: 'results-folder', about: 'in/结果' },
    ]);
    expect(listed(folder, ['in'], { exclude: ['结果', 'half'] }).notices).toEqual([]);
  });

  it('of results are made step by step, and not where the system makes none', () => {
    const folder = join(scratch(), 'a/b/c');
    makeFolder(folder);
    makeFolder(folder);
    expect(fs.statSync(folder).isDirectory()).toBe(true);
    expect(() => makeFolder(join(put(scratch(), 'file', ''), 'x/y'))).toThrow('ENOTDIR');
  });
});

describe('patterns', () => {
  it('take brackets and other signs as they are written', () => {
    const folder = filled([
      'in/交通厅 (本级)/a.csv',
      'in/交通厅 [2024]/b.csv',
      'in/上报(省审计).csv',
      'in/!c+(1)@.csv',
      'in/本.csv',
    ]);
    expect(names(folder, ['in/交通厅 (本级)/*.csv'])).toEqual(['in/交通厅 (本级)/a.csv']);
    expect(names(folder, ['in/交通厅 [2024]/*.csv'])).toEqual(['in/交通厅 [2024]/b.csv']);
    expect(names(folder, ['in'], { include: ['**/交通厅 (本级)/**'] })).toEqual(['in/交通厅 (本级)/a.csv']);
    expect(names(folder, ['in'], { include: ['*(省审计).csv', '交通厅 [[]*/*'] })).toEqual(['in/上报(省审计).csv']);
    expect(names(folder, ['in'], { include: ['!c+(1)@.*'] })).toEqual(['in/!c+(1)@.csv']);
    expect(names(folder, ['in/*(*)*.csv'])).toEqual(['in/!c+(1)@.csv', 'in/上报(省审计).csv']);
    expect(names(folder, ['in/{本,无}.csv'])).toEqual(['in/本.csv']);
  });

  it('that name a folder mean what is in it, at any depth', () => {
    const folder = filled(['in/2024/教育厅/a.csv', 'in/2024/市县/甲/b.csv', 'in/2024/教育厅.csv', 'in/c.csv']);
    const rest = ['in/2024/市县/甲/b.csv', 'in/2024/教育厅.csv', 'in/c.csv'];
    for (const exclude of [
      '教育厅',
      '教育厅/',
      '2024/教育厅',
      '教育厅/**',
      'in/2024/教育厅/',
      join(folder, 'in/2024/教育厅'),
    ])
      expect([exclude, ...names(folder, ['in'], { exclude: [exclude] })]).toEqual([exclude, ...rest]);
    expect(names(folder, ['in'], { include: ['市县/**'] })).toEqual(['in/2024/市县/甲/b.csv']);
    expect(names(folder, ['in'], { exclude: ['c.csv/', '2024/'] })).toEqual(['in/c.csv']);
  });

  it('that fit nothing are named', () => {
    const folder = filled(['in/a.csv', 'in/b.txt']);
    const more = { include: ['a.*', '*.docx'], exclude: ['财政厅', 'b.txt'] };
    expect(listed(folder, ['in', 'in/*.xls'], more).notices.map(({ about }) => about)).toEqual([
      'in/*.xls',
      '*.docx',
      '财政厅',
    ]);
  });
});

it('a file counts once, however it is named', () => {
  const folder = filled(['in/a.csv']);
  put(folder, 'list.csv', 'path,unit\nin/a.csv,甲局\n');
  expect(listed(folder, ['list.csv', join(folder, 'in'), 'in/../in/a.csv']).files).toMatchObject([
    { source: 'in/a.csv', tags: { unit: '甲局' } },
  ]);
});
