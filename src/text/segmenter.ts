/**
 * Words of Chinese text behind one interface, whatever engine cuts them. Numbers (with thousands separators, decimals
 * and %) and Latin words are taken out before the engine sees the text: engines disagree about them and cut 95% apart.
 */

import type { Joining, Parting } from './parting.js';

/** Something that cuts plain text into words, such as a jieba. */
export interface WordEngine {
  readonly name: string;
  cut(text: string): string[];
}

export interface Segmenter {
  readonly engine: string;
  /** The words in order; joined they are the text again. */
  words(text: string): string[];
}

// 第三十一条 names a rule; 第一条 may count anything. 一是, 二是 string a list together where they open a clause; 统一是 is none.
const ATOM =
  /[\d０-９][\d０-９,]*(?:[.．][\d０-９]+)?[%％‰]?|第(?:\d{1,4}|[零〇一二三四五六七八九十百千]{2,8})条|[A-Za-z]+(?:[\d.-]*\d)?|(?<![^，。；：、！？,;:\s])[一二三四五六七八九十]是(?=[^非否，。])/g;

/**
 * Wraps an engine.
 * @example
 * createSegmenter({ name: 'characters', cut: (text) => [...text] }).words('完成率95%'); // ['完', '成', '率', '95%']
 */
export function createSegmenter(
  engine: WordEngine,
  { parting, joining }: { readonly parting?: Parting; readonly joining?: Joining } = {},
): Segmenter {
  const cut = (text: string) => {
    const words = cutWith(engine, text, parting);
    return joining ? joining(words) : words;
  };
  return {
    engine: engine.name,
    words(text) {
      const words: string[] = [];
      let from = 0;
      for (const match of text.matchAll(ATOM)) {
        for (const word of cut(text.slice(from, match.index))) words.push(word);
        words.push(trimmedNumber(match[0]));
        from = match.index + trimmedNumber(match[0]).length;
      }
      // A long text has more words than a call may have arguments.
      for (const word of cut(text.slice(from))) words.push(word);
      return words;
    },
  };
}

/** A comma at the end of a number is punctuation: “共12,” */
function trimmedNumber(atom: string): string {
  return atom.replace(/,+$/, '');
}

/** Native engines drop what is no valid text (lone surrogates): then the text is cut by characters instead. */
function cutWith(engine: WordEngine, text: string, parting: Parting | undefined): readonly string[] {
  if (text === '') return [];
  const words = engine.cut(text).filter((word) => word !== '');
  if (words.join('') !== text) return Array.from(text);
  return parting ? words.flatMap(parting) : words;
}
