/**
 * Forms of places that no rule was written from: the table as text (`|` between cells, `<` merged with the left, `^` with
 * the one above, `.` blank), then the project and the indicators that a person reads in it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { fixturePath } from '../support/documents.js';
import { bundle, understanding } from '../support/rules.js';

const names = readdirSync(fixturePath('forms')).filter((name) => name.endsWith('.txt'));
const { framework } = understanding();

const tidy = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number' ? `${value}` : '').replace(/\s+/g, '');
const box = (level1: string, level2: string) => {
  const read = framework.resolve(level1, level2);
  return [read.level1 ?? '', read.level2 ?? tidy(level2).replace(/指标$/, '')];
};
const named = (level: string) => (level === '-' || level === '' ? '' : `${level}指标`);

describe.each(names)('%s', (name) => {
  const [table = '', wanted = ''] = readFileSync(fixturePath(`forms/${name}`), 'utf8').split('\n---\n');
  const [project = '{}', ...indicators] = wanted.trim().split('\n');
  const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
  const document = { source: name, format: 'csv' as const, grids: [gridOf(table)], lines: [], notices: [] };
  const drafts = readDrafts(document, tables, framework);

  it('has every indicator, and nothing else', () => {
    const fieldsOf = (line: string) => line.split(' / ').map((text) => (text === '-' ? '' : text));
    const read = drafts.flatMap(({ draft }) => draft.indicators);
    const rows = read.map((one) => [
      ...box(one.level1 ?? '', one.level2 ?? ''),
      tidy(one.name).replace(/^(?:\d{1,2}\.|指标\d：)/, ''),
      tidy(one.value),
    ]);
    const expected = indicators
      .map(fieldsOf)
      .map(([level1 = '', level2 = '', own, value]) => [...box(named(level1), named(level2)), tidy(own), tidy(value)]);
    expect(rows).toEqual(expected);
    const stated = indicators.map(fieldsOf).map(([, , , , unit, weight]) => [unit || undefined, weight]);
    const units = read.map((one, index) => [stated[index]?.[0] && one.unit, stated[index]?.[1] && String(one.weight)]);
    expect(units).toEqual(stated);
  });

  it('has the project', () => {
    const stated = JSON.parse(project) as Record<string, string | number>;
    const read = Object.entries(stated).map(([field, value]) => {
      const own = drafts[0]?.draft.project[field];
      // Of a long text the form states here the beginning is enough.
      return [field, typeof value === 'number' ? own : tidy(own).slice(0, tidy(value).length)];
    });
    expect(read).toEqual(
      Object.entries(stated).map(([field, value]) => [field, typeof value === 'number' ? value : tidy(value)]),
    );
  });
});
