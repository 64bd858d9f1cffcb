/**
 * Trains the model of kinds (problem, suggestion, neither) and writes it with its card: `npm run train:kinds`. Each author's
 * part of the corpus is judged once by a model that has not seen it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { corpusLineSchema } from '../classify/corpus.js';
import { KINDS } from '../classify/types.js';
import { cuesOf } from '../findings/kind.js';
import { KindModel } from '../findings/kind-model.js';
import { KIND_TRAINING, type KindExample, trainKinds } from '../findings/train-kinds.js';
import { packageRoot } from '../platform/root.js';
import { loadReadingData } from '../platform/shipped.js';

const FINDINGS = join(packageRoot, 'corpora', 'findings');
const NEITHER = join(packageRoot, 'corpora', 'kinds', 'neither.txt');
const MODEL = join(packageRoot, 'models', 'finding-kinds');

interface Part {
  readonly name: string;
  readonly sha256: string;
  readonly examples: readonly KindExample[];
}

function partOf(name: string, path: string, examplesIn: (lines: readonly string[]) => KindExample[]): Part {
  const content = readFileSync(path, 'utf8');
  const lines = content.split('\n').filter((line) => line.trim() !== '');
  return { name, sha256: createHash('sha256').update(content).digest('hex'), examples: examplesIn(lines) };
}

const { kindModel: _, ...data } = await loadReadingData();
const parts = readdirSync(FINDINGS)
  .filter((file) => file.endsWith('.jsonl'))
  .toSorted()
  .map((file) =>
    partOf(file.replace('.jsonl', ''), join(FINDINGS, file), (lines) =>
      lines.map((line) => corpusLineSchema.parse(JSON.parse(line))),
    ),
  );
const neither = partOf('neither', NEITHER, (lines) => lines.map((text) => ({ text, kind: 'neither' as const })));
const examplesOf = (own: readonly Part[]) => [...own, neither].flatMap(({ examples }) => examples);

const share = (count: number, of: number) => Math.round((1000 * count) / of) / 1000;
const confusion: Record<string, number> = {};
const leaveOnePartOut = parts.map((part) => {
  const { info, weights } = trainKinds(examplesOf(parts.filter((other) => other !== part)), data);
  const model = new KindModel(info, weights);
  let right = 0;
  let byCues = 0;
  for (const { text, kind } of part.examples) {
    const cues = cuesOf(text, data);
    const judged = model.judge(text, cues);
    if (judged.kind === kind) right += 1;
    if (cues.kind === kind) byCues += 1;
    const cell = `${kind} → ${judged.kind}`;
    confusion[cell] = (confusion[cell] ?? 0) + 1;
  }
  return { part: part.name, lines: part.examples.length, right, byCues };
});
const sum = (field: 'lines' | 'right' | 'byCues') => leaveOnePartOut.reduce((total, row) => total + row[field], 0);
const { info, weights } = trainKinds(examplesOf(parts), data);
const card = {
  name: 'finding-kinds',
  model: 'softmax over hashed character pieces, clause ends and cue words, eight-bit weights',
  licence: 'Apache-2.0',
  kinds: KINDS,
  settings: KIND_TRAINING,
  corpus: [...parts, neither].map(({ name, sha256, examples }) => ({ part: name, lines: examples.length, sha256 })),
  leaveOnePartOut: {
    accuracy: share(sum('right'), sum('lines')),
    wordListsAlone: share(sum('byCues'), sum('lines')),
    parts: leaveOnePartOut.map(({ part, lines, right, byCues }) => ({
      part,
      accuracy: share(right, lines),
      wordListsAlone: share(byCues, lines),
    })),
    confusion,
    caution: 'settings were chosen on these same parts; no author-apart test was kept',
  },
};
mkdirSync(MODEL, { recursive: true });
writeFileSync(join(MODEL, 'model.json'), `${JSON.stringify(info)}\n`);
writeFileSync(join(MODEL, 'weights.bin'), weights);
writeFileSync(join(MODEL, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
process.stderr.write(`${card.leaveOnePartOut.accuracy} (word lists alone ${card.leaveOnePartOut.wordListsAlone})\n`);
