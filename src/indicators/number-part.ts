/** One number of a value: numeral, range, unit, what stands around it. */
import { CharacterSet } from '../text/character-set.js';
import { type Numeral, readDigits, readNumeral } from '../text/numerals.js';
import { type Operator, POSTFIX_OPERATORS, PREFIX_OPERATORS } from './operators.js';
import type { Unit, UnitTable } from './units.js';

export interface NumberPart {
  readonly start: number;
  readonly end: number;
  /** As written: `String(value)` gives the decimal back digit by digit. */
  readonly value: number;
  /** The upper end of a range (80%-90%). */
  readonly high: number | undefined;
  readonly operator: Operator | undefined;
  /** The operator stands in the value itself, not in a column beside it. */
  readonly ownOperator: boolean;
  readonly unit: Unit | undefined;
  /** The unit stands in the value itself. */
  readonly ownUnit: boolean;
  /** 增长5%, 较上年下降3%: the number is a change, not a level. */
  readonly change: boolean;
  /** 20多公里, 百来户, 三五天: the number is not meant exactly. */
  readonly approximate: boolean;
}

/** What holds for a number unless it says otherwise itself. */
export interface Beside {
  /** The sign right before it. */
  readonly operator: Operator | undefined;
  /** Of a column of signs. */
  readonly columnSign: Operator | undefined;
  /** Of a column of units. */
  readonly unit: Unit | undefined;
}

/** Nothing holds. */
export const NOTHING_BESIDE: Beside = { operator: undefined, columnSign: undefined, unit: undefined };

/** A word of change right before the number (增长≥5%, 下降幅度不低于3%); 增加值达到35亿元 states a level. */
const CHANGE =
  /(?:增长|增加|新增|提高|提升|上升|增幅|涨幅|下降|降低|减少|降幅|减幅|压减|压缩|节约|缩短|上浮|下浮|上涨|回升|递增|翻番|较上年|同比|比上年|较去年|比去年|环比|较前|较基线|[降升减涨])(?:幅度|比例|率|了|约|近|不低于|不少于|不超过|至少|超过|达到?|为|在|[:：\s]){0,3}$/;
const NOT_CHANGE = /新增$/;
const CHANGE_WINDOW = 16;
const RANGE = /\s?(?:[-–—~～至到]{1,2}|——)\s?/y;

export class NumberReader {
  readonly #units: UnitTable;

  constructor(units: UnitTable) {
    this.#units = units;
  }

  /** The number that begins at `start` of folded, lower-case text, or undefined. */
  read(text: string, start: number, { operator, columnSign, unit: fallback }: Beside): NumberPart | undefined {
    if (!NUMBER_START.hasAt(text, start)) return undefined;
    const fraction = this.#fraction(text, start);
    // 万 alone is a scale or a unit.
    if (!fraction && text[start] === '万') return undefined;
    const percent = !fraction && text.startsWith('百分之', start) ? 3 : 0;
    const first = fraction ?? this.#signed(text, start + percent);
    if (!first) return undefined;
    const proportion = this.#proportion(text, first, start);
    if (proportion) return proportion;
    const { high, end } = this.#range(text, first);
    const isChinese = !/[\d.]/.test(text[start + percent] ?? '') && text[start] !== '-';
    const loose = skipLoose(text, end);
    BLANK.lastIndex = loose;
    BLANK.test(text);
    const hit =
      percent > 0 || fraction
        ? { unit: PERCENT, end }
        : (this.#units.at(text, BLANK.lastIndex) ?? (isChinese ? undefined : unknownUnit(text, end)));
    // A Chinese numeral without a unit is part of a word (第三方, 三好学生), unless it is the whole value.
    const isWhole = end === text.length && /^[≥≤><=\s]*$/.test(text.slice(0, start));
    if (isChinese && percent === 0 && !fraction && ((!hit && !isWhole) || text[start - 1] === '第')) return undefined;
    const after = hit?.end ?? loose;
    const approximate = loose > end || isLooseNumeral(text.slice(start, end), hit !== undefined);
    const bracket = skipInclusive(text, after);
    const postfix = POSTFIX_OPERATORS.at(text, after) ?? POSTFIX_OPERATORS.at(text, bracket);
    const own = operator ?? postfix?.value;
    const sign = own ?? columnSign;
    const unit = hit ? withLeadingPer(hit.unit, text, start) : fallback;
    return {
      start,
      end: postfix ? bracket + (POSTFIX_OPERATORS.at(text, after)?.word ?? postfix.word).length : after,
      value: first.value,
      change: isChange(text, start),
      ownOperator: own !== undefined,
      ownUnit: hit !== undefined,
      approximate,
      high,
      operator: sign,
      unit,
    };
  }

  /** 1:3, 不大于1:12: one number, the first through the second. */
  #proportion(text: string, first: Numeral, start: number): NumberPart | undefined {
    if (!/[:∶]/.test(text[first.end] ?? '')) return undefined;
    const second = readDigits(text, first.end + 1);
    // 8:30 is a time of day.
    if (!second || second.value === 0 || /^\d{1,2}:\d{2}(?!\d|\.)/.test(text.slice(start, second.end + 1)))
      return undefined;
    const operator = PREFIX_OPERATORS.get(
      /(?:不大于|不小于|不低于|不高于|[≥≤<>=])\s?$/.exec(text.slice(0, start))?.[0]?.trim() ?? '',
    );
    return {
      start,
      end: second.end,
      value: Math.round((first.value / second.value) * 1e6) / 1e6,
      change: false,
      ownOperator: operator !== undefined,
      ownUnit: true,
      approximate: false,
      high: undefined,
      operator,
      unit: { text: '比', dimension: 'physical', factor: 1 },
    };
  }

  /** 三分之二, 万分之一, 千分之3: a share. */
  #fraction(text: string, start: number): Numeral | undefined {
    if (!/[一二三四五六七八九十两千万]/.test(text[start] ?? '')) return undefined;
    const scale = SCALES.get(text[start]);
    const lower = scale === undefined ? readNumeral(text, start) : { value: scale, end: start + 1 };
    if (!lower || !text.startsWith('分之', lower.end)) return undefined;
    const upper = readNumeral(text, lower.end + 2);
    if (!upper || lower.value === 0) return undefined;
    return { value: Math.round((upper.value / lower.value) * 1e6) / 1e4, end: upper.end, decimals: 4 };
  }

  #signed(text: string, start: number): Numeral | undefined {
    const negative = text[start] === '-' && !/[\d%]/.test(text[start - 1] ?? '');
    const at = start + (negative ? 1 : 0);
    const digits = readDigits(text, at);
    // 万元 is a unit of its own, so that 50万元 and a unit column 万元 agree.
    const numeral = digits && this.#units.at(text, digits.end) ? digits : readNumeral(text, at);
    return numeral && negative ? { ...numeral, value: -numeral.value } : numeral;
  }

  /** 80%-90%, 3~5个: the second number of a range, with the first one's unit passed over. */
  #range(text: string, first: Numeral): { high?: number; end: number } {
    const unitEnd = this.#units.at(text, first.end)?.end ?? first.end;
    for (const from of unitEnd === first.end ? [first.end] : [first.end, unitEnd]) {
      RANGE.lastIndex = from;
      if (!RANGE.test(text)) continue;
      const from2 = RANGE.lastIndex;
      const skip = text.startsWith('百分之', from2) ? 3 : 0;
      const second = this.#signed(text, from2 + skip);
      if (second) return { high: second.value, end: second.end };
    }
    return { end: first.end };
  }
}

/** 千分之, 万分之: of so many, without a numeral before. */
const SCALES: ReadonlyMap<string | undefined, number> = new Map([
  ['千', 1000],
  ['万', 10_000],
]);

const PERCENT: Unit = { text: '%', dimension: 'ratio', factor: 1 };

function isChange(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - CHANGE_WINDOW), start).replace(/[≥≤><=\s]+$/, '');
  return CHANGE.test(before) && !NOT_CHANGE.test(before);
}

/** 20多公里, 300余家, 百来户: the word between number and unit, passed over; 6000余 where the unit has a cell of its own. */
function skipLoose(text: string, at: number): number {
  if (/[多余]/.test(text[at] ?? '') && text[at + 1] === undefined) return at + 1;
  return /[多余来几]/.test(text[at] ?? '') &&
    text[at + 1] !== undefined &&
    !/[以于于年额款热量票]/.test(text[at + 1] as string)
    ? at + 1
    : at;
}

/** 三五天, 七八个: two neighbouring digits are a guess. */
function isLooseNumeral(numeral: string, hasUnit: boolean): boolean {
  return hasUnit && /^[一二两三四五六七八九]{2}$/.test(numeral);
}

const UNKNOWN_UNIT = /\s?(?<unit>[\p{Script=Han}a-z]{1,3})(?=$|[,，;；。、/)(\s])/uy;
const NOT_A_UNIT = /^(?:左右|上下|以上|以下|以内|之内|余|多|多万|起|内|前|后|及以|分之|成|倍|为|或|和|与)|[以上下内]$/;

/** 480具, 200万棒: a counting word that no table has, right behind a number and before its end. */
function unknownUnit(text: string, at: number): { unit: Unit; end: number } | undefined {
  UNKNOWN_UNIT.lastIndex = at;
  const unit = UNKNOWN_UNIT.exec(text)?.groups?.unit;
  if (unit === undefined || NOT_A_UNIT.test(unit)) return undefined;
  return { unit: { text: unit, dimension: 'other', factor: 1 }, end: UNKNOWN_UNIT.lastIndex };
}

const NUMBER_START = new CharacterSet('-.0-9〇零一二两三四五六七八九十百千万');
const BLANK = /\s*/y;
/** 3家(含)以上: a bracket between unit and postfix. */
function skipInclusive(text: string, at: number): number {
  if (text[at] !== '(') return at;
  const bracket = /^\((?:含|含本数|包含|含\d{0,6})\)/.exec(text.slice(at, at + 10));
  return at + (bracket?.[0].length ?? 0);
}

const LEADING_PER =
  /每(?:个)?(年度?|半年|季度?|月|周|天|日|学期|人|户|村|场|次|镇|校|公里|亩)(?:度)?[^\d。；;,，]{0,4}$/;

/** 每季度不少于1次 is 1 次/季度. */
function withLeadingPer(unit: Unit, text: string, start: number): Unit {
  if (unit.per !== undefined || unit.dimension === 'ratio') return unit;
  const per = LEADING_PER.exec(text.slice(Math.max(0, start - 12), start))?.[1];
  return per === undefined ? unit : { ...unit, per };
}
