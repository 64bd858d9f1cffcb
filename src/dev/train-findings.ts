/**
 * Trains the shipped models of findings: `node dist/dev/train-findings.js [linear|neural|ensemble|bayes …]` from the project's folder,
 * after the build; all without a name. The same corpus gives the same bytes, so that a changed model always means a changed corpus
 * or changed code. `--card-only` leaves the models and measures again; `--no-folds` measures on findings kept apart alone (leaving
 * one part out takes a training of every kind for each part).
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BayesModel } from '../classify/bayes-model.js';
import { fitCalibration, type HeldBack } from '../classify/calibrate.js';
import type { Calibration } from '../classify/calibration.js';
import { CLASSIFIER_NAMES, type ClassifierName, shippedMember } from '../classify/classifier-names.js';
import { createClassifier } from '../classify/create.js';
import { ENSEMBLE_FORMAT, type SavedEnsembleModel } from '../classify/ensemble-model.js';
import { CALIBRATION_FOLDS, partFolds } from '../classify/held-back.js';
import { type SavedLinearModel, saveLinearModel } from '../classify/linear-model.js';
import { type SavedNeuralModel, saveNeuralModel } from '../classify/neural-model.js';
import { trainBayes } from '../classify/train.js';
import { acceptedShare } from '../classify/train-findings.js';
import { trainEnsembleMembers } from '../classify/train-ensemble.js';
import { readApart, readFindingsCorpus, ROOT } from './findings-corpus.js';
import { type Scored, scoreHeld } from './held-scores.js';
import type { HeldTask } from './held-worker.js';
import { modelCard } from './model-card.js';
import { SHIPPED_BAYES } from './shipped-bayes.js';

const tell = (line: string) => process.stderr.write(`${line}\n`);
const args = process.argv.slice(2);
const asked = CLASSIFIER_NAMES.filter((name) => args.includes(name));
const names = asked.length > 0 ? asked : CLASSIFIER_NAMES;
const corpus = readFindingsCorpus(tell);
const { lines, cues } = corpus;
const partNames = [...new Set(lines.map(({ part }) => part))];
tell(`${lines.length} lines in ${partNames.length} parts, ${cues.length} cue phrases`);

const CAUTION: Readonly<Record<ClassifierName, string>> = {
  linear: 'rates, epochs, the weight of cue phrases and the share of accepted answers were chosen on these same parts',
  neural: 'sizes, rates, epochs, dropout and the weight of cue phrases were chosen on these same parts',
  ensemble: 'how much each of the two is heard, and what was chosen for them, was chosen on these same parts',
  bayes: 'n-gram range, smoothing and the share of accepted answers were chosen on these same parts',
};

function fileOf(name: ClassifierName): string {
  return path.join(ROOT, 'models', `findings-${name}`, 'model.json');
}

function write(name: ClassifierName, model: object): void {
  mkdirSync(path.dirname(fileOf(name)), { recursive: true });
  writeFileSync(fileOf(name), `${JSON.stringify(model)}\n`);
  tell(`wrote models/findings-${name}/model.json`);
}

/** On parts held back together in a few folds. */
function calibrationOf(name: ClassifierName, scored: Scored): Calibration {
  const texts = [...(scored.get(name)?.values() ?? [])].flat();
  return fitCalibration(
    texts.flatMap(({ raw, ...rest }): HeldBack[] => (raw ? [{ raw, ...rest }] : [])),
    acceptedShare(name),
  );
}

async function train(): Promise<void> {
  if (names.includes('bayes')) write('bayes', trainBayes(lines, SHIPPED_BAYES));
  if (names.every((name) => name === 'bayes')) return;
  const folds = partFolds(lines, CALIBRATION_FOLDS);
  const tasks = [...new Set(folds)].map((fold): HeldTask => {
    return { held: partNames.filter((part) => folds[lines.findIndex((line) => line.part === part)] === fold) };
  });
  const scored = await scoreHeld(lines, tasks, CLASSIFIER_NAMES, tell);
  const { linear, neural } = trainEnsembleMembers(lines, { cues });
  if (names.includes('linear'))
    write('linear', saveLinearModel({ ...linear, calibration: calibrationOf('linear', scored) }));
  if (names.includes('neural'))
    write('neural', saveNeuralModel({ ...neural, calibration: calibrationOf('neural', scored) }));
  if (names.includes('ensemble')) {
    const saved: SavedEnsembleModel = {
      model: 'ensemble',
      version: ENSEMBLE_FORMAT,
      calibration: calibrationOf('ensemble', scored),
      members: { linear: shippedMember('linear'), neural: shippedMember('neural') },
    };
    write('ensemble', saved);
  }
}

type Saved = SavedLinearModel | SavedNeuralModel | SavedEnsembleModel | BayesModel;

function savedModel(name: ClassifierName): Saved {
  return JSON.parse(readFileSync(fileOf(name), 'utf8')) as Saved;
}

function sha256Of(name: ClassifierName): string {
  return createHash('sha256')
    .update(readFileSync(fileOf(name)))
    .digest('hex');
}

/** The model with its members in it: what `createClassifier` takes. */
function wholeModel(name: ClassifierName): object {
  const saved = savedModel(name);
  if (saved.model !== 'ensemble') return saved;
  return { ...saved, members: { linear: savedModel('linear'), neural: savedModel('neural') } };
}

function aboutOf(name: ClassifierName): object {
  const saved = savedModel(name);
  const common = { name: `findings-${name}`, model: name, formatVersion: saved.version };
  const kinds = ['problem', 'suggestion', 'neither'];
  switch (saved.model) {
    case 'linear': {
      const { tables, ngrams, calibration } = saved;
      const pieces = { category: tables.category.pieces, detail: tables.detail.pieces, kind: tables.kind.pieces };
      return {
        ...common,
        labels: { categories: tables.category.classes, kinds },
        features: { ngrams, pieces },
        calibration,
      };
    }
    case 'neural': {
      const { nets, ngrams, categories, calibration } = saved;
      const pieces = { detail: nets.detail.pieces, kind: nets.kind.pieces };
      return { ...common, labels: { categories, kinds }, features: { ngrams, pieces }, calibration };
    }
    case 'ensemble': {
      const { categories } = savedModel('neural') as SavedNeuralModel;
      const memberSha256 = { linear: sha256Of('linear'), neural: sha256Of('neural') };
      return {
        ...common,
        labels: { categories, kinds },
        members: saved.members,
        memberSha256,
        calibration: saved.calibration,
      };
    }
    default: {
      const { category, detail, kind, ngrams, smoothing, calibration } = saved;
      const features = { ngrams, count: detail.rows.length, edges: kind.rows.length - detail.rows.length };
      return { ...common, labels: { categories: category.classes, kinds }, features, smoothing, calibration };
    }
  }
}

if (!args.includes('--card-only')) await train();
const tasks = partNames.map((part): HeldTask => ({ held: [part] }));
const scored = args.includes('--no-folds') ? undefined : await scoreHeld(lines, tasks, names, tell);
for (const name of names) {
  const kept = { classifier: createClassifier(name, wholeModel(name)), findings: readApart() };
  const options = { about: aboutOf(name), caution: CAUTION[name], accepted: acceptedShare(name) };
  const card = modelCard(corpus, options, kept, scored?.get(name));
  writeFileSync(path.join(path.dirname(fileOf(name)), 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  tell(`wrote models/findings-${name}/card.json`);
}
