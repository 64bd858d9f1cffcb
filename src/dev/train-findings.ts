/**
 * Trains the shipped models of findings: `node dist/dev/train-findings.js [linear|bayes]` from the project's folder, after
 * the build; both without a name. The same corpus gives the same bytes, so that a changed model always means a changed corpus
 * or changed code. `--card-only` leaves the model and measures again; `--no-folds` measures on findings kept apart alone (leaving one part
 * out takes a training for each part).
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BayesModel } from '../classify/bayes-model.js';
import { BayesScorer } from '../classify/bayes.js';
import { type ClassifierName, createClassifier } from '../classify/create.js';
import { LinearModelScorer } from '../classify/linear.js';
import { type SavedLinearModel, saveLinearModel } from '../classify/linear-model.js';
import { BAYES_ACCEPTED, countBayes, trainBayes } from '../classify/train.js';
import { LINEAR_ACCEPTED, trainLinear, trainLinearTables } from '../classify/train-linear.js';
import { readApart, readFindingsCorpus, ROOT } from './findings-corpus.js';
import { type CardOptions, modelCard } from './model-card.js';

const tell = (line: string) => process.stderr.write(`${line}\n`);
const args = process.argv.slice(2);
const corpus = readFindingsCorpus(tell);
const apart = readApart();
const { lines, cues } = corpus;
tell(`${lines.length} lines in ${corpus.parts.length} parts, ${cues.length} cue phrases`);

function write(name: ClassifierName, train: () => object, cardOf: (model: object) => CardOptions): void {
  const file = path.join(ROOT, 'models', `findings-${name}`, 'model.json');
  mkdirSync(path.dirname(file), { recursive: true });
  if (!args.includes('--card-only')) writeFileSync(file, `${JSON.stringify(train())}\n`);
  const model = JSON.parse(readFileSync(file, 'utf8')) as object;
  const kept = { classifier: createClassifier(name, model), findings: apart };
  const card = modelCard(corpus, cardOf(model), kept, args.includes('--no-folds') ? undefined : tell);
  writeFileSync(path.join(path.dirname(file), 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  tell(`wrote models/findings-${name}`);
}

function wanted(name: string): boolean {
  const names = args.filter((arg) => !arg.startsWith('--'));
  return names.length === 0 || names.includes(name);
}

/** The baseline is kept small. */
const SHIPPED_BAYES = { minTexts: 8 };

if (wanted('linear')) {
  write(
    'linear',
    () => saveLinearModel(trainLinear(lines, { cues })),
    (model) => {
      const { tables, calibration, ngrams, version } = model as SavedLinearModel;
      const pieces = { category: tables.category.pieces, detail: tables.detail.pieces, kind: tables.kind.pieces };
      return {
        about: {
          name: 'findings-linear',
          model: 'linear',
          formatVersion: version,
          labels: { categories: tables.category.classes, kinds: tables.kind.classes },
          features: { ngrams, pieces },
          calibration,
        },
        caution:
          'rates, epochs, the weight of cue phrases and the share of accepted answers were chosen on these same parts',
        train: (rest) => new LinearModelScorer(trainLinearTables(rest, { cues })),
        accepted: LINEAR_ACCEPTED,
      };
    },
  );
}

if (wanted('bayes')) {
  write(
    'bayes',
    () => trainBayes(lines, SHIPPED_BAYES),
    (model) => {
      const { version, category, kind, detail, ngrams, smoothing, calibration } = model as BayesModel;
      return {
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
      };
    },
  );
}
