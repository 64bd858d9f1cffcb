/**
 * Workbooks in ten layouts that finance bureaus hand out, each with what is to be read from it, written down by whoever
 * filled it in.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixtureDrafts, fixturePath } from '../support/documents.js';

interface ExpectedIndicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly value: string | null;
  readonly operator: string | null;
  readonly weight: number | null;
  readonly sheet: string;
  readonly nameCell: string;
}

interface ExpectedDraft {
  readonly project: Readonly<Record<string, string | number | null>>;
  readonly indicators: readonly ExpectedIndicator[];
}

const names = readdirSync(fixturePath('layouts')).filter((name) => name.endsWith('.xlsx'));

/** White space and the ways of writing a sign are no part of what was read. */
const tidy = (value: unknown) =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .replace(/\s+/g, '')
    .replace('＝', '=')
    .replace('>=', '≥')
    .replace('<=', '≤');
/** “产出指标（50分）”, “产出” and “产出指标” are one heading. */
const heading = (value: unknown) =>
  tidy(value)
    .replace(/[（(].*/, '')
    .replace(/指标$/, '');
/** A date cell shows as the workbook formats it. */
const dated = (value: string) => value.replace(/^(\d{4})\/(\d{1,2})\/(\d{1,2})$/, '$1年$2月$3日');

describe.each(names)('%s', (name) => {
  const expected = JSON.parse(
    readFileSync(fixturePath(`layouts/${name.replace('.xlsx', '.expected.json')}`), 'utf8'),
  ) as {
    drafts: ExpectedDraft[];
  };

  it('has every indicator at its place, and nothing else', async () => {
    const drafts = await fixtureDrafts(`layouts/${name}`);
    const read = drafts.map(({ draft, locate }) =>
      draft.indicators.map((one) => [
        `${locate(one.id, 'name').sheet}!${locate(one.id, 'name').cell}`,
        heading(one.level1),
        heading(one.level2),
        tidy(one.value),
        one.weight ?? null,
      ]),
    );
    const wanted = expected.drafts.map(({ indicators }) =>
      indicators.map((one) => [
        `${one.sheet}!${one.nameCell}`,
        heading(one.level1),
        heading(one.level2),
        tidy(dated(one.value ?? '')),
        one.weight,
      ]),
    );
    expect(read).toEqual(wanted);
  });

  it('has their names and operators', async () => {
    const drafts = await fixtureDrafts(`layouts/${name}`);
    const read = drafts.flatMap(({ draft }) => draft.indicators);
    const wanted = expected.drafts.flatMap(({ indicators }) => indicators);
    for (const [index, { name: wantedName, operator }] of wanted.entries()) {
      const indicator = read[index];
      expect(tidy(indicator?.name).endsWith(tidy(wantedName))).toBe(true);
      // Where the operator stands inside the value, the value carries it.
      const stated = operator === null || indicator?.operator === undefined ? operator : tidy(indicator.operator);
      expect(stated).toBe(operator);
    }
  });

  it('has the project', async () => {
    const drafts = await fixtureDrafts(`layouts/${name}`);
    for (const [index, { project }] of expected.drafts.entries()) {
      const { budgetAlso: _, ...stated } = project;
      const wanted = Object.entries(stated).filter(([, value]) => value !== null);
      const read = wanted.map(([field]) => [field, tidy(drafts[index]?.draft.project[field])]);
      expect(read).toEqual(wanted.map(([field, value]) => [field, tidy(value)]));
    }
  });
});
