/** A floor under the figures of the labelled drafts, for the rules that there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Linter } from '../../src/lint/lint-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

interface Expected {
  readonly ruleId: string;
  readonly indicatorId: string | null;
}

const key = ({ ruleId, indicatorId }: Expected) => `${ruleId} ${indicatorId ?? ''}`;

function score(part: string) {
  const linter = new Linter(ruleBook());
  const total = { right: 0, wrong: 0, missed: 0, indicators: 0 };
  const folder = new URL(`../fixtures/validation/${part}/`, import.meta.url);
  for (const file of readdirSync(folder)) {
    const raw = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as {
      expected: Expected[];
      tolerated?: Expected[];
    };
    const draft = draftSchema.parse(raw);
    const found = new Set(
      linter
        .lint(draft)
        .filter(({ severity }) => severity !== 'info')
        .map(key),
    );
    const expected = new Set(raw.expected.filter(({ ruleId }) => ruleBook().rules.has(ruleId)).map(key));
    const tolerated = new Set((raw.tolerated ?? []).map(key));
    total.indicators += draft.indicators.length;
    total.right += [...found].filter((one) => expected.has(one)).length;
    total.wrong += [...found].filter((one) => !expected.has(one) && !tolerated.has(one)).length;
    total.missed += [...expected].filter((one) => !found.has(one)).length;
  }
  return total;
}

it.each(['dev', 'test'])('keeps precision and recall on the labelled drafts (%s)', (part) => {
  const { right, wrong, missed, indicators } = score(part);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95);
  expect(right / (right + missed)).toBeGreaterThanOrEqual(0.9);
  expect(wrong / indicators).toBeLessThanOrEqual(1 / 50);
});
