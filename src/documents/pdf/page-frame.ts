/** Running heads and page numbers: what stands at the same height of most pages and says the same but for figures. */
import { pageNumber } from '../../text/page-number.js';
import type { PagePart, PdfPage } from './page.js';
import { spacedText } from './text-lines.js';

/** The lines at the edge of a page that are looked at. */
const AT_EDGE = 2;
/** Heads are told from text by repetition, which takes this many pages. */
const LEAST_PAGES = 3;

export function withoutFrames(pages: readonly PdfPage[]): PdfPage[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(edgeLines(page).map((part) => keyOf(part, page))))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const needed = Math.max(LEAST_PAGES, pages.length / 2);
  return pages.map((page) => {
    const drop = new Set(
      edgeLines(page).filter(
        (part) =>
          (counts.get(keyOf(part, page)) ?? 0) >= needed ||
          (isOutermost(part, page) && pageNumber(textOf(part)) !== undefined),
      ),
    );
    return drop.size === 0 ? page : { ...page, parts: page.parts.filter((part) => !drop.has(part)) };
  });
}

function edgeLines({ parts }: PdfPage): PagePart[] {
  const near = parts.length <= 2 * AT_EDGE ? parts : [...parts.slice(0, AT_EDGE), ...parts.slice(-AT_EDGE)];
  return near.filter(({ kind }) => kind === 'line');
}

function isOutermost(part: PagePart, { parts }: PdfPage): boolean {
  return part === parts[0] || part === parts.at(-1);
}

function textOf(part: PagePart): string {
  return part.kind === 'line' ? spacedText(part.line).trim() : '';
}

function keyOf(part: PagePart, { height }: PdfPage): string {
  if (part.kind !== 'line') return '';
  return `${Math.round((part.line.y / Math.max(1, height)) * 100)} ${textOf(part).replace(/\d{1,6}|\s/gu, '')}`;
}
