import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jixiao, program, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const FAULTY = fixturePath('documents/twelve-defects.xlsx');

describe('bad input gets one clear line and exit code 2', () => {
  const folder = scratch();
  const file = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  mkdirSync(join(folder, '文件夹'));
  it.each([
    ['a missing file', ['lint', join(folder, '没有.xlsx')], /没有\.xlsx：找不到文件/],
    ['a folder', ['lint', join(folder, '文件夹')], /文件夹：这是一个文件夹/],
    ['an empty file', ['lint', file('空.xlsx', '')], /空\.xlsx：文件是空的/],
    ['no workbook', ['lint', file('假.xlsx', 'abc')], /假\.xlsx：不是有效的 \.xlsx 工作簿/],
    [
      'a truncated workbook',
      ['lint', file('断.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 8]))],
      /断\.xlsx：工作簿已损坏/,
    ],
    [
      'a folder where a report is to go',
      ['lint', FAULTY, '-o', join(folder, '文件夹')],
      /文件夹：是文件夹；要写标记过的副本，加 --format xlsx/,
    ],
    [
      'a column behind the last one in a mapping',
      ['lint', FAULTY, '--mapping', file('列.yaml', 'sheets:\n  - header: 6\n    columns: { name: C, value: ZZ }\n')],
      /没有找到列对应文件里的列“ZZ”/,
    ],
    ['no table', ['lint', file('无表.csv', '甲,乙\n1,2\n')], /无表\.csv：没有找到绩效指标表/],
    [
      'broken JSON',
      ['lint', file('错.json', '{"project": {"name": "甲"}\n "indicators": []}')],
      /错\.json 第 2 行 第 2 列：JSON 格式有误/,
    ],
    [
      'an old workbook under a new name that ends at once',
      ['lint', file('旧.xlsx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))],
      /旧\.xlsx：工作簿已损坏/,
    ],
    ['JSON of another kind', ['lint', file('数组.json', '[1]')], /数组\.json 第 1 行 第 1 列：最外层的内容不符合/],
    ['another format', ['lint', file('a.wps', 'abc')], /a\.wps：暂不支持 \.wps 格式；可读取 \.xlsx/],
    ['text called .doc', ['lint', file('a.doc', 'abc')], /a\.doc：文件里没有可以读取的表格或文字（扩展名与内容不符/],
    ['no findings', ['review', file('无.txt', '今天天气很好。\n')], /无\.txt：没有找到“存在问题”/],
    [
      'texts for review',
      ['review', file('文.jsonl', '{"text":"路灯不亮"}\n')],
      /文\.jsonl：review .*segment --findings/,
    ],
    ['two kinds of segments', ['segment', '--words', '--findings', FAULTY], /--words --findings 一次只能用一个/],
    ['a missing lexicon', ['segment', FAULTY, '--lexicon', join(folder, 'no.tsv')], /no\.tsv：找不到词典文件/],
    ['no file', ['lint'], /没有指定文件/],
    ['an unknown rule', ['lint', FAULTY, '--rule', 'name/slogn=off'], /没有规则“name\/slogn”，是不是“name\/slogan”/],
    ['a wrong level', ['lint', FAULTY, '--rule', 'name/slogan=loud'], /--rule 的写法是/],
    ['a wrong number', ['lint', FAULTY, '--max-warnings', 'many'], /--max-warnings 需要一个不小于 0 的整数/],
    ['a missing configuration', ['lint', FAULTY, '--config', join(folder, 'no.yaml')], /no\.yaml：找不到配置文件/],
    [
      'a wrong configuration',
      ['lint', FAULTY, '--config', file('c.yaml', 'preset: recommended\nrule:\n  a: off\n')],
      /c\.yaml 第 2 行 第 1 列：.*“rule”.*，是不是“rules”/,
    ],
    [
      'a misspelt key in a list',
      ['lint', FAULTY, '--config', file('f.yaml', 'overrides:\n  - files: a.csv\n    presets: strict\n')],
      /f\.yaml 第 3 行 第 5 列：.*“presets”.*，是不是“preset”/,
    ],
    [
      'a misspelt key of a profile',
      ['lint', FAULTY, '--profile', file('g.yaml', 'name: 本地\ntitle: { zh: 本地, en: own }\ncovrage:\n  most: 9\n')],
      /g\.yaml 第 3 行 第 1 列：.*“covrage”.*，是不是“coverage”/,
    ],
    [
      'broken YAML',
      ['lint', FAULTY, '--config', file('d.yaml', 'rules: [a\n')],
      /d\.yaml 第 \d 行 第 \d 列：YAML 格式有误/,
    ],
    [
      'an unknown rule in it',
      ['lint', FAULTY, '--config', file('e.yaml', 'rules:\n  name/slogn: off\n')],
      /没有规则“name\/slogn”/,
    ],
    ['an unknown rule to explain', ['rules', 'slogan'], /没有规则“slogan”，是不是“name\/slogan”/],
  ])('%s', (_, args, line) => {
    const { code, stdout, stderr } = jixiao(args);
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });

  it.each([
    ['an unknown option', ['lint', '--frmat', 'json', FAULTY], '--format'],
    ['an unknown command', ['lnt', FAULTY], 'lint'],
    [
      'an unknown format',
      ['lint', '--format', 'odt', FAULTY],
      'stylish, json, html, md, xlsx, docx, csv, sarif, junit',
    ],
  ])('%s, with what was probably meant', (_, args, meant) => {
    const { code, stdout, stderr } = jixiao(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(meant);
  });

  it('leaves nothing half-written behind', () => {
    const output = join(folder, '文件夹', 'out.xlsx');
    jixiao(['lint', join(folder, '假.xlsx'), join(folder, '空.xlsx'), '--format', 'json', '-o', output]);
    expect(readdirSync(join(folder, '文件夹'))).toEqual([]);
  });

  it('speaks English where it is asked to, and shows a stack only with --verbose', () => {
    const args = ['lint', join(folder, '没有.xlsx'), '--lang', 'en'];
    expect(jixiao(args).stderr).toBe(`Error: ${join(folder, '没有.xlsx')}: no such file; check the path\n`);
    expect(jixiao([...args, '--verbose']).stderr).toContain('at ');
  });
});

describe('the program as a neighbour of others', () => {
  it('ends quietly when its reader goes away', async () => {
    const command = `${process.execPath} ${program} lint ${FAULTY} --format json | head -c 10`;
    const { stderr, code } = await new Promise<{ stderr: string; code: number }>((resolve) => {
      execFile('bash', ['-c', `set -o pipefail; ${command}`], (error, _, text) => {
        resolve({ stderr: text, code: Number(error?.code ?? 0) });
      });
    });
    expect(stderr).toBe('');
    expect([0, 1]).toContain(code);
  });

  it('prints help and version and exits 0', () => {
    const help = jixiao(['--help']);
    expect(help.code).toBe(0);
    expect(help.stdout).toMatch(/lint[\s\S]*review[\s\S]*segment[\s\S]*rules/);
    expect(jixiao(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('lists in --help no command that it does not have', () => {
    const listed = [...jixiao(['--help']).stdout.matchAll(/^ {2}(\w+) \[options\]/gm)].map(
      ([, name]) => name as string,
    );
    expect(listed).toEqual([
      'lint',
      'review',
      'segment',
      'classify',
      'batch',
      'worker',
      'train',
      'evaluate',
      'rules',
      'init',
    ]);
    for (const name of listed) expect(jixiao([name, '--help'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('works from any folder', () => {
    const { status } = spawnSync(process.execPath, [program, 'rules'], { cwd: scratch() });
    expect(status).toBe(0);
  });
});
