/**
 * How good the shipped models are on labelled findings that no model was trained on: `npm run eval:classify -- <files.jsonl…>`;
 * without files test/fixtures/classify/apart.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CLASSIFIER_NAMES } from '../classify/classifier-names.js';
import { corpusLineSchema } from '../classify/corpus.js';
import { type Figures, measure } from '../classify/evaluate.js';
import { loadFindingsModel } from '../platform/models.js';
import { ROOT } from './findings-corpus.js';

const APART = path.join(ROOT, 'test/fixtures/classify/apart');
const files = process.argv.slice(2);
const paths = files.length > 0 ? files : readdirSync(APART).map((file) => path.join(APART, file));
const lines = paths.flatMap((file) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => corpusLineSchema.parse(JSON.parse(line))),
);
const percent = (share: number | null) => (share === null ? '–' : (100 * share).toFixed(1)).padStart(6);
const HEAD = ['primary', 'macro-F1', 'tags F1', 'kind', 'cal.err', 'abstain', 'accepted right'];

console.log(`${lines.length} findings`);
console.log(['', ...HEAD].join('\t'));
for (const name of CLASSIFIER_NAMES) {
  const classifier = await loadFindingsModel(name);
  const figures = measure(lines.map((gold) => ({ gold, answer: classifier.classify(gold.text) })));
  console.log([name, ...row(figures)].join('\t'));
  if (name === 'linear')
    for (const [category, { precision, recall, f1 }] of Object.entries(figures.categories))
      console.log(`  ${category.padEnd(24)} P ${percent(precision)}  R ${percent(recall)}  F1 ${percent(f1)}`);
}

function row({
  primaryAccuracy,
  macroF1,
  tagMicroF1,
  kindAccuracy,
  calibrationError,
  abstention,
  acceptedAccuracy,
}: Figures) {
  return [primaryAccuracy, macroF1, tagMicroF1, kindAccuracy, calibrationError, abstention, acceptedAccuracy].map(
    percent,
  );
}
