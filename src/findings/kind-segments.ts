/** A text that holds problems and suggestions together (问题及建议), or of unknown kind: cut where the kind changes. */
import type { FindingKind } from '../schema/index.js';
import type { TextRange } from '../text/mapped-text.js';
import { type Reading, readingOf, sentences } from './headline.js';
import { kindOf } from './kind.js';
import { outline } from './outline.js';
import type { ReadingData } from './reading-data.js';
import { headingRole, lineHead } from './roles.js';

export interface KindSegment extends TextRange {
  readonly kind: FindingKind | null;
}

export function kindSegments(text: string, data: ReadingData): KindSegment[] {
  const headed = byHeadings(text, data);
  if (headed.length > 0) return headed;
  const { children } = outline(text);
  return children.length > 0 ? byMarkers(text, children, data) : bySentences(text, data);
}

const LONGEST_LABEL = 16;

/** 存在问题：… 工作建议：… inside one text; the labels themselves belong to no segment. */
function byHeadings(text: string, data: ReadingData): KindSegment[] {
  const labels: { start: number; end: number; kind: FindingKind }[] = [];
  for (const match of text.matchAll(/(?:^|[\n。；！ ])/gu)) {
    const start = match.index + match[0].length;
    const label = labelAt(text, start, data);
    if (label && start >= (labels.at(-1)?.end ?? 0)) labels.push({ start, ...label });
  }
  const first = labels[0];
  if (!first) return [];
  const segments = labels.map(
    ({ end, kind }, index): KindSegment => ({ start: end, end: labels[index + 1]?.start ?? text.length, kind }),
  );
  const lead: KindSegment = { start: 0, end: first.start, kind: wording(text.slice(0, first.start), data) };
  return lead.kind === null ? segments : [lead, ...segments];
}

function labelAt(text: string, start: number, data: ReadingData): { end: number; kind: FindingKind } | undefined {
  const window = text.slice(start, start + LONGEST_LABEL + 8);
  const { problem, problemExact, suggestion } = data.headings;
  if (![...problem, ...problemExact, ...suggestion].some((word) => window.includes(word))) return undefined;
  const { rest, offset } = lineHead(window);
  const stop = /[：:。\n ]/u.exec(rest);
  if (!stop || stop.index < 2 || stop.index > LONGEST_LABEL) return undefined;
  const words = rest.slice(0, stop.index);
  const role = headingRole(words, data);
  // “建议补充指标。” and “问题较多 …” are findings; only a colon allows a word more (评价组建议：).
  const more = stop[0] === '：' || stop[0] === ':' ? 4 : 0;
  if (role === undefined || role === 'both' || leftOver(words, data).length > more) return undefined;
  return { end: start + offset + stop.index + 1, kind: role };
}

/** A label without the words that labels are made of. */
function leftOver(words: string, { headings }: ReadingData): string {
  const known = [...headings.fillers, ...headings.problem, ...headings.suggestion].toSorted(
    (a, b) => b.length - a.length,
  );
  return known.reduce((rest, word) => rest.replaceAll(word, ''), words);
}

type Child = ReturnType<typeof outline>['children'][number];

/** Where the list begins anew, the kind changes; in one list every point speaks for itself. */
function byMarkers(text: string, children: readonly Child[], data: ReadingData): KindSegment[] {
  const reading = readingOf(text, data);
  const starts = children.map(({ marker }, index) => (index === 0 ? 0 : (marker?.start ?? 0)));
  const points = starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
  const groups = groupsOf(children);
  const segments = groups.flatMap(({ from, to }) => {
    const shared = groups.length > 1 ? wording(text.slice(starts[from], starts[to] ?? text.length), data) : undefined;
    return points.slice(from, to).flatMap((point) => {
      const kind = shared === undefined ? wording(text.slice(point.start, point.end), data) : shared;
      return turned(reading, point, kind);
    });
  });
  return merged(segments);
}

/** Runs of points from one number 1 to the next. */
function groupsOf(children: readonly Child[]): { from: number; to: number }[] {
  const anew = children.flatMap(({ marker }, index) => (index === 0 || marker?.number === 1 ? [index] : []));
  return anew.map((from, index) => ({ from, to: anew[index + 1] ?? children.length }));
}

function bySentences(text: string, data: ReadingData): KindSegment[] {
  return turned(readingOf(text, data), { start: 0, end: text.length }, wording(text, data));
}

/** “…缺少效益指标。建议补充…”: a point may go over from the problem to what is to be done about it. */
function turned(reading: Reading, point: TextRange, kind: FindingKind | null): KindSegment[] {
  const { text, data } = reading;
  const turn = sentences(reading, point).find(({ start }, index) => {
    const words = text.slice(start, start + 12).trimStart();
    return index > 0 && data.turns.some((word) => words.startsWith(word));
  });
  if (!turn || wording(text.slice(point.start, turn.start), data) !== 'problem') return [{ ...point, kind }];
  return [
    { start: point.start, end: turn.start, kind: 'problem' },
    { start: turn.start, end: point.end, kind: 'suggestion' },
  ];
}

function wording(text: string, data: ReadingData): FindingKind | null {
  const { kind } = kindOf(text, data);
  return kind === 'neither' ? null : kind;
}

/** Neighbours of one kind stay one text; a point that says nothing goes with the one before. */
function merged(segments: readonly KindSegment[]): KindSegment[] {
  const result: KindSegment[] = [];
  for (const segment of segments) {
    const last = result.at(-1);
    if (last && (last.kind === segment.kind || segment.kind === null))
      result[result.length - 1] = { ...last, end: segment.end };
    else if (last && last.kind === null) result[result.length - 1] = { ...segment, start: last.start };
    else result.push(segment);
  }
  return result;
}
