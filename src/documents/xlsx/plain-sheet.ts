/** A worksheet that shows the texts of a grid, with frames and widths that make it easy to read. */
import type { Grid } from '../model.js';
import { bodyFormat } from './looks.js';
import { cellReference, rangeReference } from './references.js';
import { textElement, wrappedLines } from './sheet-text.js';
import type { Stylesheet } from './stylesheet.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const [NARROWEST, WIDEST] = [6, 40];
/** Rows by which a column's width is judged. */
const SAMPLE = 500;
const LINE_HEIGHT = 14.5;
const ROW_MARGIN = 5;
const MAX_HEIGHT = 409;
const LIKE_FORMULA = /^[=+\-@\t\r\n]/;

export function plainSheetXml(grid: Grid, { styles, selected }: { styles: Stylesheet; selected: boolean }): string {
  const { rows, merges, hiddenRows } = grid;
  const widths = columnWidths(grid);
  const [body, quoted] = [bodyFormat(styles, {}), bodyFormat(styles, { quoted: true })];
  const cell = (text: string, row: number, column: number): string => {
    const start = `<c r="${cellReference(row, column)}" s="${LIKE_FORMULA.test(text) ? quoted : body}"`;
    if (text === '') return `${start}/>`;
    if (isNumber(text)) return `<c r="${cellReference(row, column)}" s="${body}"><v>${text}</v></c>`;
    return `${start} t="inlineStr"><is>${textElement(text)}</is></c>`;
  };
  const blocks = new Map(merges.map((merge) => [cellReference(merge.top, merge.left), merge]));
  const linesOf = (text: string, row: number, column: number): number => {
    const block = blocks.get(cellReference(row, column));
    const width = widths.slice(column, (block?.right ?? column) + 1).reduce((sum, one) => sum + one, 0);
    // A block over several rows shares its lines out among them.
    return wrappedLines(text, Math.max(width - 1, 2)) / (block ? block.bottom - block.top + 1 : 1);
  };
  const lines = rows.map((texts, row) => {
    const hidden = hiddenRows?.has(row) ? ' hidden="1"' : '';
    const cells = widths.map((_, column) => cell(texts[column] ?? '', row, column));
    const heights = texts.map((text, column) => (text === '' ? 1 : linesOf(text, row, column)));
    const height = heights.reduce((most, one) => Math.max(most, one), 1) * LINE_HEIGHT + ROW_MARGIN;
    return `<row r="${row + 1}" ht="${Math.min(height, MAX_HEIGHT)}"${hidden}>${cells.join('')}</row>`;
  });
  const last = { top: 0, left: 0, bottom: Math.max(rows.length, 1) - 1, right: Math.max(widths.length, 1) - 1 };
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${rangeReference(last)}"/>`,
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0"/></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    widths.length === 0 ? '' : `<cols>${widths.map(columnElement).join('')}</cols>`,
    `<sheetData>${lines.join('')}</sheetData>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map(mergeElement).join('')}</mergeCells>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** A number only where it shows as it did: 007 and 1.50 are kept as they are written. */
function isNumber(text: string): boolean {
  return /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) && String(Number(text)) === text;
}

/** In half-width characters, by the texts that stand in one column alone. */
function columnWidths({ rows, merges }: Grid): number[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const across = new Set(merges.filter(({ left, right }) => right > left).map(({ top, left }) => `${top} ${left}`));
  return Array.from({ length: width }, (_, column) => {
    let most = NARROWEST;
    for (let row = 0; row < Math.min(rows.length, SAMPLE); row += 1) {
      const text = rows[row]?.[column] ?? '';
      if (text !== '' && !across.has(`${row} ${column}`))
        most = Math.max(most, Math.min(WIDEST, wrappedLines(text, 1) + 2));
    }
    return most;
  });
}

function columnElement(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width + 0.71}" customWidth="1"/>`;
}

function mergeElement(merge: Grid['merges'][number]): string {
  return `<mergeCell ref="${rangeReference(merge)}"/>`;
}
