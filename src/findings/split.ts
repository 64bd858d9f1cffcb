/** Outline → findings of one text: headline, explanation and parts, by rules 7 and 12 of the taxonomy. */
import type { FindingKind } from '../schema/index.js';
import type { MappedText, TextRange } from '../text/mapped-text.js';
import { holdsAny } from '../text/any-of.js';
import { hasWords } from '../text/characters.js';
import { headlineEnd, type Reading, readingOf, sentences, trimRange, withoutLeadIn } from './headline.js';
import { cuesOf, kindOf } from './kind.js';
import { paragraphs } from '../text/normalize/join-lines.js';
import { isPartKind, type Marker } from './markers.js';
import { type OutlineNode, outline } from './outline.js';
import type { ReadingData } from './reading-data.js';
import { mayOpenHeading } from './label-words.js';
import { isBareHeading, isVoid } from './roles.js';

/** A finding before it has an id and a place: `range` is in the cleaned text. */
export interface Draft {
  readonly marker: string;
  /** The number its marker states; 0 for none. */
  readonly number: number;
  readonly range: TextRange;
  readonly parts: readonly Draft[];
}

/** The drafts of a cleaned text of one kind. */
export function splitText(cleaned: MappedText, data: ReadingData, kind?: FindingKind): Draft[] {
  const reading = readingOf(cleaned.text, data);
  const root = outline(cleaned.text);
  return telling(rootDrafts(root, reading, kind), reading);
}

/** Without what says nothing, and without the headline that only names what nothing is said of (（二）产出方面 / 无。). */
function telling(drafts: readonly Draft[], reading: Reading): Draft[] {
  return drafts.flatMap((draft) => {
    if (draft.parts.length === 0) return saysNothing(draft, reading) ? [] : [draft];
    const parts = telling(draft.parts, reading);
    if (parts.every((part, index) => part === draft.parts[index]) && parts.length === draft.parts.length)
      return [draft];
    const isEmpty = parts.length === 0 && cuesOf(textOf(draft.range, reading), reading.data).problem < STATED;
    return isEmpty ? [] : [{ ...draft, parts }];
  });
}

/** The text of a finding as it is shown: breaks within it closed. */
export function findingText(text: string): string {
  if (!text.includes('\n')) return text.trim();
  return text
    .trim()
    .replace(/(?<=[。！？!?；;：:，,])\s*\n\s*/gu, '')
    .replace(/\s*\n\s*/gu, ' ');
}

function rootDrafts(root: OutlineNode, reading: Reading, kind: FindingKind | undefined): Draft[] {
  const whole = trimRange(reading.text, root);
  const alone: Draft = { marker: '', number: 0, range: whole, parts: [] };
  // A headline without a marker in mid-text ends the list before it.
  const anew = root.children.findIndex(({ marker }) => marker === null);
  if (anew < 0) return listDrafts(root, alone, reading, kind);
  const own = listDrafts({ ...root, children: root.children.slice(0, anew) }, alone, reading, kind);
  return [...own, ...draftsOf(root.children.slice(anew), 1, reading)];
}

function listDrafts(root: OutlineNode, alone: Draft, reading: Reading, kind: FindingKind | undefined): Draft[] {
  const parts = draftsOf(root.children, 1, reading);
  if (parts.length === 0) return unmarked(alone.range, reading);
  // 甲不足2.乙不足: the first point lacks its number alone.
  if (root.children[0]?.marker?.number === 2 && hasWords(textOf(alone.range, reading))) return [alone, ...parts];
  const stated = withoutLeadIn(reading, root);
  if (!stated || !hasWords(textOf(stated, reading))) return parts;
  const score = kindOf(textOf(stated, reading), reading.data);
  if (score.kind === 'neither') return parts;
  const first = root.children[0]?.marker;
  // “绩效目标设置不够科学，一是…”: an unmarked headline. Whole sentences before a numbered list are its introduction.
  if (first && (isPartKind(first.kind) || first.boundary !== 'line')) return [{ ...alone, range: stated, parts }];
  if (heads(stated, root, kind, reading)) return [{ ...alone, range: stated, parts }];
  const saysMore = kind !== 'suggestion' && score.kind === 'problem' && score.problem >= CLEAR;
  return saysMore ? [{ ...alone, range: stated }, ...parts] : parts;
}

/** “专项资金使用绩效不高：” above a numbered list states what the list has in common: its headline. */
function heads(stated: TextRange, root: OutlineNode, kind: FindingKind | undefined, reading: Reading): boolean {
  const words = textOf(stated, reading);
  const colon = /[：:]$/u.test(textOf(root, reading).trimEnd());
  if (!colon || sentences(reading, stated).length > 1 || words.length > reading.data.headlineMax) return false;
  // “县财政局应当：” says who is meant; a measure opens with what to do.
  if (kind === 'suggestion') return reading.data.kind.verbs.some((verb) => words.startsWith(verb));
  return cuesOf(words, reading.data).problem >= STATED;
}

/** Prose without markers is one finding a paragraph. */
function unmarked(whole: TextRange, reading: Reading): Draft[] {
  return paragraphs(reading.text, whole)
    .map((paragraph) => trimRange(reading.text, paragraph))
    .filter((range) => hasWords(textOf(range, reading)))
    .map((range) => ({ marker: '', number: 0, range, parts: [] }));
}

/** More than 存在 and 问题, which an introduction has as well. */
const STATED = 1.5;
/** One plain cue: an introduction that states it is a finding beside the listed ones. */
const CLEAR = 3;

function draftsOf(nodes: readonly OutlineNode[], depth: number, reading: Reading): Draft[] {
  const drafts: Draft[] = [];
  for (const node of nodes) {
    if (node.marker) addMarked(node, node.marker, depth, reading, drafts);
    else addUnmarked(node, depth, reading, drafts);
  }
  return drafts;
}

function addUnmarked(node: OutlineNode, depth: number, reading: Reading, drafts: Draft[]): void {
  if (node.children.length === 0) return addAll(unmarked(trimRange(reading.text, node), reading), drafts);
  const parts = draftsOf(node.children, depth + 1, reading);
  const stated = parts.length > 0 ? withoutLeadIn(reading, node) : undefined;
  if (stated && kindOf(textOf(stated, reading), reading.data).kind !== 'neither')
    drafts.push({ marker: '', number: 0, range: stated, parts });
  else addAll(parts, drafts);
}

/** Without spreading: a hostile text has more points than a call takes arguments. */
function addAll(parts: readonly Draft[], drafts: Draft[]): void {
  for (const part of parts) drafts.push(part);
}

function addMarked(node: OutlineNode, marker: Marker, depth: number, reading: Reading, drafts: Draft[]): void {
  const content = trimRange(reading.text, node);
  const headed = !isPartKind(marker.kind) && (depth === 1 || marker.boundary === 'line');
  const bare = mayOpenHeading(reading.text.charCodeAt(content.start), reading.data);
  const first = headed || bare ? firstStatement(content, reading) : content;
  // “（一）存在问题” inside a section of problems: the heading belongs to nobody, what stands below it moves up.
  if (bare && isBareHeading(textOf(first, reading), reading.data)) {
    const below = draftsOf(node.children, depth, reading);
    const explanation = explanationOf({ start: first.end, end: content.end }, below.length > 0, reading);
    if (explanation) below.unshift(explanation);
    addAll(below, drafts);
    if (below.length > 0) return;
  }
  const parts = draftsOf(node.children, depth + 1, reading);
  if (!hasWords(textOf(content, reading))) {
    addAll(parts, drafts);
    return;
  }
  const { label, number } = marker;
  if (headed && isHeadline(first, content, parts.length > 0, reading)) {
    const explanation = explanationOf({ start: first.end, end: content.end }, parts.length > 0, reading);
    if (explanation) parts.unshift(explanation);
    drafts.push({ marker: label, number, range: first, parts });
    return;
  }
  const range = parts.length > 0 ? (withoutLeadIn(reading, content) ?? content) : content;
  drafts.push({ marker: label, number, range, parts });
}

/** What would be the headline of a node's text. */
function firstStatement(content: TextRange, reading: Reading): TextRange {
  return trimRange(reading.text, { start: content.start, end: headlineEnd(reading, content) });
}

/** Is the first statement of a node's text its headline? Not where the text is one statement. */
function isHeadline(first: TextRange, content: TextRange, hasParts: boolean, reading: Reading): boolean {
  if (first.end - first.start > reading.data.headlineMax) return false;
  const rest = textOf({ start: first.end, end: content.end }, reading);
  return hasWords(rest) && (hasParts || !isExample(rest, reading.data));
}

/** What stands between headline and parts is a finding only where it states something. */
function explanationOf(rest: TextRange, hasParts: boolean, reading: Reading): Draft | undefined {
  const range = hasParts ? withoutLeadIn(reading, rest) : trimRange(reading.text, rest);
  if (!range || !hasWords(textOf(range, reading))) return undefined;
  if (hasParts && kindOf(textOf(range, reading), reading.data).kind === 'neither') return undefined;
  return { marker: '', number: 0, range, parts: [] };
}

/** 如缺少质量指标… belongs to the point it illustrates; 如何, 如期 and 如果 are words. */
function isExample(rest: string, { examples, notExamples }: ReadingData): boolean {
  const words = rest.trimStart();
  const opens = (word: string): boolean => words.startsWith(word);
  return examples.some(opens) && !notExamples.some(opens);
}

/** “无”, or a bare report of measures already taken. */
function saysNothing(draft: Draft, reading: Reading): boolean {
  if (draft.parts.length > 0) return false;
  const words = textOf(draft.range, reading);
  if (isVoid(words, reading.data)) return true;
  // 产出方面：无。
  const colon = words.length < LONGEST_ASPECT ? words.indexOf('：') : -1;
  if (colon > 0 && hasWords(words.slice(colon)) && isVoid(words.slice(colon + 1), reading.data)) return true;
  return holdsAny(words, reading.data.taken) && cuesOf(words, reading.data).problem < 1;
}

const LONGEST_ASPECT = 40;

function textOf({ start, end }: TextRange, { text }: Reading): string {
  return text.slice(start, end);
}
