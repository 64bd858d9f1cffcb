/** One clause of a goal → its pieces: what is done or changed, and which numbers are said of what. */
import { gathered } from '../text/gathered.js';
import { type Content, contentOf, type Token, tokensOf } from './content.js';
import type { DatePart } from './dates.js';
import type { GoalIndexes } from './goal-lexicon.js';
import { type GoalNumber, readNumber } from './goal-number.js';
import { pieceSpans } from './goal-pieces.js';
import type { NumberPart, RunningQuantities } from './quantity.js';
import type { Unit } from './units.js';

/** `task` names what is done, `push` goes on with something (推进, 加强), `effect` tells what changes. */
export interface Lead {
  readonly word: string;
  /** What stands for it in comparisons. */
  readonly as?: string | undefined;
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
  /** Names anything that is done, in whatever place. */
  readonly isActive: boolean;
  /** 守正创新: could stand in any goal. */
  readonly isSlogan: boolean;
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
  'other',
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
  const counted = numbers.length === 0 ? [] : gathered(numbers, (number) => withUnit(number, clause, words));
  const tokens = tokensOf(plain, words.lexicon);
  const framed = PREPOSITION.test(plain);
  const pieces: GoalPiece[] = [];
  let lead: Lead | undefined;
  for (const { start, end } of pieceSpans(clause, numbers, words.lexicon)) {
    const text = clause.slice(start, end).trim();
    const own = within(counted, start, end);
    const content = contentOf(plain, tokens, start, end);
    const scan = scanTokens(plain, tokens, { start, end, counted: countedUpTo(own) }, framed);
    const forWhat = own.length === 0 && isPurpose(text, words);
    lead = forWhat ? PURPOSE : (scan.lead ?? lead);
    const deadlines = within(dates, start, end).filter(isDeadline);
    const ahead = clause.slice(start, own[0]?.start ?? end);
    const isDated = deadlines.length > 0 || WITHIN_YEARS.test(text);
    const said: Said = { text, ahead, lead, scan, content, numbers: own, isDated };
    pieces.push({
      text,
      clause: index,
      lead,
      numbers: own.map((part, at) =>
        readNumber({ clause, plain, tokens, content, own, at, start, end, text }, part, words),
      ),
      deadlines,
      content,
      isOutput: !forWhat && saysOutput(said, words),
      isEffect: forWhat || saysEffect(said, words),
      isActive: scan.act || isDated,
      isSlogan: own.every(({ value }) => value === 1) && words.slogans.find(text) !== undefined,
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

/** 三年内实现路口联网: by when, in years. */
const WITHIN_YEARS = /[一二两三四五\d]年(?:之?内|时间)/;

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
  /** What stands before its first number. */
  readonly ahead: string;
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
  // A counting word that no table has may be the people themselves.
  const isKnown = number.unit !== undefined && number.unit.dimension !== 'other';
  if (isKnown) return number as GoalNumber['part'];
  const at = number.unit ? number.end - number.unit.text.length : number.end;
  if (people.at(clause, at)) return { ...number, end: at, unit: PERSON };
  return number.unit ? (number as GoalNumber['part']) : undefined;
}

/** 为国土空间规划提供准确底数 says what it is good for; 为老年人提供助餐服务 is a task. */
function isPurpose(text: string, { purposes, people }: GoalIndexes): boolean {
  if (!text.startsWith('为') || !FOR_WHAT.test(text)) return false;
  // 为机关大院提供保洁服务 is a task as well.
  return purposes.atEnd(text) !== undefined || (people.find(text) === undefined && !/提供.{2,28}服务$/.test(text));
}

/** The verb that leads, and words of effect anywhere. */
function scanTokens(
  plain: string,
  tokens: readonly Token[],
  { start: from, end: to, counted }: Span & { readonly counted: number },
  framed: boolean,
): Scan {
  let [effect, weakEffect, tail, act, hasContent, light] = [false, false, false, false, false, false];
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
    // 安装净化装置4套, 新建保障房道路1.3公里: the word belongs to the thing that is counted; 开展信号配时优化 is work.
    if (entry.effect && !(act && (end <= counted || (light && end === to)))) effect = true;
    if (entry.weakEffect) weakEffect = true;
    if (entry.task) act = true;
    if (entry.task && entry.empty) light = true;
    if (entry.adverb && hasContent && !lead) {
      tail ||= (next?.start !== end || !(next.entry?.task || next.entry?.push)) && end > counted;
    }
    // A verb behind a bare noun is a noun itself (培训合格率); behind a preposition its object may stand before it.
    if (!lead && kind && (!hasContent || framed)) {
      lead = { word: plain.slice(start, end), as: entry.as, kind, isSoft: entry.weakEffect };
    }
    // 暑期结束前完成…: a light verb is a verb wherever it stands, but for 任务完成率.
    if (!lead && !later && entry.task && entry.empty && !NOMINAL.test(plain.slice(end, end + 2)))
      later = { word: plain.slice(start, end), kind: 'task', isSoft: false };
    if (!entry.empty) hasContent = true;
  }
  return { lead: lead ?? (tail || effect ? undefined : later), effect, weakEffect, tail, act };
}

/** Where the last number of things stands; effects before it are no effects. */
function countedUpTo(numbers: readonly NumberPart[]): number {
  const last = numbers.at(-1);
  const isThing = last?.unit && THINGS.has(last.unit.dimension);
  return isThing ? last.start : -1;
}

/** 服务, 惠及, 受益: people who are reached. */
const SHARED = /服务|惠及|受益|满意|就业|率/;
const THINGS: ReadonlySet<string> = new Set(['event', 'thing', 'length', 'area', 'volume']);
/** 亩均产能增加80公斤, 农户每亩多收入800元: by how much something grows. */
const GROWS = /(?:增加|年增|增收|增产|增效|节约|节省|节水|节能|减少|多收入|多收|多赚|多挣)[约近达到至了]?$/;
/** 浇得上水, 看得上病, 不再跑银行: what becomes of people, in plain words. */
const BECOMES = /得[上到起]|[喝用住看吃走坐]上|不再|少跑|有着落|入住|零(?:伤亡|死亡)|不[^得低少超大多晚迟]{2}$/;

function saysOutput(said: Said, { outputAspects }: GoalIndexes): boolean {
  const { text, lead, scan, content, numbers } = said;
  const isGeneral = numbers.length === 0 && content.words.at(-1)?.generic === true;
  if (lead?.kind === 'task' && !(lead.isSoft && isGeneral)) return true;
  const counted = numbers.some(({ unit }) => unit && COUNTED.has(unit.dimension));
  // 推进户厕改造 does something, 做好管护各项工作 does not say what.
  if (lead?.kind === 'push' && (counted || (scan.act && !isGeneral))) return true;
  if (lead?.kind === 'effect' || scan.tail || grows(said)) return false;
  if (counted && !scan.effect) return true;
  // 森林覆盖率稳定在68%: an effect, though 覆盖率 speaks of outputs elsewhere.
  return outputAspects.find(text) !== undefined && !(scan.effect && numbers.length > 0 && !counted);
}

function grows({ numbers, ahead }: Said): boolean {
  return numbers.length > 0 && GROWS.test(ahead);
}

function saysEffect(said: Said, { outputAspects, backgrounds }: GoalIndexes): boolean {
  const { text, lead, scan, content, numbers, isDated } = said;
  if (scan.effect || scan.tail || BECOMES.test(text)) return true;
  const isTask = lead?.kind === 'task';
  if (!isTask && grows(said)) return true;
  if ((!isTask && scan.act && numbers.length > 0 && !SHARED.test(text)) || backgrounds.find(text)) return false;
  // 服务健身群众15万人次: people reached without anything done to them.
  if (!isTask && numbers.some(({ unit }) => unit?.dimension === 'people' || unit?.dimension === 'household'))
    return true;
  const isRate = !isTask && numbers.some(({ unit }) => unit?.dimension === 'ratio');
  const isGeneral = content.words.at(-1)?.generic === true;
  const isHoped =
    scan.weakEffect &&
    !(scan.act && !isTask) &&
    numbers.length === 0 &&
    !isDated &&
    (!isTask || (lead.isSoft && isGeneral));
  return (isRate || isHoped) && outputAspects.find(text) === undefined;
}
