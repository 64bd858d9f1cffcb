/**
 * The one interface behind which every model of findings stands.
 *
 * `classify/` knows texts, labels and numbers. It must not know documents, files, sheets or how an answer is shown:
 * examples and models are handed in, answers are plain values.
 */
import type { FindingKind, Label } from '../schema/finding.js';

/** What a text is. `neither` is plain description, praise or nothing at all. */
export type KindName = FindingKind | 'neither';

export const KINDS: readonly KindName[] = ['problem', 'suggestion', 'neither'];

export type KindScores = Readonly<Record<KindName, number>>;

export interface Classification {
  /** Probabilities that sum to 1. */
  readonly kinds: KindScores;
  /** Sorted by score, best first; empty means none of the categories. */
  readonly labels: Label[];
  /** Probability of the primary answer, also where that answer is "none". */
  readonly confidence: number;
  /** True where the model abstains: a person should look. */
  readonly needsReview: boolean;
}

/** A piece of a text and how much it adds to a category's score, beyond what it adds to all on average. */
export interface EvidencePiece {
  readonly piece: string;
  readonly weight: number;
}

export interface TextEvidence {
  /** Largest weight first. */
  readonly for: readonly EvidencePiece[];
  /** Lowest weight first. */
  readonly against: readonly EvidencePiece[];
}

export interface Classifier {
  readonly name: string;
  /** `stands`: the text is known to stand among problems or suggestions, in their column or chapter. */
  classify(text: string, stands?: FindingKind): Classification;
  /** The pieces that spoke most for and against a category (or "none"); missing where the model cannot tell. */
  explain?(text: string, category: string, most?: number): TextEvidence;
  /** A plain object for `JSON.stringify`; `createClassifier` takes it back. */
  save(): object;
}

export interface ExampleLabel {
  readonly category: string;
  readonly tags: readonly string[];
}

/** A labelled text. The first label is the primary one; no label means none. */
export interface Example {
  readonly text: string;
  readonly kind: KindName;
  readonly labels: readonly ExampleLabel[];
  /** Who wrote it: parts are held back in turn to calibrate and to evaluate. */
  readonly part?: string | undefined;
}

/** How "none" is called among the classes of a model. No category may have this name. */
export const NONE = 'none';
