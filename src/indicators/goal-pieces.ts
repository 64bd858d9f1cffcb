/** A goal text → clauses, and clauses → pieces that each say one thing (采购水罐车3辆、无人机6架 are two). */
import { codeAt } from '../text/code-at.js';
import type { Lexicon } from './content.js';
import { spell } from './lookup.js';
import type { NumberPart } from './quantity.js';
import { foldValue } from './value-text.js';

/** Numbering that forms and clerks put before a sentence: 1. （一） 目标1： 一是. */
const NUMBERING =
  /^(?:(?:项目)?(?:总体|总|中长期|实施期|年度|当年|本年度?|20\d{2}年度?|绩效|阶段性?){0,2}目标\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[(][^()]{1,20}[)])?\s?[:：.、]|[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)]|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、．.](?=(?:19|20)\d{2}\s?年)|(?:\d{1,2}|[一二三四五六七八九十]{1,3})[、．.](?!\d)|[一二三四五六七八九十]是|第[一二三四五六七八九十][,、]|[①-⑳])\s?/;
/** 一是, 二是: also within a sentence. */
const ORDINAL = /^[一二三四五六七八九十]是(?=.{2})/;
/** What numbering may begin with. */
const NUMBERED = /^[总年绩阶目项中实当本(\d一二三四五六七八九十第①-⑳]/;
const LONGEST_GOAL = 4000;
const MOST_CLAUSES = 120;

/** Clauses in order, without numbering; what stands beyond 4,000 characters is left unread. */
export function goalClauses(text: string): string[] {
  const clauses: string[] = [];
  for (const sentence of foldValue(text.slice(0, LONGEST_GOAL).replace(/[\n\r]/g, '。')).split(/[。;!?]/)) {
    let rest = sentence.trim();
    for (let round = 0; round < 3 && NUMBERED.test(rest); round += 1) rest = rest.replace(NUMBERING, '');
    for (const part of rest.split(/(?<!\d),|,(?!\d{3})/)) {
      const clause = part.trim().replace(ORDINAL, '');
      if (clause.length > 1 && clauses.length < MOST_CLAUSES) clauses.push(clause);
    }
  }
  return clauses;
}

const JOINTS = ['以及', '并且', '同时', '、', '和', '及', '与', '并'];

/**
 * Where a clause falls apart: between two numbered things, and before a verb that begins something new. Offsets of the
 * pieces, in order.
 */
export function pieceSpans(
  clause: string,
  numbers: readonly NumberPart[],
  lexicon: Lexicon,
): { readonly start: number; readonly end: number }[] {
  if (!JOINT.test(clause)) return [{ start: 0, end: clause.length }];
  spell(clause);
  const spans: { start: number; end: number }[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 1; at < clause.length - 1; at += 1) {
    const part = PARTS.get(codeAt(clause, at));
    if (part === undefined) continue;
    depth = Math.max(0, depth + part);
    if (depth > 0 || part !== 0) continue;
    const joint = JOINTS.find((word) => clause.startsWith(word, at));
    // A joint inside a number or a word joins nothing: 3和5之间, 参与.
    if (!joint || numbers.some(({ start, end }) => start < at && at < end)) continue;
    const next = at + joint.length;
    const left = numbers.findLast(({ start, end }) => start >= from && end <= at);
    const right = numbers.find(({ start }) => start >= next);
    // 消防车3辆、无人机6架 and 9条河道、2个湖泊; in 11个乡镇实施玉米、大豆免耕75万亩 the joint is between two words.
    const between = left && right && (at - left.end <= 1 || right.start - next <= 1);
    if (between ? insideWord(joint, clause, at, lexicon) : !opensVerb(joint, clause, next, lexicon)) continue;
    spans.push({ start: from, end: at });
    from = next;
    at = next - 1;
  }
  spans.push({ start: from, end: clause.length });
  return spans.filter(({ start, end }) => end > start);
}

const JOINT = /[以并同、和及与]/;
/** Brackets and quotes deepen or end, joints may part. */
const PARTS = new Map<number, number>([
  ...['(', '《', '“'].map((character) => [codeAt(character, 0), 1] as const),
  ...[')', '》', '”'].map((character) => [codeAt(character, 0), -1] as const),
  ...JOINTS.map((word) => [codeAt(word, 0), 0] as const),
]);

/** 参与, 普及, 和谐: the character belongs to a word of the lexicon. */
function insideWord(joint: string, clause: string, at: number, lexicon: Lexicon): boolean {
  if (joint === '、') return false;
  for (let start = Math.max(0, at - 2); start <= at; start += 1) {
    const hit = lexicon.at(clause, start);
    if (
      hit &&
      start + hit.word.length > at + (start === at ? joint.length : 0) &&
      !(start === at && hit.word === joint)
    )
      return true;
  }
  return false;
}

/** 并发放补助, 、举办讲座: what follows is a verb with something of its own behind it. */
function opensVerb(joint: string, clause: string, next: number, lexicon: Lexicon): boolean {
  const hit = lexicon.at(clause, next);
  if (!hit || hit.word.length < 2 || clause.length - next - hit.word.length < 2) return false;
  const { task, push, effect, empty } = hit.value;
  return joint.startsWith('并') || joint === '同时' ? task || push || effect : task && empty;
}
