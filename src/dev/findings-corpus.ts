/** The corpus of findings as it lies in the project: parts, their checksums, cue phrases. For training and its tests. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusLine, checkCorpus, corpusLineSchema } from '../classify/corpus.js';
import { parseCues } from '../classify/cues.js';
import type { Example } from '../classify/types.js';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FINDINGS = path.join(ROOT, 'corpora/findings');
const CUES = path.join(ROOT, 'corpora/cues');

/** A file of the corpus, and what it was trained from. */
export interface CorpusFile {
  readonly name: string;
  readonly lines: number;
  readonly sha256: string;
}

export interface FindingsCorpus {
  readonly parts: readonly CorpusFile[];
  readonly lines: readonly CorpusLine[];
  readonly cueFiles: readonly CorpusFile[];
  readonly cues: readonly Example[];
}

/**
 * Reads and checks everything; `tell` hears each fault.
 * @throws Error where the corpus has faults other than rare labels
 */
export function readFindingsCorpus(tell: (line: string) => void): FindingsCorpus {
  const parts = filesIn(FINDINGS, '.jsonl');
  const values = parts.flatMap(({ text }) => text.trim().split('\n')).map((line): unknown => JSON.parse(line));
  const faults = checkCorpus(values);
  for (const { code, ids, data } of faults) tell(`${code} ${ids.join(' ')} ${JSON.stringify(data)}`);
  // Few examples make a label weak, the other faults make the figures wrong.
  if (faults.some(({ code }) => code !== 'few-examples')) throw new Error('The corpus has faults; see above.');
  const cueFiles = filesIn(CUES, '.tsv');
  return {
    parts: parts.map(described),
    lines: values.map((value) => corpusLineSchema.parse(value)),
    cueFiles: cueFiles.map(described),
    cues: cueFiles.flatMap(({ name, text, file }) => parseCues(text, name, file)),
  };
}

/** The same without the check: for a thread of a process that has checked. */
export function readCheckedCorpus(): Pick<FindingsCorpus, 'lines' | 'cues'> {
  return {
    lines: filesIn(FINDINGS, '.jsonl').flatMap(({ text }) => linesOf(text)),
    cues: filesIn(CUES, '.tsv').flatMap(({ name, text, file }) => parseCues(text, name, file)),
  };
}

function linesOf(text: string): CorpusLine[] {
  return text
    .trim()
    .split('\n')
    .map((line) => corpusLineSchema.parse(JSON.parse(line)));
}

/** Findings that no model is trained or tuned on. */
export function readApart(): CorpusLine[] {
  return filesIn(path.join(ROOT, 'test/fixtures/classify/apart'), '.jsonl').flatMap(({ text }) => linesOf(text));
}

interface Read {
  readonly name: string;
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
}

function filesIn(folder: string, extension: string): Read[] {
  const names = readdirSync(folder).filter((file) => file.endsWith(extension));
  return names.toSorted().map((name) => {
    const bytes = readFileSync(path.join(folder, name));
    return {
      name: path.basename(name, extension),
      file: path.relative(ROOT, path.join(folder, name)),
      bytes,
      text: bytes.toString('utf8'),
    };
  });
}

function described({ name, bytes, text }: Read): CorpusFile {
  return {
    name,
    lines: text.trim().split('\n').length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}
