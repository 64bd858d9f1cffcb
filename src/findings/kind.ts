/** Problem, suggestion or neither, by wording: where no header or heading says it. */
import type { FindingKind } from '../schema/index.js';
import { hasWords, PAUSE_END } from '../text/characters.js';
import type { ReadingData } from './reading-data.js';

export interface KindScore {
  readonly kind: FindingKind | 'neither';
  readonly problem: number;
  readonly suggestion: number;
}

interface Cue {
  readonly word: string;
  readonly side: FindingKind;
  readonly weight: number;
  readonly notAfter: string;
  readonly notBefore: string;
}

interface Lexicon {
  /** By first character, longest word first. */
  readonly cues: ReadonlyMap<string, readonly Cue[]>;
  readonly verbs: ReadonlyMap<string, readonly string[]>;
}

const lexicons = new WeakMap<ReadingData, Lexicon>();

/** Below this nothing is said: a lone 存在 or a verb inside a clause. */
const LEAST = 1;
/** A verb that opens a clause within a sentence counts this much of one that opens the sentence. */
const CLAUSE = 0.5;

/** How many cues a probability of 1 is worth, so that both kinds of score are held against the same bounds. */
const SURE = 4;

/** By the model where there is one, which has read the cues too; by the cues alone where there is none. */
export function kindOf(text: string, data: ReadingData): KindScore {
  const cues = cuesOf(text, data);
  if (!data.kindModel || isDecided(cues, text.length) || !hasWords(text)) return cues;
  const { kind, problem, suggestion } = data.kindModel.judge(text, cues);
  return { kind, problem: SURE * problem, suggestion: SURE * suggestion };
}

/** A plain cue in so short a text leaves nothing open. */
const SHORT = 16;

/** Cues on one side alone, which the model did not better on authors that it had not seen (both are right in 96 to 98 %). */
function isDecided({ problem, suggestion }: KindScore, length: number): boolean {
  if (suggestion === 0) return problem >= (length <= SHORT ? 3 : 4);
  return problem === 0 && suggestion >= 1.5;
}

/** By the words of the lists alone. */
export function cuesOf(text: string, data: ReadingData): KindScore {
  const { cues, verbs } = lexiconOf(data);
  const score = { problem: 0, suggestion: 0 };
  let opening = 1;
  for (let i = 0; i < text.length; ) {
    if (opening === 1) i += markerLength(text, i);
    const verb = opening > 0 ? verbs.get(text.charAt(i))?.find((word) => text.startsWith(word, i)) : undefined;
    const cue = verb === undefined ? cueAt(text, i, cues) : undefined;
    if (verb !== undefined) score.suggestion += data.kind.verbWeight * opening;
    if (cue) score[cue.side] += cue.weight;
    const length = (verb ?? cue?.word)?.length ?? 1;
    opening = verb === undefined ? openingAfter(text.charAt(i), opening) : 0;
    i += length;
  }
  return { ...score, kind: decide(score) };
}

const MARKER =
  /(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}) ?[）)、.．是要]、?|[①-⑳•●]|首先|其次|再次|最后|另?一方面|第[一二三四五六七八九十][，、]) ?[，,]?/uy;

const MARKER_FIRST = /[（(一二三四五六七八九十\d①-⑳•●首其再最另第]/u;

/** 1.加强…, 一是加强…: the sentence begins behind its marker. */
function markerLength(text: string, at: number): number {
  if (!MARKER_FIRST.test(text.charAt(at))) return 0;
  MARKER.lastIndex = at;
  return MARKER.exec(text)?.[0].length ?? 0;
}

function decide({ problem, suggestion }: Record<FindingKind, number>): KindScore['kind'] {
  if (Math.max(problem, suggestion) < LEAST) return 'neither';
  return problem >= suggestion ? 'problem' : 'suggestion';
}

function openingAfter(char: string, opening: number): number {
  if (char === '\n' || PAUSE_END.includes(char)) return 1;
  if ('，,、'.includes(char)) return CLAUSE;
  return char === ' ' ? opening : 0;
}

function cueAt(text: string, at: number, cues: Lexicon['cues']): Cue | undefined {
  return cues.get(text.charAt(at))?.find(({ word, notAfter, notBefore }) => {
    if (!text.startsWith(word, at)) return false;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    return !(before !== '' && notAfter.includes(before)) && !(after !== '' && notBefore.includes(after));
  });
}

function lexiconOf(data: ReadingData): Lexicon {
  const known = lexicons.get(data);
  if (known) return known;
  const cues = (['problem', 'suggestion'] as const).flatMap((side) =>
    data.kind[side].flatMap(({ words, weight, notAfter = '', notBefore = '' }) =>
      words.map((word): Cue => ({ word, side, weight, notAfter, notBefore })),
    ),
  );
  const lexicon = { cues: byFirst(cues, ({ word }) => word), verbs: byFirst(data.kind.verbs, (word) => word) };
  lexicons.set(data, lexicon);
  return lexicon;
}

function byFirst<T>(items: readonly T[], word: (item: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    const first = word(item).charAt(0);
    map.set(first, [...(map.get(first) ?? []), item]);
  }
  for (const list of map.values()) list.sort((a, b) => word(b).length - word(a).length);
  return map;
}
