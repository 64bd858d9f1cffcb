import { symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipSync } from 'fflate';
import { buildWorkbook } from '../../src/documents/xlsx/build.js';
import { type InputOptions, listInputs } from '../../src/batch/plan/inputs.js';
import { planJobs } from '../../src/batch/plan/jobs.js';
import { scanLines } from '../../src/batch/plan/scan.js';
import { readSince } from '../../src/batch/plan/since.js';
import type { Job } from '../../src/batch/types.js';
import { scratch } from '../support/cli.js';
import { csvOf, put } from './material.js';

function listed(folder: string, inputs: string[], more: Partial<InputOptions> = {}) {
  return listInputs(inputs, { task: 'lint', folder, include: [], exclude: [], ...more });
}
const names = (folder: string, inputs: string[], more: Partial<InputOptions> = {}) =>
  listed(folder, inputs, more).files.map(({ source }) => source);

function filled(): string {
  const folder = scratch();
  for (const name of [
    'in/b.csv',
    'in/a.csv',
    'in/2024/c.xlsx',
    'in/2024/d.json',
    'in/photo.jpg',
    'in/~$a.xlsx',
    'in/.x.csv',
  ])
    put(folder, name, csvOf(1));
  return folder;
}

describe('the files that are meant', () => {
  it('are those of a folder that the task reads, by name; the others are counted by kind', () => {
    const folder = filled();
    expect(listed(folder, ['in'])).toMatchObject({ skipped: { jpg: 1 } });
    expect(names(folder, ['in'])).toEqual(['in/2024/c.xlsx', 'in/2024/d.json', 'in/a.csv', 'in/b.csv']);
    expect(names(folder, ['in/'])).toEqual(['in/2024/c.xlsx', 'in/2024/d.json', 'in/a.csv', 'in/b.csv']);
    expect(names(folder, ['in'], { task: 'review' })).toEqual(['in/2024/c.xlsx', 'in/a.csv', 'in/b.csv']);
    expect(names(folder, ['.'], { output: 'in/2024' })).toEqual(['in/a.csv', 'in/b.csv']);
  });

  it('are chosen by patterns: of the input, to include and to exclude, with a name alone or with a way', () => {
    const folder = filled();
    expect(names(folder, ['in/*.csv'])).toEqual(['in/a.csv', 'in/b.csv']);
    expect(names(folder, ['in/**/*.{xlsx,json}'])).toEqual(['in/2024/c.xlsx', 'in/2024/d.json']);
    expect(names(folder, ['in'], { include: ['*.csv'] })).toEqual(['in/a.csv', 'in/b.csv']);
    expect(names(folder, ['in'], { include: ['2024/**'] })).toEqual(['in/2024/c.xlsx', 'in/2024/d.json']);
    expect(names(folder, ['in'], { exclude: ['2024/*.json', 'a.csv'] })).toEqual(['in/2024/c.xlsx', 'in/b.csv']);
  });

  it('are told where they are links to folders or lead nowhere, and named where they are not read', () => {
    const folder = filled();
    symlinkSync(join(folder, 'in/2024'), join(folder, 'in/link'));
    symlinkSync(join(folder, 'nowhere.csv'), join(folder, 'in/gone.csv'));
    symlinkSync(join(folder, 'in/a.csv'), join(folder, 'in/same.csv'));
    const { files, notices, skippedFiles } = listed(folder, ['in']);
    expect(files.map(({ source }) => source)).toContain('in/same.csv');
    expect(files).toHaveLength(5);
    expect(notices).toEqual([
      { code: 'dangling', about: 'in/gone.csv' },
      { code: 'linked-folder', about: 'in/link' },
    ]);
    expect(skippedFiles).toEqual(['in/photo.jpg']);
  });

  it('are each taken once, in the order in which they are named', () => {
    expect(names(filled(), ['in/b.csv', 'in', 'in/b.csv'])).toEqual([
      'in/b.csv',
      'in/2024/c.xlsx',
      'in/2024/d.json',
      'in/a.csv',
    ]);
  });

  it('are those changed since a moment', () => {
    const folder = filled();
    utimesSync(join(folder, 'in/a.csv'), 1000, 1000);
    expect(names(folder, ['in/*.csv'], { since: 2_000_000 })).toEqual(['in/b.csv']);
    const now = Date.parse('2026-03-02T12:00:00Z');
    expect(readSince('36h', now)).toBe(Date.parse('2026-03-01T00:00:00Z'));
    expect(new Date(readSince('2026-01-31', now)).getHours()).toBe(0);
    for (const wrong of ['yesterday', '2026-13-01', '3', '-2d'])
      expect(() => readSince(wrong, now)).toThrow(expect.objectContaining({ code: 'batch-since' }));
  });

  it('must be there', () => {
    const folder = filled();
    expect(() => listed(folder, ['nowhere'])).toThrow(expect.objectContaining({ code: 'file-not-found' }));
    expect(() => listed(folder, ['in/*.docx'])).toThrow(expect.objectContaining({ code: 'batch-nothing' }));
  });
});

describe('a manifest', () => {
  const files = [
    { source: 'in/a.csv', tags: { unit: '甲局', year: 2024, region: '东区' } },
    { source: 'in/b.csv', tags: { unit: '乙局' } },
  ];

  it('is a list of paths from its own folder; files that are missing are told when their turn comes', () => {
    const folder = filled();
    put(folder, 'in/list.txt', '# 第一批\na.csv\n\n2024/c.xlsx\ngone.xlsx\n');
    expect(names(folder, ['in/list.txt'])).toEqual(['in/a.csv', 'in/2024/c.xlsx', 'in/gone.xlsx']);
    expect(listed(folder, ['in/list.txt']).files.at(-1)?.size).toBe(-1);
  });

  it('is a table or JSONL that says whose files they are', () => {
    const folder = filled();
    put(folder, 'list.csv', '\ufeff路径,单位,年度,地区\nin/a.csv,甲局,2024年,东区\nin/b.csv,乙局,,\n');
    put(
      folder,
      'list.jsonl',
      '{"path":"in/a.csv","unit":"甲局","year":2024,"region":"东区"}\n{"path":"in/b.csv","unit":"乙局"}\n',
    );
    for (const manifest of ['list.csv', 'list.jsonl']) expect(listed(folder, [manifest]).files).toMatchObject(files);
  });

  it('is a workbook, too, where its column of paths leads to files', () => {
    const folder = filled();
    const columns = ['序号', '文件', '单位', '年度'].map((header) => ({ header, width: 10 }));
    const book = (rows: (string | number)[][]) => buildWorkbook([{ name: '清单', columns, rows }]);
    put(
      folder,
      'list.xlsx',
      book([
        [1, 'in/a.csv', '甲局', 2024],
        [2, 'in/gone.csv', '乙局', '2023年度'],
      ]),
    );
    put(folder, 'form.xlsx', book([[1, '《资金管理办法》', '甲局', 2024]]));
    const { files: found, notices } = listed(folder, ['list.xlsx']);
    expect(found).toMatchObject([
      { source: 'in/a.csv', tags: { unit: '甲局', year: 2024 } },
      { source: 'in/gone.csv', size: -1, tags: { unit: '乙局', year: 2023 } },
    ]);
    expect(notices.map(({ code, line, about }) => [code, line, about])).toEqual([
      ['manifest-column', undefined, '序号'],
      ['manifest-missing', 3, 'in/gone.csv'],
    ]);
    expect(names(folder, ['form.xlsx'])).toEqual(['form.xlsx']);
  });

  it('is none where it is a document itself', () => {
    const folder = filled();
    put(folder, 'drafts.jsonl', '{"project":{"name":"甲"},"indicators":[]}\n');
    put(folder, 'report.txt', '一、存在问题\n指标不全面\n');
    for (const document of ['drafts.jsonl', 'report.txt', 'in/a.csv'])
      expect(names(folder, [document])).toEqual([document]);
  });

  it('is told with its line where it is wrong', () => {
    const folder = filled();
    const wrong: [string, string, number][] = [
      ['path,year\nin/a.csv,2024\nin/b.csv,去年\n', 'manifest-year', 3],
      ['path,year\nin/a.csv,24\n', 'manifest-year', 2],
      ['path,unit\nin/a.csv,甲局\n,乙局\n', 'manifest-no-path', 3],
      ['文件名,单位\nin/a.csv,甲局\n', 'manifest-no-path-column', 1],
      ['路径,单位\nin/a.csv,甲局\nin/a.csv,乙局\n', 'manifest-conflict', 3],
    ];
    for (const [text, code, line] of wrong) {
      put(folder, 'list.csv', text);
      expect(() => listed(folder, ['list.csv'])).toThrow(
        expect.objectContaining({ code, place: { file: 'list.csv', line } }),
      );
    }
  });

  it('tells columns without a meaning, files that are not there and files that are listed twice', () => {
    const folder = filled();
    put(folder, 'list.csv', '路径,备注\nin/a.csv,x\ngone.xlsx,\nin/a.csv,y\n');
    const plan = listed(folder, ['list.csv']);
    expect(plan.files.map(({ source }) => source)).toEqual(['in/a.csv', 'gone.xlsx']);
    expect(plan.notices).toEqual([
      { code: 'manifest-column', about: '备注', manifest: 'list.csv' },
      { code: 'manifest-missing', about: 'gone.xlsx', manifest: 'list.csv', line: 3 },
      { code: 'manifest-twice', about: 'in/a.csv', manifest: 'list.csv', line: 4 },
    ]);
  });
});

async function jobsOf(folder: string, inputs: string[]): Promise<Job[]> {
  const jobs: Job[] = [];
  for await (const one of planJobs(listed(folder, inputs).files, { task: 'lint', folder })) jobs.push(...one.jobs);
  return jobs;
}

describe('jobs', () => {
  it('cover a file of lines from end to end, cut at line ends and with the number of the first line', async () => {
    const text = Array.from({ length: 500 }, (_, index) => `{"行":"${'长'.repeat(index % 40)}${index}"}`).join('\n');
    const path = put(scratch(), 'a.jsonl', text);
    const bytes = Buffer.from(text);
    for (const piece of [1, 64, 1000, 1 << 20]) {
      const parts = (await scanLines(path, piece)).map(({ part }) => part!);
      expect(parts.map(({ start }) => start)).toEqual([0, ...parts.slice(0, -1).map(({ end }) => end)]);
      expect(parts.at(-1)?.end).toBe(bytes.length);
      for (const { start, end, firstLine, lastLine } of parts) {
        expect(start === 0 || bytes[start - 1] === 10).toBe(true);
        expect(firstLine).toBe(bytes.toString('utf8', 0, start).split('\n').length);
        expect(lastLine).toBe(bytes.toString('utf8', 0, end).replace(/\n$/, '').split('\n').length);
        expect(end - start).toBeGreaterThan(0);
      }
    }
  });

  it('lists the problems of short files of lines row by row, those of long ones in the results alone', async () => {
    const line = `${'x'.repeat(1023)}\n`;
    const marks = async (lines: number): Promise<unknown[]> =>
      (await scanLines(put(scratch(), 'a.jsonl', line.repeat(lines)))).map(({ part }) => part?.isUnlisted);
    expect(new Set(await marks(1024))).toEqual(new Set([undefined]));
    expect(new Set(await marks(17 * 1024))).toEqual(new Set([true]));
  });

  it('know the encoding of the whole file, and leave UTF-16 in one piece', async () => {
    const gbk = Buffer.concat([Buffer.from('ascii only\n'.repeat(20)), Buffer.from([0xd6, 0xd0, 0x0a])]);
    const parts = await scanLines(put(scratch(), 'a.txt', gbk), 50);
    expect(parts.length).toBeGreaterThan(3);
    expect(new Set(parts.map(({ part }) => part?.encoding))).toEqual(new Set(['gb18030']));
    const wide = await scanLines(put(scratch(), 'b.txt', Buffer.from('\ufeff中文\n'.repeat(50), 'utf16le')), 50);
    expect(wide).toHaveLength(1);
    expect(wide[0]?.part).toBeUndefined();
  });

  it('are one for every readable entry of an archive', async () => {
    const folder = scratch();
    const entry = (number: number) => new TextEncoder().encode(csvOf(number));
    put(
      folder,
      'a.zip',
      zipSync({ '甲/一.csv': entry(1), 'b.csv': entry(2), 'photo.jpg': entry(3), 'page.html': entry(4) }),
    );
    expect(
      (await jobsOf(folder, ['a.zip'])).map(({ source, path, entry: name, index }) => [index, source, path, name]),
    ).toEqual([
      [0, 'a.zip!/甲/一.csv', 'a.zip', '甲/一.csv'],
      [1, 'a.zip!/b.csv', 'a.zip', 'b.csv'],
      [2, 'a.zip!/page.html', 'a.zip', 'page.html'],
    ]);
  });
});
