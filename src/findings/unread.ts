/** Places that were left unread: sheets, hidden rows, and chapters that no section was made of though they read like what the text else lacks: its problems, or its measures. */
import type { TextLine } from '../documents/model.js';
import type { FindingKind, Location } from '../schema/index.js';
import { withoutSpaces } from '../text/characters.js';
import { kindOf } from './kind.js';
import { isPartKind, type Marker } from './markers.js';
import type { ReadingData } from './reading-data.js';
import { lineHead } from './roles.js';
import type { Section } from './text-sections.js';

export type UnreadPlace =
  | UnreadChapter
  /** A shown sheet in which no place of findings was found, and a hidden one that has some. */
  | { readonly what: 'sheet' | 'hidden-sheet'; readonly sheet: string }
  /** So many hidden rows of a table that hold findings; the place is that of the first. */
  | { readonly what: 'hidden-rows'; readonly rows: number; readonly location: Location };

export interface UnreadChapter {
  readonly what: 'chapter';
  /** As it is written, without its number. */
  readonly heading: string;
  /** What its points read like. */
  readonly kind: FindingKind;
  readonly line: number;
}

const LONGEST_HEADING = 30;
/** Of its lines so many must read like it, and all of them together. */
const HALF = 0.5;

/** Chapters of the rank of those that were read; measures behind the problems, problems before the measures. */
export function unreadChapters(
  lines: readonly TextLine[],
  sections: readonly Section[],
  data: ReadingData,
): UnreadChapter[] {
  const roles = new Set(sections.map(({ role }) => role));
  if (roles.size !== 1 || roles.has('both')) return [];
  const missing: FindingKind = roles.has('problem') ? 'suggestion' : 'problem';
  const read = sections.flatMap(({ lines: [head] }) => {
    const marker = head && headingMarker(head);
    return marker ? [{ marker, line: head.line }] : [];
  });
  const taken = new Set(sections.flatMap((section) => section.lines));
  const chapters: { head: TextLine; body: TextLine[] }[] = [];
  let open: TextLine[] | undefined;
  for (const line of lines) {
    if (taken.has(line)) open = undefined;
    else if (isChapterLike(line, read)) {
      open = [];
      chapters.push({ head: line, body: open });
    } else if (line.text.trim() !== '') open?.push(line);
  }
  return chapters
    .filter(({ head }) => read.some(({ line }) => (missing === 'suggestion' ? line < head.line : line > head.line)))
    .filter(({ head, body }) => !isKnownChapter(head.text, data) && readsLike(body, missing, data))
    .map(({ head }) => ({ what: 'chapter', heading: lineHead(head.text).rest.trim(), kind: missing, line: head.line }));
}

function headingMarker({ text }: TextLine): Marker | undefined {
  const { marker } = lineHead(text);
  return marker && !isPartKind(marker.kind) ? marker : undefined;
}

function isChapterLike(line: TextLine, read: readonly { readonly marker: Marker }[]): boolean {
  const marker = headingMarker(line);
  if (!marker || line.text.trim().length > LONGEST_HEADING || /[。；]/u.test(line.text)) return false;
  return read.some((one) => one.marker.kind === marker.kind && one.marker.family === marker.family);
}

/** 其他需要说明的问题, 附件: read like findings now and then, and hold none. */
function isKnownChapter(text: string, { headings }: ReadingData): boolean {
  const words = withoutSpaces(lineHead(text).rest).replace(/[:：]$/u, '');
  return headings.chapters.includes(words) || headings.not.some((word) => words.includes(word));
}

function readsLike(body: readonly TextLine[], kind: FindingKind, data: ReadingData): boolean {
  const like = body.filter(({ text }) => kindOf(text, data).kind === kind);
  if (like.length === 0 || like.length < HALF * body.length) return false;
  return kindOf(body.map(({ text }) => text).join('\n'), data).kind === kind;
}
