/**
 * A font that says nothing of what its signs mean (neither embedded in a known order nor with a ToUnicode table) leaves only
 * their numbers, which then stand for characters of every script there is.
 */
import type { TextRun } from './geometry.js';

/** Of the scripts that Chinese documents are written in, those of its nationalities included. */
const USUAL =
  /[\p{Script=Han}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Arabic}\p{Script=Tibetan}\p{Script=Mongolian}\p{Script=Hangul}\p{Script=Yi}\p{Script=Tai_Le}\p{Script=New_Tai_Lue}\p{N}\p{P}\p{S}\p{Z}]/gu;
const MOST = 0.3;
const LEAST_CHARACTERS = 10;

export function isGarbled(runs: readonly TextRun[]): boolean {
  let all = 0;
  let usual = 0;
  for (const { text } of runs) {
    all += Array.from(text).length;
    usual += text.match(USUAL)?.length ?? 0;
  }
  return all >= LEAST_CHARACTERS && all - usual > MOST * all;
}
