/** One clause of a goal → its pieces: what is done or changed, and which numbers are said of what. */
import { type Content, contentOf, type Token, tokensOf } from './content.js';
import type { DatePart } from './dates.js';
import type { GoalIndexes } from './goal-lexicon.js';
import { pieceSpans } from './goal-pieces.js';
import type { NumberPart, RunningQuantities } from './quantity.js';
import type { Unit } from './units.js';

export interface GoalNumber {
  /** Its value and unit; offsets count in the clause. */
  readonly part: NumberPart & { readonly unit: Unit };
  /** As written, with its unit: 18个, 98%. */
  readonly text: string;
  /** What the number is said of. */
  readonly of: Content;
  /** 提高3%: a change, not a level; 提高到90% is a level. */
  readonly change: boolean;
  /** 约4.2万, 30余个: anything near it agrees. */
  readonly approximate: boolean;
  /** 由12%, 每期50人, 三期工程: where things start from, a part of them, which one; no target of its own. */
  readonly aside: boolean;
}

/** `task` names what is done, `push` goes on with something (推进, 加强), `effect` tells what changes. */
export interface Lead {
  readonly word: string;
  /** 支持, 维护, 培养: a task with a definite object, else a wish. */
  readonly isSoft: boolean;
  readonly kind: 'task' | 'push' | 'effect';
}

export interface GoalPiece {
  readonly text: string;
  /** Position of its clause in the goal; things enumerated after one verb share it. */
  readonly clause: number;
  /** The verb that the piece, or the clause it is part of, opens with. */
  readonly lead: Lead | undefined;
  readonly numbers: readonly GoalNumber[];
  /** By when: 6月底前, 汛前; a bare year is none. */
  readonly deadlines: readonly DatePart[];
  readonly content: Content;
  /** Says what is done or delivered; generous. */
  readonly isOutput: boolean;
  /** Says what changes for somebody; generous. */
  readonly isEffect: boolean;
  /** Opens with a verb that delivers something: 编制, 购置, 举办. */
  readonly delivers: boolean;
}

export interface ClauseSource {
  readonly text: string;
  /** Position in the goal. */
  readonly index: number;
  readonly quantity: RunningQuantities;
}

interface Scan {
  readonly lead: Lead | undefined;
  readonly effect: boolean;
  readonly weakEffect: boolean;
  /** Subject, adverb, change: 家庭负担明显减轻. */
  readonly tail: boolean;
  readonly act: boolean;
}

const COUNTED: ReadonlySet<string> = new Set([
  'people',
  'household',
  'event',
  'thing',
  'length',
  'area',
  'volume',
  'mass',
  'money',
  'data',
  'energy',
  'time',
]);
const PERSON: Unit = { text: '人', dimension: 'people', factor: 1 };
const BLANK = '·';
const PREPOSITION =
  /^[·\s]{0,20}(?:对|为|向|面向|针对|在|到|赴|给|按照?|根据|结合|由|委托|依托|通过|围绕|选派|邀请|联合|会同|全面|依法|定期|按时|及时|足额|继续|统一|免费)/;
const NOMINAL = /^(?:率|比|度|情况|时间|时限|质量|效果|$)/;
const FOR_WHAT = /^为.{2,30}(?:提供|作出|做出|奠定|创造|打下|打牢|积累|注入)/;
const PURPOSE: Lead = { word: '为', kind: 'effect', isSoft: false };

export function readClause({ text: clause, index, quantity }: ClauseSource, words: GoalIndexes): GoalPiece[] {
  const { dates } = quantity;
  const numbers =
    quantity.notes.length === 0 ? quantity.numbers : [...quantity.numbers, ...quantity.notes].sort(byStart);
  const plain = blanked(clause, dates.length === 0 ? numbers : [...numbers, ...dates].sort(byStart));
  const counted = numbers.length === 0 ? [] : numbers.flatMap((number) => withUnit(number, clause, words) ?? []);
  const tokens = tokensOf(plain, words.lexicon);
  const framed = PREPOSITION.test(plain);
  const pieces: GoalPiece[] = [];
  let lead: Lead | undefined;
  for (const { start, end } of pieceSpans(clause, counted, words.lexicon)) {
    const text = clause.slice(start, end).trim();
    const own = within(counted, start, end);
    const content = contentOf(plain, tokens, start, end);
    const scan = scanTokens(plain, tokens, start, end, framed);
    const forWhat = own.length === 0 && isPurpose(text, words);
    lead = forWhat ? PURPOSE : (scan.lead ?? lead);
    const deadlines = within(dates, start, end).filter(isDeadline);
    const said: Said = { text, lead, scan, content, numbers: own, isDated: deadlines.length > 0 };
    pieces.push({
      text,
      clause: index,
      lead,
      numbers: own.map((part, at) => readNumber({ clause, plain, tokens, content, own, at, start, end }, part, words)),
      deadlines,
      content,
      isOutput: !forWhat && saysOutput(said, words),
      isEffect: forWhat || saysEffect(said, words),
      delivers: lead?.kind === 'task' && words.deliverVerbs.get(lead.word) !== undefined,
    });
  }
  // 对12.6万户农户、56.5万亩耕地发放补贴: the verb stands with the last.
  return pieces.length > 1 && lead && !pieces[0]?.lead
    ? pieces.map((piece) =>
        piece.lead ? piece : { ...piece, lead, isOutput: piece.isOutput || lead?.kind === 'task' },
      )
    : pieces;
}

/** A date that says by when: 6月底前, 2024年底, but not 2024年 or 全年. */
export function isDeadline({ text, month }: DatePart): boolean {
  return month !== undefined || /[底末前]|季度|半年|汛|月/.test(text);
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

const NONE: readonly never[] = [];

function within<Part extends Span>(parts: readonly Part[], start: number, end: number): readonly Part[] {
  return parts.length === 0 ? NONE : parts.filter((part) => part.start >= start && part.end <= end);
}

interface Said {
  readonly text: string;
  readonly lead: Lead | undefined;
  readonly scan: Scan;
  readonly content: Content;
  readonly numbers: readonly NumberPart[];
  readonly isDated: boolean;
}

/** Numbers and dates blanked out, offsets kept: they part the words before and behind them. */
function blanked(clause: string, parts: readonly Span[]): string {
  if (parts.length === 0) return clause;
  let text = '';
  let from = 0;
  for (const part of parts) {
    if (part.start < from) continue;
    text += clause.slice(from, part.start) + BLANK.repeat(part.end - part.start);
    from = part.end;
  }
  return text + clause.slice(from);
}

/** 1.3万群众 counts people; 小（2）型 and 80岁 count nothing. */
function withUnit(number: NumberPart, clause: string, { people }: GoalIndexes): GoalNumber['part'] | undefined {
  if (number.unit) return number as GoalNumber['part'];
  return people.at(clause, number.end) ? { ...number, unit: PERSON } : undefined;
}

/** 为国土空间规划提供准确底数 says what it is good for; 为老年人提供助餐服务 is a task. */
function isPurpose(text: string, { purposes, people }: GoalIndexes): boolean {
  if (!text.startsWith('为') || !FOR_WHAT.test(text)) return false;
  return purposes.atEnd(text) !== undefined || people.find(text) === undefined;
}

/** The verb that leads, and words of effect anywhere. */
function scanTokens(plain: string, tokens: readonly Token[], from: number, to: number, framed: boolean): Scan {
  let [effect, weakEffect, tail, act, hasContent] = [false, false, false, false, false];
  let lead: Lead | undefined;
  let later: Lead | undefined;
  for (let index = 0; index < tokens.length; index += 1) {
    const { start, end, entry } = tokens[index] as Token;
    if (start < from || end > to) continue;
    if (!entry) {
      hasContent = true;
      continue;
    }
    const next = tokens[index + 1];
    // 推动建立机制 goes on with something.
    const goesOn = entry.push || (entry.effect && next?.start === end && next.entry?.task === true);
    const kind = goesOn ? 'push' : entry.effect ? 'effect' : entry.task ? 'task' : undefined;
    if (entry.effect) effect = true;
    if (entry.weakEffect) weakEffect = true;
    if (entry.task) act = true;
    if (entry.adverb && hasContent && !lead) {
      tail ||= next?.start !== end || !(next.entry?.task || next.entry?.push);
    }
    // A verb behind a bare noun is a noun itself (培训合格率); behind a preposition its object may stand before it.
    if (!lead && kind && (!hasContent || framed)) {
      lead = { word: plain.slice(start, end), kind, isSoft: entry.weakEffect ?? false };
    }
    // 暑期结束前完成…: a light verb is a verb wherever it stands, but for 任务完成率.
    if (!lead && !later && entry.task && entry.empty && !NOMINAL.test(plain.slice(end, end + 2)))
      later = { word: plain.slice(start, end), kind: 'task', isSoft: false };
    if (!entry.empty) hasContent = true;
  }
  return { lead: lead ?? (tail || effect ? undefined : later), effect, weakEffect, tail, act };
}

function saysOutput({ text, lead, scan, content, numbers }: Said, { outputAspects }: GoalIndexes): boolean {
  const isGeneral = numbers.length === 0 && content.words.at(-1)?.generic === true;
  if (lead?.kind === 'task' && !(lead.isSoft && isGeneral)) return true;
  const counted = numbers.some(({ unit }) => unit && COUNTED.has(unit.dimension));
  // 推进户厕改造 does something, 做好管护各项工作 does not say what.
  if (lead?.kind === 'push' && (counted || (scan.act && !isGeneral))) return true;
  if (lead?.kind === 'effect' || scan.tail) return false;
  return (counted && !scan.effect) || outputAspects.find(text) !== undefined;
}

function saysEffect({ text, lead, scan, content, numbers, isDated }: Said, { outputAspects }: GoalIndexes): boolean {
  if (scan.effect || scan.tail) return true;
  const isTask = lead?.kind === 'task';
  // 服务健身群众15万人次: people reached without anything done to them.
  if (!isTask && numbers.some(({ unit }) => unit?.dimension === 'people' || unit?.dimension === 'household'))
    return true;
  const isRate = numbers.some(({ unit }) => unit?.dimension === 'ratio');
  const isGeneral = content.words.at(-1)?.generic === true;
  const isHoped =
    scan.weakEffect &&
    !(scan.act && !isTask) &&
    numbers.length === 0 &&
    !isDated &&
    (!isTask || (lead.isSoft && isGeneral));
  return (isRate || isHoped) && outputAspects.find(text) === undefined;
}

interface NumberPlace {
  readonly clause: string;
  readonly plain: string;
  readonly tokens: readonly Token[];
  readonly content: Content;
  readonly own: readonly NumberPart[];
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/** 每期50人, 人均200元: not the whole. */
const PER = /(?:每[^位]{1,3}|人均|户均|亩均|平均每?.{0,2}|单[^位元]{1,2})$/;
/** 三期工程: which one, not how many. */
const WORKS = /^(?:工程|项目|系统|平台|升级|建设|改造)/;

function readNumber(place: NumberPlace, part: GoalNumber['part'], words: GoalIndexes): GoalNumber {
  const { clause, plain, tokens, content, own, at } = place;
  const from = own[at - 1]?.end ?? place.start;
  const to = own[at + 1]?.start ?? place.end;
  const before = plain.slice(from, part.start).replace(/[≥≤><=·\s]{1,20}$/, '');
  const after = plain.slice(part.end, to);
  // 620间普通教室: the thing follows its number; 参审1500件次: it stands before.
  const behind = own.length === 1 ? content : contentOf(plain, tokens, part.end, to);
  return {
    part,
    text: clause.slice(part.start, part.end).trim(),
    of: behind.words.length > 0 ? behind : contentOf(plain, tokens, from, part.start),
    // 改造提升垃圾房65座 is a count.
    change: part.change && part.unit.dimension === 'ratio' && !/[到至为]$/.test(before),
    approximate:
      /[余多]/.test(clause.slice(part.start, part.end)) ||
      words.approximate.atEnd(before) !== undefined ||
      words.approximate.at(after, 0) !== undefined,
    aside:
      words.aside.atEnd(before) !== undefined || PER.test(before) || (part.unit.text === '期' && WORKS.test(after)),
  };
}
