/** A thread that trains every kind of model without the parts of a task and scores these parts. */
import { parentPort } from 'node:worker_threads';
import type { RawScores, Scorer } from '../classify/answer.js';
import { BayesScorer } from '../classify/bayes.js';
import type { ClassifierName } from '../classify/classifier-names.js';
import { EnsembleScorer } from '../classify/ensemble.js';
import { categoryClasses, detailClasses } from '../classify/example-classes.js';
import { LinearModelScorer } from '../classify/linear.js';
import { NeuralScorer } from '../classify/neural.js';
import { countBayes } from '../classify/train.js';
import { trainEnsembleMembers } from '../classify/train-ensemble.js';
import { readCheckedCorpus } from './findings-corpus.js';
import { SHIPPED_BAYES } from './shipped-bayes.js';

export interface HeldTask {
  /** Names of the parts that are not learnt from but scored. */
  readonly held: readonly string[];
}

export interface HeldScores {
  readonly held: readonly string[];
  /** By model, one for each line of the parts, in the order of the corpus. */
  readonly scores: Readonly<Record<ClassifierName, readonly (RawScores | undefined)[]>>;
  readonly categories: readonly string[];
  readonly details: { readonly parents: readonly number[]; readonly tags: readonly string[] };
}

const { lines, cues } = readCheckedCorpus();

parentPort?.on('message', ({ held }: HeldTask) => {
  const rest = lines.filter(({ part }) => !held.includes(part));
  const members = trainEnsembleMembers(rest, { cues });
  const scorers: Record<ClassifierName, Scorer> = {
    linear: new LinearModelScorer(members.linear),
    neural: new NeuralScorer(members.neural),
    ensemble: new EnsembleScorer(members),
    bayes: new BayesScorer(countBayes(rest, SHIPPED_BAYES)),
  };
  const texts = lines.filter(({ part }) => held.includes(part));
  const scoresOf = (name: ClassifierName) => texts.map(({ text }) => scorers[name].raw(text));
  const categories = categoryClasses([...rest, ...cues]);
  const details = detailClasses([...rest, ...cues]);
  const told: HeldScores = {
    held,
    scores: {
      linear: scoresOf('linear'),
      neural: scoresOf('neural'),
      ensemble: scoresOf('ensemble'),
      bayes: scoresOf('bayes'),
    },
    categories,
    details: {
      parents: details.map(({ category }) => categories.indexOf(category)),
      tags: details.map(({ tag }) => tag),
    },
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
  parentPort?.postMessage(told);
});
