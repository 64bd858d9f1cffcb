import { readFileSync } from 'node:fs';
import { readDocument } from '../documents/read-document.js';
import { InputError } from '../errors.js';
import { findFindings, type FindingPiece, splitFindings } from '../findings/review.js';
import { readInput } from '../platform/files.js';
import { loadReadingData } from '../platform/shipped.js';
import { loadSegmenter, type WordEngineName } from '../platform/word-engines.js';
import { decodeText } from '../documents/decode.js';
import type { Location } from '../schema/common.js';
import { type CommonOptions, emit, requireFiles } from './options.js';

interface SegmentOptions extends CommonOptions {
  readonly words?: boolean;
  readonly findings?: boolean;
  readonly engine: WordEngineName;
}

/** `jixiao segment`. */
export async function segmentCommand(files: readonly string[], options: SegmentOptions): Promise<void> {
  const paths = requireFiles(files);
  const lines: string[] = [];
  for (const path of paths) {
    if (options.findings && isTable(path)) lines.push(...(await tableFindingLines(path, options)));
    else if (options.findings) lines.push(...(await findingLines(await textsOf(path), options)));
    else lines.push(...(await wordLines(await textsOf(path), options)));
  }
  emit(lines.map((line) => `${line}\n`).join(''), options, paths);
}

async function wordLines(texts: readonly string[], { engine, format }: SegmentOptions): Promise<string[]> {
  const segmenter = await loadSegmenter(engine);
  return texts.map((text) => {
    const words = segmenter.words(text);
    return format === 'jsonl' ? JSON.stringify({ text, words }) : words.join(' / ');
  });
}

function isTable(path: string): boolean {
  return /\.(?:xlsx|xlsm|csv|tsv)$/i.test(path);
}

/** Of a table only the columns of problems and suggestions are split. */
async function tableFindingLines(path: string, { format }: SegmentOptions): Promise<string[]> {
  const findings = findFindings(await readDocument(readInput(path), path), await loadReadingData());
  return findings.map((finding) => pieceLine(finding, format, finding.location));
}

type Piece = Pick<FindingPiece, 'kind' | 'level' | 'marker' | 'text' | 'start' | 'end'>;

function pieceLine({ kind, level, marker, text, start, end }: Piece, format: string, location?: Location): string {
  if (format === 'jsonl')
    return JSON.stringify({ kind, level, marker, text, start, end, ...(location && { location }) });
  return `${'  '.repeat(level - 1)}${marker}${marker === '' ? '' : ' '}${text}`;
}

async function findingLines(texts: readonly string[], { format }: SegmentOptions): Promise<string[]> {
  const data = await loadReadingData();
  return texts.flatMap((text) => splitFindings(text, data).map((piece) => pieceLine(piece, format)));
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
