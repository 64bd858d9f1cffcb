import { rememberFor } from './remember-for.js';

/** A pattern that finds every place of any of the words. */
export function anyOf(words: readonly string[]): RegExp {
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`)).join('|'), 'gu');
}

const patternOf = rememberFor(anyOf);

/** Does the text hold any of the words? Of a list that stays: its pattern is made once. */
export function holdsAny(text: string, words: readonly string[]): boolean {
  return text.search(patternOf(words)) >= 0;
}
