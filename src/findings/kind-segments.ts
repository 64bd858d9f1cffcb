/** A text that holds problems and suggestions together (问题及建议), or of unknown kind: cut where the kind changes. */
import type { FindingKind } from '../schema/index.js';
import type { TextRange } from '../text/mapped-text.js';
import { paragraphs } from '../text/normalize/join-lines.js';
import { firstFrom } from '../text/sorted.js';
import { type Reading, readingOf } from './headline.js';
import { type KindLabel, labelledPoints, labelsIn, startOf } from './kind-labels.js';
import { labelKind } from './marker-forms.js';
import { type OutlineNode, outline } from './outline.js';
import type { ReadingData } from './reading-data.js';
import { turnIn, wording } from './turns.js';

export interface KindSegment extends TextRange {
  readonly kind: FindingKind | null;
  /** Segments of one point of a list (问题一：… 建议：…) answer each other and nothing else; undefined elsewhere. */
  readonly point?: number;
}

/** `base` is the kind of what no label heads, where the heading above the text says it. */
export function kindSegments(text: string, data: ReadingData, base?: FindingKind): KindSegment[] {
  const labels = labelsIn(text, data);
  const { children } = outline(text);
  if (labels.length > 0) return byLabels(text, labels, { data, base });
  const numbered = numberedLabels(text, children);
  if (numbered.length > 0) return numbered;
  return children.length > 0 ? byMarkers(text, children, { data, base }) : bySentences(text, { data, base });
}

interface Known {
  readonly data: ReadingData;
  readonly base: FindingKind | undefined;
}

/** 存在问题：… 工作建议：… inside one text; the labels themselves belong to no segment. */
function byLabels(text: string, labels: readonly KindLabel[], { data, base }: Known): KindSegment[] {
  const reading = readingOf(text, data);
  const first = labels[0] as KindLabel;
  const turned = turnedPoints(reading, { start: 0, end: first.start });
  const points = [...new Set([...labelledPoints(text, labels), ...turned])].toSorted((a, b) => a - b);
  // Only measures have a label: what stands before them, in every point, are the problems.
  const rest = base ?? (labels.some(({ kind }) => kind === 'problem') ? undefined : 'problem');
  const segments = new Segments(reading);
  const starts = [0, ...points];
  const addFree = (start: number, end: number): void => {
    let from = start;
    while (from < end) {
      const to = Math.min(points[firstFrom(points, from + 1)] ?? end, end);
      const kind = points.length > 0 ? (rest ?? wording(text.slice(from, to), data) ?? 'problem') : base;
      const point = points.length > 0 ? firstFrom(starts, from + 1) - 1 : undefined;
      segments.add({ start: from, end: to }, kind ?? wording(text.slice(from, to), data), point);
      from = to;
    }
  };
  addFree(0, first.start);
  labels.forEach(({ end, kind }, index) => {
    const next = labels[index + 1]?.start ?? text.length;
    const stop = Math.min(points[firstFrom(points, end + 1)] ?? next, next);
    const point = points.length > 0 ? firstFrom(starts, end + 1) - 1 : undefined;
    segments.found.push({ start: end, end: stop, kind, ...(point !== undefined && { point }) });
    addFree(stop, next);
  });
  return segments.found.filter(({ kind }) => kind !== null);
}

/** All points of the list whose points, before the first label, go over to a measure in their own text. */
function turnedPoints(reading: Reading, { end }: TextRange): number[] {
  const { children } = outline(reading.text);
  const turned = children.some((child, index) => {
    const [start, next] = [startOf(child), children[index + 1]];
    return start < end && next && turnIn(reading, { start, end: Math.min(end, startOf(next)) }) !== undefined;
  });
  if (!turned) return [];
  // A label's own list begins with its own 1.
  const last = children.findIndex(
    (child, index) => child.marker?.number !== (children[index - 1]?.marker?.number ?? 0) + 1,
  );
  return children.slice(1, last < 1 ? children.length : last).map(startOf);
}

/** 问题1：… 建议1：… 问题2：…: the marker says the kind, and its number what answers what. */
function numberedLabels(text: string, children: readonly OutlineNode[]): KindSegment[] {
  const kinds = children.map(({ marker }) => marker && labelKind(marker));
  if (!kinds.includes('problem') || !kinds.includes('suggestion')) return [];
  return children.map((child, index) => ({
    start: index === 0 ? 0 : startOf(child),
    end: startOf(children[index + 1] ?? { marker: null, start: text.length, end: text.length, children: [] }),
    kind: kinds[index] ?? null,
    ...(child.marker && { point: child.marker.number }),
  }));
}

/** Where the list begins anew, the kind changes; in one list every point speaks for itself. */
function byMarkers(text: string, children: readonly OutlineNode[], { data, base }: Known): KindSegment[] {
  const reading = readingOf(text, data);
  const starts = children.map((child, index) => (index === 0 ? 0 : startOf(child)));
  const points = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
  const groups = groupsOf(children);
  const segments = new Segments(reading);
  for (const { from, to } of groups) {
    const shared = groups.length > 1 ? wording(text.slice(starts[from], starts[to] ?? text.length), data) : undefined;
    const turns = points.slice(from, to).map((point) => turnIn(reading, point) !== undefined);
    // A measure behind the last point alone may answer them all.
    const own = turns.length === 1 || turns.slice(0, -1).includes(true);
    points.slice(from, to).forEach((point, index) => {
      const said = shared === undefined ? wording(text.slice(point.start, point.end), data) : shared;
      // Beside points that state a problem and its measure one that says neither in plain words is a problem, too.
      const kind = said ?? (own && turns.includes(true) ? 'problem' : (base ?? null));
      segments.add(point, kind, own && turns[index] === true ? from + index : undefined);
    });
  }
  return segments.found;
}

/** Runs of points from one number 1 to the next. */
function groupsOf(children: readonly OutlineNode[]): { from: number; to: number }[] {
  const groups: { from: number; to: number }[] = [];
  let from = 0;
  for (let index = 1; index <= children.length; index += 1) {
    if (index < children.length && children[index]?.marker?.number !== 1) continue;
    groups.push({ from, to: index });
    from = index;
  }
  return groups;
}

function bySentences(text: string, { data, base }: Known): KindSegment[] {
  const segments = new Segments(readingOf(text, data));
  for (const paragraph of paragraphs(text, { start: 0, end: text.length }))
    segments.add(paragraph, wording(text.slice(paragraph.start, paragraph.end), data) ?? base ?? null);
  return segments.found;
}

/** Points one after the other: neighbours of one kind stay one text; one that says nothing goes with the one before. */
class Segments {
  readonly found: { start: number; end: number; kind: FindingKind | null; point?: number }[] = [];
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  add(range: TextRange, kind: FindingKind | null, point?: number): void {
    const turn = turnIn(this.#reading, range);
    if (turn === undefined) return this.#append(range, kind, point);
    this.#append({ start: range.start, end: turn }, 'problem', point);
    this.#append({ start: turn, end: range.end }, 'suggestion', point);
  }

  #append({ start, end }: TextRange, kind: FindingKind | null, point: number | undefined): void {
    const last = this.found.at(-1);
    const joins = last && (last.kind === kind || kind === null || last.kind === null);
    if (!joins || last.point !== point || last.end !== start) {
      this.found.push({ start, end, kind, ...(point !== undefined && { point }) });
      return;
    }
    last.end = end;
    last.kind ??= kind;
  }
}
