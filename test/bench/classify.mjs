/**
 * Topics of titles: `npm run bench:classify [-- train.txt test.txt]`. Any two files of `title<TAB>label` lines; without them those of
 * ../shared/bench/thucnews, where they are. Prints accuracy, training time and titles a second (from the text to its topic, one
 * thread), beside the program `fasttext` where that is installed: characters as tokens, pairs of them, 100 numbers, 10 epochs.
 *
 * Time is that of the processor, not of the clock: other programs on the machine do not count. Of fastText user time counts alone, so
 * that reading a model of 800 MB is not held against it; the titles are predicted many times over, and a run with one time is taken off.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTopicModel, saveTopicModel, TopicScorer, trainTopics } from '../../dist/index.js';

const ROUNDS = 5;
const TIMES = 20;
const shared = fileURLToPath(new URL('../../../shared/bench/thucnews/', import.meta.url));
const given = process.argv.slice(2);
const [trainFile, testFile] = given.length === 2 ? given : [join(shared, 'train.txt'), join(shared, 'test.txt')];
if (given.length !== 0 && given.length !== 2) {
  console.error('Two files are needed: train.txt and test.txt, each with title<TAB>label lines.');
  process.exit(2);
}
for (const file of [trainFile, testFile]) {
  if (existsSync(file)) continue;
  console.log(`skipped: there is no ${file}; name two files of title<TAB>label lines to train and to test on`);
  process.exit(given.length === 0 ? 0 : 2);
}

const train = examplesOf(trainFile);
const test = examplesOf(testFile);
console.log(
  `${train.length} titles to learn from, ${test.length} to test on, ${new Set(train.map(({ topic }) => topic)).size} topics`,
);

const [model, training] = timed(() => trainTopics(train));
// As a user has it: saved, and loaded again.
const saved = JSON.stringify(saveTopicModel(model));
const [scorer, loading] = timed(() => new TopicScorer(parseTopicModel(JSON.parse(saved))));
const right = test.filter(({ text, topic }) => scorer.topicOf(text) === topic).length;
tell('jixiao', right / test.length, training);
console.log(`  model ${(saved.length / 1e6).toFixed(1)} MB, loaded in ${(loading * 1000).toFixed(0)} ms`);

const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
try {
  compare();
} finally {
  rmSync(folder, { recursive: true });
}

function compare() {
  const isThere = spawnSync('fasttext', [], { stdio: 'ignore' }).error === undefined;
  if (isThere) trainFastText();
  else console.log('fasttext is not installed (Debian: apt-get install fasttext): not compared');
  const rounds = Array.from({ length: ROUNDS }, () => {
    const own = ownSpeed();
    const other = isThere ? fastTextSpeed() : undefined;
    return { own, other, ratio: own / (other ?? 1) };
  });
  console.log(`jixiao    ${Math.round(median(rounds.map(({ own }) => own)))} titles/s`);
  if (!isThere) return;
  console.log(`fasttext  ${Math.round(median(rounds.map(({ other }) => other)))} titles/s`);
  const ratios = rounds.map(({ ratio }) => ratio.toFixed(2));
  console.log(`ratio     ${median(rounds.map(({ ratio }) => ratio)).toFixed(2)} (median of ${ratios.join(' ')})`);
}

function ownSpeed() {
  const [, seconds] = timed(() => {
    for (let time = 1; time < TIMES; time += 1) for (const { text } of test) scorer.topicOf(text);
  });
  return ((TIMES - 1) * test.length) / seconds;
}

function trainFastText() {
  writeFileSync(join(folder, 'train'), fastTextLines(train));
  writeFileSync(join(folder, 'once'), fastTextLines(test));
  writeFileSync(join(folder, 'often'), fastTextLines(test).repeat(TIMES));
  const options = '-wordNgrams 2 -dim 100 -lr 0.5 -epoch 10 -thread 1';
  const { seconds } = shell(`fasttext supervised -input train -output model ${options} > log 2>&1`);
  const { output } = shell('fasttext predict model.bin once');
  const told = output.trim().split('\n');
  const places = topicPlaces();
  const share = test.filter(({ topic }, at) => told[at] === `__label__${places.get(topic)}`).length / test.length;
  tell('fasttext', share, seconds);
}

function fastTextSpeed() {
  const often = shell('fasttext predict model.bin often > /dev/null').seconds;
  const once = shell('fasttext predict model.bin once > /dev/null').seconds;
  return ((TIMES - 1) * test.length) / (often - once);
}

/** User seconds of a command. */
function shell(command) {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', `${command} && times >&2`], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  const children = /(\d+)m([\d.]+)s\s+\d+m[\d.]+s\s*$/.exec(stderr);
  if (status !== 0 || !children) throw new Error(`${command}: ${stderr}`);
  return { output: stdout, seconds: Number(children[1]) * 60 + Number(children[2]) };
}

function examplesOf(file) {
  const lines = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const tab = line.lastIndexOf('\t');
    if (tab < 0) throw new Error(`${file}:${at + 1}: title<TAB>label was expected`);
    return [{ text: line.slice(0, tab), topic: line.slice(tab + 1).trim() }];
  });
}

/** Labels as fastText wants them: without spaces. */
function topicPlaces() {
  return new Map([...new Set([...train, ...test].map(({ topic }) => topic))].map((topic, place) => [topic, place]));
}

function fastTextLines(examples) {
  const places = topicPlaces();
  return examples
    .map(({ text, topic }) => `__label__${places.get(topic)} ${[...text.replace(/\s/gu, '')].join(' ')}\n`)
    .join('');
}

function timed(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return [result, (user + system) / 1e6];
}

function tell(name, accuracy, seconds) {
  console.log(`${name.padEnd(9)} accuracy ${(100 * accuracy).toFixed(2)} %, trained in ${seconds.toFixed(1)} s`);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
