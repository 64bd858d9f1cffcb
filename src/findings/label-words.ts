/** The words that labels and headings of problems and suggestions are made of. */
import { anyOf } from '../text/any-of.js';
import { isIdeograph } from '../text/characters.js';
import { rememberFor } from '../text/remember-for.js';
import type { ReadingData } from './reading-data.js';

type Headings = ReadingData['headings'];

/** Those that make a text a label; fillers alone do not. */
function tellingWords({ headings, labels }: ReadingData): string[] {
  return [
    ...headings.problem,
    ...headings.problemExact,
    ...headings.problemWords,
    ...headings.suggestion,
    ...labels.problem,
    ...labels.suggestion,
  ];
}

/** A pattern of words one of which every label holds: where none is near, nothing needs a closer look. */
export const labelWords = rememberFor((data: ReadingData): RegExp => {
  const words = [...new Set(tellingWords(data))];
  // 存在问题 is found by the 问题 in it.
  return anyOf(words.filter((word) => !words.some((other) => other !== word && word.includes(other))));
});

const allWords = rememberFor((data: ReadingData): string[] => [...data.headings.fillers, ...tellingWords(data)]);

const openings = rememberFor((data: ReadingData) => new Set(allWords(data).map((word) => word.charCodeAt(0))));

/** May a bare heading begin with this character? Most texts are told apart by it. */
export function mayOpenHeading(char: number, data: ReadingData): boolean {
  return openings(data).has(char);
}

const characters = rememberFor(
  (data: ReadingData) => new Set(allWords(data).flatMap((word) => Array.from(word, (char) => char.charCodeAt(0)))),
);

/** Does the text hold more than so many ideographs that are in no word of a label? They are left over of it for certain. */
export function holdsOtherWords(text: string, data: ReadingData, most = 0): boolean {
  const known = characters(data);
  let others = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isIdeograph(code) || known.has(code)) continue;
    others += 1;
    if (others > most) return true;
  }
  return false;
}

const longestFirst = rememberFor(({ fillers, problem, problemWords, suggestion }: Headings) =>
  [...fillers, ...problem, ...problemWords, ...suggestion]
    .toSorted((a, b) => b.length - a.length)
    .map((word) => ({ word, mask: maskOf(word) })),
);

/** Bits for the characters of a text: what has a bit that the text has not cannot stand in it. */
function maskOf(text: string): number {
  let mask = 0;
  for (let at = 0; at < text.length; at += 1) mask |= 1 << (text.charCodeAt(at) & 31);
  return mask;
}

/** What is left of a label when the words that labels are made of are taken away, longest first. */
export function withoutLabelWords(words: string, headings: Headings): string {
  const present = maskOf(words);
  let rest = words;
  for (const { word, mask } of longestFirst(headings))
    if ((mask & ~present) === 0 && rest.includes(word)) rest = rest.replaceAll(word, '');
  return rest;
}
