/**
 * The small trained model of names. It answers three questions of an indicator's name where words alone leave them open:
 * can it be measured as it stands (sound, slogan, vague, no-measure), what kind of measure is it, in which level-2 box
 * does it belong. Its features are pieces of the name and what the word lists found in name and value.
 */
import { contribution, type SoftmaxTable, softmaxScores } from '../classify/softmax.js';
import { hashedFeatures, hashedPieces } from '../classify/hashed-features.js';
import { ModelError } from '../errors.js';
import { z } from 'zod';
import type { Measure } from './measure.js';
import type { Quantity } from './quantity.js';

export const JUDGEMENTS = ['sound', 'slogan', 'vague', 'no-measure'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Kinds as the corpus has them: coarser than the measure words. */
export const NAME_KINDS = [
  'count',
  'ratio',
  'growth',
  'amount',
  'unit-cost',
  'extent',
  'duration',
  'deadline',
  'degree',
  'satisfaction',
  'absence',
  'graded',
  'none',
] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export const NAME_BOXES = [
  'quantity',
  'quality',
  'timeliness',
  'cost-economic',
  'cost-social',
  'cost-ecological',
  'economic',
  'social',
  'ecological',
  'sustainable',
  'satisfaction',
] as const;
export type NameBox = (typeof NAME_BOXES)[number];

/** Which way is better; learned from the signs of sound targets. */
export const DIRECTIONS = ['higher', 'lower'] as const;
export type Direction = (typeof DIRECTIONS)[number];

export const HEADS = { judged: JUDGEMENTS, kind: NAME_KINDS, box: NAME_BOXES, better: DIRECTIONS } as const;
export type HeadName = keyof typeof HEADS;

export const NAME_MODEL_FORMAT = 1;

export const nameModelSchema = z.object({
  format: z.literal(NAME_MODEL_FORMAT),
  buckets: z.number().int(),
  longest: z.number().int(),
  anchored: z.number().int(),
  heads: z.record(z.string(), z.object({ classes: z.array(z.string()), bias: z.array(z.number()), scale: z.number() })),
});
export type NameModelInfo = z.output<typeof nameModelSchema>;

/** Answers with their probabilities, best first. */
export type Answers<Name extends string> = readonly { readonly name: Name; readonly score: number }[];

/** What the model holds of each possible answer to one question. */
export class Scores<Name extends string> {
  readonly #names: readonly Name[];
  readonly #scores: Float64Array;

  constructor(names: readonly Name[], scores: Float64Array) {
    this.#names = names;
    this.#scores = scores;
  }

  /** 0 to 1; 0 for what is no answer. */
  of(name: string): number {
    return this.#scores[this.#names.indexOf(name as Name)] ?? 0;
  }

  /** The likeliest answer, or the likeliest but for one; undefined where there is no other. */
  best(without?: Name): Name | undefined {
    let best = -1;
    for (let index = 0; index < this.#names.length; index += 1)
      if (this.#names[index] !== without && (best < 0 || this.#at(index) > this.#at(best))) best = index;
    return this.#names[best];
  }

  /** All answers. */
  get ranked(): Answers<Name> {
    return this.#names.map((name, index) => ({ name, score: this.#at(index) })).sort((a, b) => b.score - a.score);
  }

  #at(index: number): number {
    return this.#scores[index] as number;
  }
}

export interface NameEvidence {
  readonly piece: string;
  readonly weight: number;
}

export interface NameQuestion {
  /** The name without brackets and marks. */
  readonly core: string;
  readonly marks: readonly string[];
}

export class NameModel {
  readonly #info: NameModelInfo;
  readonly #tables: ReadonlyMap<string, SoftmaxTable>;

  /**
   * `weights` holds the heads one behind the other, in the order of `info.heads`.
   * @throws ModelError `bad-model` where the two do not fit
   */
  constructor(info: NameModelInfo, weights: Uint8Array) {
    this.#info = info;
    const tables = new Map<string, SoftmaxTable>();
    let from = 0;
    for (const [name, head] of Object.entries(info.heads)) {
      const length = info.buckets * head.classes.length;
      if (from + length > weights.length) throw new ModelError('bad-model', { data: { model: 'indicators' } });
      tables.set(name, { ...head, weights: new Int8Array(weights.buffer, weights.byteOffset + from, length) });
      from += length;
    }
    if (from !== weights.length) throw new ModelError('bad-model', { data: { model: 'indicators' } });
    this.#tables = tables;
  }

  /** Positions of the question's features; ask for them once and use them for every head. */
  features({ core, marks }: NameQuestion): Uint32Array {
    return hashedFeatures(plain(core), marks, this.#info);
  }

  answer<Head extends HeadName>(head: Head, features: Uint32Array): Scores<(typeof HEADS)[Head][number]> {
    const table = this.#table(head);
    return new Scores(table.classes as (typeof HEADS)[Head][number][], softmaxScores(table, features));
  }

  /** The pieces that spoke most for an answer. */
  evidence(head: HeadName, question: NameQuestion, answer: string, most = 5): NameEvidence[] {
    const table = this.#table(head);
    const one = table.classes.indexOf(answer);
    const pieces = hashedPieces(plain(question.core), question.marks, this.#info);
    const count = new Set(pieces.map(({ bucket }) => bucket)).size;
    const seen = new Set<number>();
    return pieces
      .filter(({ bucket }) => !seen.has(bucket) && seen.add(bucket))
      .map(({ text, bucket }) => ({ piece: text, weight: contribution(table, bucket, one, count) }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, most)
      .filter(({ weight }) => weight > 0);
  }

  #table(head: HeadName): SoftmaxTable {
    const table = this.#tables.get(head);
    if (!table) throw new ModelError('bad-model', { data: { model: 'indicators', head } });
    return table;
  }
}

/** Digits are one sign: which year or number stands in a name says nothing of what it is. */
function plain(core: string): string {
  return core.toLowerCase().replace(/\d+(?:\.\d+)?/g, '0');
}

/** What the word lists found, as named features. */
export function marksOf(measure: Measure, value: Quantity | undefined, valueWish: boolean): string[] {
  const marks = [`kind=${measure.kind}`, `word=${measure.word}`];
  if (measure.aspect) marks.push(`aspect=${measure.aspect}`);
  if (measure.wish) marks.push(`wish=${measure.wish.kind}`, `lead=${measure.wish.word}`);
  if (measure.activity) marks.push('activity');
  if (measure.effect) marks.push('effect');
  if (measure.negative) marks.push('negative');
  if (value) {
    marks.push(`value=${value.kind}`);
    const unit = value.numbers[0]?.unit;
    if (unit) marks.push(`unit=${unit.dimension}`);
    if (value.numbers[0]?.change) marks.push('change');
    if (value.kind === 'words') marks.push(valueWish ? 'value-wish' : 'value-text');
  }
  return marks;
}
