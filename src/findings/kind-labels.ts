/** Labels inside a text of both kinds: 存在问题：… 工作建议：…, and the points that hold labels of their own. */
import type { FindingKind } from '../schema/index.js';
import { codesOf } from '../text/characters.js';
import type { TextRange } from '../text/mapped-text.js';
import { firstFrom } from '../text/sorted.js';
import { holdsOtherWords, labelWords, withoutLabelWords } from './label-words.js';
import { type OutlineNode, outline } from './outline.js';
import type { ReadingData } from './reading-data.js';
import { headingRole, lineHead } from './roles.js';

const LONGEST_LABEL = 16;
/** A label with its marker. */
const WINDOW = LONGEST_LABEL + 8;

export interface KindLabel extends TextRange {
  readonly kind: FindingKind;
}

/** In order; `end` is behind the colon, full stop or space that closes the label. */
export function labelsIn(text: string, data: ReadingData): KindLabel[] {
  const labels: KindLabel[] = [];
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

/** At the head of the text, or behind what ends a statement. */
function beginsStatement(text: string, at: number): boolean {
  return at === 0 || STATED.has(text.charCodeAt(at - 1));
}

const STATED = codesOf('\n。；！ ');

/**
 * Where points begin that hold labels of their own: “（一）甲不足。建议：…（二）乙不足。建议：…”. A label's list that has the
 * same kind of marker begins with its own 1 (建议：1.… 2.…); then the label reaches to the next label.
 */
export function labelledPoints(text: string, labels: readonly KindLabel[]): number[] {
  const { children } = outline(text);
  const starts = children.map(startOf);
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

/** Where a node begins, its marker included. */
export function startOf({ marker, start }: OutlineNode): number {
  return marker?.start ?? start;
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
