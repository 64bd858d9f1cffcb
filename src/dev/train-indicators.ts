/**
 * Trains the model of indicator names and writes it with its card: `npm run train:indicators`. The same corpus gives the
 * same bytes. Settings were chosen by leaving one author's part out of the training files; the sectors under `held-out/`
 * were looked at only to be reported.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nearDuplicates } from '../classify/near-duplicates.js';
import { type NameLine, nameLineSchema } from '../indicators/name-corpus.js';
import { NameModel } from '../indicators/name-model.js';
import { NAME_TRAINING, trainNames } from '../indicators/train-names.js';
import { Understanding } from '../indicators/index.js';
import { parseRules } from '../platform/parse-rules.js';
import { packageRoot } from '../platform/root.js';
import { ruleFiles } from '../platform/rule-files.js';

const CORPUS = join(packageRoot, 'corpora', 'indicators');
const MODEL = join(packageRoot, 'models', 'indicators');
/** Names above this likeness (character-bigram Dice) are near-duplicates. */
const NEAR = 0.8;

interface Part {
  readonly name: string;
  readonly sha256: string;
  readonly lines: readonly NameLine[];
}

function readParts(folder: string): Part[] {
  return readdirSync(join(CORPUS, folder))
    .toSorted()
    .map((file) => {
      const bytes = readFileSync(join(CORPUS, folder, file));
      const lines = bytes
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => nameLineSchema.parse(JSON.parse(line)));
      return { name: file.replace('.jsonl', ''), sha256: createHash('sha256').update(bytes).digest('hex'), lines };
    });
}

interface Figures {
  names: number;
  judged: number;
  kind: number;
  /** The model's best box is one of those that the name belongs to. */
  box: number;
  judgedPerClass: Record<string, { precision: number; recall: number; names: number }>;
}

function evaluate(lines: readonly NameLine[], trainedOn: readonly NameLine[], withValue: boolean): Figures {
  const { info, weights } = trainNames(trainedOn, understanding);
  const model = new NameModel(info, weights);
  const right = { judged: 0, kind: 0, box: 0 };
  const pairs: [string, string][] = [];
  for (const line of lines) {
    const value = withValue ? line.value : undefined;
    const understood = understanding.understand({
      id: '1',
      name: line.name,
      ...(value !== undefined && { value }),
    } as never);
    const features = model.features(understanding.question(understood.name, understood.measure, understood.value));
    const judged = model.answer('judged', features).best() ?? '';
    pairs.push([line.judged, judged]);
    if (judged === line.judged) right.judged += 1;
    if (model.answer('kind', features).best() === line.kind) right.kind += 1;
    if (line.boxes.includes(model.answer('box', features).best() ?? 'quantity')) right.box += 1;
  }
  const rate = (count: number, of: number) => (of === 0 ? 0 : Math.round((count / of) * 1000) / 1000);
  const classes = [...new Set(pairs.map(([gold]) => gold))].toSorted();
  return {
    names: lines.length,
    judged: rate(right.judged, lines.length),
    kind: rate(right.kind, lines.length),
    box: rate(right.box, lines.length),
    judgedPerClass: Object.fromEntries(
      classes.map((name) => {
        const hits = pairs.filter(([gold, own]) => gold === name && own === name).length;
        const given = pairs.filter(([, own]) => own === name).length;
        const gold = pairs.filter(([own]) => own === name).length;
        return [name, { precision: rate(hits, given), recall: rate(hits, gold), names: gold }];
      }),
    ),
  };
}

const understanding = new Understanding(parseRules(ruleFiles()).indicators);
const parts = readParts('train');
const heldOut = readParts('held-out').flatMap(({ lines }) => lines);
const all = parts.flatMap(({ lines }) => lines);
const everything = [...all, ...heldOut];
for (const { first, second, score } of nearDuplicates(
  everything.map(({ name }) => name),
  NEAR,
)) {
  const [a, b] = [everything[first], everything[second]];
  process.stderr.write(`near-duplicates ${a?.id} ${a?.name} ~ ${b?.id} ${b?.name} ${score.toFixed(2)}\n`);
  process.exitCode = 1;
}
const leaveOnePartOut = Object.fromEntries(
  parts.map(({ name, lines }) => {
    process.stderr.write(`leaving out ${name}\n`);
    return [
      name,
      evaluate(
        lines,
        all.filter((line) => !lines.includes(line)),
        true,
      ),
    ];
  }),
);
const card = {
  name: 'indicators',
  model: 'softmax over hashed character pieces and word-list marks, eight-bit weights',
  licence: 'Apache-2.0',
  settings: NAME_TRAINING,
  corpus: [...parts, ...readParts('held-out').map((part) => ({ ...part, name: `held-out/${part.name}` }))].map(
    ({ name, sha256, lines }) => ({ part: name, names: lines.length, sha256 }),
  ),
  leaveOnePartOut,
  heldOutSectors: {
    sectors: [...new Set(heldOut.map(({ sector }) => sector))],
    withValue: evaluate(heldOut, all, true),
    nameAlone: evaluate(heldOut, all, false),
  },
  shipped: 'trained on all parts, held-out sectors included, after these figures were taken',
};
const { info, weights } = trainNames(everything, understanding);
mkdirSync(MODEL, { recursive: true });
writeFileSync(join(MODEL, 'model.json'), `${JSON.stringify(info)}\n`);
writeFileSync(join(MODEL, 'weights.bin'), weights);
writeFileSync(join(MODEL, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
process.stderr.write(`${JSON.stringify(card.heldOutSectors, null, 1)}\n`);
