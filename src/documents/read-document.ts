/** Bytes of any supported format → one document model. What the bytes are decides, then the extension. */
import { InputError } from '../errors.js';
import type { SourceDocument } from './model.js';
import type { PdfAssets } from './pdf/read-pdf.js';
import { type Content, sniff } from './sniff.js';

export const READABLE = [
  '.xlsx',
  '.xls',
  '.et',
  '.ods',
  '.csv',
  '.tsv',
  '.docx',
  '.doc',
  '.pdf',
  '.html',
  '.md',
  '.txt',
  '.json',
  '.jsonl',
  '.zip',
] as const;

/** Beyond this no program of an office writes a document. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Texts of these names may begin with a tag and be no page. */
const TEXTS: ReadonlySet<string> = new Set(['.csv', '.tsv', '.json', '.jsonl', '.ndjson', '.md', '.markdown', '.txt']);

export interface ReadOptions {
  /** Without them the text of PDFs whose Chinese fonts are not embedded stays unread. */
  readonly pdf?: PdfAssets;
  /**
   * Reads PDFs in place of `readDocument` itself, say in a process that can be ended: pdf.js may go round without end in a
   * damaged file. The command reads so; `pdf` is not used then.
   */
  readonly readPdf?: (bytes: Uint8Array, source: string) => Promise<SourceDocument>;
}

/**
 * Reads one document. `source` is the name that results show; its extension tells csv, text and JSON apart.
 * @throws InputError with the file and, where it is known, line and column
 */
export async function readDocument(
  bytes: Uint8Array,
  source: string,
  options: ReadOptions = {},
): Promise<SourceDocument> {
  if (bytes.length === 0) throw new InputError('empty-file', { file: source });
  if (bytes.length > MAX_BYTES) throw new InputError('file-too-large', { file: source });
  const extension = extensionOf(source);
  const content = sniff(bytes, source);
  if (content === 'pdf') {
    if (options.readPdf) return options.readPdf(bytes, source);
    const { readPdf } = await import('./pdf/read-pdf.js');
    return readPdf(bytes, source, options.pdf && { assets: options.pdf });
  }
  if (content !== 'text') {
    try {
      return await readKnown(content, bytes, source, extension);
    } catch (cause) {
      if (cause instanceof InputError) throw cause;
      // Damage shows in many ways: numbers out of range, parts that are missing, nesting without end.
      throw new InputError('damaged', { file: source, cause });
    }
  }
  return readText(bytes, source, extension);
}

function extensionOf(source: string): string {
  return /\.[a-z0-9]+$/i.exec(source)?.[0].toLowerCase() ?? '';
}

async function readKnown(
  content: Exclude<Content, 'text' | 'pdf'>,
  bytes: Uint8Array,
  source: string,
  extension: string,
): Promise<SourceDocument> {
  if (typeof content === 'object') throw unsupported(source, content.other);
  switch (content) {
    case 'xlsx':
      return (await import('./xlsx/read/read-xlsx.js')).readXlsx(bytes, source);
    case 'docx':
      return (await import('./docx/read-docx.js')).readDocx(bytes, source);
    case 'ole':
      return readOle(bytes, source);
    case 'ods':
      return (await import('./ods/read-ods.js')).readOds(bytes, source);
    case 'xml-workbook':
      return (await import('./read-old-workbook.js')).readOldWorkbook(bytes, source);
    case 'archive':
      if (extension === '.xlsx' || extension === '.xlsm') throw new InputError('not-a-workbook', { file: source });
      // An archive is opened before its documents are read: `openArchive`.
      throw new InputError('no-documents', { file: source, data: { readable: READABLE } });
    case 'html':
      if (TEXTS.has(extension)) return readText(bytes, source, extension);
      return (await import('./html/read-html.js')).readHtml(bytes, source);
    default:
      throw unsupported(source, content);
  }
}

/** What old Office programs wrote, and what has a password in new ones. */
async function readOle(bytes: Uint8Array, source: string): Promise<SourceDocument> {
  const ole = (await import('./ole.js')).openOle(bytes, source);
  if (ole.stream('EncryptedPackage')) throw new InputError('encrypted-workbook', { file: source });
  const workbook = ole.stream('Workbook');
  if (workbook) {
    const { isBiff8, readXls } = await import('./xls/read-xls.js');
    if (!isBiff8(workbook)) throw new InputError('damaged', { file: source });
    return readXls(workbook, source);
  }
  // Excel 95 and before.
  if (ole.stream('Book')) return (await import('./read-old-workbook.js')).readOldWorkbook(bytes, source);
  if (ole.stream('WordDocument')) return (await import('./doc/read-doc.js')).readDoc(ole, source);
  if (ole.stream('PowerPoint Document')) throw unsupported(source, '.ppt');
  throw new InputError('not-a-document', { file: source });
}

async function readText(bytes: Uint8Array, source: string, extension: string): Promise<SourceDocument> {
  switch (extension) {
    case '.xlsx':
    case '.xlsm':
      throw new InputError('not-a-workbook', { file: source });
    case '.csv':
    case '.tsv':
      return (await import('./read-text.js')).readCsv(bytes, source);
    case '.jsonl':
    case '.ndjson':
      return (await import('./read-json.js')).readJsonLines(bytes, source);
    case '.json':
      return (await import('./read-json.js')).readJson(bytes, source);
    case '.md':
    case '.markdown':
      return (await import('./markdown/read-markdown.js')).readMarkdown(bytes, source);
    case '.html':
    case '.htm':
      return (await import('./html/read-html.js')).readHtml(bytes, source);
    case '.txt':
    case '':
      if (source === '-') return (await import('./read-json.js')).readJson(bytes, source);
      return (await import('./read-text.js')).readPlainText(bytes, source);
    default:
      // A name that promises a format whose content would have been known.
      if ((READABLE as readonly string[]).includes(extension)) throw new InputError('not-a-document', { file: source });
      throw unsupported(source, extension);
  }
}

function unsupported(file: string, format: string): InputError {
  return new InputError('unsupported-format', { file, data: { format, readable: READABLE } });
}
