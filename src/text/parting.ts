/**
 * Words that dictionaries hold whole and the project's convention parts: numeral and measure (两年, 每月), a denial and what
 * it denies (不合理, 未及时), a pronoun and its noun (该局). Engines differ in which of them they know; parted, they agree.
 */
import { z } from 'zod';

const words = z.array(z.string().min(1));

/** The shape of `corpora/lexicon/parting.json`. */
export const partingSchema = z.strictObject({
  numerals: z.string().min(1),
  measures: words,
  before: words,
  /** First character → length of the words that it is cut from. */
  heads: z.record(z.string().length(1), z.number().int().min(2)),
  denials: words,
  denialsKept: words,
  suffixes: words.describe('Words of one character that go with the word before them: 闲置率'),
});
export type PartingData = z.output<typeof partingSchema>;

/** Cuts one word into the words that it is made of; the terms of the lexicon stay whole. */
export type Parting = (word: string) => readonly string[];

/** … and joins what engines cut that belongs together. */
export type Joining = (words: readonly string[]) => readonly string[];

export function createParting(data: PartingData, terms: ReadonlySet<string>): Parting {
  const measures = data.measures.toSorted((a, b) => b.length - a.length);
  const kept = new Set(data.denialsKept);
  return (word) => {
    if (word.length < 2 || terms.has(word)) return [word];
    const first = word.charAt(0);
    if (data.denials.includes(first)) return denied(word, kept);
    if (data.heads[first] === word.length) return [first, word.slice(1)];
    return counted(word, data, measures) ?? [word];
  };
}

/** 不及时 → 不 及时, 不断创新 → 不断 创新; one character behind a kept word is none of its own (不同意). */
function denied(word: string, kept: ReadonlySet<string>): string[] {
  if (kept.has(word)) return [word];
  for (let length = word.length - 2; length > 1; length -= 1)
    if (kept.has(word.slice(0, length))) return [word.slice(0, length), word.slice(length)];
  return [word.slice(0, 1), word.slice(1)];
}

/** 近三年 → 近 三 年, 第二个 → 第二 个, 每月 → 每 月. */
function counted(word: string, { before, numerals }: PartingData, measures: readonly string[]): string[] | undefined {
  const measure = measures.find((one) => word.endsWith(one) && word.length > one.length);
  if (measure === undefined) return undefined;
  const lead = before.find((one) => word.startsWith(one)) ?? '';
  const number = word.slice(lead.length, word.length - measure.length);
  if (!Array.from(number).every((character) => numerals.includes(character))) return undefined;
  if (lead === '第') return number === '' ? undefined : [lead + number, measure];
  return [lead, number, measure].filter((part) => part !== '');
}

/** 闲置 率 → 闲置率: a suffix goes with the word of two characters or more before it. */
export function withSuffixes(cut: readonly string[], { suffixes }: Pick<PartingData, 'suffixes'>): string[] {
  const joined: string[] = [];
  for (const word of cut) {
    const last = joined.at(-1);
    if (last !== undefined && suffixes.includes(word) && /^\p{Script=Han}{2,8}$/u.test(last))
      joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}
