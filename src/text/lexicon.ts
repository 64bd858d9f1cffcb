/** The domain lexicon: terms that a segmenter keeps whole. */
import { DataError } from '../errors.js';

export interface LexiconEntry {
  readonly term: string;
  /** Weight for a unigram segmenter, no count of use. */
  readonly frequency: number;
  readonly tag: string;
}

/** What an own term weighs that states no frequency: whole in nearly any company. */
const OWN_FREQUENCY = 8000;

/**
 * Reads `term<TAB>frequency<TAB>tag[<TAB>group]` lines. In a user's own list (`own`) the term alone is enough.
 * @throws DataError `bad-lexicon-line` with file and line
 */
export function parseLexicon(
  text: string,
  file: string,
  { own = false }: { readonly own?: boolean } = {},
): LexiconEntry[] {
  const entries: LexiconEntry[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '' || (own && line.startsWith('#'))) continue;
    const [term, frequency = own ? String(OWN_FREQUENCY) : '', tag = own ? 'n' : ''] = line.trimEnd().split('\t');
    if (!term || !/^[1-9]\d{0,8}$/.test(frequency) || !tag || /\s/.test(term)) {
      throw new DataError('bad-lexicon-line', { file, line: index + 1, data: { content: line.slice(0, 40) } });
    }
    entries.push({ term, frequency: Number(frequency), tag });
  }
  return entries;
}
