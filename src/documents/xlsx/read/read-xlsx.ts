/**
 * An .xlsx workbook → grids of the texts that a person sees in the cells.
 *
 * Parts are unpacked one at a time and read in pieces, so that a large workbook takes little more room than its texts.
 */
import { InputError } from '../../../errors.js';
import type { Notice } from '../../../schema/index.js';
import { columnLetters, type Grid, type SourceDocument } from '../../model.js';
import { DAYS_TO_1904 } from '../../cell-text.js';
import { cutNotice } from '../../sheet-limits.js';
import { entryNames, unzip } from '../../zip.js';
import { requireWorkbook } from '../package.js';
import { RESULT_NAME } from '../sheet-names.js';
import { sheetsNamed, sheetsOf } from '../workbook.js';
import { WorkbookPackage } from '../workbook-package.js';
import { attributesOf, childOf, decodeXml, rootOf } from '../xml.js';
import { type SheetCells, SheetRows } from './sheet-rows.js';
import { sharedStrings } from './strings.js';
import { numberFormats } from './styles.js';

const PIECE = 4 * 1024 * 1024;
const HEAVY =
  /(?:^|\/)(?:worksheets|chartsheets|media|embeddings|drawings|charts|pivot\w{0,20}|externalLinks)\/(?!_rels)|\/sharedStrings/i;

/** @throws InputError `encrypted-workbook`, `not-a-workbook`, `damaged`, `archive-too-large`, `empty-workbook` */
export function readXlsx(bytes: Uint8Array, source: string): SourceDocument {
  requireWorkbook(bytes, source, () => entryNames(bytes, source));
  try {
    return readParts(bytes, source);
  } catch (cause) {
    if (!(cause instanceof InputError) || cause.place.file !== undefined) throw cause;
    throw new InputError(cause.code, { file: source, data: cause.data, cause });
  }
}

function readParts(bytes: Uint8Array, source: string): SourceDocument {
  const light = unzip(bytes, source, (name) => /\.(?:xml|rels)$/i.test(name) && !HEAVY.test(name));
  const workbook = new WorkbookPackage(light);
  const links = workbook.relationshipsOf(workbook.workbookPath);
  const part = (path: string | undefined): Uint8Array | undefined => {
    if (path === undefined) return undefined;
    const isIt = (name: string) => name.replaceAll('\\', '/').toLowerCase() === path.toLowerCase();
    return [...light].find(([name]) => isIt(name))?.[1] ?? [...unzip(bytes, source, isIt).values()][0];
  };
  const partOf = (type: string) => part(links.find((link) => link.type === type)?.target);
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  const rows = new SheetRows({
    strings: strings ? sharedStrings(decodeXml(strings)) : [],
    formats: styles ? numberFormats(decodeXml(styles)) : [],
    dateShift: countsFrom1904(workbook) ? DAYS_TO_1904 : 0,
  });
  const notices: Notice[] = [];
  // What an earlier run has written into a copy is no text of the user's.
  const results = new Set(sheetsNamed(workbook, RESULT_NAME));
  const grids = sheetsOf(workbook).flatMap(({ name, path, hidden }, index): Grid[] => {
    const sheet = results.has(index) ? undefined : part(path);
    // A chart sheet has no cells.
    if (!sheet) return [];
    const { cut, unknown, ...cells } = rows.read(piecesOf(sheet));
    if (cut) notices.push(cutNotice(name));
    if (unknown.count > 0 && !hidden) notices.push(unknownNotice(name, unknown));
    return [{ sheet: name, hidden, ...cells }];
  });
  if (grids.every((grid) => grid.rows.every((cells) => cells.every((text) => text.trim() === '')))) {
    throw new InputError('empty-workbook', { file: source });
  }
  return { source, format: 'xlsx', grids, lines: [], notices };
}

function countsFrom1904(workbook: WorkbookPackage): boolean {
  const xml = workbook.read(workbook.workbookPath);
  const properties = childOf(xml, rootOf(xml), 'workbookPr');
  return properties !== undefined && /^(?:1|true)$/.test(attributesOf(xml, properties).get('date1904') ?? '');
}

function unknownNotice(sheet: string, { count, row, column }: SheetCells['unknown']): Notice {
  const cell = `${columnLetters(column)}${row + 1}`;
  return { code: 'formula-without-result', message: `${count}`, location: { sheet, cell } };
}

/** A part as text, in pieces where it is a large one in UTF-8. */
function* piecesOf(bytes: Uint8Array): Generator<string> {
  const isUtf8 = bytes[0] === 0x3c || bytes[0] === 0xef;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  if (bytes.length <= PIECE || !isUtf8 || /encoding\s*=\s*["'](?!utf-8)/i.test(head)) {
    yield decodeXml(bytes);
    return;
  }
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += PIECE)
      yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: at + PIECE < bytes.length });
  } catch (cause) {
    throw new InputError('damaged', { cause });
  }
}
