/**
 * How well findings are split, told apart and paired: `npm run eval:findings [-- --cases] [folder …]`. Without folders, the
 * two halves of test/fixtures/findings. `--cases` lists what was missed and what was found wrongly: not to be used on the
 * held-out half, of which only the figures are looked at.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDocument } from '../documents/read-document.js';
import { findFindings } from '../findings/review.js';
import { packageRoot } from '../platform/root.js';
import { loadFindingsModel } from '../platform/models.js';
import { loadReadingData } from '../platform/shipped.js';
import { f1Of, parseGold, scoreFindings, scoreKinds, scorePairs, type Tally } from './gold-findings.js';

const args = process.argv.slice(2);
const showCases = args.includes('--cases');
const folders = args.filter((argument) => !argument.startsWith('--'));
const fixtures = join(packageRoot, 'test', 'fixtures', 'findings');
const data = await loadReadingData();
const classifier = await loadFindingsModel();

process.stdout.write(`${'documents'.padEnd(28)} findings      F1   kind  pairs F1\n`);
for (const folder of folders.length > 0 ? folders : ['tuned', 'held-out'].map((part) => join(fixtures, part))) {
  const totals = [emptyTally(), emptyTally(), emptyTally()] as const;
  const files = readdirSync(folder).filter((file) => !file.endsWith('.gold') && existsSync(goldOf(folder, file)));
  for (const file of files.toSorted()) {
    const gold = parseGold(readFileSync(goldOf(folder, file), 'utf8'));
    const found = findFindings(await readDocument(readFileSync(join(folder, file)), file), data, { classifier });
    const tallies = [scoreFindings(found, gold), scoreKinds(found, gold), scorePairs(found, gold)] as const;
    for (const [index, tally] of tallies.entries()) add(totals[index] as Tally, tally);
    if (!showCases) continue;
    tell(file, tallies);
    for (const { missed, spurious } of tallies) {
      for (const one of missed) process.stdout.write(`  missed ${one}\n`);
      for (const one of spurious) process.stdout.write(`  wrong  ${one}\n`);
    }
  }
  tell(`${folder.split('/').slice(-2).join('/')} (${files.length})`, totals);
}

function goldOf(folder: string, file: string): string {
  return join(folder, file.replace(/\.[^.]*$/, '.gold'));
}

function emptyTally(): Tally {
  return { right: 0, found: 0, wanted: 0, missed: [], spurious: [] };
}

function add(total: Tally, { right, found, wanted }: Tally): void {
  total.right += right;
  total.found += found;
  total.wanted += wanted;
}

function tell(name: string, [findings, kinds, pairs]: readonly [Tally, Tally, Tally]): void {
  const figures = [f1Of(findings), f1Of(kinds), f1Of(pairs)].map((figure) => figure.toFixed(3));
  process.stdout.write(
    `${name.padEnd(28)} ${String(findings.wanted).padStart(8)}   ${figures[0]}  ${figures[1]}     ${figures[2]}\n`,
  );
}
