import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { lintResultSchema } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';

const FAULTY = fixturePath('documents/twelve-defects.xlsx');

/** 处理及时率 stands under quantity, its name has numbering. */
const CSV =
  '项目名称,甲\n一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,1.投诉处理及时率,≥95%\n产出指标,数量指标,养护里程,≥120公里\n效益指标,社会效益指标,受益人数,≥3万人\n';

function folderOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const cwd = scratch();
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  const fix = (input: string, output: string, ...args: string[]) => {
    const before = readFileSync(join(cwd, input));
    const run = jixiao(['lint', input, '--fix', '-o', output, ...args], { cwd });
    expect(readFileSync(join(cwd, input)).equals(before)).toBe(true);
    return run;
  };
  const bytes = (name: string) => readFileSync(join(cwd, name));
  return { cwd, fix, bytes };
}

describe('jixiao lint --fix on text', () => {
  it('changes the cells at fault alone, and reports what is left', () => {
    const { fix, bytes } = folderOf({ 'a.csv': CSV });
    const { code, stdout, stderr } = fix('a.csv', 'b.csv');
    expect(stderr.split('\n')[0]).toBe('已自动修改 2 处，写入 b.csv');
    expect([code, stdout]).toEqual([0, expect.stringContaining('没有问题')]);
    expect(stdout).toContain('b.csv');
    const expected = CSV.replace('数量指标,1.投诉处理及时率', '时效指标,投诉处理及时率');
    expect(bytes('b.csv').toString('utf8')).toBe(`\ufeff${expected}`);
  });

  it('writes UTF-8 with a mark where the source is GB18030, and says so', () => {
    const gbk = Buffer.from(
      // 三级指标,指标值⏎1.巡查次数,3次
      'c8fdbcb6d6b8b1ea2cd6b8b1ead6b50a312ed1b2b2e9b4cecafd2c33b4ce0a',
      'hex',
    );
    const { fix, bytes } = folderOf({ 'a.csv': gbk });
    expect(fix('a.csv', 'b.csv').stderr).toContain('b.csv：原文件编码为 GB18030，副本已存为 UTF-8');
    expect(bytes('b.csv').toString('utf8')).toBe('\ufeff三级指标,指标值\n巡查次数,3次\n');
  });

  it('keeps tabs, quotes and a tsv', () => {
    const { fix, bytes } = folderOf({ 'a.tsv': '"三级指标"\t指标值\r\n"1.巡查""次数"\t3次\r\n' });
    fix('a.tsv', 'b.tsv');
    expect(bytes('b.tsv').toString('utf8')).toBe('\ufeff"三级指标"\t指标值\r\n"巡查""次数"\t3次\r\n');
  });

  it('copies byte for byte what needs no fix', () => {
    const { fix, bytes } = folderOf({ 'a.csv': '三级指标,指标值\n巡查次数,≥3次\n' });
    expect(fix('a.csv', 'b.csv').stderr).toContain('已自动修改 0 处');
    expect(bytes('b.csv').equals(bytes('a.csv'))).toBe(true);
  });

  it('says which files it can change, and does not blame the encoding of a Word file', () => {
    const { cwd, fix } = folderOf({ 'a.docx': readFileSync(fixturePath('formats/draft.docx')) });
    const { code, stderr } = fix('a.docx', 'b.docx');
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.docx：--fix 不能改 \.docx 文件；可以改 \.xlsx/);
    expect(existsSync(join(cwd, 'b.docx'))).toBe(false);
  });

  it('tells what it cannot fix and why', () => {
    // The level cell of the second row is blank: the heading above belongs to both.
    const { fix } = folderOf({ 'a.csv': CSV.replace('产出指标,数量指标,养护', ',,养护').replace('1.', '') });
    const { stderr, stdout } = fix('a.csv', 'b.csv');
    expect(stderr).toMatch(
      /^已自动修改 0 处，写入 b\.csv；1 处不能自动修改：1 处是多条指标共用的合并单元格或标题（B3）\n$/,
    );
    expect(stdout).toContain('class/level-mismatch');
  });

  it('lists what stood there before and what stands there now; of many only with --verbose', () => {
    const many = CSV + '产出指标,数量指标,1.投诉处理及时率,≥95%\n'.repeat(20);
    const { fix } = folderOf({ 'a.csv': CSV, 'many.csv': many });
    expect(fix('many.csv', 'm.csv').stderr).not.toContain('→');
    expect(fix('many.csv', 'm2.csv', '--verbose').stderr.match(/→/g)?.length).toBeGreaterThan(20);
    expect(fix('a.csv', 'b.csv').stderr.split('\n')).toEqual([
      '已自动修改 2 处，写入 b.csv',
      '  B3 二级指标：数量指标 → 时效指标',
      '  C3 指标名称：1.投诉处理及时率 → 投诉处理及时率',
      '',
    ]);
  });

  it('gives in JSON what it changed, by which rule, and what it could not', () => {
    const { fix } = folderOf({ 'a.csv': `${CSV}产出指标,时效指标,预算执行率,≥95%\n` });
    const { fixes } = lintResultSchema.parse(JSON.parse(fix('a.csv', 'b.csv', '--format', 'json').stdout));
    const changed = (field: string, cell: string, before: string, after: string, rule: string) => ({
      location: { cell, line: 3 },
      field,
      before,
      after,
      ruleIds: [rule],
    });
    expect(fixes).toEqual([
      {
        source: 'a.csv',
        target: 'b.csv',
        changes: [
          changed('level2', 'B3', '数量指标', '时效指标', 'class/level-mismatch'),
          changed('name', 'C3', '1.投诉处理及时率', '投诉处理及时率', 'name/format'),
        ],
        refused: [
          {
            reason: 'no-column',
            location: { cell: 'C6', line: 6 },
            field: 'scope',
            ruleId: 'scope/common-as-custom',
          },
        ],
      },
    ]);
    expect(
      jixiao(['lint', '-', '--format', 'json'], { input: '{"project":{"name":"甲"},"indicators":[]}' }).stdout,
    ).not.toContain('"fixes"');
  });

  it('relabels what a form lists as a common indicator, and leaves to people what only means the same', () => {
    const { fix, bytes } = folderOf({
      'a.csv':
        '项目名称,甲\n一级指标,二级指标,三级指标,指标性质,指标值\n产出指标,质量指标,资金使用率,个性指标,≥95%\n产出指标,时效指标,资金支付进度,个性指标,≥95%\n',
    });
    expect(fix('a.csv', 'b.csv').stdout).toMatch(/C4 +错误 +“资金支付进度”是共性指标/);
    expect(bytes('b.csv').toString('utf8')).toContain('资金使用率,共性指标,≥95%');
    expect(bytes('b.csv').toString('utf8')).toContain('资金支付进度,个性指标,≥95%');
  });

  it('counts every cell that differs, where one fix changes two', () => {
    const { fix } = folderOf({
      'a.csv': CSV.replace('产出指标,数量指标,1.投诉处理及时率', '效益指标,数量指标,投诉处理及时率'),
    });
    const { stderr } = fix('a.csv', 'b.csv', '--verbose');
    expect(stderr).toContain('已自动修改 2 处');
    expect(stderr).toContain('  A3 一级指标：效益指标 → 产出指标\n  B3 二级指标：数量指标 → 时效指标\n');
  });

  it('names the column that is lacking and the rule that asks for it', () => {
    const { fix } = folderOf({ 'a.csv': `${CSV}产出指标,时效指标,预算执行率,≥95%\n` });
    expect(fix('a.csv', 'b.csv').stderr.split('\n')[0]).toBe(
      '已自动修改 2 处，写入 b.csv；1 处不能自动修改：1 处表中没有“指标性质”这一列（C6 scope/common-as-custom）',
    );
  });
});

describe('jixiao lint --fix on JSON', () => {
  const json = `{ "project": {"name": "甲", "id": 12345678901234567890},
  "indicators": [
    {"level1": "产出指标", "level2": "数量指标", "name": "（1）投诉处理及时率", "value": "≥95%", "weight": 10.0},
    {"level1": "效益指标", "level2": "社会效益指标", "name": "受益人数", "value": "≥3万人"}
  ] }
`;

  it('changes the fields alone, every other character stays', () => {
    const { fix, bytes } = folderOf({ 'a.json': json });
    fix('a.json', 'b.json');
    const expected = json.replace('"数量指标"', '"时效指标"').replace('（1）', '');
    expect(bytes('b.json').toString('utf8')).toBe(expected);
  });

  it('does so in each line of JSONL', () => {
    const line = (project: string, name: string) =>
      `{"project":{"name":"${project}"},"indicators":[{"level1":"效益指标","name":"${name}","value":"≥3人"}]}\n`;
    const { fix, bytes } = folderOf({ 'a.jsonl': `${line('甲', '1.受益人数')}\n${line('乙', '②受益人数')}` });
    fix('a.jsonl', 'b.jsonl');
    expect(bytes('b.jsonl').toString('utf8')).toBe(`${line('甲', '受益人数')}\n${line('乙', '受益人数')}`);
  });

  it('takes a draft from standard input', () => {
    const cwd = scratch();
    const { stderr } = jixiao(['lint', '-', '--fix', '-o', 'b.json'], { cwd, input: json });
    expect(stderr).toContain('已自动修改 2 处');
    expect(readFileSync(join(cwd, 'b.json'), 'utf8')).toContain('"投诉处理及时率"');
  });
});

describe('jixiao lint --fix on a workbook', () => {
  async function workbook(): Promise<Uint8Array> {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('绩效目标表');
    sheet.getRow(1).values = ['项目名称', '甲'];
    sheet.getRow(2).values = ['一级指标', '二级指标', '三级指标', '指标值', '权重'];
    sheet.getRow(3).values = ['产出指标', '数量指标', '1.巡查次数', '≥12次', 30];
    sheet.getRow(4).values = ['产出指标', '数量指标', '2.投诉处理及时率', '≥95%', 30];
    sheet.getRow(5).values = [
      '产出指标',
      '质量指标',
      { formula: '"3."&"设施完好率"', result: '3.设施完好率' },
      '≥95%',
      20,
    ];
    sheet.getRow(6).values = [
      '效益指标',
      '社会效益指标',
      '受益人数',
      '≥3万人',
      { formula: '100-SUM(E3:E5)', result: 20 },
    ];
    sheet.mergeCells('A3:A5');
    sheet.mergeCells('B3:B4');
    sheet.getCell('C3').font = { name: '仿宋', size: 14, bold: true };
    return new Uint8Array(await book.xlsx.writeBuffer());
  }

  it('corrects names, reports the formula and the merged heading, and keeps all else', async () => {
    const { fix, bytes } = folderOf({ 'a.xlsx': await workbook() });
    const { stderr, stdout } = fix('a.xlsx', 'b.xlsx');
    expect(stderr).toContain('已自动修改 2 处');
    expect(stderr).toContain('1 处是多条指标共用的合并单元格或标题（绩效目标表!C4）');
    expect(stderr).toContain('1 处单元格里是公式（绩效目标表!C5）');
    expect(stdout).toMatch(/C4 +错误 .*class\/level-mismatch/);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(bytes('b.xlsx')).buffer);
    const sheet = book.getWorksheet('绩效目标表');
    expect(sheet?.getCell('C3').value).toBe('巡查次数');
    expect(sheet?.getCell('C3').font).toMatchObject({ name: '仿宋', size: 14, bold: true });
    expect(sheet?.getCell('C4').value).toBe('投诉处理及时率');
    expect(sheet?.getCell('C5').formula).toBe('"3."&"设施完好率"');
    expect(sheet?.getCell('E6').formula).toBe('100-SUM(E3:E5)');
    expect(sheet?.getCell('B4').isMerged).toBe(true);
  });

  it('writes copies of several files into a folder, in the format of each', () => {
    const { cwd } = folderOf({ 'a.csv': CSV });
    mkdirSync(join(cwd, 'out'));
    copyFileSync(FAULTY, join(cwd, 'b.xlsx'));
    const { code, stdout } = jixiao(['lint', 'a.csv', 'b.xlsx', '--fix', '-o', 'out', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    expect(readdirSync(join(cwd, 'out')).sort()).toEqual(['a.csv', 'b.xlsx']);
    const { results } = lintResultSchema.parse(JSON.parse(stdout));
    expect(results.map(({ source }) => source)).toEqual([join('out', 'a.csv'), join('out', 'b.xlsx')]);
  });
});

describe('jixiao lint --fix together with other options', () => {
  it('leaves alone what is waived', () => {
    const { fix, bytes } = folderOf({
      'a.csv': CSV,
      'jixiao.config.yaml': 'waivers: [{ rule: name/format, reason: 按上级表样, by: 张三, date: 2024-05-01 }]\n',
    });
    fix('a.csv', 'b.csv');
    expect(bytes('b.csv').toString('utf8')).toContain('时效指标,1.投诉处理及时率');
  });

  it.each([
    [['--fix'], '请加 -o <文件>'],
    [['--fix', '-o', 'a.csv'], '输出不能覆盖原文件'],
    [['--fix', '-o', 'b.xlsx'], '以 .csv 结尾'],
    [['--fix', '-o', 'b.xlsx', '--format', 'xlsx'], '不能同时用 --format xlsx'],
  ])('refuses %j', (args, sentence) => {
    const { cwd } = folderOf({ 'a.csv': CSV });
    const { code, stdout, stderr } = jixiao(['lint', 'a.csv', ...args], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(sentence);
    expect(existsSync(join(cwd, 'b.xlsx'))).toBe(false);
  });
});
