/**
 * The rows of one sheet that may be as long as a sheet can be. They are made where their contents are, on any thread, as lines
 * of XML in which the number of the row is left open; whoever puts them together numbers them.
 */
import type { LongCell, SheetColumn } from '../../schema/index.js';
import { columnLetters } from '../model.js';
import { emptyPackage } from './build.js';
import { bodyFormat, headerFormat } from './looks.js';
import { MAX_ROWS } from './references.js';
import { textElement, wrappedLines } from './sheet-text.js';
import type { Stylesheet } from './stylesheet.js';
import { openStylesheet } from './workbook.js';
import { escapeXml } from './xml.js';

/** Rows below the header. */
export const MOST_ROWS = MAX_ROWS - 1;

/** Stand in rows for their number in the sheet and their number in the list; in XML there is neither. */
export const ROW = '\u0001';
export const NUMBER = '\u0002';

/** Formats have the same numbers in every workbook in which these are the first. */
export function longFormats(styles: Stylesheet) {
  return {
    header: headerFormat(styles),
    plain: bodyFormat(styles, {}),
    quoted: bodyFormat(styles, { quoted: true }),
    link: bodyFormat(styles, { link: true }),
    error: bodyFormat(styles, { tone: 'error' }),
    warning: bodyFormat(styles, { tone: 'warning' }),
    info: bodyFormat(styles, { tone: 'info' }),
  };
}

export type LongFormats = ReturnType<typeof longFormats>;

/** The numbers that formats have in the workbooks made here. */
export function formatsOfLongSheets(): LongFormats {
  return longFormats(openStylesheet(emptyPackage()));
}

const LIKE_FORMULA = /^[=+\-@\t\r\n]/;
const LINE_HEIGHT = 14.5;
const ROW_MARGIN = 5;
const MAX_HEIGHT = 409;

/** Makes lines of XML, without ends. Most of what rows hold stands in many of them: it is put into XML once. */
export class LongRows {
  readonly #columns: readonly { readonly letters: string; readonly width: number }[];
  readonly #formats: LongFormats;
  #texts = new Map<string, Known>();

  constructor(columns: readonly SheetColumn[], formats: LongFormats) {
    // The first one is the number's.
    this.#columns = columns.slice(1).map(({ width }, index) => ({ letters: columnLetters(index + 1), width }));
    this.#formats = formats;
  }

  /** The list's number stands in the first column, `cells` in those behind it, empty ones in the rest. */
  row(cells: readonly LongCell[]): string {
    const { plain } = this.#formats;
    let xml = `<c r="A${ROW}" s="${plain}"><v>${NUMBER}</v></c>`;
    let lines = 1;
    for (const [index, { letters, width }] of this.#columns.entries()) {
      const cell = cells[index] ?? '';
      xml += `<c r="${letters}${ROW}" s="${this.#cell(cell)}`;
      if (typeof cell !== 'number')
        lines = Math.max(lines, this.#linesOf(typeof cell === 'string' ? cell : cell.text, width));
    }
    return `<row r="${ROW}" ht="${Math.min(lines * LINE_HEIGHT + ROW_MARGIN, MAX_HEIGHT)}">${xml}</row>`;
  }

  /** From the number of the format to the end of the cell. */
  #cell(cell: LongCell): string {
    const formats = this.#formats;
    if (typeof cell === 'number') return `${formats.plain}"><v>${cell}</v></c>`;
    if (typeof cell === 'string') return cell === '' ? `${formats.plain}"/>` : this.#text(cell);
    const { text, tone, link } = cell;
    const formula = link && linkFormula(link, text);
    if (formula !== undefined)
      return `${formats.link}" t="str"><f>${oneLine(escapeXml(formula))}</f><v>${oneLine(escapeXml(text))}</v></c>`;
    return tone ? `${formats[tone]}${inline(text)}` : this.#text(text);
  }

  #text(text: string): string {
    return this.#known(text).xml;
  }

  #linesOf(text: string, width: number): number {
    if (text.length * 2 < width && !text.includes('\n')) return 1;
    const room = Math.max(width - 1, 2);
    return this.#known(text).lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil(length / room)), 0);
  }

  #known(text: string): Known {
    const before = this.#texts.get(text);
    if (before) return before;
    const { plain, quoted } = this.#formats;
    const known = {
      xml: `${LIKE_FORMULA.test(text) ? quoted : plain}${inline(text)}`,
      lengths: text.split('\n').map((line) => wrappedLines(line, 1)),
    };
    if (this.#texts.size >= MOST_TEXTS) this.#texts = new Map();
    this.#texts.set(text, known);
    return known;
  }
}

interface Known {
  /** From the number of the format to the end of the cell. */
  readonly xml: string;
  /** Of its lines, in half-width characters. */
  readonly lengths: readonly number[];
}

const MOST_TEXTS = 4096;
/** Nothing in it has to be written otherwise in XML. */
const SIMPLE = /^[^\s&<>"_\p{C}]+$/u;

function inline(text: string): string {
  if (SIMPLE.test(text)) return `" t="inlineStr"><is><t>${text}</t></is></c>`;
  return `" t="inlineStr"><is>${oneLine(textElement(text))}</is></c>`;
}

/** Excel allows 65,530 links in a sheet, but as many formulas as there are cells; no text in a formula is longer. */
const MOST_TEXT = 255;

/** Signs that mean something in an address; all others may stand as they are, and Chinese ones would fill the room threefold. */
const ESCAPES: Readonly<Record<string, string>> = { '%': '%25', '#': '%23', '?': '%3F', ' ': '%20' };

function linkFormula({ file, place }: { file: string; place?: string }, text: string): string | undefined {
  const address = file.replace(/[%#? ]/g, (sign) => ESCAPES[sign] ?? sign);
  const target = place === undefined ? address : `${address}#${place}`;
  if (target.length > MOST_TEXT || text.length > MOST_TEXT) return undefined;
  const quoted = (one: string): string => `"${one.replaceAll('"', '""')}"`;
  return `HYPERLINK(${quoted(target)},${quoted(text)})`;
}

/** A line of XML is a line of the file that rows are kept in. */
function oneLine(xml: string): string {
  return xml.replace(/\r\n?|\n/g, '&#10;');
}
