import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';

const HEADER = '一级指标,二级指标,三级指标,指标值\n';
const SOUND = '产出指标,数量指标,养护里程,≥120公里\n效益指标,社会效益指标,受益人数,≥3万人\n';
const NAMELESS = '产出指标,数量指标,/,≥5次\n';
const table = (...rows: string[]) => `项目名称,甲\n${HEADER}${rows.join('')}`;

function folderOf(text: string) {
  const cwd = scratch();
  const put = (content: string, name = 'a.csv') => writeFileSync(join(cwd, name), content);
  put(text);
  const run = (...args: string[]) => jixiao(['lint', 'a.csv', '--baseline', 'known.json', ...args], { cwd });
  const lint = (...args: string[]) => {
    const { code, stdout } = run(...args, '--format', 'json');
    return { code, ...lintResultSchema.parse(JSON.parse(stdout)) };
  };
  const known = () =>
    JSON.parse(readFileSync(join(cwd, 'known.json'), 'utf8')) as { diagnostics: { ruleId: string }[] };
  return { cwd, put, run, lint, known };
}

describe('jixiao lint --baseline', () => {
  it('asks for --update-baseline where there is no such file, and writes none', () => {
    const { cwd, run } = folderOf(table(SOUND, NAMELESS));
    const { code, stdout, stderr } = run();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/known\.json：没有这个基线文件；首次请加 --update-baseline/);
    expect(existsSync(join(cwd, 'known.json'))).toBe(false);
    expect(jixiao(['lint', 'a.csv', '--update-baseline'], { cwd }).stderr).toContain('要与 --baseline <文件> 一起用');
  });

  it('remembers what is there and exits 0; after that only what is new is shown', () => {
    const { run, lint, put, known } = folderOf(table(SOUND, NAMELESS));
    const { code, stderr } = run('--update-baseline');
    expect([code, stderr]).toEqual([0, '基线已写入 known.json：1 条\n']);
    expect(known()).toMatchObject({
      schemaVersion: 1,
      kind: 'jixiao-baseline',
      diagnostics: [{ ruleId: 'name/missing', project: '甲', indicator: '/', field: 'name', evidence: '/', count: 1 }],
    });
    expect(lint()).toMatchObject({
      code: 0,
      summary: { errors: 0, baseline: 1 },
      results: [{ old: 1, diagnostics: [] }],
    });
    expect(run().stdout).toContain('基线内 1 条');
    put(table(SOUND, NAMELESS, '产出指标,数量指标,加强队伍建设,显著\n'));
    const { code: later, results } = lint();
    expect(later).toBe(1);
    expect(results[0]?.diagnostics.length).toBeGreaterThan(0);
    for (const { evidence } of results[0]?.diagnostics ?? []) expect(evidence).not.toBe('/');
  });

  it('knows a fault again in another row, with other numbering and in another file', () => {
    const { cwd, run, put, lint } = folderOf(table(SOUND, '产出指标,数量指标,1.巡查次数,≥50%\n'));
    run('--update-baseline', '--rule', 'name/format=off');
    put(table('产出指标,数量指标,2.巡查次数,≥50%\n', SOUND));
    expect(lint('--rule', 'name/format=off')).toMatchObject({ code: 0, summary: { errors: 0, warnings: 0 } });
    put(table('产出指标,数量指标,巡查次数,≥50%\n', SOUND), 'b.csv');
    const { code } = jixiao(['lint', 'b.csv', '--baseline', 'known.json'], { cwd });
    expect(code).toBe(0);
  });

  it('counts: a third fault of a kind of which two are known is new', () => {
    const { run, lint, put, known } = folderOf(table(SOUND, NAMELESS, NAMELESS));
    run('--update-baseline');
    const nameless = known().diagnostics.filter(({ ruleId }) => ruleId === 'name/missing');
    expect(nameless).toMatchObject([{ count: 2 }]);
    put(table(SOUND, NAMELESS, NAMELESS, NAMELESS));
    // Beside the two nameless ones the table lacks two classes of indicators.
    expect(lint()).toMatchObject({ code: 1, summary: { errors: 1, baseline: 4 } });
  });

  it('keeps what it knows of projects that are not in this run', () => {
    const { cwd, run, put, known } = folderOf(table(SOUND, NAMELESS));
    run('--update-baseline');
    put(table(SOUND, NAMELESS).replace('甲', '乙'), 'b.csv');
    jixiao(['lint', 'b.csv', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(known().diagnostics).toHaveLength(2);
    put(table(SOUND));
    run('--update-baseline');
    expect(known().diagnostics).toMatchObject([{ project: '乙' }]);
  });

  it('does not forget what stands in a file that cannot be read just now', () => {
    const { cwd, run, put, known } = folderOf(table(SOUND, NAMELESS));
    run('--update-baseline');
    put('', 'b.csv');
    const { code } = jixiao(['lint', 'a.csv', 'b.csv', '--baseline', 'known.json', '--update-baseline'], { cwd });
    expect(code).toBe(2);
    expect(known().diagnostics).toHaveLength(1);
  });

  it('remembers the rest where one file cannot be read, forgets nothing, and says so', () => {
    const { cwd, run, put, known } = folderOf(table(SOUND, NAMELESS));
    run('--update-baseline');
    put('', 'b.csv');
    put(table(SOUND, NAMELESS).replace('甲', '乙'), 'c.csv');
    put(table(SOUND));
    const args = ['lint', 'a.csv', 'b.csv', 'c.csv', '--baseline', 'known.json', '--update-baseline'];
    const { code, stderr } = jixiao(args, { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('基线已写入 known.json：2 条\n有文件未能读取：原基线中的条目全部保留');
    expect(known().diagnostics).toMatchObject([{ project: '乙' }, { project: '甲' }]);
  });

  it('tells two files of one project apart, remembered one by one or together', () => {
    const { cwd, put, known } = folderOf(table(SOUND, NAMELESS));
    mkdirSync(join(cwd, '上报稿'));
    put(table(SOUND, '产出指标,数量指标,巡查次数,≥50%\n'), '上报稿/a.csv');
    const lint = (...args: string[]) => jixiao(['lint', ...args, '--baseline', 'known.json'], { cwd });
    lint('a.csv', '--update-baseline');
    lint('上报稿/a.csv', '--update-baseline');
    const together = known().diagnostics;
    expect(together).toMatchObject([
      { file: 'a.csv', project: '甲', ruleId: 'name/missing' },
      { file: '上报稿/a.csv', project: '甲' },
    ]);
    lint('a.csv', '上报稿/a.csv', '--update-baseline');
    expect(known().diagnostics).toEqual(together);
    expect([lint('a.csv').code, lint('上报稿/a.csv').code]).toEqual([0, 0]);
    // What one file is known for is new in the other.
    put(table(SOUND, NAMELESS), '上报稿/a.csv');
    expect(lint('a.csv', '上报稿/a.csv')).toMatchObject({ code: 1, stdout: expect.stringContaining('name/missing') });
    expect(lint('上报稿/a.csv').code).toBe(1);
  });

  it('tells two drafts of one project in a file apart', () => {
    const { run, put, lint, known } = folderOf(table(SOUND, NAMELESS) + table(SOUND));
    run('--update-baseline');
    expect(lint()).toMatchObject({ code: 0, summary: { drafts: 2, baseline: 1 } });
    put(table(SOUND) + table(SOUND, NAMELESS));
    expect(lint()).toMatchObject({ code: 1, summary: { baseline: 0 } });
    run('--update-baseline');
    expect(known().diagnostics).toMatchObject([{ project: '甲', draft: 2 }]);
  });

  it('goes with its files from folder to folder, and knows a renamed one', () => {
    const { cwd, run, known } = folderOf(table(SOUND, NAMELESS));
    run('--update-baseline');
    const elsewhere = scratch();
    for (const name of ['a.csv', 'known.json']) copyFileSync(join(cwd, name), join(elsewhere, name));
    const lint = (...args: string[]) => jixiao(['lint', ...args], { cwd: tmpdir() });
    expect(lint(join(elsewhere, 'a.csv'), '--baseline', join(elsewhere, 'known.json')).code).toBe(0);
    renameSync(join(elsewhere, 'a.csv'), join(elsewhere, 'b.csv'));
    const renamed = [join(elsewhere, 'b.csv'), '--baseline', join(elsewhere, 'known.json')];
    expect(lint(...renamed).code).toBe(0);
    lint(...renamed, '--update-baseline');
    const text = readFileSync(join(elsewhere, 'known.json'), 'utf8');
    expect(JSON.parse(text)).toMatchObject({ files: ['b.csv'], diagnostics: [{ file: 'b.csv' }] });
    expect(text).not.toContain(elsewhere);
    expect(known().diagnostics).toHaveLength(1);
  });

  it('still takes a baseline that tells no files apart', () => {
    const { cwd, lint, run, known } = folderOf(table(SOUND, NAMELESS));
    const old = { ruleId: 'name/missing', project: '甲', indicator: '/', field: 'name', evidence: '/', count: 1 };
    const text = JSON.stringify({ schemaVersion: 1, kind: 'jixiao-baseline', diagnostics: [old] });
    writeFileSync(join(cwd, 'known.json'), text);
    expect(lint()).toMatchObject({ code: 0, summary: { baseline: 1 } });
    run('--update-baseline');
    expect(known().diagnostics).toEqual([{ ...old, file: 'a.csv' }]);
  });

  it('says that no baseline was written where nothing could be read', () => {
    const { cwd, put, run, known } = folderOf('');
    const { code, stderr } = run('--update-baseline');
    expect([code, existsSync(join(cwd, 'known.json'))]).toEqual([2, false]);
    expect(stderr).toContain('基线没有写入');
    put(table(SOUND, NAMELESS));
    run('--update-baseline');
    put('');
    expect(run('--update-baseline').stderr).toContain('基线没有写入：known.json 保持原样');
    expect(known().diagnostics).toHaveLength(1);
    expect(run('--update-baseline', '--lang', 'en').stderr).toContain('no baseline written');
    expect(run().stderr).not.toContain('基线');
  });

  it('never writes over a file that is no baseline', () => {
    const { cwd, put } = folderOf(table(SOUND));
    for (const content of ['{"project":{"name":"甲"},"indicators":[]}', '不是 JSON']) {
      put(content, 'draft.json');
      const { code, stderr } = jixiao(['lint', 'a.csv', '--baseline', 'draft.json', '--update-baseline'], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/draft\.json：不是 jixiao 的基线文件/)]);
      expect(readFileSync(join(cwd, 'draft.json'), 'utf8')).toBe(content);
    }
  });
});
