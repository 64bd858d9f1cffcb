/**
 * Characters split into findings a second, one core: `npm run bench:findings`. Material: the documents of test/fixtures/findings,
 * joined until they are long enough; then one text of 100 kB, and texts of 100 kB made to be hard. Bounds (2 million characters
 * a second, 100 ms) are stated, not enforced: machines differ. Time of the processor, not of the clock.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readDocument, splitFindings, findFindings } from '../../dist/index.js';
import { loadReadingData } from '../../dist/platform/index.js';
import { median, processorSeconds } from './measure.mjs';

const ROUNDS = 9;
const data = await loadReadingData();
const folder = fileURLToPath(new URL('../fixtures/findings/', import.meta.url));
const files = ['tuned', 'held-out'].flatMap((part) =>
  readdirSync(`${folder}${part}`)
    .filter((name) => !name.endsWith('.gold'))
    .map((name) => `${folder}${part}/${name}`),
);
const documents = await Promise.all(files.map(async (file) => readDocument(readFileSync(file), file)));
/** Cells and sections as users have them: what the locator hands to the splitter. */
const passages = documents
  .flatMap(({ grids, lines }) => [
    ...grids.flatMap(({ rows }) => rows.flat()),
    lines.map(({ text }) => text).join('\n'),
  ])
  .filter((text) => text.length > 60);

function milliseconds(work) {
  return 1000 * median(Array.from({ length: ROUNDS }, (_, round) => processorSeconds(() => work(round))));
}

function rate(name, texts, options) {
  const list = [];
  let characters = 0;
  while (characters < 2_000_000) {
    for (const text of texts) {
      list.push(text);
      characters += text.length;
    }
  }
  const time = milliseconds(() => {
    for (const text of list) splitFindings(text, data, options);
  });
  console.log(`${name.padEnd(44)} ${(characters / time / 1000).toFixed(2).padStart(6)} M characters/s (bound 2)`);
}

rate('splitting, kind known', passages, { kind: 'problem' });
rate('splitting, kind by wording', passages);

const BYTES = 100_000;
const fill = (unit) => unit.repeat(Math.ceil(BYTES / Buffer.byteLength(unit)));
const long = [
  ['documents in a row', fill(passages.join('\n'))],
  ['（', fill('（')],
  ['“”', fill('“”')],
  ['<p ', fill('<p ')],
  ['&#', fill('&#')],
  ['1.', fill('1.')],
  ['一是甲二是', fill('一是甲二是')],
  ['（1）甲：①乙；', fill('（1）甲：①乙；')],
  ['1.甲不足。', fill('1.甲不足。')],
  ['甲 乙', fill('甲 乙')],
  ['存在问题：', fill('存在问题：')],
  ['问题1：甲。建议：乙。', fill('问题1：甲。建议：乙。')],
  ['，建议', fill('，建议')],
  ['一方面，另一方面，', fill('一方面，另一方面，')],
];
// Each round has a text of its own: what was read last is remembered.
for (const [name, text] of long) {
  const time = milliseconds((round) => splitFindings(`${text}${round}`, data, { kind: 'problem' }));
  const both = milliseconds((round) => splitFindings(`${text}${round}`, data));
  console.log(
    `100 kB of ${name.padEnd(24)} ${time.toFixed(1).padStart(8)} ms, kind by wording ${both.toFixed(1).padStart(8)} ms (bound 100)`,
  );
}

const total = documents.reduce(
  (sum, { text = '', grids }) => sum + (text.length || grids.flatMap(({ rows }) => rows.flat()).join('').length),
  0,
);
const time = milliseconds(() => {
  for (const document of documents) findFindings(document, data);
});
console.log(
  `locating, splitting and pairing ${documents.length} documents    ${(total / time / 1000).toFixed(2).padStart(6)} M characters/s`,
);
