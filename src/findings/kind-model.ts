/**
 * The small model of kinds: a softmax over the character pieces of a text, the openings and endings of its clauses and
 * what the cue lists found. Used where neither header nor heading says whether a text is a problem or a suggestion.
 */
import { z } from 'zod';
import { type FeatureSet, featuresIn } from '../classify/hashed-features.js';
import { type SoftmaxTable, softmaxScores } from '../classify/softmax.js';
import { KINDS, type KindName } from '../classify/types.js';
import { ModelError } from '../errors.js';
import { codesOf } from '../text/characters.js';

export const kindModelSchema = z.object({
  format: z.literal(1),
  buckets: z.number().int().positive(),
  longest: z.number().int().positive(),
  anchored: z.number().int().positive(),
  bias: z.array(z.number()).length(KINDS.length),
  scale: z.number(),
});
export type KindModelInfo = z.output<typeof kindModelSchema>;

export interface KindCues {
  readonly kind: KindName;
  readonly problem: number;
  readonly suggestion: number;
}

/** Probabilities; those of the three kinds sum to 1. */
export interface KindJudgement {
  readonly kind: KindName;
  readonly problem: number;
  readonly suggestion: number;
}

/** A longer text is judged by its beginning. */
const MOST = 400;

/** Positions of a text's features. */
export function kindFeatures(text: string, cues: KindCues, shape: KindShape): Uint32Array {
  return featuresOf(text, cues, shape).taken();
}

type KindShape = Pick<KindModelInfo, 'buckets' | 'longest' | 'anchored'>;

function featuresOf(text: string, cues: KindCues, shape: KindShape): FeatureSet {
  const words = withPlainFigures(text.slice(0, MOST));
  const marks = [CUES[cues.kind], strength(PROBLEM, cues.problem), strength(SUGGESTION, cues.suggestion)];
  const features = featuresIn(words, marks, shape);
  eachClause(words, (start, end) => {
    features.addPart('^', words, start, start + 1);
    features.addPart('^', words, start, Math.min(end, start + 2));
    features.addPart('$', words, Math.max(start, end - 2), end);
    features.addPart('$', words, Math.max(start, end - 3), end);
  });
  return features;
}

/** Every figure is 0: which one it is says nothing. */
function withPlainFigures(text: string): string {
  return /\d/.test(text) ? text.replace(/\d[\d.]*/g, '0') : text;
}

const CLAUSE_END = codesOf('，。；：,;:！？\n');

/** Clauses without the white space around them; empty ones are none. */
function eachClause(words: string, visit: (start: number, end: number) => void): void {
  let start = 0;
  for (let at = 0; at <= words.length; at += 1) {
    if (at < words.length && !CLAUSE_END.has(words.charCodeAt(at))) continue;
    let from = start;
    let to = at;
    while (from < to && isBlank(words.charCodeAt(from))) from += 1;
    while (to > from && isBlank(words.charCodeAt(to - 1))) to -= 1;
    if (from < to) visit(from, to);
    start = at + 1;
  }
}

function isBlank(code: number): boolean {
  return code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

const CUES = { problem: 'cue=problem', suggestion: 'cue=suggestion', neither: 'cue=neither' } as const;
const PROBLEM = named('problem');
const SUGGESTION = named('suggestion');

/** One feature for each strength from 0 to 4. */
function named(side: string): readonly string[] {
  return Array.from({ length: 5 }, (_, strongest) => `${side}=${strongest}`);
}

function strength(names: readonly string[], score: number): string {
  return names[Math.min(4, Math.floor(score))] as string;
}

export class KindModel {
  readonly #info: KindModelInfo;
  readonly #table: SoftmaxTable;

  /** @throws ModelError `bad-model` where weights and description do not fit */
  constructor(info: KindModelInfo, weights: Uint8Array) {
    if (weights.length !== info.buckets * KINDS.length) {
      throw new ModelError('bad-model', { data: { model: 'finding-kinds' } });
    }
    this.#info = info;
    const stored = new Int8Array(weights.buffer, weights.byteOffset, weights.length);
    this.#table = { classes: KINDS, weights: stored, bias: info.bias, scale: info.scale };
  }

  judge(text: string, cues: KindCues): KindJudgement {
    const { found, count } = featuresOf(text, cues, this.#info);
    const scores = softmaxScores(this.#table, found, count);
    let best = 0;
    for (let one = 1; one < scores.length; one += 1) if ((scores[one] as number) > (scores[best] as number)) best = one;
    return { kind: KINDS[best] as KindName, problem: scores[0] as number, suggestion: scores[1] as number };
  }
}
