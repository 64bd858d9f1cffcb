/**
 * Trains the shipped models of findings: `node dist/dev/train-findings.js [linear|bayes]` from the project's folder, after
 * the build; both without a name. The same corpus gives the same bytes, so that a changed model always means a changed corpus
 * or changed code. `--card-only` leaves the model and measures again; `--no-card` trains without measuring.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BayesScorer } from '../classify/bayes.js';
import { LinearModelScorer } from '../classify/linear.js';
import { saveLinearModel } from '../classify/linear-model.js';
import { BAYES_ACCEPTED, countBayes, trainBayes } from '../classify/train.js';
import { LINEAR_ACCEPTED, trainLinear, trainLinearTables } from '../classify/train-linear.js';
import { readFindingsCorpus, ROOT } from './findings-corpus.js';
import { type CardOptions, modelCard } from './model-card.js';

const tell = (line: string) => process.stderr.write(`${line}\n`);
const args = process.argv.slice(2);
const corpus = readFindingsCorpus(tell);
const { lines, cues } = corpus;
tell(`${lines.length} lines in ${corpus.parts.length} parts, ${cues.length} cue phrases`);

function write(name: string, model: object, card: CardOptions): void {
  const folder = path.join(ROOT, 'models', name);
  mkdirSync(folder, { recursive: true });
  if (!args.includes('--card-only')) writeFileSync(path.join(folder, 'model.json'), `${JSON.stringify(model)}\n`);
  tell(`wrote models/${name}/model.json`);
  if (args.includes('--no-card')) return;
  writeFileSync(path.join(folder, 'card.json'), `${JSON.stringify(modelCard(corpus, card, tell), null, 2)}\n`);
  tell(`wrote models/${name}/card.json`);
}

function wanted(name: string): boolean {
  const names = args.filter((arg) => !arg.startsWith('--'));
  return names.length === 0 || names.includes(name);
}

/** The baseline is kept small. */
const SHIPPED_BAYES = { minTexts: 8 };

if (wanted('linear')) {
  const model = saveLinearModel(trainLinear(lines, { cues }));
  const { tables, calibration, ngrams, version } = model;
  write('findings-linear', model, {
    about: {
      name: 'findings-linear',
      model: 'linear',
      formatVersion: version,
      labels: { categories: tables.category.classes, kinds: tables.kind.classes },
      features: {
        ngrams,
        pieces: { category: tables.category.pieces, detail: tables.detail.pieces, kind: tables.kind.pieces },
      },
      calibration,
    },
    caution:
      'rates, epochs, the weight of cue phrases and the share of accepted answers were chosen on these same parts',
    train: (rest) => new LinearModelScorer(trainLinearTables(rest, { cues })),
    accepted: LINEAR_ACCEPTED,
  });
}

if (wanted('bayes')) {
  const model = trainBayes(lines, SHIPPED_BAYES);
  const { version, category, kind, detail, ngrams, smoothing, calibration } = model;
  write('findings-bayes', model, {
    about: {
      name: 'findings-bayes',
      model: 'bayes',
      formatVersion: version,
      labels: { categories: category.classes, kinds: kind.classes },
      features: { ngrams, count: detail.rows.length, edges: kind.rows.length - detail.rows.length },
      smoothing,
      calibration,
    },
    caution: 'n-gram range, smoothing and the share of accepted answers were chosen on these same parts',
    train: (rest) => new BayesScorer(countBayes(rest, SHIPPED_BAYES)),
    accepted: BAYES_ACCEPTED,
  });
}
