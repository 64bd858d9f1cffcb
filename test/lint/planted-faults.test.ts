/** A floor under what is found of faults planted into the sound indicators of the development half. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PLANTED_FAULTS } from '../../src/dev/planted-faults.js';
import { Linter } from '../../src/lint/lint-draft.js';
import { type Draft, draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

interface Labelled {
  readonly draft: Draft;
  readonly faulty: ReadonlySet<string | null>;
}

const folder = new URL('../fixtures/validation/dev/', import.meta.url);
const labelled: Labelled[] = readdirSync(folder).map((file) => {
  const raw = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Record<
    'expected' | 'tolerated',
    { readonly indicatorId: string | null }[]
  >;
  const all = [...raw.expected, ...(raw.tolerated ?? [])];
  return { draft: draftSchema.parse(raw), faulty: new Set(all.map(({ indicatorId }) => indicatorId)) };
});
const linter = new Linter(ruleBook());

const FLOORS: Readonly<Record<string, number>> = {
  'the sign the other way round': 0.8,
  'three tenths less than the goal states': 0.8,
  'words for a number': 0.95,
  'a number that is only near': 0.95,
  'a share for what is counted, and a count for a share': 0.88,
  'the target in the name': 0.95,
  'a quantity under quality': 0.82,
  'two of one measure under one name': 0.6,
  'a share without its 率': 0.75,
  'a price under quantity': 0.9,
};

it.each(PLANTED_FAULTS)('$name', ({ name, rules, plant }) => {
  const told = labelled.flatMap(({ draft, faulty }, serial) =>
    draft.indicators.flatMap((one, at) => {
      const planted = faulty.has(one.id) || one.partOf !== undefined ? undefined : plant(one, draft, at + serial);
      if (!planted) return [];
      const diagnostics = linter.lint({ ...draft, indicators: draft.indicators.with(at, planted) });
      return [diagnostics.some(({ ruleId, indicatorId }) => indicatorId === one.id && rules.includes(ruleId))];
    }),
  );
  expect(told.length).toBeGreaterThan(20);
  expect(told.filter(Boolean).length / told.length).toBeGreaterThanOrEqual(FLOORS[name] ?? 1);
});
