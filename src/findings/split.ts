/** Outline → findings of one text: headline, explanation and parts, by rules 7 and 12 of the taxonomy. */
import type { FindingKind } from '../schema/index.js';
import type { MappedText, TextRange } from '../text/mapped-text.js';
import { hasWords } from '../text/characters.js';
import { headlineEnd, type Reading, readingOf, sentences, trimRange, withoutLeadIn } from './headline.js';
import { cuesOf, kindOf } from './kind.js';
import { paragraphs } from '../text/normalize/join-lines.js';
import { isPartKind } from './markers.js';
import { type OutlineNode, outline } from './outline.js';
import type { ReadingData } from './reading-data.js';
import { isBareHeading, isVoid, mayOpenHeading } from './roles.js';

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
  return rootDrafts(root, reading, kind).filter((draft) => !saysNothing(draft, reading));
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
  const own = anew < 0 ? root.children : root.children.slice(0, anew);
  const others = anew < 0 ? [] : root.children.slice(anew).flatMap((child) => nodeDrafts(child, 1, reading));
  return [...listDrafts({ ...root, children: own }, alone, reading, kind), ...others];
}

function listDrafts(root: OutlineNode, alone: Draft, reading: Reading, kind: FindingKind | undefined): Draft[] {
  const parts = root.children.flatMap((child) => nodeDrafts(child, 1, reading));
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

function nodeDrafts(node: OutlineNode, depth: number, reading: Reading): Draft[] {
  const { marker } = node;
  const content = trimRange(reading.text, node);
  const below = marker && belowHeading(content, node, depth, reading);
  if (below) return below;
  const parts = node.children.flatMap((child) => nodeDrafts(child, depth + 1, reading));
  if (!marker) {
    const stated = withoutLeadIn(reading, node);
    const says = stated && kindOf(textOf(stated, reading), reading.data).kind !== 'neither';
    return says && parts.length > 0 ? [{ marker: '', number: 0, range: stated, parts }] : parts;
  }
  if (!hasWords(textOf(content, reading))) return parts;
  const base = { marker: marker.label, number: marker.number };
  const headed = !isPartKind(marker.kind) && (depth === 1 || marker.boundary === 'line');
  const head = headed ? headOf(content, parts.length > 0, reading) : undefined;
  if (!head) {
    const range = parts.length > 0 ? (withoutLeadIn(reading, content) ?? content) : content;
    return [{ ...base, range, parts }];
  }
  const explanation = explanationOf({ start: head.end, end: content.end }, parts.length > 0, reading);
  return [{ ...base, range: head, parts: explanation ? [explanation, ...parts] : parts }];
}

/** “（一）存在问题” inside a section of problems: the heading belongs to nobody, what stands below it moves up. */
function belowHeading(content: TextRange, node: OutlineNode, depth: number, reading: Reading): Draft[] | undefined {
  if (!mayOpenHeading(reading.text.charAt(content.start), reading.data)) return undefined;
  const head = trimRange(reading.text, { start: content.start, end: headlineEnd(reading, content) });
  if (!isBareHeading(textOf(head, reading), reading.data)) return undefined;
  const parts = node.children.flatMap((child) => nodeDrafts(child, depth, reading));
  const explanation = explanationOf({ start: head.end, end: content.end }, parts.length > 0, reading);
  return explanation ? [explanation, ...parts] : parts.length > 0 ? parts : undefined;
}

/** The headline of a node's text; undefined where the text is one statement. */
function headOf(content: TextRange, hasParts: boolean, reading: Reading): TextRange | undefined {
  const head = trimRange(reading.text, { start: content.start, end: headlineEnd(reading, content) });
  const rest = textOf({ start: head.end, end: content.end }, reading);
  if (head.end - head.start > reading.data.headlineMax || !hasWords(rest)) return undefined;
  return !hasParts && isExample(rest, reading.data) ? undefined : head;
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
  const opens = (word: string): boolean => rest.trimStart().startsWith(word);
  return examples.some(opens) && !notExamples.some(opens);
}

/** “无”, or a bare report of measures already taken. */
function saysNothing(draft: Draft, reading: Reading): boolean {
  if (draft.parts.length > 0) return false;
  const words = textOf(draft.range, reading);
  if (isVoid(words, reading.data)) return true;
  return reading.data.taken.some((word) => words.includes(word)) && cuesOf(words, reading.data).problem < 1;
}

function textOf({ start, end }: TextRange, { text }: Reading): string {
  return text.slice(start, end);
}
