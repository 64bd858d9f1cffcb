/**
 * How well `lint` judges labelled drafts: `npm run eval:lint [-- --cases] [folder …]`. Without folders, the development and
 * the test half of test/fixtures/validation. A case counts by rule and indicator; only errors and warnings are compared.
 * `tolerated` cases are neither right nor wrong. `--cases` lists what was wrong and missed: not to be used on a test half.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from '../lint/lint-draft.js';
import { loadRuleBook } from '../platform/shipped.js';
import { packageRoot } from '../platform/root.js';
import { type Draft, draftSchema } from '../schema/index.js';

interface Case {
  readonly ruleId: string;
  readonly indicatorId: string | null;
}

interface Row {
  right: number;
  wrong: number;
  missed: number;
}

const args = process.argv.slice(2);
const showCases = args.includes('--cases');
const folders = args.filter((argument) => !argument.startsWith('--'));
const validation = join(packageRoot, 'test', 'fixtures', 'validation');
const key = ({ ruleId, indicatorId }: Case) => `${ruleId} ${indicatorId ?? ''}`;
const linter = new Linter(await loadRuleBook());

for (const folder of folders.length > 0 ? folders : ['dev', 'test', 'apart'].map((part) => join(validation, part)))
  evaluate(folder);

function evaluate(folder: string): void {
  const rows = new Map<string, Row>();
  const rowOf = (rule: string): Row => {
    const row = rows.get(rule) ?? { right: 0, wrong: 0, missed: 0 };
    rows.set(rule, row);
    return row;
  };
  let indicators = 0;
  let sound = 0;
  let falseAlarmsOnSound = 0;
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  for (const file of files.toSorted()) {
    const raw = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { expected: Case[]; tolerated?: Case[] };
    const draft = draftSchema.parse(raw);
    const diagnostics = linter.lint(draft).filter(({ severity }) => severity !== 'info');
    const found = new Map(diagnostics.map((one) => [key(one), one]));
    const expected = new Set(raw.expected.map(key));
    const tolerated = new Set((raw.tolerated ?? []).map(key));
    for (const [name, one] of found) {
      if (expected.has(name)) rowOf(one.ruleId).right += 1;
      else if (!tolerated.has(name)) {
        rowOf(one.ruleId).wrong += 1;
        tell(draft, file, 'wrong', name, one.message);
      }
    }
    for (const one of raw.expected) {
      if (found.has(key(one))) continue;
      rowOf(one.ruleId).missed += 1;
      tell(draft, file, 'missed', key(one), '');
    }
    const faulty = new Set([...raw.expected, ...(raw.tolerated ?? [])].map(({ indicatorId }) => indicatorId));
    for (const { id } of draft.indicators) {
      indicators += 1;
      if (faulty.has(id)) continue;
      sound += 1;
      if (diagnostics.some(({ indicatorId }) => indicatorId === id)) falseAlarmsOnSound += 1;
    }
  }
  table(folder, files.length, indicators, rows, { sound, falseAlarmsOnSound });
}

function tell(draft: Draft, file: string, what: string, name: string, message: string): void {
  if (!showCases) return;
  const id = name.split(' ')[1];
  const indicator = draft.indicators.find((one) => one.id === id);
  const { name: text, operator, value, unit, level2, actual, score, weight } = indicator ?? {};
  const shown = indicator ? [level2, text, `${operator ?? ''}${value ?? ''}${unit ?? ''}`, actual, score, weight] : [];
  process.stdout.write(
    `  ${what} ${name} ${file} | ${shown.filter((one) => one !== undefined && one !== null).join(' | ')} | ${message}\n`,
  );
}

function table(
  folder: string,
  drafts: number,
  indicators: number,
  rows: ReadonlyMap<string, Row>,
  { sound, falseAlarmsOnSound }: { sound: number; falseAlarmsOnSound: number },
): void {
  const total: Row = { right: 0, wrong: 0, missed: 0 };
  for (const row of rows.values()) {
    total.right += row.right;
    total.wrong += row.wrong;
    total.missed += row.missed;
  }
  const share = (part: number, rest: number) =>
    part + rest === 0 ? '   –' : ((100 * part) / (part + rest)).toFixed(1);
  const line = (name: string, { right, wrong, missed }: Row) =>
    `${name.padEnd(30)} ${String(right).padStart(5)} ${String(wrong).padStart(5)} ${String(missed).padStart(6)} ${share(right, wrong).padStart(9)} ${share(right, missed).padStart(6)}\n`;
  const name = folder.split('/').slice(-2).join('/');
  process.stdout.write(`\n${name}: ${drafts} drafts, ${indicators} indicators\n`);
  process.stdout.write(`${'rule'.padEnd(30)} right wrong missed precision recall\n`);
  for (const rule of [...rows.keys()].toSorted()) process.stdout.write(line(rule, rows.get(rule) as Row));
  process.stdout.write(line('all', total));
  const rate = falseAlarmsOnSound === 0 ? 'none' : `one per ${(sound / falseAlarmsOnSound).toFixed(0)}`;
  process.stdout.write(`false alarms on ${sound} sound indicators: ${falseAlarmsOnSound} (${rate})\n`);
}
