/** The pages: whole in themselves, safe whatever the texts hold, and linked to the table that was read. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/documents/model.js';
import { readDocument } from '../../src/documents/read-document.js';
import { documentView } from '../../src/documents/view.js';
import { findingsHtml } from '../../src/report/findings-html.js';
import { lintHtml } from '../../src/report/lint-html.js';
import type { DocumentView, Location } from '../../src/schema/index.js';
import { diagnostic, finding, HOSTILE, lintResultOf, reviewResultOf } from './hostile.js';

const bytes = (text: string) => new TextEncoder().encode(text);

function view(source: string, cells: readonly string[]): DocumentView {
  const at = (column: number): Location => ({ sheet: HOSTILE, cell: `${'ABC'[column]}8` });
  return {
    source,
    tables: [
      {
        name: HOSTILE,
        columns: ['A', 'B', 'C'],
        rows: [
          {
            number: '8',
            hidden: false,
            cells: cells.map((text, column) => ({ text, location: at(column), rowSpan: 1, columnSpan: 1 })),
          },
          { skipped: 12 },
        ],
      },
    ],
    lines: [{ text: HOSTILE, line: 3 }],
  };
}

const LINT = lintResultOf([
  diagnostic(),
  diagnostic({ severity: 'warning', ruleId: 'value/missing', location: { line: 3, column: 7 } }),
]);
const LINT_PAGE = lintHtml(LINT, {
  language: 'zh',
  views: [view(LINT.results[0]?.source ?? '', [HOSTILE, HOSTILE, HOSTILE])],
  ruleTitle: () => HOSTILE,
});
const REVIEW = reviewResultOf([
  finding({ location: { sheet: HOSTILE, cell: 'B8' } }),
  finding({ id: 'r1.suggestion.1', kind: 'suggestion', pairedWith: ['r1.problem.1'] }),
]);
const REVIEW_PAGE = findingsHtml(REVIEW, { language: 'en', views: [view(`${HOSTILE}.xlsx`, [HOSTILE, HOSTILE])] });
const PAGES = [
  ['lint', LINT_PAGE],
  ['review', REVIEW_PAGE],
] as const;

describe.each(PAGES)('the page of %s', (_, page) => {
  it('fetches nothing', () => {
    expect(page).not.toMatch(/\b(?:src|action|data|poster|formaction)\s?=|url\(|@import|https?:/);
    expect(page).toContain("default-src 'none'");
  });

  it('runs the one script that its policy names by hash', () => {
    const scripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => code);
    expect(scripts).toHaveLength(1);
    const hash = createHash('sha256')
      .update(scripts[0] ?? '')
      .digest('base64');
    expect(page).toContain(`script-src 'sha256-${hash}'`);
    expect(page.replace(/<script>[^]*?<\/script>/, '')).not.toMatch(/\son[a-z]+\s?=/);
  });

  it('shows hostile texts as texts', () => {
    expect(page).not.toContain('<script>alert');
    for (const control of ['\0', '\u001b']) expect(page.includes(control)).toBe(false);
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;');
  });

  it('gives every id once, and every link on it leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/ href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(1);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('closes what it opens', () => {
    const voids = new Set(['meta', 'input']);
    const open: string[] = [];
    const wrong: string[] = [];
    const markup = page.replace(/<(style|script)>[^]*?<\/\1>/g, '');
    for (const [tag, slash, name = ''] of markup.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
      if (slash === '/' && open.pop() !== name) wrong.push(tag);
      if (slash === '' && !voids.has(name) && !tag.endsWith('/>')) open.push(name);
    }
    expect(wrong).toEqual([]);
    expect(open).toEqual([]);
  });

  it('has a language, a heading, and charts that can be read aloud', () => {
    expect(page).toMatch(/<html lang="(?:zh-CN|en)">/);
    expect(page.match(/<h1>/g)).toHaveLength(1);
    for (const [svg] of page.matchAll(/<svg [^>]*>/g)) expect(svg).toMatch(/aria-label="[^"]+"|aria-hidden/);
  });
});

describe('links between list and table', () => {
  it('go from a diagnostic to its cell and back', () => {
    const [, anchor = ''] = /id="d1"[^]*?href="#([^"]+)"/.exec(LINT_PAGE) ?? [];
    const [cell = ''] = new RegExp(`<td id="${anchor}"[^]*?</td>`).exec(LINT_PAGE) ?? [];
    expect(cell).toContain('class="error"');
    expect(cell).toContain('href="#d1"');
  });

  it('go to the line where there is no cell', () => {
    const [, anchor = ''] = /id="d2"[^]*?href="#([^"]+)"/.exec(LINT_PAGE) ?? [];
    expect(LINT_PAGE).toMatch(new RegExp(`<p id="${anchor}" class="text-line warning"`));
  });

  it('name what is not shown', () => {
    expect(LINT_PAGE).toContain('省略 12 行');
    expect(LINT_PAGE).toContain('这一列没有读懂');
    expect(LINT_PAGE).toContain('已豁免');
  });
});

describe('documentView', () => {
  it('shows a merged block as one cell with its text', async () => {
    const document = await readDocument(bytes('a,b\nc,d\n'), 'a.csv');
    const [grid] = document.grids;
    const merged = {
      ...document,
      grids: [{ ...(grid as Grid), merges: [{ top: 0, left: 0, bottom: 1, right: 0 }] }],
    };
    const [table] = documentView(merged, []).tables;
    expect(
      table?.rows.map((row) => ('cells' in row ? row.cells.map(({ text, rowSpan }) => [text, rowSpan]) : [])),
    ).toEqual([
      [
        ['a', 2],
        ['b', 1],
      ],
      [['d', 1]],
    ]);
  });

  it('leaves out rows of a large table of which nothing is said, and says how many', async () => {
    const rows = Array.from({ length: 9000 }, (_, row) => `名称${row},${row}`).join('\n');
    const document = await readDocument(bytes(rows), 'a.csv');
    const [table] = documentView(document, [{ cell: 'A5001', line: 5001 }]).tables;
    const shown = table?.rows.flatMap((row) => ('cells' in row ? row.number : [])) ?? [];
    expect(shown).toContain('5001');
    expect(shown.length).toBeLessThan(20);
    const skipped = table?.rows.reduce((sum, row) => sum + ('skipped' in row ? row.skipped : 1), 0);
    expect(skipped).toBe(9000);
  });

  it('shows JSON drafts by field, each at its pointer', async () => {
    const draft = { project: { name: '甲' }, indicators: [{ name: '次数', value: 3 }] };
    const document = await readDocument(bytes(JSON.stringify(draft)), 'a.json');
    const cells = documentView(document, []).tables.flatMap(({ rows }) =>
      rows.flatMap((row) => ('cells' in row ? row.cells : [])),
    );
    expect(cells.find(({ location }) => location.pointer === '/indicators/0/value')?.text).toBe('3');
    expect(cells.find(({ location }) => location.pointer === '/project/name')?.text).toBe('甲');
  });
});
