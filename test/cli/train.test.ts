import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildWorkbook } from '../../src/documents/xlsx/build.js';
import { readXlsx } from '../../src/documents/xlsx/read/read-xlsx.js';
import { jixiao, scratch } from '../support/cli.js';
import { corpusFolder } from '../support/training.js';

const TAXONOMY = `categories:
  gongcheng:
    zh: 工程、建设
    en: Works
    tags: { zhiliang: 工程质量, jindu: { zh: 工程进度, en: progress } }
  zijin:
    zh: 资金
`;
const OWN = [
  ['某桥墩混凝土强度不足', '工程、建设', '工程质量'],
  ['某路面出现裂缝', '工程、建设', '工程质量'],
  ['某标段工期滞后三个月', '工程、建设', '工程进度'],
  ['某标段未按期开工', '工程、建设', '工程进度'],
  ['某笔资金拨付不及时', '资金', ''],
  ['某笔资金长期沉淀', '资金', ''],
].map(([text, category, tag]) => JSON.stringify({ text, kind: '问题', category, tags: tag ? [tag] : [] }));

function train(folder: string, ...args: string[]) {
  return jixiao(['train', ...args], { cwd: folder });
}

describe('jixiao train', () => {
  it('makes a folder that classify and review use, the same bytes each time', () => {
    const folder = corpusFolder();
    expect(train(folder, 'corpus-a.jsonl', '-o', 'one').code).toBe(0);
    expect(readdirSync(join(folder, 'one')).toSorted()).toEqual(['card.json', 'model.json']);
    expect(train(folder, 'corpus-a.jsonl', '-o', 'two', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' });
    for (const name of ['model.json', 'card.json'])
      expect(readFileSync(join(folder, 'two', name))).toEqual(readFileSync(join(folder, 'one', name)));
    const input = '某局固定资产未入账\n';
    for (const model of ['one', join('one', 'model.json')]) {
      const { stdout } = jixiao(['classify', '-', '--model', model, '--format', 'jsonl'], { cwd: folder, input });
      expect(JSON.parse(stdout)).toMatchObject({ labels: [{ category: 'assets', tags: ['registration'] }] });
    }
    writeFileSync(join(folder, 't.csv'), '项目,存在问题\n甲,某局未签订采购合同\n');
    const { stdout } = jixiao(['review', 't.csv', '--model', 'one', '--format', 'json'], { cwd: folder });
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ labels: [{ category: 'procurement' }] }] });
  });

  it('trains Bayes as well', () => {
    const folder = corpusFolder();
    expect(train(folder, 'corpus-a.jsonl', '-o', 'm', '--model', 'bayes', '--seed', '3').code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'm', 'card.json'), 'utf8'))).toMatchObject({ model: 'bayes', seed: 3 });
  });

  it("speaks a province's own taxonomy, in sheets too", () => {
    const folder = scratch();
    writeFileSync(join(folder, 'own.yaml'), TAXONOMY);
    writeFileSync(join(folder, 'own.jsonl'), OWN.join('\n'));
    expect(train(folder, 'own.jsonl', '-o', 'm', '--taxonomy', 'own.yaml').code).toBe(0);
    const told = (...args: string[]) =>
      jixiao(['classify', '-', '--model', 'm', ...args], { cwd: folder, input: '某路面出现大裂缝\n' }).stdout;
    expect(told()).toContain('[工程、建设 · 工程质量');
    expect(told('--lang', 'en')).toContain('[Works · zhiliang');
    writeFileSync(join(folder, 'sheet.csv'), told('--format', 'csv').replace('工程质量', '工程进度'));
    expect(train(folder, '--corrections', 'sheet.csv', '-o', 'm').code).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'm', 'corpus.jsonl'), 'utf8'))).toMatchObject({
      labels: [{ category: 'gongcheng', tags: ['jindu'] }],
    });
  });

  it('uses the model that the configuration names', () => {
    const folder = corpusFolder();
    train(folder, 'corpus-a.jsonl', '-o', 'm');
    writeFileSync(join(folder, 'jixiao.config.yaml'), 'findings: { model: ./m }\n');
    mkdirSync(join(folder, 'below'));
    const { stdout } = jixiao(['classify', '-', '--format', 'jsonl'], {
      cwd: join(folder, 'below'),
      input: '养护单位考核扣款未按月兑现到位\n',
    });
    // The small model knows three categories only.
    expect(stdout).not.toContain('supervision');
  });

  it.each([
    ['own.yaml', 'categories: { a: { zh: 甲 }, b: { zh: 甲 } }\n', /own\.yaml 第 1 行.*甲/],
    ['own.yaml', 'categories: { none: { zh: 甲 } }\n', /own\.yaml 第 1 行.*none/],
    ['own.yaml', 'categories:\n  a:\n    zh: 甲\n    tag: { x: 乙 }\n', /own\.yaml 第 4 行.*tags/],
    ['own.yaml', 'categories: {}\n', /own\.yaml/],
    [
      'own.jsonl',
      '{"text":"甲","kind":"问题","category":"资金"}\n{"text":"乙","kind":"问题","category":"资经"}\n',
      /own\.jsonl 第 2 行.*资经.*资金/,
    ],
    ['own.jsonl', '', /own\.jsonl/],
  ])('%s with a fault: one line, code 2, nothing written', (name, content, told) => {
    const folder = scratch();
    writeFileSync(join(folder, 'own.yaml'), TAXONOMY);
    writeFileSync(join(folder, 'own.jsonl'), OWN.join('\n'));
    writeFileSync(join(folder, name), content);
    const { code, stderr } = train(folder, 'own.jsonl', '-o', 'm', '--taxonomy', 'own.yaml');
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toMatch(told);
    expect(existsSync(join(folder, 'm'))).toBe(false);
  });

  it.each([
    [['corpus-a.jsonl'], /-o <文件夹>/],
    [['corpus-a.jsonl', '-o', 'corpus-a.jsonl'], /文件夹/],
    [['nowhere.jsonl', '-o', 'm'], /nowhere\.jsonl/],
    [['-', '-o', 'm'], /标准输入/],
    [['corpus-a.jsonl', '-o', 'm', '--seed', 'x'], /--seed/],
    [['corpus-a.jsonl', '-o', 'm', '--cues', 'assets.tsv'], /assets\.tsv 第 2 行/],
  ])('%j is refused', (args, told) => {
    const folder = corpusFolder();
    writeFileSync(join(folder, 'assets.tsv'), 'phrase\tkind\ttag\n未盘点\tproblem\tnothing\n');
    const { code, stderr } = train(folder, ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
    expect(readdirSync(folder).toSorted()).toEqual(['assets.tsv', 'corpus-a.jsonl']);
  });

  it('leaves the old model where a new one cannot be written', () => {
    const folder = corpusFolder();
    train(folder, 'corpus-a.jsonl', '-o', 'm');
    const before = readFileSync(join(folder, 'm', 'model.json'));
    writeFileSync(join(folder, 'bad.jsonl'), '{"text":"甲"}\n');
    expect(train(folder, 'corpus-a.jsonl', 'bad.jsonl', '-o', 'm').code).toBe(2);
    expect(readFileSync(join(folder, 'm', 'model.json'))).toEqual(before);
    expect(readdirSync(join(folder, 'm')).toSorted()).toEqual(['card.json', 'model.json']);
  });
});

describe('a model that cannot be used', () => {
  it.each([
    ['nowhere', /没有模型“nowhere”/],
    ['empty', /没有模型“empty”/],
    ['broken', /model\.json.*重新训练/],
    ['card', /card\.json/],
  ])('%s', (name, told) => {
    const folder = corpusFolder();
    for (const one of ['empty', 'broken', 'card']) mkdirSync(join(folder, one));
    writeFileSync(join(folder, 'broken', 'model.json'), '{"model":"linear"');
    train(folder, 'corpus-a.jsonl', '-o', 'm');
    copyFileSync(join(folder, 'm', 'model.json'), join(folder, 'card', 'model.json'));
    writeFileSync(join(folder, 'card', 'card.json'), '{}');
    const { code, stderr } = jixiao(['classify', '-', '--model', name], { cwd: folder, input: '甲\n' });
    expect(code).toBe(2);
    expect(stderr).toMatch(told);
  });
});

describe('corrections', () => {
  const TEXTS = '某局固定资产未入账\n某局未签订采购合同\n=某中心预算执行率仅45%\n';

  function classified(folder: string, format: string): string {
    return jixiao(['classify', '-', '--model', 'm', '--format', format], { cwd: folder, input: TEXTS }).stdout;
  }

  function trained(): string {
    const folder = corpusFolder();
    train(folder, 'corpus-a.jsonl', '-o', 'm');
    return folder;
  }

  const kept = (folder: string, path = join('m', 'corpus.jsonl')) =>
    readFileSync(join(folder, path), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { text: string; labels: unknown[] });

  it('take up edited rows of the sheet only, and say which text was labelled otherwise', () => {
    const folder = trained();
    const sheet = classified(folder, 'csv');
    writeFileSync(join(folder, 'sheet.csv'), sheet);
    expect(train(folder, '--corrections', 'sheet.csv', '-o', 'm').stderr).toMatch(/0 条记入/);
    expect(existsSync(join(folder, 'm', 'corpus.jsonl'))).toBe(false);
    writeFileSync(join(folder, 'sheet.csv'), sheet.replace('资产管理,入账/账实', '采购与合同管理,采购程序'));
    const { code, stderr } = train(folder, '--corrections', 'sheet.csv', '-o', 'm');
    expect(code).toBe(0);
    expect(stderr).toMatch(/sheet\.csv 第 2 行.*corpus-a\.jsonl 第 5 行/);
    expect(kept(folder)).toMatchObject([
      { text: '某局固定资产未入账', labels: [{ category: 'procurement', tags: ['procurement-process'] }] },
    ]);
  });

  it('are never lost, whatever comes later', () => {
    const folder = trained();
    const [first = '', second = ''] = classified(folder, 'jsonl').split('\n');
    const to = (line: string, category: string) =>
      JSON.stringify({ ...(JSON.parse(line) as object), labels: [{ category, tags: [] }] });
    for (const [line, category] of [
      [first, '预算编制与执行'],
      [second, 'assets'],
      [first, 'procurement'],
    ] as const) {
      writeFileSync(join(folder, 'c.jsonl'), to(line, category));
      expect(train(folder, '--corrections', 'c.jsonl', '-o', 'm').code).toBe(0);
    }
    // Trained from the ground up, too.
    expect(train(folder, 'corpus-a.jsonl', '-o', 'm').code).toBe(0);
    expect(kept(folder).map(({ labels }) => labels)).toMatchObject([
      [{ category: 'budget' }],
      [{ category: 'assets' }],
      [{ category: 'procurement' }],
    ]);
    expect(JSON.parse(readFileSync(join(folder, 'm', 'card.json'), 'utf8'))).toMatchObject({
      corrections: { file: 'corpus.jsonl', lines: 3 },
    });
  });

  it('go where the configuration says', () => {
    const folder = trained();
    writeFileSync(join(folder, 'jixiao.config.yaml'), 'findings: { corpus: ours/local.jsonl }\n');
    writeFileSync(join(folder, 'c.jsonl'), '{"text":"门窗破损","kind":"问题","category":"资产管理"}\n');
    expect(train(folder, '--corrections', 'c.jsonl', '-o', 'm').code).toBe(0);
    expect(kept(folder, 'ours/local.jsonl')).toMatchObject([{ text: '门窗破损' }]);
    expect(existsSync(join(folder, 'm', 'corpus.jsonl'))).toBe(false);
  });

  it('are read from the workbook of review', () => {
    const folder = trained();
    writeFileSync(join(folder, 't.csv'), '项目,存在问题\n甲,某局固定资产未入账\n乙,某局未签订采购合同\n');
    jixiao(['review', 't.csv', '--model', 'm', '--format', 'xlsx', '-o', 'r.xlsx', '--quiet'], { cwd: folder });
    const [grid] = readXlsx(readFileSync(join(folder, 'r.xlsx')), 'r.xlsx').grids;
    const [header = [], ...rows] = grid?.rows ?? [];
    const edited = rows.map((row) =>
      row.map((cell, at) => (header[at] === '标签' && cell === '入账/账实' ? '盘点清查' : cell)),
    );
    const columns = header.map((name) => ({ header: name, width: 10 }));
    writeFileSync(join(folder, 'r.xlsx'), buildWorkbook([{ name: '问题与建议', columns, rows: edited }]));
    const { code, stderr } = train(folder, '--corrections', 'r.xlsx', '-o', 'm');
    expect(code).toBe(0);
    expect(stderr).toMatch(/r\.xlsx 问题与建议!G2/);
    expect(kept(folder)).toMatchObject([{ labels: [{ category: 'assets', tags: ['inventory'] }] }]);
  });

  it('with a fault leave everything as it was', () => {
    const folder = trained();
    const sheet = classified(folder, 'csv').replace('采购与合同管理', '采购与合同');
    writeFileSync(join(folder, 'sheet.csv'), sheet);
    const before = readFileSync(join(folder, 'm', 'model.json'));
    const { code, stderr } = train(folder, '--corrections', 'sheet.csv', '-o', 'm');
    expect([code, stderr]).toEqual([
      2,
      '错误：sheet.csv 第 3 行：没有类别“采购与合同”，是不是“采购与合同管理”；类别写编码或名称都可以\n',
    ]);
    expect(readFileSync(join(folder, 'm', 'model.json'))).toEqual(before);
    expect(readdirSync(join(folder, 'm')).toSorted()).toEqual(['card.json', 'model.json']);
    expect(readFileSync(join(folder, 'sheet.csv'), 'utf8')).toBe(sheet);
  });

  it('need the corpus of the last training', () => {
    const folder = trained();
    writeFileSync(join(folder, 'c.jsonl'), '{"text":"门窗破损","kind":"问题","category":"资产管理"}\n');
    const moved = scratch();
    for (const name of ['model.json', 'card.json']) {
      mkdirSync(join(moved, 'm'), { recursive: true });
      copyFileSync(join(folder, 'm', name), join(moved, 'm', name));
    }
    copyFileSync(join(folder, 'c.jsonl'), join(moved, 'c.jsonl'));
    const { code, stderr } = train(moved, '--corrections', 'c.jsonl', '-o', 'm');
    expect(code).toBe(2);
    expect(stderr).toMatch(/corpus-a\.jsonl：上次训练用的语料不在了/);
    expect(existsSync(join(moved, 'm', 'corpus.jsonl'))).toBe(false);
  });
});
