/** A .zip of documents: which of its entries can be read, and their bytes. Nothing is ever written from it. */
import { READABLE } from './read-document.js';
import { sniff } from './sniff.js';
import { entryNames, unzip } from './zip.js';

export interface Archive {
  /** Entries that may be documents, in the order of the archive, as a person would write their names. */
  readonly entries: readonly string[];
  /** Entries of formats that are not read; what systems leave behind (`__MACOSX`, `~$…`) is not listed. */
  readonly skipped: readonly string[];
  /** @throws InputError `damaged`, `archive-too-large` */
  read(entry: string): Uint8Array;
}

const DOCUMENTS: ReadonlySet<string> = new Set([
  ...READABLE.filter((extension) => extension !== '.zip'),
  '.xlsm',
  '.htm',
  '.markdown',
  '.ndjson',
]);
const LEFT_BEHIND = /(?:^|\/)(?:__MACOSX\/|\.[^/]*$|~\$|Thumbs\.db$|desktop\.ini$)/iu;

/**
 * Undefined where the bytes are no archive of documents but, say, a workbook.
 * @throws InputError `damaged`, `archive-too-large`
 */
export function openArchive(bytes: Uint8Array, file: string): Archive | undefined {
  if (sniff(bytes, file) !== 'archive') return undefined;
  const raw = new Map<string, string>();
  for (const name of entryNames(bytes, file)) {
    const shown = decodedName(name).replaceAll('\\', '/');
    if (!shown.endsWith('/') && !LEFT_BEHIND.test(shown) && !raw.has(shown)) raw.set(shown, name);
  }
  const isDocument = (name: string): boolean => DOCUMENTS.has(/\.[a-z0-9]+$/i.exec(name)?.[0].toLowerCase() ?? '');
  const names = [...raw.keys()];
  return {
    entries: names.filter(isDocument),
    skipped: names.filter((name) => !isDocument(name)),
    read: (entry) => {
      const name = raw.get(entry);
      const [content] = unzip(bytes, file, (one) => one === name).values();
      return content ?? new Uint8Array();
    },
  };
}

/** Chinese Windows writes names in GBK without saying so; they arrive as one character a byte. */
function decodedName(name: string): string {
  const codes = Array.from(name, (one) => one.codePointAt(0) ?? 0);
  if (codes.every((code) => code < 0x80) || codes.some((code) => code > 0xff)) return name;
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(Uint8Array.from(codes));
    } catch {
      // Not in this encoding.
    }
  }
  return name;
}
