/**
 * Forms of findings that no rule was written from: the table as text (see `test/support/grids.ts`), then what a person reads
 * in it: kind (P problem, S suggestion), project and unit, text.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFindings } from '../../src/findings/review.js';
import { fixturePath } from '../support/documents.js';
import { gridOf } from '../support/grids.js';
import { data } from './helpers.js';

const names = readdirSync(fixturePath('finding-forms')).filter((name) => name.endsWith('.txt'));
const tidy = (text: string) => text.replace(/[。；\s]+$/u, '');

describe('forms', () => {
  it.each(names)('%s', (name) => {
    const [table = '', wanted = ''] = readFileSync(fixturePath(`finding-forms/${name}`), 'utf8').split('\n---\n');
    const document = { source: name, format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
    const read = findFindings(document, data).map(({ kind, project, unit, text }) =>
      [kind === 'problem' ? 'P' : 'S', [project, unit].filter(Boolean).join('·') || '-', tidy(text)].join(' / '),
    );
    expect(read).toEqual(wanted.trim() === '' ? [] : wanted.trim().split('\n'));
  });
});

describe('a header beside a column of problems', () => {
  it.each([
    ['拟采取的举措', 'suggestion'],
    ['纠偏措施', 'suggestion'],
    ['下一步打算', 'suggestion'],
    ['整改思路及措施', 'suggestion'],
    ['整改措施落实情况', undefined],
    ['整改完成情况', undefined],
    ['建议采纳情况', undefined],
    ['管理措施', undefined],
    ['评分依据', undefined],
    ['问题整改时限', undefined],
    ['未完成原因', undefined],
    ['未达标原因分析', undefined],
    ['具体事实', 'problem'],
  ])('%s', (header, kind) => {
    const table = `项目名称 | 存在问题 | ${header}\n绿化养护 | 台账不完整。 | 按月补登养护台账。`;
    const document = { source: 'a.xlsx', format: 'xlsx' as const, grids: [gridOf(table)], lines: [], notices: [] };
    const [, beside] = findFindings(document, data);
    expect(beside?.kind).toBe(kind);
  });
});

it.each([
  ['存在问题', '自评表未说明扣分原因', 'problem'],
  ['整改措施', '按月上报项目进展情况', 'suggestion'],
])('“%s | %s” is a label with its text', (label, text, kind) => {
  const grids = [gridOf(`项目名称 | 绿化养护\n${label} | ${text}`)];
  const found = findFindings({ source: 'a.xlsx', format: 'xlsx', grids, lines: [], notices: [] }, data);
  expect(found.map((one) => [one.kind, one.text])).toEqual([[kind, text]]);
});

it('a row whose cells read like headers is none', () => {
  const grids = [
    gridOf('民生项目 | 存在问题 | 建议\n绿化养护项目 | 管理问题突出 | 按月考核。\n路灯项目 | 短板明显 | 更换灯具。'),
  ];
  const found = findFindings({ source: 'a.xlsx', format: 'xlsx', grids, lines: [], notices: [] }, data);
  expect(found.map(({ project, text }) => `${project} ${text}`)).toEqual([
    '绿化养护项目 管理问题突出',
    '绿化养护项目 按月考核。',
    '路灯项目 短板明显',
    '路灯项目 更换灯具。',
  ]);
});
