import type { SheetCell, SheetSpec } from '../../schema/index.js';
import { linkFormula } from './link-formula.js';
import { bodyFormat, headerFormat, type Look } from './looks.js';
import { cellReference, rangeReference } from './references.js';
import { sheetReference } from './sheet-names.js';
import { textElement, wrappedLines } from './sheet-text.js';
import type { Stylesheet } from './stylesheet.js';
import { escapeXml } from './xml.js';

interface SheetSurroundings {
  readonly styles: Stylesheet;
  readonly namespace: string;
  /** What a sheet that is linked to is called in this workbook, if it is there. */
  readonly sheetName: (name: string) => string | undefined;
  /** Whether the workbook opens on this sheet. */
  readonly selected: boolean;
}

interface Written {
  readonly xml: string;
  readonly hyperlink: string;
}

// Excel counts the margins of a cell in a column's width.
const WIDTH_MARGIN = 0.71;
const MAX_WIDTH = 255;
const DEFAULT_WIDTH = 9;
const LINE_HEIGHT = 14.5;
const ROW_MARGIN = 5;
const MAX_HEIGHT = 409;
const LIKE_FORMULA = /^[=+\-@\t\r\n]/;

export function sheetXml({ columns, rows }: SheetSpec, surroundings: SheetSurroundings): string {
  const { namespace, selected } = surroundings;
  const formats = formatter(surroundings.styles);
  const width = Math.max(
    columns.length,
    1,
    rows.reduce((most, row) => Math.max(most, row.length), 0),
  );
  const header = columns.map(({ header: text }, column) => inline(0, column, text, formats.header()));
  const body = rows.map((row, index) =>
    row.map((cell, column) => write(cell, index + 1, column, { surroundings, formats })),
  );
  const links = body.flatMap((row) => row.map((cell) => cell.hyperlink)).join('');
  const table = rangeReference({ top: 0, left: 0, bottom: rows.length, right: Math.max(columns.length, 1) - 1 });
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${namespace}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${rangeReference({ top: 0, left: 0, bottom: rows.length, right: width - 1 })}"/>`,
    `<sheetViews><sheetView${selected ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>',
    '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>',
    columnElements(columns),
    `<sheetData><row r="1" ht="${rowHeight(
      columns.map(({ header: text }) => text),
      columns,
    )}">${header.join('')}</row>`,
    ...body.map((row, index) => {
      const height = rowHeight(rows[index] ?? [], columns);
      return `<row r="${index + 2}" ht="${height}">${row.map(({ xml }) => xml).join('')}</row>`;
    }),
    `</sheetData>${columns.length > 0 ? `<autoFilter ref="${table}"/>` : ''}`,
    links === '' ? '' : `<hyperlinks>${links}</hyperlinks>`,
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>',
  ].join('');
}

function write(
  cell: SheetCell,
  row: number,
  column: number,
  { surroundings, formats }: { surroundings: SheetSurroundings; formats: Formatter },
): Written {
  if (typeof cell === 'number' && Number.isFinite(cell)) {
    return { xml: `<c r="${cellReference(row, column)}" s="${formats.body({})}"><v>${cell}</v></c>`, hyperlink: '' };
  }
  const { text, link, file, tone } = typeof cell === 'object' && cell !== null ? cell : plain(cell);
  const formula = file === undefined ? undefined : linkFormula({ file }, text);
  if (formula !== undefined) {
    const style = formats.body({ tone, link: true });
    const content = `<f>${escapeXml(formula)}</f><v>${escapeXml(text)}</v>`;
    return { xml: `<c r="${cellReference(row, column)}" s="${style}" t="str">${content}</c>`, hyperlink: '' };
  }
  const sheet = link && surroundings.sheetName(link.sheet);
  const look = { tone, link: sheet !== undefined, quoted: LIKE_FORMULA.test(text) };
  const xml = inline(row, column, text, formats.body(look));
  if (!link || sheet === undefined) return { xml, hyperlink: '' };
  const location = escapeXml(sheetReference(sheet, link.cell));
  return { xml, hyperlink: `<hyperlink ref="${cellReference(row, column)}" location="${location}"/>` };
}

function plain(cell: string | number | null): Exclude<SheetCell, string | number | null> {
  return { text: cell === null ? '' : String(cell) };
}

function inline(row: number, column: number, text: string, style: number): string {
  const start = `<c r="${cellReference(row, column)}" s="${style}"`;
  return text === '' ? `${start}/>` : `${start} t="inlineStr"><is>${textElement(text)}</is></c>`;
}

/** Stated, since LibreOffice does not fit rows to wrapped text when they open a file; in points. */
function rowHeight(cells: readonly SheetCell[], columns: SheetSpec['columns']): number {
  const lines = cells.map((cell, column) => {
    const text = typeof cell === 'object' && cell !== null ? cell.text : String(cell ?? '');
    return wrappedLines(text, Math.max((columns[column]?.width ?? DEFAULT_WIDTH) - 1, 2));
  });
  return Math.min(Math.max(1, ...lines) * LINE_HEIGHT + ROW_MARGIN, MAX_HEIGHT);
}

function columnElements(columns: SheetSpec['columns']): string {
  const elements = columns.map(({ width }, index) => {
    const stated = Math.min(Math.max(width, 1) + WIDTH_MARGIN, MAX_WIDTH);
    return `<col min="${index + 1}" max="${index + 1}" width="${stated}" customWidth="1"/>`;
  });
  return elements.length > 0 ? `<cols>${elements.join('')}</cols>` : '';
}

type Formatter = { readonly header: () => number; readonly body: (look: Look) => number };

function formatter(styles: Stylesheet): Formatter {
  const known = new Map<string, number>();
  return {
    header: () => headerFormat(styles),
    body: (look) => {
      const key = `${look.tone} ${look.link} ${look.quoted}`;
      const format = known.get(key) ?? bodyFormat(styles, look);
      known.set(key, format);
      return format;
    },
  };
}
