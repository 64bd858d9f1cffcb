/**
 * Indicators linted a second in one process, preset `strict`, all rules: `npm run bench:lint`. Material: the labelled
 * drafts of test/fixtures/validation, cut and joined into drafts of 10, 100 and 1,000 indicators; each name gets a mark of
 * its own, so that nothing is recognised from the draft before. The bound of 30,000 is stated, not enforced: machines differ.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draftSchema, Linter } from '../../dist/index.js';
import { loadRuleBook } from '../../dist/platform/index.js';

const BOUND = 30_000;
const TOTAL = 60_000;
const ROUNDS = 5;
const folder = fileURLToPath(new URL('../fixtures/validation/', import.meta.url));
const raw = ['dev', 'test'].flatMap((part) =>
  readdirSync(`${folder}${part}`).map((file) => JSON.parse(readFileSync(`${folder}${part}/${file}`, 'utf8'))),
);

/** A number in the twelve branches: marks that are no numerals. */
function branches(number) {
  return [...number.toString(12)].map((digit) => '子丑寅卯辰巳午未申酉戌亥'[parseInt(digit, 12)]).join('');
}

/** Drafts of `size` indicators, `TOTAL` indicators in all. */
function drafts(size) {
  const made = [];
  let serial = 0;
  for (let at = 0; made.length * size < TOTAL; at += 1) {
    const first = raw[at % raw.length];
    const indicators = [];
    for (let more = at; indicators.length < size; more += 1) {
      for (const one of raw[more % raw.length].indicators) {
        if (indicators.length === size) break;
        serial += 1;
        indicators.push({
          ...one,
          id: String(indicators.length + 1),
          partOf: undefined,
          name: `${one.name}（${branches(serial)}）`,
        });
      }
    }
    made.push(draftSchema.parse({ project: first.project, indicators }));
  }
  return made;
}

const linter = new Linter(await loadRuleBook(), { preset: 'strict' });
const only = Number(process.argv[2] ?? 0);
for (const size of only ? [only] : [10, 100, 1000]) {
  const list = drafts(size);
  const rates = [];
  let diagnostics = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const start = process.cpuUsage();
    diagnostics = 0;
    for (const draft of list) diagnostics += linter.lint(draft).length;
    // Time of the processor, not of the clock: other work on the machine does not count.
    const { user, system } = process.cpuUsage(start);
    const seconds = (user + system) / 1e6;
    // The first round warms up.
    if (round > 0) rates.push((list.length * size) / seconds);
  }
  rates.sort((a, b) => a - b);
  const median = Math.round(rates[Math.floor(rates.length / 2)]);
  const verdict = median >= BOUND ? 'meets' : 'below';
  console.log(
    `drafts of ${String(size).padStart(4)}: ${median.toLocaleString('en')} indicators/s (median of ${ROUNDS}; ${verdict} ${BOUND.toLocaleString('en')}), ${(diagnostics / (list.length * size)).toFixed(2)} diagnostics an indicator`,
  );
}
