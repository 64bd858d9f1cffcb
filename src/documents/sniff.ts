/** What some bytes are, by what is in them; names only decide between kinds of text. */
import { entryNames, isZip, unzip } from './zip.js';

export type Content =
  | 'xlsx'
  | 'docx'
  | 'ods'
  | 'archive'
  | 'ole'
  | 'pdf'
  | 'rtf'
  | 'html'
  | 'xml-workbook'
  | 'text'
  /** Recognised, and not read; named for the message. */
  | { readonly other: string };

const OTHERS: readonly (readonly [readonly number[], string])[] = [
  [[0x37, 0x7a, 0xbc, 0xaf], '.7z'],
  [[0x52, 0x61, 0x72, 0x21], '.rar'],
  [[0x1f, 0x8b, 0x08], '.gz'],
  [[0x89, 0x50, 0x4e, 0x47], '.png'],
  [[0xff, 0xd8, 0xff], '.jpg'],
  [[0x47, 0x49, 0x46, 0x38], '.gif'],
  [[0x49, 0x49, 0x2a, 0x00], '.tif'],
  [[0x4d, 0x4d, 0x00, 0x2a], '.tif'],
];

/** @throws InputError of `unzip` for a damaged archive */
export function sniff(bytes: Uint8Array, source: string): Content {
  if (isZip(bytes)) return zipContent(bytes, source);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  const head = headText(bytes);
  // Some programs write a line or a mark before the head of a PDF.
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf')) return 'rtf';
  const known = OTHERS.find(([magic]) => startsWith(bytes, magic));
  if (known) return { other: known[1] };
  const markup = head.replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '').replaceAll('\0', '');
  return markupContent(markup);
}

function markupContent(head: string): Content {
  const text = head.trimStart();
  if (!text.startsWith('<')) return /^MIME-Version:/i.test(text) ? { other: 'mht' } : 'text';
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && /<(?:ss:)?Workbook\b/.test(text))
    return 'xml-workbook';
  if (/<\?mso-application progid="Word|schemas.microsoft.com\/office\/word\/2003/.test(text))
    return { other: 'Word XML' };
  return /<(?:!doctype html|html|head|meta|title|body|table|div|style|p|tr|center|h[1-6])\b/i.test(text)
    ? 'html'
    : 'text';
}

function zipContent(bytes: Uint8Array, source: string): Content {
  const names = entryNames(bytes, source).map((name) => name.replaceAll('\\', '/').toLowerCase());
  const has = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (names.includes('[content_types].xml')) {
    if (has(/(?:^|\/)workbook\d*\.xml$/)) return 'xlsx';
    if (has(/(?:^|\/)document\d*\.xml$/)) return 'docx';
    if (has(/(?:^|\/)workbook\.bin$/)) return { other: '.xlsb' };
    if (has(/^ppt\//)) return { other: '.pptx' };
  }
  if (names.includes('ofd.xml')) return { other: '.ofd' };
  if (names.includes('mimetype') && names.includes('content.xml')) return openDocument(bytes, source);
  return 'archive';
}

/** An OpenDocument file states its type in an entry of its own. */
function openDocument(bytes: Uint8Array, source: string): Content {
  const entry = unzip(bytes, source, (name) => name === 'mimetype').get('mimetype');
  const type = entry ? headText(entry) : '';
  if (type.includes('opendocument.spreadsheet')) return 'ods';
  return { other: type.includes('opendocument.text') ? '.odt' : '.odf' };
}

function headText(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
