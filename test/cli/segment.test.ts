import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';

describe('jixiao segment', () => {
  it('cuts standard input into words, line by line', () => {
    const { stdout } = jixiao(['segment', '-'], { input: '绩效目标设置不够科学\n\n预算执行率95%\n' });
    expect(stdout).toBe('绩效目标 / 设置 / 不够 / 科学\n预算执行率 / 95%\n');
  });

  it('shows no indents as words, and keeps them in JSON lines', () => {
    const input = '    （一）指标\n';
    expect(jixiao(['segment', '-'], { input }).stdout).toBe('（ / 一 / ） / 指标\n');
    const { stdout } = jixiao(['segment', '--format', 'jsonl', '-'], { input });
    expect((JSON.parse(stdout) as { words: string[] }).words.join('')).toBe('    （一）指标');
  });

  it('writes JSON lines that rebuild the text, from JSONL too', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.jsonl'), '{"text":"共性指标和个性指标","own":1}\n');
    const { stdout } = jixiao(['segment', 'a.jsonl', '--format', 'jsonl'], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({ text: '共性指标和个性指标', words: ['共性指标', '和', '个性指标'] });
  });

  it('splits findings', () => {
    const input = '1.指标设置不够全面。一是缺少质量指标；二是缺少时效指标。\n';
    const { stdout } = jixiao(['segment', '--findings', '--format', 'jsonl', '-'], { input });
    const pieces = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { level: number; marker: string; start: number; end: number });
    expect(pieces.map(({ level, marker, start, end }) => [level, marker, input.slice(start, end)])).toEqual([
      [1, '1.', '指标设置不够全面。'],
      [2, '一是', '缺少质量指标；'],
      [2, '二是', '缺少时效指标。'],
    ]);
  });
});

describe('jixiao segment --findings on a table', () => {
  it('splits the columns of problems and suggestions alone', () => {
    const folder = scratch();
    writeFileSync(
      join(folder, 'a.csv'),
      '序号,项目名称,存在问题,工作建议\n1,甲,一是进度慢。二是台账不全。,加快进度。\n',
    );
    const { stdout } = jixiao(['segment', '--findings', 'a.csv'], { cwd: folder });
    expect(stdout).toBe('一是 进度慢。\n二是 台账不全。\n加快进度。\n');
  });
});

describe('jixiao segment --findings on running text', () => {
  it('takes broken lines for one passage', () => {
    const input =
      '绩效管理基础薄弱：一是绩效指标设置不全面，缺少反映服务质\n量的指标，也没有满意度指标；二是部分指标值偏低，明显低于上\n年完成值。\n';
    const { stdout } = jixiao(['segment', '--findings', '-'], { input });
    expect(stdout).toBe(
      '绩效管理基础薄弱\n  一是 绩效指标设置不全面，缺少反映服务质量的指标，也没有满意度指标；\n  二是 部分指标值偏低，明显低于上年完成值。\n',
    );
  });

  it('takes the sections of a report alone', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.txt'), '一、基本情况\n项目已完工。\n二、存在问题\n台账不全。\n三、附件\n无\n');
    expect(jixiao(['segment', '--findings', 'a.txt'], { cwd: folder }).stdout).toBe('台账不全。\n');
  });
});

describe('jixiao segment --keywords', () => {
  it('lists the telling words of a file with count and weight', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'a.txt'), '疫苗存放温度记录缺失，过期疫苗没有及时销毁。\n疫苗领用手续不全。\n');
    const [line] = jixiao(['segment', '--keywords', '--top', '3', '--format', 'jsonl', 'a.txt'], {
      cwd: folder,
    }).stdout.split('\n');
    const { source, keywords } = JSON.parse(line ?? '') as {
      source: string;
      keywords: { word: string; count: number }[];
    };
    expect(source).toBe('a.txt');
    expect(keywords).toHaveLength(3);
    expect(keywords[0]).toMatchObject({ word: '疫苗', count: 3 });
  });

  it('refuses a number that is none', () => {
    const { code, stderr } = jixiao(['segment', '--keywords', '--top', 'x', '-'], { input: '台账' });
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  });
});

describe('own lexicons', () => {
  const cut = (folder: string, ...args: string[]): string =>
    jixiao(['segment', ...args, '-'], { input: '夜间经济集聚区\n', cwd: folder }).stdout.trim();

  it('come from the configuration file, relative to it, or from the command line', () => {
    const folder = scratch();
    writeFileSync(join(folder, 'own.txt'), '夜间经济集聚区\n');
    expect(cut(folder)).not.toBe('夜间经济集聚区');
    expect(cut(folder, '--lexicon', 'own.txt')).toBe('夜间经济集聚区');
    writeFileSync(join(folder, 'jixiao.config.yaml'), 'words:\n  lexicon: own.txt\n');
    expect(cut(folder)).toBe('夜间经济集聚区');
  });

  it.each([
    ['words:\n  lexicon: gone.txt\n', /gone\.txt/],
    ['words:\n  engine: other\n', /jixiao\.config\.yaml 第 2 行/],
  ])('say what is wrong: %j', (config, message) => {
    const folder = scratch();
    writeFileSync(join(folder, 'jixiao.config.yaml'), config);
    const { code, stderr } = jixiao(['segment', '-'], { input: '甲\n', cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
