/** What concerns a file of several drafts stands with the file. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/schema/index.js';
import { jixiao, scratch } from '../support/cli.js';

const form = (name: string) =>
  `<table><tr><td>项目名称</td><td colspan="2">${name}</td></tr><tr><td>二级指标</td><td>三级指标</td><td>指标值</td></tr><tr><td>数量指标</td><td>培训护林员人数</td><td>200人</td></tr></table>`;
const other = '<table><tr><td>任务</td><td>金额</td></tr><tr><td>巡护</td><td>2310</td></tr></table>';
const folder = scratch();
writeFileSync(join(folder, '两表.html'), `<html>${form('护林员培训')}${form('防火演练')}<p>其他</p>${other}</html>`);
writeFileSync(join(folder, '一表.html'), `<html>${form('护林员培训')}<p>其他</p>${other}</html>`);
const lint = (...args: string[]) => jixiao(['lint', ...args], { cwd: folder }).stdout;
const TOLD = /另有 1 张表没有找到绩效指标/;

describe('a file of two drafts', () => {
  it('has its own notices in JSON', () => {
    const { results, sources } = JSON.parse(lint('两表.html', '--format', 'json')) as LintResult;
    expect(results.map(({ notices }) => notices)).toEqual([[], []]);
    expect(sources).toMatchObject([{ source: '两表.html', notices: [{ code: 'table-not-read', about: 'file' }] }]);
  });

  it.each([
    ['stylish', '防火演练'],
    ['md', '防火演练'],
    ['html', '<h2>防火演练'],
  ])('has them behind its drafts in %s', (format, last) => {
    const text = lint('两表.html', '--format', format);
    expect(text.search(TOLD)).toBeGreaterThan(text.lastIndexOf(last));
    expect(text.match(new RegExp(TOLD, 'g'))).toHaveLength(1);
  });

  it('has them without a project in a list', () => {
    const line = lint('两表.html', '--format', 'csv')
      .split('\r\n')
      .find((one) => TOLD.test(one));
    expect(line).not.toContain('护林员培训');
  });
});

it('a file of one draft has them with it', () => {
  const { results, sources } = JSON.parse(lint('一表.html', '--format', 'json')) as LintResult;
  expect(results[0]?.notices).toMatchObject([{ code: 'table-not-read' }]);
  expect(sources).toBeUndefined();
});
