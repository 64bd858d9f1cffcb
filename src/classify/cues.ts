/** Cue phrases: short wordings that speak for one tag by themselves. Models learn from them beside whole findings. */
import { DataError } from '../errors.js';
import { TAXONOMY } from '../schema/taxonomy.js';
import type { Taxonomy } from './corpus.js';
import type { Example } from './types.js';

const HEADER = 'phrase\tkind\ttag';

/**
 * One category's file: a header line, then phrase, kind and tag, parted by tabs.
 * @throws DataError `bad-cue` with file and line
 */
export function parseCues(
  text: string,
  category: string,
  file: string,
  taxonomy: Taxonomy = TAXONOMY,
): readonly Example[] {
  const [header, ...lines] = text.replace(/\r/g, '').trimEnd().split('\n');
  const fault = (line: number, problem: string) => new DataError('bad-cue', { file, line, data: { problem } });
  if (header !== HEADER) throw fault(1, HEADER.replace(/\t/g, ' | '));
  const tags = Object.hasOwn(taxonomy, category) ? taxonomy[category]?.tags : undefined;
  if (!tags) throw fault(1, `category ${category}`);
  const seen = new Set<string>();
  return lines.map((line, index) => {
    const [phrase = '', kind, tag = '', ...more] = line.split('\t');
    if (phrase.trim() === '' || more.length > 0) throw fault(index + 2, 'three columns');
    if (kind !== 'problem' && kind !== 'suggestion') throw fault(index + 2, `kind ${kind ?? ''}`);
    if (!Object.hasOwn(tags, tag)) throw fault(index + 2, `tag ${tag}`);
    if (seen.has(phrase)) throw fault(index + 2, `${phrase} twice`);
    seen.add(phrase);
    return { text: phrase, kind, labels: [{ category, tags: [tag] }], part: 'cues' };
  });
}
