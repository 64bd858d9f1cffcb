/**
 * What a 指标值 says. A value is read left to right, once: operators, numbers with their units and ranges, dates; what
 * is left over are its words.
 */
import { compact, foldWidth } from '../text/fold.js';
import { type Numeral, readDigits, readNumeral } from '../text/numerals.js';
import { type DatePart, readDate } from './dates.js';
import { PrefixIndex, wordIndex } from './lookup.js';
import type { IndicatorData } from './knowledge.js';
import type { Unit, UnitTable } from './units.js';

export type Operator = '≥' | '≤' | '=' | '>' | '<';

export interface NumberPart {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** The upper end of a range (80%-90%). */
  readonly high?: number;
  readonly operator?: Operator;
  readonly unit?: Unit;
  /** 增长5%, 较上年下降3%: the number is a change, not a level. */
  readonly change: boolean;
}

export type QuantityKind = 'missing' | 'number' | 'date' | 'standard' | 'yes-no' | 'absence' | 'words';

export interface Quantity {
  /** The value as written, width folded and trimmed. */
  readonly text: string;
  readonly kind: QuantityKind;
  readonly numbers: readonly NumberPart[];
  readonly dates: readonly DatePart[];
  /** What is neither number, unit, operator nor date. */
  readonly words: string;
}

const OPERATORS = new PrefixIndex<Operator>([
  ...entries('≥', [
    '≥',
    '>=',
    '=>',
    '≧',
    '⩾',
    '大于等于',
    '大于或等于',
    '不低于',
    '不少于',
    '不小于',
    '至少',
    '达到',
    '不得低于',
    '最低',
    '超过或等于',
    '不得少于',
    '高于或等于',
  ]),
  ...entries('≤', [
    '≤',
    '<=',
    '=<',
    '≦',
    '⩽',
    '小于等于',
    '小于或等于',
    '不高于',
    '不超过',
    '不大于',
    '不多于',
    '不超',
    '最多',
    '最高',
    '控制在',
    '不得超过',
    '不得高于',
    '低于或等于',
    '不晚于',
    '不迟于',
  ]),
  ...entries('>', ['>', '大于', '高于', '超过', '多于', '超']),
  ...entries('<', ['<', '小于', '低于', '少于']),
  ...entries('=', ['=', '等于', '＝', '为']),
]);
const POSTFIX = new PrefixIndex<Operator>([
  ...entries('≥', ['及以上', '或以上', '以上', '起', '含以上']),
  ...entries('≤', ['及以下', '或以下', '以下', '以内', '之内', '以前', '之前', '内', '前', '止', '封顶']),
]);
const CHANGE =
  /(?:增长|增加|提高|提升|上升|增幅|下降|降低|减少|降幅|较上年|同比|比上年|较去年|环比|较前|压减|节约|缩短|上浮|下浮)[^\d]{0,6}$/;
const RANGE = /[-–—~～至到]{1,2}/y;
const STANDARD =
  /(?:gb|db|cj|jg|jt|hj|sl|ws|ga|gy|ny|sb|jgj|cjj|iso)[/a-z]{0,3}\s?\d[\d.\-–—]{0,20}|[一二三四五六七八九ⅰ-ⅻ]{1,3}[级类等星]|[a-e]{1,5}级|[1-5](?:a|星)级?|\d级(?!及以上的)|(?:优良|优秀|良好|合格|中等)(?:等次|等级|档次|级)|达成预期(?:指标|目标)?|部分达成|未达成/g;
/** Chinese digits inside these are no numbers. */
const NUMERAL_WORDS =
  /^(?:一定|一般|一批|一致|一流|一体|一次性|一站|一网|一览|一线|一大批|一系列|一方面|一级|二级|三级|四级|五级|一类|二类|三类|四类|五类|三公|两型|两会|一带|百姓|万无|千方|十四五|十三五|十五五|二次供|三农|三资|百分比|百日|十佳|百强|千分比|一户一|一人一|一村一|一企一|一事一|一案一|三甲|双|两个维护|四个|三保|两不愁|一卡通|一张图|一老一小)/;
const CHINESE_DIGITS = /^[〇零一二两三四五六七八九十百千万亿]+/;
const MAX_RUN = 64;
const YES_NO =
  /^(?:是|否|有|完成|已完成|未完成|全部完成|按[时期].{0,6}(?:完成|发放|到位|拨付|支付|办结|竣工)?|如期完成|按计划.{0,6}|达标|合格|通过|已通过|达到|达到要求|符合|符合要求|合规|通过验收|验收通过|验收合格|验收|是\/否|正常)$/;

function entries(operator: Operator, words: readonly string[]): [string, Operator][] {
  return words.map((word) => [word, operator]);
}

export class QuantityReader {
  readonly #units: UnitTable;
  readonly #placeholders: ReadonlySet<string>;
  readonly #absence = wordIndex(['无', '零', '不发生', '未发生', '不出现', '未出现', '没有']);

  constructor(units: UnitTable, words: IndicatorData['words']) {
    this.#units = units;
    this.#placeholders = new Set(words.placeholders.map(compact));
  }

  /** `operator` and `unit` are the texts of columns beside the value, where the form has them. */
  read(raw: string, operator = '', unit = ''): Quantity {
    const text = fold(raw);
    const key = compact(text);
    if (this.isPlaceholder(key)) return { text, kind: 'missing', numbers: [], dates: [], words: '' };
    const { numbers, dates, words } = this.#scan(
      lower(text),
      columnOperator(operator),
      this.#units.parse(compact(unit)),
    );
    return { text, kind: this.#kind(key, numbers, dates), numbers, dates, words };
  }

  /** Blank, punctuation only, a placeholder word, or crosses left from a template. */
  isPlaceholder(key: string): boolean {
    const bare = key.replace(/^[≥≤><=]+/, '');
    return (
      this.#placeholders.has(key) ||
      /^[\p{P}\p{S}]*$/u.test(key.replace(/[≥≤><=]/g, '')) ||
      /^[x×*＊_?？]+(?:[%个次人元]|万元)?$/.test(bare)
    );
  }

  #kind(key: string, numbers: readonly NumberPart[], dates: readonly DatePart[]): QuantityKind {
    if (numbers.length > 0) return 'number';
    if (dates.length > 0) return 'date';
    if (YES_NO.test(key)) return 'yes-no';
    if (this.#absence.at(key, 0)) return 'absence';
    STANDARD.lastIndex = 0;
    if (STANDARD.test(key)) return 'standard';
    return 'words';
  }

  #scan(text: string, fallbackOperator: Operator | undefined, fallbackUnit: Unit | undefined) {
    const numbers: NumberPart[] = [];
    const dates: DatePart[] = [];
    let words = '';
    let operator: Operator | undefined;
    let at = 0;
    while (at < text.length) {
      const skip = this.#skip(text, at);
      if (skip > 0) {
        words += text.slice(at, at + skip);
        at += skip;
        continue;
      }
      const date = readDate(text, at);
      if (date) {
        dates.push(date);
        at = date.end;
        continue;
      }
      const sign = OPERATORS.at(text, at);
      if (sign) {
        operator = sign.value;
        at += sign.word.length;
        continue;
      }
      const number = this.#number(text, at, operator ?? fallbackOperator, fallbackUnit);
      if (number) {
        numbers.push(number);
        at = number.end;
        operator = undefined;
        continue;
      }
      // A run of Chinese digits that is no number is passed over at once: each would be read again from its second.
      const run = CHINESE_DIGITS.exec(text.slice(at, at + MAX_RUN))?.[0].length ?? 1;
      words += text.slice(at, at + run);
      at += run;
    }
    return { numbers, dates, words: words.trim() };
  }

  /** Length of a piece at `at` that looks like a number and is none: a standard's code, 一定, 十四五. */
  #skip(text: string, at: number): number {
    STANDARD.lastIndex = at;
    const previous = text[at - 1] ?? '';
    if (!/[a-z]/.test(previous)) {
      const match = STANDARD.exec(text.slice(0, at + 40));
      if (match && match.index === at) return match[0].length;
    }
    return NUMERAL_WORDS.exec(text.slice(at, at + 6))?.[0].length ?? 0;
  }

  #number(
    text: string,
    start: number,
    operator: Operator | undefined,
    fallback: Unit | undefined,
  ): NumberPart | undefined {
    const percent = text.startsWith('百分之', start) ? 3 : 0;
    const first = this.#signed(text, start + percent);
    if (!first) return undefined;
    const { high, end } = this.#range(text, first);
    const spaced = end + (/^\s*/.exec(text.slice(end))?.[0].length ?? 0);
    const hit = percent > 0 ? { unit: PERCENT, end } : this.#units.at(text, spaced);
    const isChinese = !/[\d.]/.test(text[start + percent] ?? '') && text[start] !== '-';
    // A Chinese numeral without a unit is part of a word: 第三方, 三好学生.
    if (isChinese && percent === 0 && (!hit || text[start - 1] === '第')) return undefined;
    const after = hit?.end ?? end;
    const postfix = POSTFIX.at(text, after) ?? POSTFIX.at(text, skipParts(text, after));
    const unit = hit?.unit ?? fallback;
    const sign = operator ?? postfix?.value;
    return {
      start,
      end: postfix ? skipParts(text, after) + (POSTFIX.at(text, after)?.word ?? postfix.word).length : after,
      value: first.value,
      change: CHANGE.test(text.slice(Math.max(0, start - 14), start).replace(/[≥≤><=\s]+$/, '')),
      ...(high !== undefined && { high }),
      ...(sign && { operator: sign }),
      ...(unit && { unit }),
    };
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
    for (const from of [first.end, unitEnd]) {
      RANGE.lastIndex = from;
      if (!RANGE.exec(text)) continue;
      const second = this.#signed(text, RANGE.lastIndex);
      if (second) return { high: second.value, end: second.end };
    }
    return { end: first.end };
  }
}

const PERCENT: Unit = { text: '%', dimension: 'ratio', factor: 1 };

/** 3家（含）以上: a bracket between unit and postfix. */
function skipParts(text: string, at: number): number {
  const bracket = /^\((?:含|含本数|包含)\)/.exec(text.slice(at, at + 6));
  return at + (bracket?.[0].length ?? 0);
}

function columnOperator(text: string): Operator | undefined {
  const key = lower(fold(text)).replace(/\s/g, '');
  return OPERATORS.get(key);
}

/** Latin letters alone, so that offsets stay. */
function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Folds width and the variants of signs; the text keeps its length only roughly. */
function fold(raw: string): string {
  return foldWidth(raw)
    .replace(/\u2212/g, '-')
    .replace(/[％﹪]/g, '%')
    .replace(/[≧⩾]/g, '≥')
    .replace(/[≦⩽]/g, '≤')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')')
    .replace(/\s+/g, ' ')
    .trim();
}
