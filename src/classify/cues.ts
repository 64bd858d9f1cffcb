/**
 * Cue phrases: short wordings that models learn from beside whole findings. A file named after a category holds phrases
 * that speak for one of its tags by themselves; the file `neither` wordings that are no finding, whatever they are about.
 */
import { DataError } from '../errors.js';
import { TAXONOMY } from '../schema/taxonomy.js';
import type { Taxonomy } from './corpus.js';
import type { Example } from './types.js';

const PLAIN_FILE = 'neither';

/** Tab-separated columns of the first line. */
const HEADER = { tagged: 'phrase\tkind\ttag', plain: 'phrase\tsubject' } as const;

/** Wordings that are no finding, and whose subject is none of the taxonomy. */
const GENERAL = 'general';

/**
 * One file: a header line, then phrase, kind and tag, parted by tabs; of `neither` phrase and subject (a category, or
 * `general`), of which the subject only says that the author thought of all.
 * @throws DataError `bad-cue` with file and line
 */
export function parseCues(
  text: string,
  category: string,
  file: string,
  taxonomy: Taxonomy = TAXONOMY,
): readonly Example[] {
  const [header, ...lines] = text.replace(/\r/g, '').trimEnd().split('\n');
  const fault: Fault = (line, problem) => new DataError('bad-cue', { file, line, data: { problem } });
  const wanted = category === PLAIN_FILE ? HEADER.plain : HEADER.tagged;
  if (header !== wanted) throw fault(1, wanted.replace(/\t/g, ' | '));
  const read = category === PLAIN_FILE ? plainReader(taxonomy, fault) : taggedReader(category, taxonomy, fault);
  const seen = new Set<string>();
  return lines.map((line, index) => {
    const columns = line.split('\t');
    const phrase = columns[0] ?? '';
    const expected = wanted.split('\t').length;
    if (phrase.trim() === '' || columns.length !== expected) throw fault(index + 2, `${expected} columns`);
    const example = read(columns, index + 2);
    if (seen.has(phrase)) throw fault(index + 2, `${phrase} twice`);
    seen.add(phrase);
    return example;
  });
}

type Fault = (line: number, problem: string) => DataError;
type LineReader = (columns: readonly string[], line: number) => Example;

function taggedReader(category: string, taxonomy: Taxonomy, fault: Fault): LineReader {
  const tags = Object.hasOwn(taxonomy, category) ? taxonomy[category]?.tags : undefined;
  if (!tags) throw fault(1, `category ${category}`);
  return ([text = '', kind = '', tag = ''], line) => {
    if (kind !== 'problem' && kind !== 'suggestion') throw fault(line, `kind ${kind}`);
    if (!Object.hasOwn(tags, tag)) throw fault(line, `tag ${tag}`);
    return { text, kind, labels: [{ category, tags: [tag] }], part: 'cues' };
  };
}

function plainReader(taxonomy: Taxonomy, fault: Fault): LineReader {
  return ([text = '', subject = ''], line) => {
    if (subject !== GENERAL && !Object.hasOwn(taxonomy, subject)) throw fault(line, `subject ${subject}`);
    return { text, kind: 'neither', labels: [], part: 'cues' };
  };
}
