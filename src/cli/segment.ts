import { readFileSync } from 'node:fs';
import { decodeText } from '../documents/decode.js';
import { readDocument } from '../platform/read-document.js';
import { readPlainText } from '../documents/read-text.js';
import { InputError, UsageError } from '../errors.js';
import { findFindings, type FindingPiece, splitFindings } from '../findings/review.js';
import { readInput } from '../platform/files.js';
import { loadKeywordFinder } from '../platform/keywords.js';
import { loadReadingData } from '../platform/shipped.js';
import type { Location } from '../schema/common.js';
import { inputPaths } from './input-paths.js';
import { type CommonOptions, emit, naturalNumber } from './options.js';
import { segmenterFor, type WordOptions } from './words.js';

interface SegmentOptions extends CommonOptions, WordOptions {
  readonly words?: boolean;
  readonly findings?: boolean;
  readonly keywords?: boolean;
  readonly top: string;
}

/** `jixiao segment`. */
export async function segmentCommand(files: readonly string[], options: SegmentOptions): Promise<void> {
  const paths = await inputPaths(files, options);
  const asked = (['words', 'findings', 'keywords'] as const).filter((name) => options[name]);
  if (asked.length > 1)
    throw new UsageError('exclusive-options', { data: { options: asked.map((name) => `--${name}`).join(' ') } });
  const lines = await linesOf(paths, options);
  emit(lines.map((line) => `${line}\n`).join(''), options, paths);
}

async function linesOf(paths: readonly string[], options: SegmentOptions): Promise<string[]> {
  if (options.keywords) return keywordLines(paths, options);
  if (!options.findings) return wordLines(await Promise.all(paths.map(textsOf)), options);
  const lines: string[] = [];
  for (const path of paths) lines.push(...(await findingLines(path, options)));
  return lines;
}

async function wordLines(texts: readonly string[][], options: SegmentOptions): Promise<string[]> {
  const segmenter = await segmenterFor(options);
  return texts.flat().map((text) => {
    const words = segmenter.words(text);
    return options.format === 'jsonl' ? JSON.stringify({ text, words }) : spoken(words).join(' / ');
  });
}

/** Indents and line breaks inside a cell are words of the text, and nothing to look at. */
function spoken(words: readonly string[]): string[] {
  return words.filter((word) => word.trim() !== '');
}

/** One list a file: what it is about. */
async function keywordLines(paths: readonly string[], options: SegmentOptions): Promise<string[]> {
  const top = naturalNumber(options.top, '--top');
  const finder = loadKeywordFinder(await segmenterFor(options));
  const lines: string[] = [];
  for (const path of paths) {
    const keywords = finder.keywords(await textsOf(path), top);
    if (options.format === 'jsonl') lines.push(JSON.stringify({ source: path, keywords }));
    else lines.push(...keywords.map(({ word, count, score }) => `${word}\t${count}\t${score.toFixed(2)}`));
  }
  return lines;
}

/**
 * Of a table the columns of problems and suggestions, of a report their sections; a text without such headings is one
 * passage, every text of JSONL another.
 */
async function findingLines(path: string, { format }: SegmentOptions): Promise<string[]> {
  const data = await loadReadingData();
  const pieces = (text: string) => splitFindings(text, data).map((piece) => pieceLine(piece, format));
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return (await textsOf(path)).flatMap(pieces);
  const bytes = path === '-' ? readFileSync(0) : readInput(path);
  const document = path === '-' ? readPlainText(bytes, path) : await readDocument(bytes, path);
  const findings = findFindings(document, data);
  if (findings.length > 0 || (document.text ?? '') === '' || TABLES.has(document.format))
    return findings.map((finding) => pieceLine(finding, format, finding.location));
  return pieces(document.text ?? '');
}

/** Formats whose text is all in their tables. */
const TABLES: ReadonlySet<string> = new Set(['csv', 'json', 'jsonl']);

type Piece = Pick<FindingPiece, 'kind' | 'level' | 'marker' | 'text' | 'start' | 'end'>;

function pieceLine({ kind, level, marker, text, start, end }: Piece, format: string, location?: Location): string {
  if (format === 'jsonl')
    return JSON.stringify({ kind, level, marker, text, start, end, ...(location && { location }) });
  return `${'  '.repeat(level - 1)}${marker}${marker === '' ? '' : ' '}${text}`;
}

/** Lines of a text, `text` fields of JSONL, filled cells of tables and the lines beside them. */
async function textsOf(path: string): Promise<string[]> {
  const bytes = path === '-' ? readFileSync(0) : readInput(path);
  if (/\.(?:jsonl|ndjson)$/i.test(path)) return jsonTexts(decodeText(bytes, path).text, path);
  if (path === '-' || /\.txt$/i.test(path)) return filled(decodeText(bytes, path).text.split(/\r\n|\r|\n/));
  const document = await readDocument(bytes, path);
  return filled([...document.grids.flatMap(({ rows }) => rows.flat()), ...document.lines.map(({ text }) => text)]);
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
