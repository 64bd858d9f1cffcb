/** A text that holds problems and suggestions together (问题及建议), or of unknown kind: cut where the kind changes. */
import type { FindingKind } from '../schema/index.js';
import { codesOf } from '../text/characters.js';
import type { TextRange } from '../text/mapped-text.js';
import { firstFrom } from '../text/sorted.js';
import { type Reading, readingOf } from './headline.js';
import { paragraphs } from '../text/normalize/join-lines.js';
import { outline } from './outline.js';
import type { ReadingData } from './reading-data.js';
import { holdsOtherWords, labelWords, withoutLabelWords } from './label-words.js';
import { headingRole, lineHead } from './roles.js';
import { turnIn, wording } from './turns.js';

export interface KindSegment extends TextRange {
  readonly kind: FindingKind | null;
  /** Segments of one point of a list (问题一：… 建议：…) answer each other and nothing else; undefined elsewhere. */
  readonly point?: number;
}

export function kindSegments(text: string, data: ReadingData): KindSegment[] {
  const headed = byHeadings(text, data);
  if (headed.length > 0) return headed;
  const { children } = outline(text);
  return children.length > 0 ? byMarkers(text, children, data) : bySentences(text, data);
}

const LONGEST_LABEL = 16;
/** A label with its marker. */
const WINDOW = LONGEST_LABEL + 8;

interface Label extends TextRange {
  readonly kind: FindingKind;
}

/** 存在问题：… 工作建议：… inside one text; the labels themselves belong to no segment. */
function byHeadings(text: string, data: ReadingData): KindSegment[] {
  const labels = labelsIn(text, data);
  const first = labels[0];
  if (!first) return [];
  const points = pointsOf(text, labels);
  // Only measures have a label: what stands before them, in every point, are the problems.
  const unlabelled = labels.some(({ kind }) => kind === 'problem') ? undefined : 'problem';
  const segments: KindSegment[] = [];
  const lead = text.slice(0, first.start);
  const leadKind = points.length > 0 && unlabelled ? unlabelled : wording(lead, data);
  if (leadKind !== null) segments.push({ start: 0, end: first.start, kind: leadKind });
  labels.forEach(({ end, kind }, index) => {
    const next = labels[index + 1]?.start ?? text.length;
    const stop = Math.min(points[firstFrom(points, end + 1)] ?? next, next);
    segments.push({ start: end, end: stop, kind });
    if (stop < next)
      segments.push({ start: stop, end: next, kind: unlabelled ?? wording(text.slice(stop, next), data) });
  });
  if (points.length === 0) return segments;
  const starts = [0, ...points];
  return segments.map((segment) => ({ ...segment, point: firstFrom(starts, segment.start + 1) - 1 }));
}

function labelsIn(text: string, data: ReadingData): Label[] {
  const labels: Label[] = [];
  const words = labelWords(data);
  words.lastIndex = 0;
  let from = 0;
  for (let word = words.exec(text); word; word = words.exec(text)) {
    for (let start = Math.max(from, word.index - WINDOW + 1); start <= word.index; start += 1) {
      if (!beginsStatement(text, start) || !isClosed(text, word.index, start + WINDOW)) continue;
      const label = labelAt(text, start, data);
      if (label && start >= (labels.at(-1)?.end ?? 0)) labels.push({ start, ...label });
    }
    from = word.index + 1;
  }
  return labels;
}

/** Does one of the marks that close a label stand in the range? Words of labels stand in most sentences, and most run on. */
function isClosed(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (LABEL_END.has(text.charCodeAt(at))) return true;
  return false;
}

const LABEL_END = codesOf('：:。\n ');

/** At the head of the text, or behind what ends a statement; what ends one at the head of the text ended none. */
function beginsStatement(text: string, at: number): boolean {
  return at === 0 || (at > 1 && STATED.has(text.charCodeAt(at - 1)));
}

const STATED = codesOf('\n。；！ ');

/**
 * Where points begin that hold labels of their own: “（一）甲不足。建议：…（二）乙不足。建议：…”. A label's list that has the
 * same kind of marker begins with its own 1 (建议：1.… 2.…); then the label reaches to the next label.
 */
function pointsOf(text: string, labels: readonly Label[]): number[] {
  const { children } = outline(text);
  const starts = children.map(({ marker, start }) => marker?.start ?? start);
  const found = new Set<number>();
  for (const { start, end } of labels) {
    const inside = firstFrom(starts, start) - 1;
    const next = inside + 1;
    const marker = children[next]?.marker;
    if (inside < 0 || !marker || marker.number !== (children[inside]?.marker?.number ?? 0) + 1) continue;
    // “问题一：…建议：其一…；其二…”: parts of the label's own text are no points.
    if (marker.start >= end) found.add(marker.start);
  }
  return [...found].toSorted((a, b) => a - b);
}

function labelAt(text: string, start: number, data: ReadingData): { end: number; kind: FindingKind } | undefined {
  const window = text.slice(start, start + WINDOW);
  const { rest, offset } = lineHead(window);
  const stop = /[：:。\n ]/u.exec(rest);
  if (!stop || stop.index < 2 || stop.index > LONGEST_LABEL) return undefined;
  const words = rest.slice(0, stop.index);
  const colon = stop[0] === '：' || stop[0] === ':';
  // “建议补充指标。” and “问题较多 …” are findings; only a colon allows a word more (评价组建议：).
  const more = colon ? 4 : 0;
  if (holdsOtherWords(words, data, more)) return undefined;
  const plain = colon ? plainLabel(words, data) : undefined;
  if (plain) return { end: start + offset + stop.index + 1, kind: plain };
  const role = headingRole(words, data);
  if (role === undefined || role === 'both' || withoutLabelWords(words, data.headings).length > more) return undefined;
  return { end: start + offset + stop.index + 1, kind: role };
}

/** 原因：, 改进措施：, which head nothing outside such a text. */
function plainLabel(words: string, { labels }: ReadingData): FindingKind | undefined {
  if (labels.problem.includes(words)) return 'problem';
  return labels.suggestion.includes(words) ? 'suggestion' : undefined;
}

type Child = ReturnType<typeof outline>['children'][number];

/** Where the list begins anew, the kind changes; in one list every point speaks for itself. */
function byMarkers(text: string, children: readonly Child[], data: ReadingData): KindSegment[] {
  const reading = readingOf(text, data);
  const starts = children.map(({ marker }, index) => (index === 0 ? 0 : (marker?.start ?? 0)));
  const points = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
  const groups = groupsOf(children);
  const segments = new Segments(reading);
  for (const { from, to } of groups) {
    const shared = groups.length > 1 ? wording(text.slice(starts[from], starts[to] ?? text.length), data) : undefined;
    for (const point of points.slice(from, to)) {
      const kind = shared === undefined ? wording(text.slice(point.start, point.end), data) : shared;
      segments.add(point, kind);
    }
  }
  return segments.found;
}

/** Runs of points from one number 1 to the next. */
function groupsOf(children: readonly Child[]): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  let from = 0;
  for (let index = 1; index <= children.length; index += 1) {
    if (index < children.length && children[index]?.marker?.number !== 1) continue;
    groups.push({ from, to: index });
    from = index;
  }
  return groups;
}

function bySentences(text: string, data: ReadingData): KindSegment[] {
  const segments = new Segments(readingOf(text, data));
  for (const paragraph of paragraphs(text, { start: 0, end: text.length }))
    segments.add(paragraph, wording(text.slice(paragraph.start, paragraph.end), data));
  return segments.found;
}

/** Points one after the other: neighbours of one kind stay one text; one that says nothing goes with the one before. */
class Segments {
  readonly found: { start: number; end: number; kind: FindingKind | null }[] = [];
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(point: TextRange, kind: FindingKind | null): void {
    const turn = turnIn(this.#reading, point);
    if (turn === undefined) return this.#append(point.start, point.end, kind);
    this.#append(point.start, turn, 'problem');
    this.#append(turn, point.end, 'suggestion');
  }

  #append(start: number, end: number, kind: FindingKind | null): void {
    const last = this.found.at(-1);
    if (!last || (last.kind !== kind && kind !== null && last.kind !== null)) {
      this.found.push({ start, end, kind });
      return;
    }
    last.end = end;
    last.kind ??= kind;
  }
}
