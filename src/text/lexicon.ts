/** The domain lexicon: terms that a segmenter keeps whole. */
import { DataError } from '../errors.js';

export interface LexiconEntry {
  readonly term: string;
  /** Weight for a unigram segmenter, no count of use. */
  readonly frequency: number;
  readonly tag: string;
}

/**
 * Reads `term<TAB>frequency<TAB>tag[<TAB>group]` lines.
 * @throws DataError `bad-lexicon-line` with file and line
 */
export function parseLexicon(text: string, file: string): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [term, frequency, tag] = line.split('\t');
    if (!term || !/^\d+$/.test(frequency ?? '') || !tag || /\s/.test(term)) {
      throw new DataError('bad-lexicon-line', { file, line: index + 1, data: { content: line.slice(0, 40) } });
    }
    entries.push({ term, frequency: Number(frequency), tag });
  }
  return entries;
}
