/**
 * Words of Chinese text behind one interface, whatever engine cuts them. Numbers (with thousands separators, decimals
 * and %) and Latin words are taken out before the engine sees the text: engines disagree about them and cut 95% apart.
 */

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

const ATOM = /\d[\d,]*(?:\.\d+)?[%‰]?|[A-Za-z]+(?:[\d.-]*\d)?/g;

/**
 * Wraps an engine.
 * @example
 * createSegmenter({ name: 'characters', cut: (text) => [...text] }).words('完成率95%'); // ['完', '成', '率', '95%']
 */
export function createSegmenter(engine: WordEngine): Segmenter {
  return {
    engine: engine.name,
    words(text) {
      const words: string[] = [];
      let from = 0;
      for (const match of text.matchAll(ATOM)) {
        words.push(...cut(engine, text.slice(from, match.index)), trimmedNumber(match[0]));
        from = match.index + trimmedNumber(match[0]).length;
      }
      words.push(...cut(engine, text.slice(from)));
      return words;
    },
  };
}

/** A comma at the end of a number is punctuation: “共12,” */
function trimmedNumber(atom: string): string {
  return atom.replace(/,+$/, '');
}

/** Native engines drop what is no valid text (lone surrogates): then the text is cut by characters instead. */
function cut(engine: WordEngine, text: string): string[] {
  if (text === '') return [];
  const words = engine.cut(text).filter((word) => word !== '');
  return words.join('') === text ? words : Array.from(text);
}
