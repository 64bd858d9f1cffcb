/** Bytes of any supported format → one document model. What the bytes are decides, then the extension. */
import { InputError } from '../errors.js';
import type { SourceDocument } from './model.js';

export const READABLE = ['.xlsx', '.csv', '.tsv', '.txt', '.json', '.jsonl'] as const;

/**
 * Reads one document. `source` is the name that results show; its extension tells csv, text and JSON apart.
 * @throws InputError with the file and, where it is known, line and column
 */
export async function readDocument(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  if (bytes.length === 0) throw new InputError('empty-file', { file: source });
  const extension = /\.[a-z0-9]+$/i.exec(source)?.[0].toLowerCase() ?? '';
  const kind = sniff(bytes);
  if (kind === 'zip' || kind === 'ole') return readOffice(bytes, source, kind, extension);
  if (kind === 'pdf') throw unsupported(source, 'PDF');
  if (extension === '.xlsx' || extension === '.xlsm') throw new InputError('not-a-workbook', { file: source });
  if (extension === '.csv' || extension === '.tsv') return (await import('./read-text.js')).readCsv(bytes, source);
  if (extension === '.jsonl' || extension === '.ndjson')
    return (await import('./read-json.js')).readJsonLines(bytes, source);
  if (extension === '.json' || source === '-') return (await import('./read-json.js')).readJson(bytes, source);
  if (extension === '.txt' || extension === '') return (await import('./read-text.js')).readPlainText(bytes, source);
  throw unsupported(source, extension);
}

function sniff([a, b, c, d]: Uint8Array): 'zip' | 'ole' | 'pdf' | 'text' {
  if (a === 0x50 && b === 0x4b && (c === 3 || c === 5 || c === 7)) return 'zip';
  if (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0) return 'ole';
  if (a === 0x25 && b === 0x50 && c === 0x44 && d === 0x46) return 'pdf';
  return 'text';
}

async function readOffice(
  bytes: Uint8Array,
  source: string,
  kind: 'zip' | 'ole',
  extension: string,
): Promise<SourceDocument> {
  // An encrypted .xlsx is an OLE file; a plain .xls, .et or .doc is one too.
  const { openPackage } = await import('./xlsx/package.js');
  if (kind === 'ole') {
    try {
      openPackage(bytes, source);
    } catch (error) {
      if (error instanceof InputError && error.code === 'encrypted-workbook') throw error;
    }
    throw unsupported(source, extension === '' ? '.xls' : extension);
  }
  return (await import('./read-workbook.js')).readWorkbook(bytes, source);
}

function unsupported(file: string, format: string): InputError {
  return new InputError('unsupported-format', { file, data: { format, readable: READABLE } });
}
