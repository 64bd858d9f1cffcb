/**
 * What a text speaks of, for comparing goals with indicators: function words and light verbs are set aside, synonyms
 * stand as one word, what is left is compared by its character pairs.
 */
import type { GoalWord } from './goal-lexicon.js';
import type { PrefixIndex } from './lookup.js';

export interface ContentWord {
  readonly text: string;
  /** 1 for an ordinary word, less for verbs and words that are everywhere. */
  readonly weight: number;
  /** 工作, 水平, 发展: says nothing of its own. */
  readonly generic: boolean;
}

export interface Content {
  readonly words: readonly ContentWord[];
  /** Neighbouring characters within words; a word of one character is itself. */
  readonly pairs: ReadonlySet<string>;
}

const TEXT = /[\p{L}\p{N}]/u;

export function readContent(text: string, lexicon: PrefixIndex<Readonly<GoalWord>>): Content {
  const words: ContentWord[] = [];
  let run = '';
  const close = () => {
    if (run !== '') words.push({ text: run, weight: 1, generic: false });
    run = '';
  };
  for (let at = 0; at < text.length; ) {
    const hit = lexicon.at(text, at);
    const { as, weight, empty = false, generic = false } = hit?.value ?? {};
    if (!hit || (!empty && !generic && weight === undefined)) {
      const length = hit?.word.length ?? 1;
      const piece = text.slice(at, at + length);
      if (length > 1 || TEXT.test(piece)) run += piece;
      else close();
      at += length;
      continue;
    }
    close();
    if (!empty) words.push({ text: as ?? hit.word, weight: weight ?? 1, generic });
    at += hit.word.length;
  }
  close();
  return { words, pairs: pairsOf(words) };
}

function pairsOf(words: readonly ContentWord[]): Set<string> {
  const pairs = new Set<string>();
  for (const { text } of words) {
    if (text.length === 1) pairs.add(text);
    for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  }
  return pairs;
}

export function joinContents(contents: readonly Content[]): Content {
  return { words: contents.flatMap(({ words }) => words), pairs: new Set(contents.flatMap(({ pairs }) => [...pairs])) };
}

/**
 * The share of `part` that `whole` speaks of as well, 0 to 1: a character counts where a pair that it stands in is
 * found. `tell` says how much a pair tells; undefined counts all alike.
 */
export function coveredShare(part: Content, whole: ReadonlySet<string>, tell?: (pair: string) => number): number {
  let covered = 0;
  let all = 0;
  for (const { text, weight } of part.words) {
    const last = text.length - 1;
    let before = 0;
    let beforeHit = false;
    for (let at = 0; at <= last; at += 1) {
      const pair = at < last ? text.slice(at, at + 2) : last === 0 ? text : '';
      const own = pair === '' ? 0 : (tell?.(pair) ?? 1);
      const hit = pair !== '' && whole.has(pair);
      const value = weight * Math.max(own, before);
      all += value;
      if (hit || beforeHit) covered += value;
      before = last === 0 ? 0 : own;
      beforeHit = hit;
    }
  }
  return all === 0 ? 0 : covered / all;
}
