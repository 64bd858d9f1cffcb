/** A document whose layout nobody foresaw → what its columns may be, to be checked by a person. */
import type { Understanding } from '../../indicators/index.js';
import { readName } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import { columnLetters, type Grid, type SourceDocument } from '../model.js';
import type { KnownTable, MappedColumn, MappingNames } from './mapping-data.js';

export interface ProposedColumn {
  readonly letters: string;
  readonly heading: string;
  /** Undefined where nothing speaks for any field. */
  readonly field: MappedColumn | undefined;
  /** Whether the heading is known, or the contents were guessed from. */
  readonly by: 'heading' | 'contents' | undefined;
  /** One or two texts of the column. */
  readonly samples: readonly string[];
}

export interface ProposedSheet {
  readonly sheet?: string;
  /** As the user's program numbers rows. */
  readonly header: number;
  readonly columns: readonly ProposedColumn[];
}

const MOST_ROWS = 300;
const SAMPLES = 40;
const LONGEST_HEADING = 24;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 40;
/** A form with two halves repeats headings; a row of values repeats most of its texts. */
const MOSTLY = 0.6;

/** What forms say in a line above their table as well: no sign of a row of headings, and an unknown heading is none either. */
const SAID_ABOVE: ReadonlySet<MappedColumn | undefined> = new Set([undefined, 'projectName', 'organisation', 'year']);

/** `names` say what a heading is already known as. Sheets without a table are left out. */
export function proposeMapping(
  { grids }: SourceDocument,
  names: MappingNames,
  understanding: Understanding,
): ProposedSheet[] {
  return grids
    .filter(({ hidden }) => !hidden)
    .flatMap((grid) => {
      const known = names.tableOf?.(grid, understanding.framework);
      const row = known?.header ?? likelyHeader(grid, names);
      return row === undefined ? [] : [proposedSheet(grid, row, { names, understanding, known })];
    });
}

/** The row with most known headings; where none is known, with most short texts and with rows under it that fill them. */
function likelyHeader({ rows }: Grid, { columnOf }: MappingNames): number | undefined {
  let best: { row: number; score: number } | undefined;
  for (const [row, texts] of rows.slice(0, MOST_ROWS).entries()) {
    const filled = texts.filter((text) => text.trim() !== '');
    const headings = filled.filter(isHeading);
    if (headings.length < FEWEST_COLUMNS || new Set(headings).size < headings.length * MOSTLY) continue;
    const below = rows
      .slice(row + 1, row + 4)
      .filter((other) => texts.filter((text, at) => isBoth(text, other[at])).length >= 2);
    if (below.length === 0) continue;
    const known = headings.filter((text) => !SAID_ABOVE.has(columnOf(text))).length;
    const score = known * 10 + headings.length - (filled.length - headings.length) * 3;
    if (score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row;
}

function isHeading(text: string): boolean {
  const key = compact(text);
  return key !== '' && key.length <= LONGEST_HEADING && !/^[\d.,%≥≤=<>-]+$|[。；]/.test(key);
}

function isBoth(first: string, second: string | undefined): boolean {
  return first.trim() !== '' && (second ?? '').trim() !== '';
}

interface Knowledge {
  readonly names: MappingNames;
  readonly understanding: Understanding;
  readonly known: KnownTable | undefined;
}

function proposedSheet(
  grid: Grid,
  header: number,
  { names: { columnOf }, understanding, known: table }: Knowledge,
): ProposedSheet {
  const texts = grid.rows[header] ?? [];
  const width = Math.min(
    MOST_COLUMNS,
    Math.max(texts.length, ...grid.rows.slice(header, header + 5).map((row) => row.length)),
  );
  const columns = Array.from({ length: width }, (_, column) => ({
    column,
    heading: (texts[column] ?? '').replace(/\s+/g, ' ').trim(),
    samples: samplesOf(grid, header, column),
  })).filter(({ heading, samples }) => heading !== '' || samples.length > 0);
  // What is read without a mapping is proposed as it is read.
  const fields = new Map<number, MappedColumn>(table?.fields);
  for (const { column, heading } of columns) {
    if (fields.has(column) || table?.aside.has(column)) continue;
    const field = heading === '' ? undefined : columnOf(heading);
    if (field !== undefined && ![...fields.values()].includes(field)) fields.set(column, field);
  }
  const known = new Set(fields.keys());
  const open = columns.filter(({ column }) => !table?.aside.has(column));
  guess(open, fields, understanding);
  return {
    ...(grid.sheet !== undefined && { sheet: grid.sheet }),
    header: grid.rowNumbers?.[header] ?? header + 1,
    columns: columns.map(({ column, heading, samples }) => ({
      letters: columnLetters(column),
      heading,
      field: fields.get(column),
      by: fields.has(column) ? (known.has(column) ? 'heading' : 'contents') : undefined,
      samples: [...new Set(samples)].slice(0, 2),
    })),
  };
}

function samplesOf({ rows }: Grid, header: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = header + 1; row < rows.length && texts.length < SAMPLES; row += 1) {
    const text = (rows[row]?.[column] ?? '').replace(/\s+/g, ' ').trim();
    if (text !== '') texts.push(text);
  }
  return texts;
}

interface Column {
  readonly column: number;
  readonly samples: readonly string[];
}

/** What the contents of a column look like, the surest questions first; a field goes to the column that fits it best. */
function guess(columns: readonly Column[], fields: Map<number, MappedColumn>, understanding: Understanding): void {
  for (const [field, least, fit] of questions(understanding)) {
    if ([...fields.values()].includes(field)) continue;
    const open = columns.filter(({ column, samples }) => !fields.has(column) && samples.length > 0);
    // One text that fits among blanks says less than many of which most fit.
    const most = columns.reduce((count, { samples }) => Math.max(count, samples.length), 0);
    const fitting = open.flatMap(({ column, samples }) => {
      const share = fit(samples);
      const isFull = !EVERY_ROW.has(field) || samples.length * 2 >= most;
      return share >= least && isFull ? [{ column, weight: share * samples.length }] : [];
    });
    const best = fitting.toSorted((a, b) => b.weight - a.weight)[0];
    if (best) fields.set(best.column, field);
  }
}

/** What every row of a table of indicators has. */
const EVERY_ROW: ReadonlySet<MappedColumn> = new Set(['name', 'value', 'weight']);

type Question = readonly [MappedColumn, number, (samples: readonly string[]) => number];

function questions({ framework, quantities, measures, units }: Understanding): Question[] {
  const share = (samples: readonly string[], fits: (text: string) => boolean) =>
    samples.filter(fits).length / samples.length;
  const isFigure = (text: string) => /^\d{1,3}(?:\.\d{1,2})?[分%]?$/.test(text);
  const sum = (samples: readonly string[]) => samples.reduce((total, text) => total + Number.parseFloat(text), 0);
  return [
    ['operator', 0.6, (samples) => share(samples, (text) => /^[≥≤=＝<>＜＞]{1,2}$|^定性$/.test(text))],
    ['level2', 0.5, (samples) => share(samples, (text) => framework.resolve('', text).level2 !== undefined)],
    ['level1', 0.5, (samples) => share(samples, (text) => framework.resolve(text, '').level1 !== undefined)],
    // Points of one draft make a hundred, or ninety beside the execution rate.
    [
      'weight',
      1,
      (samples) =>
        samples.every(isFigure) && [90, 100].includes(Math.round(sum(samples))) && samples.length > 2 ? 1 : 0,
    ],
    [
      'unit',
      0.6,
      (samples) => share(samples, (text) => text.length <= 6 && units.parse(text.replace(/\s/g, '')) !== undefined),
    ],
    [
      'name',
      0.5,
      (samples) =>
        share(samples, (text) => text.length <= 30 && measures.read(readName(text)).word !== '' && !/\d/.test(text)),
    ],
    [
      'value',
      0.6,
      (samples) =>
        share(samples, (text) => text.length <= 20 && ['number', 'date'].includes(quantities.read(text).kind)),
    ],
  ];
}
