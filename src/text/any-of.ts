import { rememberFor } from './remember-for.js';

/** A pattern that finds every place of any of the words. */
export function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('|'), 'gu');
}

/** The words as they stand in a pattern, the first that fits counting. */
export function alternatives(words: readonly string[]): string {
  return `(?:${anyOf(words).source})`;
}

/** A pattern that finds one of the words at the end of a text. */
export function endingIn(words: readonly string[]): RegExp {
  return new RegExp(`${alternatives(words)}$`, 'u');
}

/** A pattern that finds one of the words at the head of a text. */
export function beginningWith(words: readonly string[]): RegExp {
  return new RegExp(`^${alternatives(words)}`, 'u');
}

const patternOf = rememberFor(anyOf);

/** Does the text hold any of the words? Of a list that stays: its pattern is made once. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return text.search(patternOf(words)) >= 0;
}
