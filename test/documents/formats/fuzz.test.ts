/** Damaged files of every format end with a document or with one of our errors; nightly: `npm run fuzz -- 20000`. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damaged, randomFrom } from '../../../src/dev/damage.js';
import { InputError } from '../../../src/errors.js';
import { draftsOf, fixturePath } from '../../support/documents.js';

const RUNS = 36;
const files = readdirSync(fixturePath('formats')).filter((name) => !name.endsWith('.mjs'));

describe.each(files)('%s', (name) => {
  const whole = readFileSync(fixturePath(`formats/${name}`));

  it(`damaged in ${RUNS} ways`, async () => {
    const others: unknown[] = [];
    for (let seed = 1; seed <= RUNS; seed += 1) {
      try {
        await draftsOf(damaged(whole, randomFrom(seed)), name);
      } catch (error) {
        if (!(error instanceof InputError)) others.push([seed, error]);
      }
    }
    expect(others).toEqual([]);
  }, 300_000);
});

it('covers five hundred runs', () => {
  expect(files.length * RUNS).toBeGreaterThanOrEqual(500);
});
