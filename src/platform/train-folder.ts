/** Trains a model of findings into a folder of its own: `model.json`, `card.json`, and the local corpus of corrections. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Conflict, disagreements, type MergedCorpus, mergeCorrections } from '../classify/corrections.js';
import type { ClassifierName } from '../classify/create.js';
import { LabelNames } from '../classify/label-names.js';
import type { LabelledText } from '../classify/labelled.js';
import { rareLabels, type RareLabel } from '../classify/rare-labels.js';
import type { CardFile, TrainedCard } from '../classify/trained-card.js';
import type { Example } from '../classify/types.js';
import { UsageError } from '../errors.js';
import type { EvaluationTotals, TaxonomyNames } from '../schema/index.js';
import { type CueFile, readCues } from './cue-files.js';
import { isSameFile, readInput } from './files.js';
import { digestOf, type LabelledFile, readLabelledFile, readLocalCorpus } from './labelled-files.js';
import { appendCorrections, claimFolder, writeModel } from './model-folder.js';
import { cardName, settingsFor, type TrainRequest, type TrainSettings } from './train-settings.js';

/** What a person should know of a training. */
export interface TrainOutcome {
  readonly model: ClassifierName;
  readonly taxonomy: TaxonomyNames;
  readonly texts: number;
  readonly modelFile: string;
  /** Of texts held back; undefined where there were too few to hold any back. */
  readonly figures?: EvaluationTotals;
  readonly rare: readonly RareLabel[];
  /** Of the corrections, among each other and against what they correct. */
  readonly conflicts: readonly Conflict[];
  /** Within the labelled files, where they are left in. */
  readonly disagreements: readonly Conflict[];
  readonly corrections?: {
    readonly corpus: string;
    readonly added: number;
    readonly repeated: number;
    /** Lines that stand as the model had labelled them. */
    readonly left: number;
    /** Rows with tags of another category, which were left out. */
    readonly dropped: readonly LabelledText[];
  };
}

/**
 * Reads everything, keeps the corrections, trains and writes, in this order: what is faulty stops before anything is
 * written, and a training that breaks off has lost no correction.
 * @throws InputError, ConfigError and DataError for files that cannot be used; UsageError for a folder that cannot
 */
export async function trainIntoFolder(request: TrainRequest): Promise<TrainOutcome> {
  const { folder, corrections, corpus = join(folder, 'corpus.jsonl'), progress } = request;
  claimFolder(folder);
  const settings = await settingsFor(request);
  const names = new LabelNames(settings.taxonomy);
  const files = await Promise.all(settings.files.map((file) => readLabelledFile(file, names)));
  const cues = settings.cues.map((file) => readCues(file, settings.taxonomy));
  if (corrections !== undefined && isSameFile(corrections, corpus)) throw new UsageError('corrections-are-corpus');
  const known = readLocalCorpus(corpus, names);
  const fresh = corrections === undefined ? undefined : await readLabelledFile(corrections, names);
  const base = files.filter(({ path }) => !isSameFile(path, corpus)).flatMap(({ texts }) => texts);
  const merged = mergeCorrections(base, known, fresh?.texts ?? []);
  appendCorrections(corpus, merged.added);
  const examples = merged.examples.map(({ text, kind, labels, part }): Example => ({ text, kind, labels, part }));
  const { text, figures } = await trained(examples, cues, settings, progress);
  const card: TrainedCard = {
    schemaVersion: 1,
    model: settings.model,
    seed: settings.seed,
    taxonomy: settings.taxonomy,
    corpus: files.map(({ path, texts, sha256 }) => ({ file: cardName(path, folder), lines: texts.length, sha256 })),
    cues: cues.map(({ file, lines, sha256 }) => ({ file: cardName(file, folder), lines, sha256 })),
    corrections: correctionsFile(corpus, folder, known.length + merged.added.length),
    texts: examples.length,
    heldBack: { ...figures },
    modelSha256: digestOf(text),
  };
  writeModel(folder, text, `${JSON.stringify(card, null, 2)}\n`);
  return {
    model: settings.model,
    taxonomy: settings.taxonomy,
    texts: examples.length,
    modelFile: join(folder, 'model.json'),
    ...(figures && { figures }),
    rare: rareLabels(examples, settings.taxonomy),
    conflicts: merged.conflicts,
    disagreements: disagreements(base),
    ...(fresh && { corrections: correctionCounts(fresh, merged, corpus) }),
  };
}

/** The model as it is written, and its figures on the texts that training held back. */
async function trained(
  examples: readonly Example[],
  cues: readonly CueFile[],
  { model, seed }: TrainSettings,
  progress: TrainRequest['progress'],
): Promise<{ readonly text: string; readonly figures: EvaluationTotals | undefined }> {
  const [{ trainFindings }, { measure, totalsOf }, { answersOf }] = await Promise.all([
    import('../classify/train-findings.js'),
    import('../classify/evaluate.js'),
    import('../classify/calibrate.js'),
  ]);
  let figures: EvaluationTotals | undefined;
  const made = trainFindings(
    examples,
    { model, seed, cues: cues.flatMap((one) => one.examples) },
    {
      ...(progress && { progress }),
      heldBack: (texts, calibration) => {
        if (texts.length > 0) figures = totalsOf(measure(answersOf(texts, calibration)));
      },
    },
  );
  return { text: `${JSON.stringify(made)}\n`, figures };
}

function correctionCounts(fresh: LabelledFile, { added, repeated }: MergedCorpus, corpus: string) {
  return {
    corpus,
    added: added.length,
    repeated,
    left: fresh.texts.filter(({ state }) => state === 'left').length,
    dropped: fresh.texts.filter(({ state, dropped }) => state !== 'left' && dropped !== undefined),
  };
}

function correctionsFile(corpus: string, folder: string, lines: number): CardFile | null {
  return existsSync(corpus) ? { file: cardName(corpus, folder), lines, sha256: digestOf(readInput(corpus)) } : null;
}
