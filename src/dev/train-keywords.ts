/**
 * Counts in how many texts of the corpora each word stands, with `natural`, and writes the table that keywords are weighed
 * by: `npm run train:keywords`, after changing a corpus or the lexicon.
 */
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../platform/root.js';
import { parseRules } from '../platform/parse-rules.js';
import { ruleFiles } from '../platform/rule-files.js';
import { loadSegmenter } from '../platform/word-engines.js';

interface TfIdf {
  addDocument(tokens: readonly string[]): void;
  idf(term: string): number;
}

const CORPORA = join(packageRoot, 'corpora');
const MODEL = join(packageRoot, 'models', 'keywords');
/** A word that only one text holds is as telling as one that none does. */
const LEAST_TEXTS = 2;

const readLines = (...path: string[]) =>
  readFileSync(join(CORPORA, ...path), 'utf8')
    .split('\n')
    .filter(Boolean);
const findings = readdirSync(join(CORPORA, 'findings'))
  .filter((file) => file.endsWith('.jsonl'))
  .toSorted()
  .flatMap((file) => readLines('findings', file).map((line) => (JSON.parse(line) as { text: string }).text));
const samples = parseRules(ruleFiles()).library.samples.map(({ name, explanation, about }) =>
  [name, explanation, ...about].join('，'),
);
const texts = [...findings, ...readLines('kinds', 'neither.txt'), ...samples];

const segmenter = await loadSegmenter();
const { TfIdf } = createRequire(import.meta.url)('natural/lib/natural/tfidf') as { TfIdf: new () => TfIdf };
const table = new TfIdf();
const inTexts = new Map<string, number>();
for (const text of texts) {
  const words = [...new Set(segmenter.words(text))].filter((word) => word.length > 1 && /\p{Script=Han}/u.test(word));
  table.addDocument(words);
  for (const word of words) inTexts.set(word, (inTexts.get(word) ?? 0) + 1);
}
const rounded = (weight: number) => Math.round(weight * 1000) / 1000;
const known = [...inTexts].filter(([, count]) => count >= LEAST_TEXTS).map(([word]) => word);
const idf = Object.fromEntries(known.toSorted().map((word) => [word, rounded(table.idf(word))]));
const model = {
  format: 1,
  documents: texts.length,
  idf,
  unseen: rounded(1 + Math.log(texts.length / LEAST_TEXTS)),
};
mkdirSync(MODEL, { recursive: true });
writeFileSync(join(MODEL, 'idf.json'), `${JSON.stringify(model)}\n`);
process.stderr.write(`${known.length} words of ${texts.length} texts\n`);
