/** Line breaks: those that fill a page line are taken out, those that somebody meant are kept. */
import { CLOSERS, displayWidth, PAUSE_END } from '../characters.js';
import type { MappedText, TextEdit, TextRange } from '../mapped-text.js';
import { PARAGRAPH } from './markup.js';

interface Line extends TextRange {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
  /** The break behind it is a paragraph's end for certain. */
  closed: boolean;
}

/** No page line is wider (60 CJK characters): what is, is a paragraph, cut by the end of a page if at all. */
const PARAGRAPH_WIDTH = 120;
/** Mixed figures and punctuation rules leave a wrapped line at most this much short. */
const FILL = 0.8;
/** Two columns of ten characters: text wraps in no narrower one. */
const NARROWEST = 20;

/** So many wrapped lines say that the text is wrapped. */
const SURE = 2;

/** Marks and words with which no line can end that says something. */
const OPEN_END = /(?:[，、,（(“‘《「『—]|[^目]的|其中|共计|合计|[^公]共)$/u;
const CLOSED_START = /^[，。、；：！？,;:!?”’」』》）)】〕…%％]/u;

const INNER_END = /[。！？]./u;

/** A break that ends a paragraph for certain, as a block tag does, or the end of a line in a text that is not wrapped. */
export const CERTAIN = '\n\n';

/** The paragraphs of a joined text, as far as they are certain. */
export function paragraphs(text: string, { start, end }: TextRange): TextRange[] {
  const found: TextRange[] = [];
  let from = start;
  for (let at = text.indexOf(CERTAIN, start); at >= 0 && at < end; at = text.indexOf(CERTAIN, from)) {
    found.push({ start: from, end: at });
    from = at + CERTAIN.length;
  }
  return [...found, { start: from, end }];
}

export interface JoinOptions {
  /** Does a line begin an item of a list? Such a line is joined to none before it; what a marker is, the caller knows. */
  readonly beginsItem?: (line: string) => boolean;
  /** The text comes from a narrow column, where every long line is wrapped. */
  readonly wrapped?: boolean;
}

/** Joins wrapped lines, keeps others as one `\n` (two where a paragraph ends for certain), and makes one space of several. */
export function joinLines(
  text: MappedText,
  { wrapped = false, beginsItem = () => false }: JoinOptions = {},
): MappedText {
  const lines = linesOf(text.text, beginsItem);
  const own = wrapOf(lines);
  const wrap = wrapped ? { ...own, evidence: Math.max(own.evidence, SURE) } : own;
  const edits: TextEdit[] = [];
  let from = 0;
  let previous: Line | undefined;
  for (const line of lines) {
    const gap = previous === undefined ? '' : joint(previous, line, wrap);
    if (line.start > from || gap !== '') edits.push({ start: from, end: line.start, text: gap });
    addSqueezed(line, edits);
    from = line.end;
    previous = line;
  }
  if (from < text.length) edits.push({ start: from, end: text.length, text: '' });
  return text.replace(edits);
}

const BREAK = new RegExp(`[\n${PARAGRAPH}]`, 'g');

function linesOf(text: string, beginsItem: (line: string) => boolean): Line[] {
  const lines: Line[] = [];
  let start = 0;
  BREAK.lastIndex = 0;
  while (start <= text.length) {
    const end = BREAK.exec(text)?.index ?? text.length;
    const closed = end === text.length || text.charAt(end) === PARAGRAPH;
    const raw = text.slice(start, end);
    const kept = raw.trim();
    const last = lines.at(-1);
    if (kept !== '') {
      const at = start + (kept.length === raw.length ? 0 : raw.length - raw.trimStart().length);
      // A text of one line is joined to none.
      const alone = start === 0 && end === text.length;
      const marked = !alone && beginsItem(kept);
      lines.push({ text: kept, start: at, end: at + kept.length, width: displayWidth(kept), marked, closed });
    } else if (last && closed) last.closed = true;
    start = end + 1;
  }
  return lines;
}

/** How wide the wrapped lines are, and how many lines say so. */
function wrapOf(lines: readonly Line[]): { width: number; evidence: number } {
  let width = 0;
  for (const line of lines) if (line.width < PARAGRAPH_WIDTH) width = Math.max(width, line.width);
  const evidence = lines.filter((line, index) => {
    const next = lines[index + 1];
    return next && !next.marked && !line.closed && line.width >= FILL * width && !ended(line.text);
  }).length;
  return { width, evidence: width < NARROWEST ? 0 : evidence };
}

function joint(line: Line, next: Line, wrap: { width: number; evidence: number }): string {
  if (line.closed) return CERTAIN;
  if (next.marked) return '\n';
  const soft = /[0-9A-Za-z]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text) ? ' ' : '';
  if (CLOSED_START.test(next.text) || OPEN_END.test(line.text)) return soft;
  // In a wrapped text a short line ends its paragraph, too.
  if (ended(line.text)) return wrap.evidence === 0 || line.width < FILL * wrap.width ? CERTAIN : '\n';
  // A full stop inside and none at the end: the page broke in mid-sentence; no headline looks like that.
  if (line.width >= PARAGRAPH_WIDTH || INNER_END.test(line.text)) return soft;
  if (line.width < FILL * next.width || line.width < FILL * wrap.width) return '\n';
  // A lone short line over another may be a headline as well; several full ones are a column.
  const alone = wrap.evidence < SURE && (line.marked || line.width < 2 * NARROWEST);
  return alone && !isRemnant(line, next) ? '\n' : soft;
}

/** What explains a long headline is longer than half of it; what is shorter is the end of a wrapped line. */
function isRemnant(line: Line, next: Line): boolean {
  return line.width >= 2 * NARROWEST && 2 * next.width <= line.width;
}

function ended(text: string): boolean {
  let last = text.length - 1;
  while (last > 0 && last > text.length - 4 && CLOSERS.has(text.charCodeAt(last))) last -= 1;
  return PAUSE_END.has(text.charCodeAt(last));
}

function addSqueezed({ text, start }: Line, edits: TextEdit[]): void {
  if (!text.includes('  ')) return;
  for (const { index, 0: run } of text.matchAll(/ {2,}/gu))
    edits.push({ start: start + index, end: start + index + run.length, text: ' ' });
}
