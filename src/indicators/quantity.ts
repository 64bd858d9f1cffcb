/**
 * What a 指标值 says. A value is read left to right, once, by a small grammar:
 *
 *   value  := { target | date | note | standard | word }
 *   target := [sign] [百分之] numeral [range numeral] [unit] [每…] [postfix]
 *   note   := "(" value ")"        what brackets add is kept apart
 *
 * What holds digits or signs and fits nowhere is listed as unread, with its place.
 */
import { compact } from '../text/fold.js';
import { type Numeral, readDigits, readNumeral } from '../text/numerals.js';
import { type DatePart, readDate } from './dates.js';
import { garbledPiece } from './garbled.js';
import { spell, wordIndex } from './lookup.js';
import type { IndicatorData } from './knowledge.js';
import { columnOperator, type Operator, POSTFIX_OPERATORS, PREFIX_OPERATORS, SIGNS } from './operators.js';
import type { TextSpan } from './text-span.js';
import { namesStandard, skipNonNumber } from './standards.js';
import type { Unit, UnitTable } from './units.js';
import { foldValue, lowerLatin } from './value-text.js';

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

/**
 * `number` holds at least one number, `date` a date and no number, `standard` a grade or named standard, `yes-no` a state
 * that holds or not, `absence` that something does not happen, `missing` nothing, `words` anything else.
 */
export type QuantityKind = 'missing' | 'number' | 'date' | 'standard' | 'yes-no' | 'absence' | 'words';

export interface Quantity {
  /** The value as written, trimmed. */
  readonly raw: string;
  /** The same with width and signs folded; offsets count in it. */
  readonly text: string;
  readonly kind: QuantityKind;
  readonly numbers: readonly NumberPart[];
  /** Numbers in brackets behind a value: explanations, not targets. */
  readonly notes: readonly NumberPart[];
  readonly dates: readonly DatePart[];
  /** What is neither number, unit, operator nor date. */
  readonly words: string;
  /** Pieces with digits or signs that could not be read. */
  readonly unread: readonly TextSpan[];
}

/** A word of change right before the number (增长≥5%, 下降幅度不低于3%); 增加值达到35亿元 states a level. */
const CHANGE =
  /(?:增长|增加|新增|提高|提升|上升|增幅|涨幅|下降|降低|减少|降幅|减幅|压减|压缩|节约|缩短|上浮|下浮|上涨|回升|递增|翻番|较上年|同比|比上年|较去年|比去年|环比|较前|较基线|[降升减涨])(?:幅度|比例|率|了|约|近|不低于|不少于|不超过|至少|超过|达到?|为|在|[:：\s]){0,3}$/;
const NOT_CHANGE = /新增$/;
const CHANGE_WINDOW = 16;
const RANGE = /\s?(?:[-–—~～至到]{1,2}|——)\s?/y;
const CHINESE_DIGITS = /[〇零一二两三四五六七八九十百千万亿]+/y;
const YES_NO =
  /^(?:是|否|有|完成|已完成|未完成|全部完成|按[时期质].{0,6}(?:完成|发放|到位|拨付|支付|办结|竣工|举办|开展)?|如期完成|按计划.{0,6}|达标|合格|通过|已通过|达到|达到要求|符合|符合要求|合规|规范|通过验收|验收通过|验收合格|验收|(?:是|有|完成|合格|达标)(?:\/|或)(?:否|无|未完成|不合格|不达标|未达标)|正常|建立|已建立|建成|实现|到位)$/;
/** What a form asks for, left in the cell. */
const PROMPT =
  /^[(（[【]?(?:请|此处|单击|点击|双击)(?:此处|这里)?(?:填|输|选|添|录)|^[(（[【]?(?:例|示例|样例|如)[:：]|^(?:指标值|目标值|数值)\d{0,2}$|^(?:未|待|以?后|需)(?:填报?|补充?|完善|核实?)$|^同(?:指标名称|名称|左|上|前)$|^#[a-z/]{1,6}[!?]$/;
const ABSENCE = ['无', '零', '不发生', '未发生', '不出现', '未出现', '没有', '杜绝', '不存在', '避免'];
const REMARK = /^([^(（]{2,6})[(（].{0,30}$/;
/** How long a value is read; what follows is kept as words. */
const LONGEST = 400;

/** Of a sentence: what it states, without saying what kind of value the whole is. */
export type RunningQuantities = Pick<Quantity, 'numbers' | 'notes' | 'dates'>;

interface Reading {
  readonly numbers: NumberPart[];
  readonly notes: NumberPart[];
  readonly dates: DatePart[];
  readonly unread: TextSpan[];
  words: string;
}

export class QuantityReader {
  readonly #units: UnitTable;
  readonly #placeholders: ReadonlySet<string>;
  readonly #absence = wordIndex(ABSENCE);
  readonly #remembered = new Map<string, Quantity>();

  constructor(units: UnitTable, words: IndicatorData['words']) {
    this.#units = units;
    this.#placeholders = new Set(words.placeholders.map(compact));
  }

  /** `operator` and `unit` are the texts of columns beside the value, where the form has them. */
  read(raw: string, operator = '', unit = ''): Quantity {
    // Targets repeat from draft to draft (≥95%, 100%): each is read once.
    const key = `${raw}\u0000${operator}\u0000${unit}`;
    const known = this.#remembered.get(key);
    if (known) return known;
    const quantity = this.#read(raw, operator, unit);
    if (key.length < 80) remember(this.#remembered, key, quantity);
    return quantity;
  }

  /** Numbers and dates of running text whose width is folded already. */
  readRunning(text: string): RunningQuantities {
    return this.#scan(lowerLatin(text), undefined, undefined);
  }

  /** The same for a text that will hardly come again, such as a name: nothing is remembered. */
  readOnce(raw: string): Quantity {
    return this.#read(raw, '', '');
  }

  #read(raw: string, operator: string, unit: string): Quantity {
    const text = foldValue(raw);
    const key = compact(text);
    if (this.isPlaceholder(key)) {
      return { raw: raw.trim(), text, kind: 'missing', numbers: [], notes: [], dates: [], words: '', unread: [] };
    }
    const sign = operator === '' ? undefined : columnOperator(lowerLatin(foldValue(operator)).replace(/\s/g, ''));
    const reading = this.#scan(lowerLatin(text), sign, unit === '' ? undefined : this.#units.parse(compact(unit)));
    const { numbers, notes, dates, words, unread } = reading;
    return { raw: raw.trim(), text, kind: this.#kind(key, reading), numbers, notes, dates, words, unread };
  }

  /** Blank, punctuation only, a placeholder word, or crosses left from a template. */
  isPlaceholder(key: string): boolean {
    if (this.#placeholders.has(key) || PROMPT.test(key)) return true;
    // 待定（视雪季情况）
    const remark = REMARK.exec(key)?.[1];
    if (remark !== undefined && this.#placeholders.has(remark)) return true;
    const first = key.charCodeAt(0);
    // What follows begins with a sign or an x.
    if (first >= 0x4e00 && first <= 0x9fff) return false;
    const bare = key.replace(/^[≥≤><=]+/, '');
    return (
      /^[\p{P}\p{S}]*$/u.test(key.replace(/[≥≤><=]/g, '')) ||
      /^[x×*＊_＿?？○□]+(?:[%个次人元户家件项天日年月场册]|万元|人次|平方米|公里)?(?:以上|以内|前)?$/.test(bare)
    );
  }

  #kind(key: string, { numbers, dates }: Reading): QuantityKind {
    if (numbers.length > 0) return 'number';
    if (dates.length > 0) return 'date';
    if (YES_NO.test(key)) return 'yes-no';
    if (this.#absence.at(key, 0)) return 'absence';
    if (namesStandard(key)) return 'standard';
    return 'words';
  }

  #scan(text: string, fallbackOperator: Operator | undefined, fallbackUnit: Unit | undefined): Reading {
    const reading: Reading = { numbers: [], notes: [], dates: [], unread: [], words: '' };
    const limit = Math.min(text.length, LONGEST);
    spell(text);
    let sign: { operator: Operator; start: number; end: number; isSign: boolean } | undefined;
    /** Where the text between the last understood piece and here began. */
    let at = 0;
    let depth = 0;
    while (at < limit) {
      // Of running text most characters begin nothing that is read here.
      if (BEGINS[text.charCodeAt(at)] === 0) {
        const from = at;
        while (at < limit && BEGINS[text.charCodeAt(at)] === 0) at += 1;
        reading.words += text.slice(from, at);
        continue;
      }
      const character = text[at] as string;
      if (character === '(') depth += 1;
      else if (character === ')') depth = Math.max(0, depth - 1);
      const inNote = depth > 0 && isNote(text, at, reading);
      const skip = skipNonNumber(text, at);
      if (skip > 0) {
        reading.words += text.slice(at, at + skip);
        at += skip;
        continue;
      }
      const date = readDate(text, at);
      if (date) {
        if (!inNote) reading.dates.push(date);
        at = date.end;
        sign = undefined;
        continue;
      }
      const number = this.#number(text, at, sign?.operator, fallbackOperator, fallbackUnit);
      if (number) {
        this.#checkJoint(text, reading, number);
        (inNote ? reading.notes : reading.numbers).push(number);
        at = number.end;
        sign = undefined;
        continue;
      }
      const found = PREFIX_OPERATORS.at(text, at);
      if (found) {
        const isSign = SIGNS.at(text, at) !== undefined;
        // ≥≤5 contradicts itself, and what a doubled ≥≥ was to be nobody knows.
        if (isSign && sign?.isSign && at === sign.end) {
          reading.unread.push({
            start: sign.start,
            end: at + found.word.length,
            text: text.slice(sign.start, at + found.word.length),
          });
        }
        // 达到国家标准, 超额完成: a word that no number follows says nothing of how to compare.
        const next = /\s?(?:约|近|年均|平均|人均)?\s?/y;
        next.lastIndex = at + found.word.length;
        next.test(text);
        if (isSign || this.#startsTarget(text, next.lastIndex)) {
          sign = { operator: found.value, start: at, end: at + found.word.length, isSign };
        } else {
          reading.words += found.word;
        }
        at += found.word.length;
        continue;
      }
      // A run of Chinese digits that is no number is passed over at once: each would be read again from its second.
      CHINESE_DIGITS.lastIndex = at;
      const run = CHINESE_DIGITS.test(text) ? CHINESE_DIGITS.lastIndex - at : 1;
      const piece = text.slice(at, at + run);
      if (/[\d%]/.test(piece)) reading.unread.push({ start: at, end: at + run, text: piece });
      reading.words += piece;
      at += run;
    }
    reading.words = (reading.words + text.slice(limit)).trim();
    // ≥ at the very end compares with nothing.
    if (sign?.isSign && reading.numbers.length > 0 && text.trimEnd().endsWith(text.slice(sign.start).trimEnd())) {
      reading.unread.push({ start: sign.start, end: text.length, text: text.slice(sign.start) });
    }
    this.#checkEnds(text, reading);
    const garbled = garbledPiece(text, reading.dates.length > 0);
    if (garbled) reading.unread.push(garbled);
    return reading;
  }

  /** Two numbers grown together leave no reading: 5..2, 1O0%, 1 00. */
  #checkJoint(text: string, reading: Reading, number: NumberPart): void {
    const last = [...reading.numbers, ...reading.notes].at(-1);
    if (!last || last.operator !== undefined) {
      if (!last) return;
    }
    const gap = text.slice(last.end, number.start);
    const grown = gap === '' && (!last.ownUnit || (last.unit?.dimension === 'ratio' && !number.ownOperator));
    const broken = gap === ',' && !last.ownUnit && !last.ownOperator;
    if (
      grown ||
      /^(?:[.oils?_*]{1,3}|\.{1,3})$/.test(gap) ||
      broken ||
      (/^ $/.test(gap) && !last.ownUnit && !number.ownOperator)
    ) {
      reading.unread.push({ start: last.start, end: number.end, text: text.slice(last.start, number.end) });
    }
  }

  /** “10-” and “95.%”: a range or decimal that breaks off. */
  #checkEnds(text: string, reading: Reading): void {
    for (const { start, end, high } of reading.numbers) {
      if (high !== undefined) continue;
      const rest = text.slice(end);
      if (BROKEN_END.test(rest)) {
        reading.unread.push({ start, end: Math.min(text.length, end + 2), text: text.slice(start, end + 2) });
      }
    }
  }

  #startsTarget(text: string, at: number): boolean {
    if (/\d/.test(text[at] ?? '') || text.startsWith('百分之', at)) return true;
    if (PREFIX_OPERATORS.at(text, at) && SIGNS.at(text, at)) return true;
    return this.#number(text, at, undefined, undefined, undefined) !== undefined;
  }

  #number(
    text: string,
    start: number,
    operator: Operator | undefined,
    columnSign: Operator | undefined,
    fallback: Unit | undefined,
  ): NumberPart | undefined {
    if (!NUMBER_START.test(text[start] ?? '')) return undefined;
    const fraction = this.#fraction(text, start);
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

  /** 三分之二, 2/3: a share. */
  #fraction(text: string, start: number): Numeral | undefined {
    if (!/[一二三四五六七八九十两]/.test(text[start] ?? '')) return undefined;
    const lower = readNumeral(text, start);
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

const PERCENT: Unit = { text: '%', dimension: 'ratio', factor: 1 };
function isChange(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - CHANGE_WINDOW), start).replace(/[≥≤><=\s]+$/, '');
  return CHANGE.test(before) && !NOT_CHANGE.test(before);
}

/** 20多公里, 300余家, 百来户: the word between number and unit, passed over. */
function skipLoose(text: string, at: number): number {
  return /[多余来几]/.test(text[at] ?? '') && text[at + 1] !== undefined && !/[以于于年]/.test(text[at + 1] as string)
    ? at + 1
    : at;
}

/** 三五天, 七八个: two neighbouring digits are a guess. */
function isLooseNumeral(numeral: string, hasUnit: boolean): boolean {
  return hasUnit && /^[一二两三四五六七八九]{2}$/.test(numeral);
}

/** “10-”, “95.%”, “500～人”, “60至日”: a range or decimal that breaks off. */
const BROKEN_END = /^\s?(?:[-~～—–.]{1,2}$|\.%|[-~～]{1,2}(?=[;；,，。\p{Script=Han}])|至(?=[日天人个月年次]|$))/u;

/** What brackets add to the number before them; behind a separator they hold a target of their own: 防护服(120套). */
function isNote(text: string, at: number, { numbers, dates, notes }: Reading): boolean {
  const last = Math.max(numbers.at(-1)?.end ?? -1, dates.at(-1)?.end ?? -1, notes.at(-1)?.end ?? -1);
  if (last < 0) return false;
  const open = text.lastIndexOf('(', at);
  return last > open || !/[、,，;；+]/.test(text.slice(last, open)) || !/\d/.test(text[open + 1] ?? '');
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

const NUMBER_START = /[-.\d〇零一二两三四五六七八九十百千]/;
const BLANK = /\s*/y;
/** What numbers, dates, standards, brackets and words of comparison begin with, by UTF-16 code. */
const BEGINS = new Uint8Array(0x10000);
for (const code of PREFIX_OPERATORS.starts()) BEGINS[code] = 1;
for (const character of [
  '-().%0123456789abcdefghijklmnopqrstuvwxyzⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ〇零一二两三四五六七八九十百千万亿双甲乙丙丁优良合中达部未',
  '年当次翌明来去本今每全第上下月季学财春秋冬夏汛国元开入供采',
].join(''))
  BEGINS[character.charCodeAt(0)] = 1;

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

const MOST_REMEMBERED = 4096;

function remember<Value>(memory: Map<string, Value>, key: string, value: Value): void {
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(key, value);
}
