/**
 * A goal text (绩效目标) read once: clause by clause, what is to be done, what is to change, which numbers it states of
 * what, which years it names.
 */
import { compact } from '../text/fold.js';
import { type Content, readContent } from './content.js';
import type { DatePart } from './dates.js';
import { type GoalWord, goalLexicon } from './goal-lexicon.js';
import { goalClauses, pieceSpans } from './goal-pieces.js';
import type { IndicatorData } from './knowledge.js';
import { type PrefixIndex, wordIndex } from './lookup.js';
import type { NumberPart, Quantity, QuantityReader } from './quantity.js';
import { namesStandard } from './standards.js';
import type { Unit } from './units.js';

export interface GoalNumber extends NumberPart {
  /** As written, with its unit: 18个, 98%. */
  readonly text: string;
  /** What the number is said of. */
  readonly of: Content;
  /** 约4.2万, 30余个: anything near it agrees. */
  readonly approximate: boolean;
  /** 由12%, 较上年, 其中, 每期: where things start from, or a part of them; no target of its own. */
  readonly aside: boolean;
}

/** `task` names what is done, `push` goes on with something (推进, 加强), `effect` tells what changes. */
export type Lead = 'task' | 'push' | 'effect';

export interface GoalPiece {
  readonly text: string;
  /** Position of its clause in the goal; things enumerated after one verb share it. */
  readonly clause: number;
  /** The verb that the piece, or the clause it is part of, opens with. */
  readonly lead?: { readonly word: string; readonly kind: Lead };
  readonly numbers: readonly GoalNumber[];
  readonly dates: readonly DatePart[];
  readonly content: Content;
  /** Says what is done or delivered; generous. */
  readonly isOutput: boolean;
  /** Says what changes for somebody; generous. */
  readonly isEffect: boolean;
  /** 全覆盖, 应保尽保, 达到国家标准: a scope or standard without a number. */
  readonly isDefinite: boolean;
}

export interface GoalYear {
  readonly year: number;
  /** The last year of a span. */
  readonly endYear?: number;
  readonly text: string;
  /** 较2023年, 截至2022年底: what the goal is compared with. */
  readonly isBaseline: boolean;
  /** 到2025年: how far the goal reaches. */
  readonly isHorizon: boolean;
}

export interface GoalText {
  readonly text: string;
  readonly pieces: readonly GoalPiece[];
  readonly years: readonly GoalYear[];
  /** A number, a date, a scope or a standard is stated; the bare year of the project is none. */
  readonly isQuantified: boolean;
  /** 2023—2025年, 三年内: more than one year is spoken of. */
  readonly spansYears: boolean;
}

const MOST_REMEMBERED = 256;
const COUNTED: ReadonlySet<string> = new Set([
  'people', 'household', 'event', 'thing', 'length', 'area', 'volume', 'mass', 'money', 'data', 'energy',
]);
const SPAN_WORDS = /(?:用|分|连续)?[两二三四五六3-6]年(?:内|间|时间|累计|行动|计划|滚动|实施)|[两三四五]年行动|实施期|中长期/;
const BEFORE_BASELINE = /(?:较|比|同|与|相比|截至|截止|自|从|据|依据|根据|以|上年|结转|在)$/;
const AFTER_BASELINE = /^(?:度|年度)?(?:的)?(?:基础上|相比|以来|结转|结余|同期|水平|末数|已|印发|出台|批复)/;

export class GoalReader {
  readonly lexicon: PrefixIndex<Readonly<GoalWord>>;
  readonly #quantities: QuantityReader;
  readonly #outputAspects;
  readonly #definite;
  readonly #approximate;
  readonly #aside;
  readonly #people;
  readonly #dutyVerbs;
  readonly #dutyClosings;
  readonly #remembered = new Map<string, GoalText>();

  constructor(goals: IndicatorData['goals'], quantities: QuantityReader) {
    this.lexicon = goalLexicon(goals);
    this.#quantities = quantities;
    this.#outputAspects = wordIndex(goals.outputAspects);
    this.#definite = wordIndex(goals.definite);
    this.#approximate = wordIndex(goals.approximate);
    this.#aside = wordIndex(goals.baseline);
    this.#people = wordIndex(goals.servedPeople);
    this.#dutyVerbs = wordIndex(goals.dutyVerbs);
    this.#dutyClosings = wordIndex(goals.dutyClosings);
  }

  read(text: string): GoalText {
    const known = this.#remembered.get(text);
    if (known) return known;
    const goal = this.#read(text);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(text, goal);
    return goal;
  }

  /** Blank, a placeholder, or what a form's own text asks for. */
  isMissing(text: string): boolean {
    const key = compact(text);
    return key.length < 2 || this.#quantities.isPlaceholder(key) || UNFILLED.test(key);
  }

  /** Whether a text is written as duties are: clause after clause begins with 负责, 承担, 指导 …, and 交办的其他事项 closes it. */
  isDuties(text: string): boolean {
    const clauses = goalClauses(text);
    const led = clauses.filter((clause) => this.#dutyVerbs.at(clause, 0));
    if (this.#dutyClosings.find(text)) return led.length >= 2;
    const owned = led.some((clause) => OWNED.test(clause));
    return owned && led.length >= 3 && led.length >= clauses.length * 0.6;
  }

  /** The content words of any text, read with the same words as goals are. */
  content(text: string): Content {
    return readContent(text, this.lexicon);
  }

  #read(text: string): GoalText {
    const years: GoalYear[] = [];
    let isQuantified = false;
    const pieces = goalClauses(text).flatMap((clause, index) => {
      const quantity = this.#quantities.read(clause);
      years.push(...yearsOf(quantity, clause));
      isQuantified ||= quantity.dates.some(isDeadline) || quantity.numbers.some((number) => !isYearNumber(number));
      return this.#pieces(clause, index, quantity);
    });
    isQuantified ||= pieces.some(({ isDefinite }) => isDefinite);
    const spansYears = SPAN_WORDS.test(text) || years.some(({ endYear }) => endYear !== undefined);
    return { text, pieces, years, isQuantified, spansYears };
  }

  #pieces(clause: string, index: number, quantity: Quantity): GoalPiece[] {
    const all = [...quantity.numbers, ...quantity.notes].toSorted((a, b) => a.start - b.start);
    const plain = blanked(clause, [...all, ...quantity.dates]);
    const counted = all.flatMap((number) => this.#counted(clause, number));
    const framed = PREPOSITION.test(plain);
    let lead: GoalPiece['lead'];
    const pieces = pieceSpans(clause, counted, this.lexicon).map(({ start, end }) => {
      const inside = (part: { start: number; end: number }) => part.start >= start && part.end <= end;
      const own = counted.filter(inside);
      const dates = quantity.dates.filter(inside);
      const text = clause.slice(start, end).trim();
      const scan = this.#scan(plain.slice(start, end), framed);
      lead = scan.lead ?? lead;
      return {
        text,
        clause: index,
        ...(lead && { lead }),
        numbers: own.map((number, at) => {
          const from = own[at - 1]?.end ?? start;
          const to = own[at + 1]?.start ?? end;
          return this.#number(clause, number, plain.slice(from, number.start), plain.slice(number.end, to), own.length === 1);
        }),
        dates,
        content: scan.content,
        ...this.#sense(text, own, dates, scan, lead),
        isDefinite: this.#definite.find(text) !== undefined || namesStandard(text.toLowerCase()),
      };
    });
    // 对12.6万户农户、56.5万亩耕地发放补贴: the verb stands with the last.
    return pieces.map((piece) => (piece.lead || !lead ? piece : { ...piece, lead, isOutput: piece.isOutput || lead.kind === 'task' }));
  }

  /** 1.3万群众 counts people; 小（2）型 and 80岁 count nothing. */
  #counted(clause: string, number: NumberPart): NumberPart[] {
    if (number.unit) return [number];
    return this.#people.at(clause, number.end) ? [{ ...number, unit: PERSON }] : [];
  }

  /** The verb that leads, and words of effect anywhere. */
  #scan(plain: string, framed: boolean): Scan {
    const content = readContent(plain, this.lexicon);
    let lead: GoalPiece['lead'];
    let hasContent = false;
    let effect = false;
    let weakEffect = false;
    let tail = false;
    let act = false;
    let later: GoalPiece['lead'];
    for (let at = 0; at < plain.length; ) {
      const hit = this.lexicon.at(plain, at);
      if (!hit) {
        if (LETTER.test(plain[at] as string)) hasContent = true;
        at += 1;
        continue;
      }
      const { value, word } = hit;
      const kind: Lead | undefined = value.effect ? 'effect' : value.push ? 'push' : value.task ? 'task' : undefined;
      if (value.effect) effect = true;
      if (value.weakEffect) weakEffect = true;
      if (value.task) act = true;
      if (value.adverb && hasContent && !lead) {
        const next = this.lexicon.at(plain, at + word.length)?.value;
        tail ||= !next?.task && !next?.push;
      }
      // A verb behind a bare noun is a noun itself (培训合格率); behind a preposition its object may stand before it.
      if (!lead && kind && (!hasContent || framed)) lead = { word, kind };
      // 暑期结束前完成…: a light verb is a verb wherever it stands, but for 任务完成率.
      if (value.task && value.empty && !NOMINAL.test(plain.slice(at + word.length, at + word.length + 2)))
        later ??= { word, kind: 'task' };
      if (!value.empty) hasContent = true;
      at += word.length;
    }
    lead ??= tail || effect ? undefined : later;
    return { content, effect, weakEffect, tail, act, ...(lead && { lead }) };
  }

  #sense(text: string, numbers: readonly NumberPart[], dates: readonly DatePart[], scan: Scan, lead: GoalPiece['lead']) {
    const counted = numbers.some(({ unit }) => unit && COUNTED.has(unit.dimension));
    const aspect = this.#outputAspects.find(text) !== undefined;
    const opensEffect = lead?.kind === 'effect' || scan.tail;
    const isOutput =
      lead?.kind === 'task' || (lead?.kind === 'push' && (scan.act || counted)) || ((counted || aspect) && !opensEffect);
    const measured = numbers.length > 0 || dates.length > 0;
    const rate = numbers.some(({ unit }) => unit?.dimension === 'ratio');
    const isEffect = scan.effect || scan.tail || (scan.weakEffect && !measured && !aspect && lead?.kind !== 'task') || (rate && !aspect);
    return { isOutput, isEffect };
  }

  #number(clause: string, number: NumberPart, before: string, after: string, alone: boolean): GoalNumber {
    const behind = this.content(after);
    // 620间普通教室: the thing follows its number; 参审1500件次: it stands before.
    const of = alone ? this.content(before + after) : behind.words.length > 0 ? behind : this.content(before);
    const near = before.replace(/[≥≤><=·\s]+$/, '');
    return {
      ...number,
      // 提高到90% states a level, 提高3% a change; 改造提升垃圾房65座 is a count.
      change: number.change && number.unit?.dimension === 'ratio' && !/[到至为]$/.test(near),
      text: clause.slice(number.start, number.end).trim(),
      of,
      approximate: this.#approximate.atEnd(near) !== undefined || this.#approximate.at(after, 0) !== undefined,
      aside:
        this.#aside.atEnd(near) !== undefined || PER.test(near) || (PHASE.test(number.unit?.text ?? '') && WORKS.test(after)),
    };
  }
}

/** 每期50人, 人均200元: not the whole. */
const PER = /(?:每[^位]{1,3}|人均|户均|亩均|平均每?.{0,2}|单[^位元]{1,2})$/;
/** 三期工程: which one, not how many. */
const PHASE = /^期$/;
const WORKS = /^(?:工程|项目|系统|平台|升级|建设|改造)/;

interface Scan {
  readonly content: Content;
  readonly lead?: { readonly word: string; readonly kind: Lead };
  readonly effect: boolean;
  readonly weakEffect: boolean;
  /** Subject, adverb, change: 家庭负担明显减轻. */
  readonly tail: boolean;
  readonly act: boolean;
}

const PERSON: Unit = { text: '人', dimension: 'people', factor: 1 };
/** 请填写…, 目标1：……, XXX: a form that nobody filled in. */
const UNFILLED =
  /^(?:[(（]?(?:请|此处|在此)?(?:填写|填报|输入|描述|简述|概述).{0,20}(?:目标|内容|情况|此处)|(?:总体|年度|绩效)?目标\d?[:：]?[.…·x×*]{0,20}$|(?:同|见|详见)(?:上|附件|总体目标|年度目标)[。.]?$|[x×*＊.…]{2,40}$)/;
const OWNED = /负责|承担|主管/;
const BLANK = '·';
const LETTER = /[\p{L}\p{N}]/u;
const NOMINAL = /^(?:率|比|度|情况|时间|时限|质量|效果|$)/;
const PREPOSITION = /^[·\s]*(?:对|为|向|面向|针对|在|到|赴|给|按照?|根据|结合|由|委托|依托|通过|围绕|选派|邀请|联合|会同|全面|依法|定期|按时|及时|足额|继续|统一|免费)/;

/** Numbers and dates blanked out, offsets kept: they part the words before and behind them. */
function blanked(clause: string, parts: readonly { start: number; end: number }[]): string {
  let text = '';
  let from = 0;
  for (const part of parts.toSorted((a, b) => a.start - b.start)) {
    if (part.start < from) continue;
    text += clause.slice(from, part.start) + BLANK.repeat(part.end - part.start);
    from = part.end;
  }
  return text + clause.slice(from);
}

function yearsOf({ dates }: Quantity, clause: string): GoalYear[] {
  return dates.flatMap(({ year, endYear, text, start, end }) => {
    if (year === undefined) return [];
    const before = clause.slice(Math.max(0, start - 4), start);
    return [
      {
        year,
        ...(endYear !== undefined && { endYear }),
        text,
        isBaseline: BEFORE_BASELINE.test(before) || AFTER_BASELINE.test(clause.slice(end, end + 6)),
        isHorizon: /[到至]$/.test(before),
      },
    ];
  });
}

/** A date that says by when: 6月底前, 2024年底, but not 2024年 or 全年. */
function isDeadline({ text, month }: DatePart): boolean {
  return month !== undefined || /[底末前]|季度|半年|汛|月/.test(text);
}

/** 2024 without its 年. */
function isYearNumber({ value, unit }: NumberPart): boolean {
  return unit === undefined && Number.isInteger(value) && value >= 1990 && value <= 2100;
}
