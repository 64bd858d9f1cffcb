/**
 * What `lint` finds of faults that are planted into sound indicators, one at a time: `npm run eval:planted [-- --cases] [folder …]`.
 * Sound are the indicators of the labelled drafts that nobody finds fault with; without folders, those of all parts that are
 * read (test/fixtures/validation/README.md). So a rule meets hundreds of names that were not written for it. Some of what is
 * planted is no fault after all (a subsidy may have a floor or a ceiling): nothing comes to 100 %.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from '../lint/lint-draft.js';
import { packageRoot } from '../platform/root.js';
import { loadRuleBook } from '../platform/shipped.js';
import { type Draft, draftSchema } from '../schema/index.js';
import { PLANTED_FAULTS } from './planted-faults.js';
import { UNREAD_PARTS } from './unread-parts.js';

const args = process.argv.slice(2);
const showCases = args.includes('--cases');
const validation = join(packageRoot, 'test', 'fixtures', 'validation');
const given = args.filter((argument) => !argument.startsWith('--'));
const folders =
  given.length > 0
    ? given
    : readdirSync(validation)
        .filter((part) => !part.includes('.') && !UNREAD_PARTS.has(part))
        .map((part) => join(validation, part));

const linter = new Linter(await loadRuleBook());
const tallies = PLANTED_FAULTS.map((fault) => ({ fault, planted: 0, found: 0 }));
for (const folder of folders) for (const file of readdirSync(folder).toSorted()) plantInto(join(folder, file));
console.log(`${'planted'.padEnd(54)} times  found`);
for (const { fault, planted, found } of tallies)
  console.log(
    `${fault.name.padEnd(54)} ${String(planted).padStart(5)}  ${((found / Math.max(1, planted)) * 100).toFixed(1)} %`,
  );

function plantInto(path: string): void {
  const raw = JSON.parse(readFileSync(path, 'utf8')) as Record<'expected' | 'tolerated', Labels>;
  const draft = draftSchema.parse(raw);
  const faulty = new Set([...raw.expected, ...(raw.tolerated ?? [])].map(({ indicatorId }) => indicatorId));
  draft.indicators.forEach((one, at) => {
    if (faulty.has(one.id) || one.partOf !== undefined) return;
    for (const tally of tallies) {
      const planted = tally.fault.plant(one, draft, at + path.length);
      if (!planted) continue;
      tally.planted += 1;
      if (isFound({ ...draft, indicators: draft.indicators.with(at, planted) }, one.id, tally.fault.rules))
        tally.found += 1;
      else if (showCases)
        console.log(
          `  not found: ${tally.fault.name} | ${planted.name} | ${planted.operator ?? ''}${planted.value ?? ''}${planted.unit ?? ''}`,
        );
    }
  });
}

type Labels = readonly { readonly indicatorId: string | null }[];

function isFound(draft: Draft, id: string, rules: readonly string[]): boolean {
  return linter.lint(draft).some(({ ruleId, indicatorId }) => indicatorId === id && rules.includes(ruleId));
}
