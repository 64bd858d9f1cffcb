import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jixiao, scratch } from '../support/cli.js';

describe('jixiao segment', () => {
  it('cuts standard input into words, line by line', () => {
    const { stdout } = jixiao(['segment', '-'], { input: '绩效目标设置不够科学\n\n预算执行率95%\n' });
    expect(stdout).toBe('绩效目标 / 设置 / 不够 / 科学\n预算执行率 / 95%\n');
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
