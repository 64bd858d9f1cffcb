/**
 * The two word engines side by side: `npm run bench:words`. Start-up (dictionary and lexicon), memory and throughput of each in
 * a process of its own, and word F1 on the hand-segmented sentences with and without lexicon and parting.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createSegmenter } from '../../dist/index.js';
import { loadSegmenter, WORD_ENGINES } from '../../dist/platform/index.js';
import { processorSeconds } from './measure.mjs';

const require = createRequire(import.meta.url);
const folder = new URL('../fixtures/words/', import.meta.url);
const sentences = (name) =>
  readFileSync(new URL(`${name}.jsonl`, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
const SETS = { gold: sentences('gold'), conformance: sentences('conformance'), apart: sentences('apart') };
SETS.all = Object.values(SETS).flat();

/** The engine as it comes, without lexicon; with or without its guess at unknown words. */
function plain(name, guess) {
  if (name === 'nodejieba') {
    const engine = require('nodejieba');
    engine.load({ userDict: fileURLToPath(new URL('empty.txt', import.meta.url)) });
    return { name, cut: (text) => engine.cut(text, guess) };
  }
  const { Jieba } = require('@node-rs/jieba');
  const jieba = Jieba.withDict(require('@node-rs/jieba/dict.js').dict);
  return { name, cut: (text) => jieba.cut(text, guess) };
}

function f1(cut, list) {
  const spans = (words) => {
    let at = 0;
    return new Set(words.map((word) => `${at}-${(at += word.length)}`));
  };
  let [right, all] = [0, 0];
  for (const { text, words } of list) {
    const [gold, found] = [spans(words), spans(cut(text))];
    for (const span of found) if (gold.has(span)) right += 1;
    all += gold.size + found.size;
  }
  return ((2 * right) / all).toFixed(3);
}

const text = SETS.all.map((one) => one.text).join('\n');

async function child(name) {
  const before = process.memoryUsage().rss;
  const start = performance.now();
  const segmenter = await loadSegmenter(name);
  segmenter.words('绩效目标');
  const startUp = performance.now() - start;
  const memory = (process.memoryUsage().rss - before) / 2 ** 20;
  const long = text.repeat(Math.ceil(1e6 / text.length));
  const lines = long.split('\n');
  for (const line of lines.slice(0, 2000)) segmenter.words(line);
  const seconds = processorSeconds(() => {
    for (const line of lines) segmenter.words(line);
  });
  console.log(
    `${name.padEnd(12)} start-up ${startUp.toFixed(0)} ms, memory ${memory.toFixed(0)} MB, ${(long.length / seconds / 1e6).toFixed(2)} M characters/s`,
  );
}

async function scores(name) {
  const show = (title, cut) =>
    console.log(
      `${name.padEnd(12)} ${title.padEnd(38)} ${Object.values(SETS)
        .map((list) => f1(cut, list))
        .join('  ')}`,
    );
  for (const guess of [false, true]) {
    const engine = plain(name, guess);
    show(`plain${guess ? ', guessing' : ''}`, engine.cut);
    show(`plain${guess ? ', guessing' : ''}, numbers apart`, createSegmenter(engine).words);
  }
}

const [mode, engine] = process.argv.slice(2);
if (mode === 'speed') await child(engine);
else if (mode === 'plain') await scores(engine);
else {
  console.log(
    `F1 of words: ${Object.entries(SETS)
      .map(([name, list]) => `${name} (${list.length})`)
      .join(', ')}`,
  );
  const own = (...args) =>
    process.stdout.write(spawnSync(process.execPath, [fileURLToPath(import.meta.url), ...args]).stdout);
  for (const name of WORD_ENGINES) {
    own('plain', name);
    const segmenter = await loadSegmenter(name);
    console.log(
      `${name.padEnd(12)} ${'lexicon, numbers apart, parting'.padEnd(38)} ${Object.values(SETS)
        .map((list) => f1(segmenter.words, list))
        .join('  ')}`,
    );
  }
  for (const name of WORD_ENGINES) own('speed', name);
}
