/**
 * What a text speaks of, for comparing goals with indicators: function words and light verbs are set aside, synonyms
 * stand as one word, what is left is compared by its character pairs.
 */
import { isIdeograph } from '../text/characters.js';
import type { GoalWord } from './goal-lexicon.js';
import { NO_PAIR, type Pair, pairOf, pairsOf } from '../text/pairs.js';
import { kindOf, TEXT_KIND } from '../text/similarity.js';
import { type PrefixIndex, spell } from './lookup.js';

export interface ContentWord {
  readonly text: string;
  /** 1 for an ordinary word, less for verbs and words that are everywhere. */
  readonly weight: number;
  /** 工作, 水平, 发展: says nothing of its own. */
  readonly generic: boolean;
}

/** A word of the lexicon, or a stretch of letters between such words. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly entry: GoalWord | undefined;
}

export class Content {
  readonly words: readonly ContentWord[];
  #wordPairs: readonly (readonly Pair[])[] | undefined;
  #pairs: ReadonlySet<Pair> | undefined;

  constructor(words: readonly ContentWord[]) {
    this.words = words;
  }

  /** Neighbouring characters, word by word; a word of one character is itself. */
  get wordPairs(): readonly (readonly Pair[])[] {
    this.#wordPairs ??= this.words.map(({ text }) => pairsOf(text));
    return this.#wordPairs;
  }

  get pairs(): ReadonlySet<Pair> {
    this.#pairs ??= new Set(this.wordPairs.flat());
    return this.#pairs;
  }

  /** All but some words. */
  without(isLeftOut: (text: string) => boolean): Content {
    return new Content(this.words.filter(({ text }) => !isLeftOut(text)));
  }

  /** The words that weigh at least so much, general ones left out unless they are people. */
  telling(least: number): Content {
    return new Content(
      this.words.filter(({ text, weight, generic }) => weight >= least && (!generic || weight >= 1) && text.length > 1),
    );
  }
}

export type Lexicon = PrefixIndex<GoalWord>;

/** Words and stretches of letters in order; what is neither parts them. */
export function tokensOf(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const codes = spell(text);
  const { length } = text;
  let run = -1;
  for (let at = 0; at < length; ) {
    const hit = lexicon.here(at);
    if (!hit && isLetter(codes[at]!)) {
      if (run < 0) run = at;
      at += 1;
      continue;
    }
    if (run >= 0) tokens.push({ start: run, end: at, entry: undefined });
    run = -1;
    const end = at + (hit ? hit.word.length : 1);
    if (hit) tokens.push({ start: at, end, entry: hit.value });
    at = end;
  }
  if (run >= 0) tokens.push({ start: run, end: length, entry: undefined });
  return tokens;
}

function isLetter(code: number): boolean {
  return isIdeograph(code) || kindOf(code) === TEXT_KIND;
}

/** The content of the tokens that lie between two offsets. */
export function contentOf(text: string, tokens: readonly Token[], from = 0, to = text.length): Content {
  const words: ContentWord[] = [];
  let start = -1;
  let end = -1;
  for (const token of tokens) {
    if (token.start < from || token.end > to) continue;
    const { entry } = token;
    const part = entry && playsPart(entry) ? entry : undefined;
    // A word that has no part here is a stretch of letters like those around it.
    if (!part && start >= 0 && end === token.start) {
      end = token.end;
      continue;
    }
    if (start >= 0) words.push({ text: text.slice(start, end), weight: 1, generic: false });
    start = part ? -1 : token.start;
    end = token.end;
    if (!part || part.empty) continue;
    const { as, weight, generic } = part;
    words.push({ text: as ?? text.slice(token.start, token.end), weight: weight ?? 1, generic });
  }
  if (start >= 0) words.push({ text: text.slice(start, end), weight: 1, generic: false });
  return new Content(words);
}

function playsPart({ empty, generic, weight }: GoalWord): boolean {
  return empty || generic || weight !== undefined;
}

export function readContent(text: string, lexicon: Lexicon): Content {
  return contentOf(text, tokensOf(text, lexicon));
}

/** The pairs of a text's content, one behind the other, repeats and all: what `readContent` holds, without its words. */
export function eachPair(text: string, lexicon: Lexicon, visit: (pair: Pair) => void): void {
  const codes = spell(text);
  const { length } = text;
  let run = -1;
  for (let at = 0; at < length; ) {
    const hit = lexicon.here(at);
    const entry = hit?.value;
    const end = at + (hit ? hit.word.length : 1);
    // A word that has no part here is a stretch of letters like those around it.
    const parts = entry ? playsPart(entry) : !isLetter(codes[at]!);
    if (!parts) {
      if (run < 0) run = at;
      at = end;
      continue;
    }
    if (run >= 0) eachOf(codes, run, at, visit);
    run = -1;
    if (entry && !entry.empty) {
      if (entry.as === undefined) eachOf(codes, at, end, visit);
      else for (const pair of pairsOf(entry.as)) visit(pair);
    }
    at = end;
  }
  if (run >= 0) eachOf(codes, run, length, visit);
}

function eachOf(codes: Uint16Array, from: number, to: number, visit: (pair: Pair) => void): void {
  if (to - from === 1) visit(codes[from]!);
  for (let at = from; at + 1 < to; at += 1) visit(pairOf(codes[at]!, codes[at + 1]!));
}

/**
 * The share of `part` that `whole` speaks of as well, 0 to 1: a character counts where a pair that it stands in is
 * found, as much as the pair tells. `tell` says how much that is; undefined counts all alike.
 */
export function coveredShare(part: Content, whole: ReadonlySet<Pair>, tell?: (pair: Pair) => number): number {
  let covered = 0;
  let all = 0;
  eachCharacter(part, tell, (weight, heavy, heavyTold, light, lightTold) => {
    all += weight * heavyTold;
    if (whole.has(heavy)) covered += weight * heavyTold;
    else if (whole.has(light)) covered += weight * lightTold;
  });
  return all === 0 ? 0 : covered / all;
}

/**
 * Every character with its word's weight and the two pairs that it stands in, each with how much it tells: the one
 * that tells more first. `NO_PAIR`, which tells nothing, at the ends of words.
 */
export function eachCharacter(
  { words, wordPairs }: Content,
  tell: ((pair: Pair) => number) | undefined,
  visit: (weight: number, heavy: Pair, heavyTold: number, light: Pair, lightTold: number) => void,
): void {
  for (let index = 0; index < words.length; index += 1) {
    const { text, weight } = words[index] as ContentWord;
    const pairs = wordPairs[index] as readonly Pair[];
    let left = NO_PAIR;
    let leftTold = 0;
    const { length } = text;
    for (let at = 0; at < length; at += 1) {
      const right = at < pairs.length ? (pairs[at] as Pair) : NO_PAIR;
      const rightTold = right === NO_PAIR ? 0 : tell ? tell(right) : 1;
      if (rightTold > leftTold) visit(weight, right, rightTold, left, leftTold);
      else visit(weight, left, leftTold, right, rightTold);
      left = right;
      leftTold = rightTold;
      left = right;
    }
  }
}
