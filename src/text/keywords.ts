/** Telling words by TF-IDF: how often a word is used here, against in how many texts of the corpora it stands. */
import { z } from 'zod';
import type { Segmenter } from './segmenter.js';

/** Shape of `models/keywords/idf.json`. */
export const idfTableSchema = z.object({
  format: z.literal(1),
  documents: z.number().int().positive(),
  /** Word → 1 + ln(documents ÷ (1 + documents that hold it)). */
  idf: z.record(z.string(), z.number()),
  /** Of a word that no document holds. */
  unseen: z.number(),
});
export type IdfTable = z.output<typeof idfTableSchema>;

export interface Keyword {
  readonly word: string;
  /** How often the word is used. */
  readonly count: number;
  /** In how many of the texts. */
  readonly texts: number;
  /** Count × idf. */
  readonly score: number;
}

export interface KeywordFinder {
  /** The words of one text that count: of at least two characters, no numbers, no function words. */
  words(text: string): string[];
  /** The most telling words over all texts, best first. */
  keywords(texts: readonly string[], top: number): Keyword[];
}

/** 四百, 一百零三; 十四五 is a plan. */
const NUMBER = /^(?:[零〇]?[一二两三四五六七八九]?[十百千万亿])+[零〇]?[一二两三四五六七八九]?$/;

/** `stopWords` say nothing about the matter, however rare they are. */
export function createKeywordFinder(
  segmenter: Segmenter,
  table: IdfTable,
  stopWords: ReadonlySet<string>,
): KeywordFinder {
  const idf = new Map(Object.entries(table.idf));
  const words = (text: string): string[] =>
    segmenter
      .words(text)
      .filter((word) => word.length > 1 && /\p{Script=Han}/u.test(word) && !NUMBER.test(word) && !stopWords.has(word));
  return {
    words,
    keywords(texts, top) {
      const counts = new Map<string, { count: number; texts: number; last: number }>();
      texts.forEach((text, index) => {
        for (const word of words(text)) {
          const seen = counts.get(word) ?? { count: 0, texts: 0, last: -1 };
          counts.set(word, seen);
          seen.count += 1;
          if (seen.last !== index) seen.texts += 1;
          seen.last = index;
        }
      });
      return [...counts]
        .map(([word, { count, texts: inTexts }]) => ({
          word,
          count,
          texts: inTexts,
          score: Math.round(count * (idf.get(word) ?? table.unseen) * 100) / 100,
        }))
        .sort((a, b) => b.score - a.score || b.count - a.count || (a.word < b.word ? -1 : 1))
        .slice(0, top);
    },
  };
}
