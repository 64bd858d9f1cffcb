/**
 * Trains the shipped models of findings: `node dist/dev/train-findings.js [linear|neural|ensemble|bayes]` from the project's
 * folder, after the build; all without a name. The ensemble is the shipped linear and neural model with a calibration of its own, so
 * it comes after them. The same corpus gives the same bytes, so that a changed model always means a changed corpus
 * or changed code. `--card-only` leaves the model and measures again; `--no-folds` measures on findings kept apart alone (leaving one part
 * out takes a training for each part).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BayesModel } from '../classify/bayes-model.js';
import { BayesScorer } from '../classify/bayes.js';
import { type ClassifierName, shippedMember } from '../classify/classifier-names.js';
import { EnsembleScorer } from '../classify/ensemble.js';
import { ENSEMBLE_FORMAT, type SavedEnsembleModel } from '../classify/ensemble-model.js';
import { LinearModelScorer } from '../classify/linear.js';
import { type SavedLinearModel, saveLinearModel } from '../classify/linear-model.js';
import { NeuralScorer } from '../classify/neural.js';
import { type SavedNeuralModel, saveNeuralModel } from '../classify/neural-model.js';
import { loadFindingsModel } from '../platform/models.js';
import { BAYES_ACCEPTED, countBayes, trainBayes } from '../classify/train.js';
import { calibrateEnsemble, ENSEMBLE_ACCEPTED, trainEnsembleMembers } from '../classify/train-ensemble.js';
import { LINEAR_ACCEPTED, trainLinear, trainLinearTables } from '../classify/train-linear.js';
import { NEURAL_ACCEPTED, trainNeural, trainNeuralNets } from '../classify/train-neural.js';
import { readApart, readFindingsCorpus, ROOT } from './findings-corpus.js';
import { type CardOptions, modelCard } from './model-card.js';
import { KINDS } from '../classify/types.js';
import { categoryClasses } from '../classify/example-classes.js';

const tell = (line: string) => process.stderr.write(`${line}\n`);
const args = process.argv.slice(2);
const corpus = readFindingsCorpus(tell);
const apart = readApart();
const { lines, cues } = corpus;
tell(`${lines.length} lines in ${corpus.parts.length} parts, ${cues.length} cue phrases`);

async function write(name: ClassifierName, train: () => object, cardOf: (model: object) => CardOptions): Promise<void> {
  const file = path.join(ROOT, 'models', `findings-${name}`, 'model.json');
  mkdirSync(path.dirname(file), { recursive: true });
  if (!args.includes('--card-only')) writeFileSync(file, `${JSON.stringify(train())}\n`);
  const model = JSON.parse(readFileSync(file, 'utf8')) as object;
  const kept = { classifier: await loadFindingsModel(name), findings: apart };
  const card = modelCard(corpus, cardOf(model), kept, args.includes('--no-folds') ? undefined : tell);
  writeFileSync(path.join(path.dirname(file), 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  tell(`wrote models/findings-${name}`);
}

function wanted(name: string): boolean {
  const names = args.filter((arg) => !arg.startsWith('--'));
  return names.length === 0 || names.includes(name);
}

/** An ensemble is calibrated for these very models. */
function modelDigest(name: ClassifierName): string {
  const file = path.join(ROOT, 'models', `findings-${name}`, 'model.json');
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** The baseline is kept small. */
const SHIPPED_BAYES = { minTexts: 8 };

if (wanted('linear')) {
  await write(
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

if (wanted('neural')) {
  await write(
    'neural',
    () => saveNeuralModel(trainNeural(lines, { cues })),
    (model) => {
      const { nets, categories, calibration, ngrams, version } = model as SavedNeuralModel;
      const { detail, kind } = nets;
      return {
        about: {
          name: 'findings-neural',
          model: 'neural',
          formatVersion: version,
          labels: { categories, kinds: kind.classes },
          features: { ngrams, pieces: { detail: detail.pieces, kind: kind.pieces } },
          embeddings: { detail: detail.size, kind: kind.size },
          calibration,
        },
        caution: 'sizes, rate, epochs, dropout and the share of accepted answers were chosen on these same parts',
        train: (rest) => new NeuralScorer(trainNeuralNets(rest, { cues })),
        accepted: NEURAL_ACCEPTED,
      };
    },
  );
}

if (wanted('ensemble')) {
  await write(
    'ensemble',
    (): SavedEnsembleModel => ({
      model: 'ensemble',
      version: ENSEMBLE_FORMAT,
      calibration: calibrateEnsemble(lines, { cues }),
      members: { linear: shippedMember('linear'), neural: shippedMember('neural') },
    }),
    (model) => {
      const { calibration, members, version } = model as SavedEnsembleModel;
      return {
        about: {
          name: 'findings-ensemble',
          model: 'ensemble',
          formatVersion: version,
          labels: { categories: categoryClasses(lines), kinds: KINDS },
          members,
          memberSha256: { linear: modelDigest('linear'), neural: modelDigest('neural') },
          calibration,
        },
        caution: 'how much each model is heard and the share of accepted answers were chosen on these same parts',
        train: (rest) => new EnsembleScorer(trainEnsembleMembers(rest, { cues })),
        accepted: ENSEMBLE_ACCEPTED,
      };
    },
  );
}

if (wanted('bayes')) {
  await write(
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
