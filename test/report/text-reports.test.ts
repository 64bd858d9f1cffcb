/** The reports for other programs and for reading: SARIF, JUnit, Markdown, CSV. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sheetCsv } from '../../src/report/csv-line.js';
import { findingList } from '../../src/report/finding-sheets.js';
import { findingsMarkdown } from '../../src/report/findings-markdown.js';
import { formatByName } from '../../src/report/formats.js';
import { lintJunit } from '../../src/report/lint-junit.js';
import { lintMarkdown } from '../../src/report/lint-markdown.js';
import { lintSarif } from '../../src/report/lint-sarif.js';
import { lintSheet } from '../../src/report/lint-sheet.js';
import { fixturePath } from '../support/documents.js';
import { diagnostic, finding, HOSTILE, lintResultOf, reviewResultOf } from './hostile.js';

const RESULT = lintResultOf([
  diagnostic(),
  diagnostic({ severity: 'warning', ruleId: 'value/missing', location: { line: 7, column: 3 } }),
  diagnostic({ severity: 'info', location: { pointer: '/indicators/2/value' } }),
]);

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

/** Throws where the XML is not well-formed. */
function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    open.push({ name, attributes, text: '' });
    found.push(open.at(-1) as Element);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last) last.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

/** The published schema (2.1.0-rtm.5), of which nothing but its two names is left out: they say “draft 4”, whose other words it does without. */
function officialSchema(): object {
  const path = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
  const { $schema: _, id: __, ...schema } = createRequire(import.meta.url)(path) as Record<string, unknown>;
  return schema;
}

describe('SARIF', () => {
  const validate = new Ajv().compile(
    JSON.parse(readFileSync(fixturePath('sarif/sarif-2.1.0-subset.schema.json'), 'utf8')) as object,
  );
  const sarif = (result = RESULT) =>
    JSON.parse(
      lintSarif(result, {
        language: 'zh',
        ruleText: (id) => (id === 'name/slogan' ? { title: '口号', why: HOSTILE } : undefined),
      }),
    ) as { runs: { results: Record<string, never>[]; tool: { driver: { rules: { id: string }[] } } }[] };

  it('is valid, whatever the texts hold', () => {
    validate(sarif());
    expect(validate.errors ?? []).toEqual([]);
    validate(sarif(lintResultOf([])));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is valid by the schema that OASIS published with the standard', () => {
    // Its pattern for languages is no regular expression in Unicode mode; of formats it knows none beside URIs and times.
    const official = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(officialSchema());
    for (const result of [RESULT, lintResultOf([])]) {
      official(sarif(result));
      expect(official.errors ?? []).toEqual([]);
    }
    expect(official({ ...sarif(), runs: [{ results: [] }] })).toBe(false);
  });

  it('tells levels, places and rules', () => {
    const { results = [], tool } = sarif().runs[0] ?? {};
    expect(results.map(({ level }) => level)).toEqual(['error', 'warning', 'note', 'error']);
    expect(results[0]).toMatchObject({ ruleId: 'name/slogan', ruleIndex: 0 });
    expect(results[1]).toMatchObject({
      locations: [{ physicalLocation: { region: { startLine: 7, startColumn: 3 } } }],
    });
    expect(results[2]).toMatchObject({
      locations: [{ logicalLocations: [{ fullyQualifiedName: '/indicators/2/value' }] }],
    });
    expect(tool?.driver.rules.map(({ id }) => id)).toEqual(['name/slogan', 'value/missing']);
  });

  it('keeps what somebody answers for as suppressed', () => {
    const results = sarif().runs[0]?.results ?? [];
    expect(results.filter((one) => 'suppressions' in one)).toHaveLength(1);
    expect(results.at(-1)).toMatchObject({ suppressions: [{ kind: 'external' }] });
  });

  it.each([
    ['草案/50% #1.xlsx', '%E8%8D%89%E6%A1%88/50%25%20%231.xlsx'],
    ['/srv/a b.csv', 'file:///srv/a%20b.csv'],
    ['C:\\表\\a.csv', 'file:///C:/%E8%A1%A8/a.csv'],
  ])('writes the path %s as an address', (source, uri) => {
    const [entry] = lintResultOf([diagnostic()]).results;
    const result = { ...RESULT, results: [{ ...(entry as NonNullable<typeof entry>), source }] };
    expect(sarif(result).runs[0]?.results[0]).toMatchObject({
      locations: [{ physicalLocation: { artifactLocation: { uri } } }],
    });
  });
});

describe('JUnit', () => {
  it('is well-formed XML, and keeps the text', () => {
    const elements = elementsOf(lintJunit(RESULT, 'zh'));
    const failure = elements.find(({ name }) => name === 'failure');
    expect(failure?.attributes.message).toContain('"><script>alert(1)</script>&amp;]]>');
    expect(failure?.text).toContain('"><script>alert(1)</script>&amp;]]>');
  });

  it('fails for errors alone, and skips what was waived or not read', () => {
    const elements = elementsOf(lintJunit(RESULT, 'zh'));
    const counts = (name: string) => elements.filter((one) => one.name === name).length;
    expect([counts('testcase'), counts('failure'), counts('skipped'), counts('system-out')]).toEqual([5, 1, 2, 2]);
    expect(elements[0]?.attributes).toMatchObject({ tests: '5', failures: '1', skipped: '2' });
  });

  it('shows a sound draft as a case that passed', () => {
    const [entry] = lintResultOf([]).results;
    const sound = { ...(entry as NonNullable<typeof entry>), waived: [], notices: [] };
    const xml = lintJunit({ ...lintResultOf([]), results: [sound] }, 'en');
    expect(elementsOf(xml).filter(({ name }) => name === 'testcase')).toHaveLength(1);
    expect(xml).not.toMatch(/<failure|<skipped/);
  });

  it('says of a file of several drafts in a suite of its own what is none of its first one’s', () => {
    const { results, ...rest } = lintResultOf([]);
    const [entry] = results;
    const own = { ...(entry as NonNullable<typeof entry>), source: 'a.xlsx', waived: [], notices: [] };
    const notice = { code: 'sheet-hidden', message: '2024', location: { sheet: '2024' } };
    const two = { ...rest, results: [own, own], sources: [{ source: 'a.xlsx', notices: [notice] }] };
    const elements = elementsOf(lintJunit(two, 'zh'));
    const suites = elements.filter(({ name }) => name === 'testsuite').map(({ attributes }) => attributes);
    expect(suites.map(({ skipped }) => skipped)).toEqual(['0', '0', '1']);
    expect(suites[2]?.name).toBe('a.xlsx');
    expect(elements[0]?.attributes).toMatchObject({ tests: '3', skipped: '1' });
  });
});

describe('Markdown', () => {
  it.each([
    ['lint', lintMarkdown(RESULT, 'zh')],
    ['review', findingsMarkdown(reviewResultOf([finding()]), { language: 'zh' })],
  ])('holds no markup of the user’s own (%s)', (_, markdown) => {
    expect(markdown).not.toMatch(/<script|[^\\]\*x\\?\*|\p{Cc}(?<![\n])/u);
    // Every row of a table has the cells of its header.
    for (const table of markdown.split('\n\n').filter((block) => block.startsWith('|'))) {
      const cells = table
        .trim()
        .split('\n')
        .map((line) => line.replace(/\\[^]/g, '').split('|').length);
      expect(new Set(cells).size).toBe(1);
    }
  });
});

describe('CSV', () => {
  const read = (text: string): string[][] => parse(text, { bom: true });

  it.each([
    ['lint', sheetCsv(lintSheet(RESULT.results, 'zh', { sources: true }))],
    ['review', sheetCsv(findingList(reviewResultOf([finding()]), 'zh'))],
  ])('begins with a byte order mark, and no cell is a formula (%s)', (_, text) => {
    expect(text.startsWith('\ufeff')).toBe(true);
    const rows = read(text);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r]./.test(cell))).toEqual([]);
    expect(rows.flat().filter((cell) => cell.startsWith(`'${HOSTILE.slice(0, 40)}`)).length).toBeGreaterThan(1);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['=', '='],
    ['-5.5', '-5.5'],
    ['-5%', '-5%'],
    ['≥95%', '≥95%'],
  ])('writes %s as %s', (given, written) => {
    const sheet = { name: 'a', columns: [{ header: 'h', width: 9 }], rows: [[given]] };
    expect(read(sheetCsv(sheet))[1]).toEqual([written]);
  });
});

describe('formatByName', () => {
  const all = ['stylish', 'json', 'jsonl', 'html', 'md', 'xlsx', 'csv', 'sarif', 'junit'];
  it.each([
    ['a.json', 'json'],
    ['a.sarif.json', 'sarif'],
    ['a.sarif', 'sarif'],
    ['结果.HTML', 'html'],
    ['junit.xml', 'junit'],
    ['a.txt', undefined],
    ['folder', undefined],
  ])('%s is %s', (name, format) => {
    expect(formatByName(name, all)).toBe(format);
  });

  it('names no format that the command does not write', () => {
    expect(formatByName('a.sarif.json', ['stylish', 'json'])).toBe('json');
    expect(formatByName('a.xlsx', ['text', 'jsonl'])).toBeUndefined();
  });
});
