import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluationSchema } from '../../src/schema/index.js';
import { stringWidth } from '../../src/report/columns.js';
import { jixiao } from '../support/cli.js';
import { corpusFolder } from '../support/training.js';

function trained(): string {
  const folder = corpusFolder();
  jixiao(['train', 'corpus-a.jsonl', '-o', 'm', '--quiet'], { cwd: folder });
  return folder;
}

const json = (folder: string, ...args: string[]) =>
  evaluationSchema.parse(
    JSON.parse(jixiao(['evaluate', 'corpus-a.jsonl', '--format', 'json', ...args], { cwd: folder }).stdout),
  );

describe('jixiao evaluate', () => {
  it('reports figures of the public shape', () => {
    const { models, method } = json(trained(), '--model', 'm');
    expect(method).toBe('as-is');
    expect(models).toHaveLength(1);
    expect(models[0]?.figures.texts).toBe(22);
    expect(models[0]?.confusion.counts.flat().reduce((sum, count) => sum + count, 0)).toBe(22);
    expect(Object.keys(models[0]?.figures.categories ?? {})).toContain('procurement');
  });

  it('says where a model is measured on what it was trained on', () => {
    const folder = trained();
    const told = (...args: string[]) => jixiao(['evaluate', 'corpus-a.jsonl', ...args], { cwd: folder }).stderr;
    expect(told('--model', 'm')).toMatch(/结果偏高/);
    expect(told('--model', 'linear')).toBe('');
    expect(told('--model', 'm', '--leave-one-part-out')).not.toMatch(/结果偏高/);
  });

  it('leaves one part out, and draws a curve', () => {
    const { models, method } = json(trained(), '--compare', 'm，bayes', '--leave-one-part-out', '--curve');
    expect(method).toBe('leave-one-part-out');
    expect(models.map(({ name }) => name)).toEqual(['m', 'bayes']);
    for (const { parts, curve, figures } of models) {
      expect(Object.keys(parts ?? {})).toEqual(['a', 'b']);
      expect(figures.primaryAccuracy).toBeGreaterThan(0.8);
      expect(curve?.at(-1)?.trained).toBeGreaterThan(curve?.[0]?.trained ?? 0);
    }
  });

  it('stands in columns on a terminal, Chinese names or not', () => {
    const folder = trained();
    const { stdout } = jixiao(['evaluate', 'corpus-a.jsonl', '--model', 'm', '--quiet'], { cwd: folder });
    const table = stdout.split('\n\n').find((block) => block.startsWith('各类别'));
    const widths = (table ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => stringWidth(line));
    expect(widths.length).toBe(5);
    expect(new Set(widths).size).toBe(1);
    expect(stdout).toContain('采购与合同管理 · 合同');
    expect(stdout).toContain('混淆矩阵');
  });

  it('writes one page that needs no network and holds no markup of others', () => {
    const folder = trained();
    writeFileSync(join(folder, '<b>&.jsonl'), readFileSync(join(folder, 'corpus-a.jsonl')));
    const args = ['evaluate', '<b>&.jsonl', '--compare', 'm,linear', '--format', 'html', '-o', 'e.html', '--curve'];
    expect(jixiao([...args, '--quiet'], { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' });
    const page = readFileSync(join(folder, 'e.html'), 'utf8');
    expect(page).toContain('&lt;b&gt;&amp;.jsonl');
    expect(page).not.toContain('<b>');
    expect(page).not.toMatch(/https?:|<script|<link|<img|@import|url\(/);
    expect(page).toContain('<svg');
    expect(page).toContain('采购与合同管理');
  });

  it.each([
    [[], /没有指定文件/],
    [['corpus-a.jsonl', '--compare', 'linear'], /至少两个模型/],
    [['corpus-a.jsonl', '--model', 'nowhere'], /没有模型/],
    [['one.jsonl', '--leave-one-part-out'], /只有一份/],
    [['bad.jsonl'], /bad\.jsonl 第 1 行/],
    [['x.txt'], /x\.txt.*\.jsonl/],
  ])('%j: one line, code 2, no output', (args, told) => {
    const folder = corpusFolder();
    writeFileSync(join(folder, 'one.jsonl'), '{"text":"无","labels":[]}\n');
    writeFileSync(join(folder, 'bad.jsonl'), '{"text":"甲","kind":"problem","category":"unheard-of"}\n');
    writeFileSync(join(folder, 'x.txt'), '甲\n');
    const { code, stdout, stderr } = jixiao(['evaluate', ...args, '-o', 'out'], { cwd: folder });
    expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(stderr).toMatch(told);
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });
});
