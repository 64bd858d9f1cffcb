/** What the tests of src/findings share: the shipped data, and text files read as `documents/` reads them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Grid, SourceDocument, TextLine } from '../../src/documents/model.js';
import { readingDataSchema } from '../../src/findings/reading-data.js';

const root = new URL('../../', import.meta.url);

export const data = readingDataSchema.parse(parse(readFileSync(new URL('rules/reading/findings.yaml', root), 'utf8')));

/** A small stand-in for the text reader: runs of tabbed lines are grids, other lines are text. */
export function textDocument(text: string, source = 'sample.txt'): SourceDocument {
  const grids: Grid[] = [];
  const lines: TextLine[] = [];
  let rows: string[][] = [];
  let starts: number[] = [];
  let offset = 0;
  const flush = (): void => {
    if (rows.length > 0) grids.push({ hidden: false, rows, merges: [], lines: starts, rowNumbers: starts });
    rows = [];
    starts = [];
  };
  text.split('\n').forEach((line, index) => {
    if (line.includes('\t')) {
      rows.push(line.split('\t'));
      starts.push(index + 1);
    } else {
      flush();
      lines.push({ text: line, line: index + 1, start: offset });
    }
    offset += line.length + 1;
  });
  flush();
  return { source, format: 'txt', grids, text, lines, notices: [] };
}

export function gridDocument(rows: string[][], grid: Partial<Grid> = {}): SourceDocument {
  return {
    source: 'book.xlsx',
    format: 'xlsx',
    grids: [{ sheet: 'Sheet1', hidden: false, rows, merges: [], ...grid }],
    lines: [],
    notices: [],
  };
}

/** A public sample that lies beside the project, or undefined with a notice. */
export function sample(name: string): string | undefined {
  const path = fileURLToPath(new URL(`../shared/samples/${name}`, root));
  if (existsSync(path)) return readFileSync(path, 'utf8');
  console.info(`skipped: ${path} is not there`);
  return undefined;
}

export function fixture(name: string): string {
  return readFileSync(new URL(`test/fixtures/${name}`, root), 'utf8');
}
