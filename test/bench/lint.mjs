/**
 * Indicators linted a second in one process, preset `strict`, all rules: `npm run bench:lint [size] [rounds]`. Material: the
 * labelled drafts of test/fixtures/validation, cut and joined into drafts of 10, 100 and 1,000 indicators. Project and goal of
 * every draft differ from all others, so that no goal is recognised from the draft before. Two lines each:
 *
 * - all new: every name has a mark of its own; no name ever comes back. The harshest case.
 * - recurring: every second name has such a mark, the others are as they stand in the labelled drafts. That is taken for
 *   what a batch of one finance bureau is like: half of a form names the project's own work (安防护栏更换长度), half says
 *   what all forms say (资金使用率, 验收合格率, 服务对象满意度). It is harsh still: some 950 names take turns, so that
 *   one comes back after 2,000 indicators, where in a batch 资金使用率 stands in every second draft.
 *
 * The bound of 30,000 is stated, not enforced: machines differ.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { draftSchema, Linter } from '../../dist/index.js';
import { loadRuleBook } from '../../dist/platform/index.js';
import { median, processorSeconds } from './measure.mjs';

const BOUND = 30_000;
const TOTAL = 60_000;
const ROUNDS = Number(process.argv[3] ?? 5);
const folder = fileURLToPath(new URL('../fixtures/validation/', import.meta.url));
const raw = ['dev', 'test'].flatMap((part) =>
  readdirSync(`${folder}${part}`).map((file) => JSON.parse(readFileSync(`${folder}${part}/${file}`, 'utf8'))),
);

/** A number in the twelve branches: marks that are no numerals. */
function branches(number) {
  return [...number.toString(12)].map((digit) => '子丑寅卯辰巳午未申酉戌亥'[parseInt(digit, 12)]).join('');
}

/** Whether the indicator gets a name of its own: of those that recur every second one, in no order. */
const KINDS = { 'all new': () => true, recurring: (serial) => Math.imul(serial, 0x9e3779b1) >>> 31 === 1 };

/** The project with a name and goals that no other draft has. */
function marked({ name, goal, annualGoal, ...project }, mark) {
  return {
    ...project,
    name: `${name}（${mark}）`,
    ...(goal && { goal: `${mark}：${goal}` }),
    ...(annualGoal && { annualGoal: `${mark}：${annualGoal}` }),
  };
}

/** Drafts of `size` indicators, `TOTAL` indicators in all. */
function drafts(size, isNew) {
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
          name: isNew(serial) ? `${one.name}（${branches(serial)}）` : one.name,
        });
      }
    }
    made.push(draftSchema.parse({ project: marked(first.project, branches(at + 1)), indicators }));
  }
  return made;
}

const book = await loadRuleBook();
const only = Number(process.argv[2] ?? 0);
for (const [kind, isNew] of Object.entries(KINDS)) {
  for (const size of only ? [only] : [10, 100, 1000]) {
    const linter = new Linter(book, { preset: 'strict' });
    const list = drafts(size, isNew);
    const rates = [];
    let diagnostics = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      diagnostics = 0;
      const seconds = processorSeconds(() => {
        for (const draft of list) diagnostics += linter.lint(draft).length;
      });
      // The first round warms up.
      if (round > 0) rates.push((list.length * size) / seconds);
    }
    const rate = Math.round(median(rates));
    const verdict = rate >= BOUND ? 'meets' : 'below';
    console.log(
      `names ${kind.padEnd(9)}, drafts of ${String(size).padStart(4)}: ${rate.toLocaleString('en')} indicators/s (median of ${ROUNDS}; ${verdict} ${BOUND.toLocaleString('en')}), ${(diagnostics / (list.length * size)).toFixed(2)} diagnostics an indicator`,
    );
  }
}
