/** A PDF with text in it → paragraphs and tables with page and line, page, table and row. */
import { InputError } from '../../errors.js';
import type { Notice } from '../../schema/index.js';
import { documentOf } from '../blocks/document.js';
import type { SourceDocument } from '../model.js';
import { blocksOf } from './blocks.js';
import { isGarbled } from './garbled.js';
import { toMatrix } from './geometry.js';
import { type PdfPage, readPage } from './page.js';
import { withoutFrames } from './page-frame.js';
import { rulesOf } from './page-rules.js';
import { type PageItem, runsOf } from './page-runs.js';
import { showsPicture } from './pictures.js';

/** Folders of pdf.js, each with a slash at its end: character maps of fonts that are not embedded, and stand-in fonts. */
export interface PdfAssets {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
}

export interface PdfOptions {
  readonly assets?: PdfAssets;
  /** Told how many pages were read, after each. */
  readonly onPage?: (done: number) => void;
}

/** No report has more. */
const MAX_PAGES = 3000;
const MAX_ITEMS = 3_000_000;

/** @throws InputError `damaged`, `encrypted-document`, `document-too-long`, `scanned-pdf`, `pdf-fonts`, `empty-document` */
export async function readPdf(
  bytes: Uint8Array,
  source: string,
  { assets, onPage }: PdfOptions = {},
): Promise<SourceDocument> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // pdf.js takes the bytes over: it gets its own.
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    ...assets,
    cMapPacked: true,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    // Pictures are not looked at.
    maxImageSize: 1,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES)
      throw new InputError('document-too-long', { file: source, data: { pages: MAX_PAGES } });
    const pages: PdfPage[] = [];
    const unread: number[] = [];
    const garbled: number[] = [];
    let items = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { transform, height } = page.getViewport({ scale: 1 });
      const matrix = toMatrix(transform);
      const content = await page.getTextContent({ disableNormalization: true });
      items += content.items.length;
      if (items > MAX_ITEMS) throw new InputError('document-too-long', { file: source, data: { pages: number } });
      const runs = runsOf(
        content.items.filter((item): item is typeof item & PageItem => 'str' in item),
        matrix,
      );
      if (runs.length === 0) {
        // A page with nothing on it is blank, not a scan.
        const isShown = content.items.some((item) => 'str' in item && item.str.trim() !== '');
        if (isShown || showsPicture(await page.getOperatorList(), pdfjs.OPS)) unread.push(number);
      } else if (isGarbled(runs)) garbled.push(number);
      else {
        const rules = rulesOf(await page.getOperatorList(), pdfjs.OPS, matrix);
        pages.push(readPage(runs, rules, { number, height, before: pages.at(-1) }));
      }
      page.cleanup();
      onPage?.(number);
    }
    if (pages.length === 0) {
      const code = garbled.length > 0 ? 'pdf-fonts' : unread.length > 0 ? 'scanned-pdf' : 'empty-document';
      throw new InputError(code, { file: source });
    }
    return documentOf(blocksOf(withoutFrames(pages)), {
      source,
      format: 'pdf',
      notices: [
        ...unread.map((page) => pageNotice('page-without-text', page)),
        ...garbled.map((page) => pageNotice('page-unreadable', page)),
      ],
    });
  } catch (cause) {
    if (cause instanceof InputError) throw cause;
    const isLocked = (cause as { name?: unknown } | undefined)?.name === 'PasswordException';
    throw new InputError(isLocked ? 'encrypted-document' : 'damaged', { file: source, cause });
  } finally {
    await task.destroy();
  }
}

function pageNotice(code: string, page: number): Notice {
  return { code, message: `${page}`, location: { page } };
}
