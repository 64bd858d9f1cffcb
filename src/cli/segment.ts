import { readFileSync } from 'node:fs';
import { readDocument } from '../documents/read-document.js';
import { InputError } from '../errors.js';
import { splitFindings } from '../findings/review.js';
import { readInput } from '../platform/files.js';
import { loadReadingData } from '../platform/shipped.js';
import { loadSegmenter, type WordEngineName } from '../platform/word-engines.js';
import { decodeText } from '../documents/decode.js';
import { type CommonOptions, emit, requireFiles } from './options.js';

interface SegmentOptions extends CommonOptions {
  readonly words?: boolean;
  readonly findings?: boolean;
  readonly engine: WordEngineName;
}

/** `jixiao segment`. */
export async function segmentCommand(files: readonly string[], options: SegmentOptions): Promise<void> {
  const paths = requireFiles(files);
  const texts: string[] = [];
  for (const path of paths) texts.push(...(await textsOf(path)));
  const lines = options.findings ? await findingLines(texts, options) : await wordLines(texts, options);
  emit(lines.map((line) => `${line}\n`).join(''), options, paths);
}

async function wordLines(texts: readonly string[], { engine, format }: SegmentOptions): Promise<string[]> {
  const segmenter = await loadSegmenter(engine);
  return texts.map((text) => {
    const words = segmenter.words(text);
    return format === 'jsonl' ? JSON.stringify({ text, words }) : words.join(' / ');
  });
}

async function findingLines(texts: readonly string[], { format }: SegmentOptions): Promise<string[]> {
  const data = await loadReadingData();
  return texts.flatMap((text) =>
    splitFindings(text, data).map(({ kind, level, marker, text: content, start, end }) =>
      format === 'jsonl'
        ? JSON.stringify({ kind, level, marker, text: content, start, end })
        : `${'  '.repeat(level - 1)}${marker}${marker === '' ? '' : ' '}${content}`,
    ),
  );
}

/** Lines of a text, `text` fields of JSONL, filled cells of a table. */
async function textsOf(path: string): Promise<string[]> {
  const bytes = path === '-' ? readFileSync(0) : readInput(path);
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return jsonTexts(decodeText(bytes, path).text, path);
  if (path === '-' || /\.txt$/i.test(path)) return filled(decodeText(bytes, path).text.split(/\r\n|\r|\n/));
  const document = await readDocument(bytes, path);
  return filled(document.grids.flatMap(({ rows }) => rows.flat()));
}

function filled(texts: readonly string[]): string[] {
  return texts.filter((text) => text.trim() !== '');
}

function jsonTexts(content: string, file: string): string[] {
  return content.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    try {
      const { text } = JSON.parse(line) as { text?: unknown };
      if (typeof text === 'string') return [text];
    } catch {
      // Falls through to the one error below.
    }
    throw new InputError('bad-json', { file, line: index + 1, data: { reason: '"text"' } });
  });
}
