/** Problem, suggestion or neither, by wording: where no header or heading says it. */
import type { FindingKind } from '../schema/index.js';
import { codesOf, hasWords, isIdeograph, PAUSE_END } from '../text/characters.js';
import { rememberFor } from '../text/remember-for.js';
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

/** Words by their first character, longest word first. */
interface Lexicon {
  readonly cues: ReadonlyMap<number, readonly Cue[]>;
  readonly verbs: ReadonlyMap<number, readonly string[]>;
  /** By character: nearly all begin nothing, and are passed over at once. */
  readonly begins: Uint8Array;
}

/** What may begin with a character. */
const CUE = 1;
const VERB = 2;
const MARK = 4;

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
  const { cues, verbs, begins } = lexiconOf(data);
  const score = { problem: 0, suggestion: 0 };
  let opening = 1;
  for (let i = 0; i < text.length; ) {
    let code = text.charCodeAt(i);
    if (opening === 1 && ((begins[code] as number) & MARK) !== 0) {
      i += markerLength(text, i);
      if (i === text.length) break;
      code = text.charCodeAt(i);
    }
    const what = begins[code] as number;
    const verb = opening > 0 && (what & VERB) !== 0 ? verbAt(text, i, verbs.get(code)) : undefined;
    const cue = verb === undefined && (what & CUE) !== 0 ? cueAt(text, i, cues.get(code)) : undefined;
    if (verb !== undefined) score.suggestion += data.kind.verbWeight * opening;
    if (cue) score[cue.side] += cue.weight;
    opening = verb !== undefined || isIdeograph(code) ? 0 : openingAfter(code, opening);
    i += verb?.length ?? cue?.word.length ?? 1;
  }
  return { problem: score.problem, suggestion: score.suggestion, kind: decide(score) };
}

const MARKER =
  /(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,3}) ?[）)、.．是要]、?|[①-⑳•●]|首先|其次|再次|最后|另?一方面|第[一二三四五六七八九十][，、]) ?[，,]?/uy;

const MARKER_FIRST = '（(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳•●首其再最另第';

/** 1.加强…, 一是加强…: the sentence begins behind its marker. */
function markerLength(text: string, at: number): number {
  MARKER.lastIndex = at;
  return MARKER.exec(text)?.[0].length ?? 0;
}

function decide({ problem, suggestion }: Record<FindingKind, number>): KindScore['kind'] {
  if (Math.max(problem, suggestion) < LEAST) return 'neither';
  return problem >= suggestion ? 'problem' : 'suggestion';
}

function openingAfter(code: number, opening: number): number {
  if (BEFORE_SENTENCE.has(code)) return 1;
  if (BEFORE_CLAUSE.has(code)) return CLAUSE;
  return code === SPACE ? opening : 0;
}

const BEFORE_SENTENCE = new Set([...PAUSE_END, ...codesOf('\n')]);
const BEFORE_CLAUSE = codesOf('，,、');
const SPACE = 0x20;

function verbAt(text: string, at: number, words: readonly string[] = []): string | undefined {
  for (const word of words) if (text.startsWith(word, at)) return word;
  return undefined;
}

function cueAt(text: string, at: number, cues: readonly Cue[] = []): Cue | undefined {
  for (const cue of cues) {
    const { word, notAfter, notBefore } = cue;
    if (!text.startsWith(word, at)) continue;
    const before = text.charAt(at - 1);
    const after = text.charAt(at + word.length);
    if (!(before !== '' && notAfter.includes(before)) && !(after !== '' && notBefore.includes(after))) return cue;
  }
  return undefined;
}

const lexiconOf = rememberFor((data: ReadingData): Lexicon => {
  const all = (['problem', 'suggestion'] as const).flatMap((side) =>
    data.kind[side].flatMap(({ words, weight, notAfter = '', notBefore = '' }) =>
      words.map((word): Cue => ({ word, side, weight, notAfter, notBefore })),
    ),
  );
  const cues = byFirst(all, ({ word }) => word);
  const verbs = byFirst(data.kind.verbs, (word) => word);
  const begins = new Uint8Array(0x10000);
  for (const code of cues.keys()) begins[code] = (begins[code] as number) | CUE;
  for (const code of verbs.keys()) begins[code] = (begins[code] as number) | VERB;
  for (const char of MARKER_FIRST) begins[char.charCodeAt(0)] = (begins[char.charCodeAt(0)] as number) | MARK;
  return { cues, verbs, begins };
});

function byFirst<T>(items: readonly T[], word: (item: T) => string): Map<number, T[]> {
  const map = new Map<number, T[]>();
  for (const item of items) {
    const first = word(item).charCodeAt(0);
    const list = map.get(first);
    if (list) list.push(item);
    else map.set(first, [item]);
  }
  for (const list of map.values()) list.sort((a, b) => word(b).length - word(a).length);
  return map;
}
