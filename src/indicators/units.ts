import { codeAt } from '../text/code-at.js';
import { withoutSecondLanguage } from '../text/second-language.js';
import { roundTo } from '../text/numerals.js';
import { Remembered } from '../text/remembered.js';
import type { Dimension, IndicatorData } from './knowledge.js';
import { PrefixIndex } from './lookup.js';

export interface Unit {
  /** As written, without white space. */
  readonly text: string;
  readonly dimension: Dimension;
  /** Factor to the first unit of the dimension; meaningful for physical dimensions, money, time and ratio. */
  readonly factor: number;
  /** The part after “/” or “每”: 元/人, 次/月. */
  readonly per?: string;
  /** Made of symbols that no table has: nothing is known of what it is equal to. */
  readonly isOfSymbols?: true;
}

interface UnitHit {
  readonly unit: Unit;
  readonly end: number;
}

/** A word of the table, and the units that were read of it. */
interface Listed {
  readonly dimension: Dimension;
  readonly factor: number;
  plain: Unit | undefined;
  readonly scaled: Map<number, Unit>;
}

/** By UTF-16 code. */
const PREFIXES = new Map([
  ['亿'.charCodeAt(0), 1e8],
  ['万'.charCodeAt(0), 1e4],
  ['千'.charCodeAt(0), 1e3],
  ['百'.charCodeAt(0), 1e2],
]);

/** Reads units of measure: plain (公里), scaled (万元), compound (元/人·月, 次/年). */
export class UnitTable {
  readonly #units: PrefixIndex<Listed>;
  /** A column of units holds the same few texts. */
  readonly #parsed = new Remembered<Unit | null>();

  constructor(data: IndicatorData['units']) {
    const entries = Object.entries(data.dimensions).flatMap(([dimension, { units }]) =>
      Object.entries(units).map(
        ([text, factor]) =>
          [
            text.toLowerCase(),
            { dimension: dimension as Dimension, factor, plain: undefined, scaled: new Map() },
          ] as const,
      ),
    );
    this.#units = new PrefixIndex(entries);
  }

  /** The unit that begins at `start` of folded, lower-case text. */
  at(text: string, start: number): UnitHit | undefined {
    const hit = this.#listedAt(text, start);
    if (!isLatin(codeAt(text, start))) return hit;
    SYMBOLS.lastIndex = start;
    const symbols = SYMBOLS.exec(text)?.[0] ?? '';
    const end = start + symbols.length;
    // The l of lm/W is no litre.
    if (end <= (hit?.end ?? start) || !TELLING.test(symbols)) return hit;
    return { unit: { text: symbols, dimension: 'physical', factor: 1, isOfSymbols: true }, end };
  }

  #listedAt(text: string, start: number): UnitHit | undefined {
    const direct = this.#units.at(text, start);
    const prefix = PREFIXES.get(codeAt(text, start));
    const scaled = prefix === undefined ? undefined : this.#units.at(text, start + 1);
    // 千克 and 千米 are listed; 万元 is 万 + 元.
    const scaledWins = scaled !== undefined && (direct === undefined || direct.word.length <= scaled.word.length);
    if (scaledWins) return hitAt(text, start, 1 + scaled.word.length, scaled.value, prefix as number);
    return direct && hitAt(text, start, direct.word.length, direct.value, 1);
  }

  /** The whole text, white space aside, as one unit, or undefined. */
  parse(text: string): Unit | undefined {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known ?? undefined;
    const unit = this.#parse(text) ?? this.#parse(withoutSecondLanguage(text));
    this.#parsed.offer(text, unit ?? null);
    return unit;
  }

  /** What stands in a column of units: a counting word that no table has (矿次, 万治疗量) is one there. */
  inColumn(text: string): Unit | undefined {
    return this.parse(text) ?? unlisted(keyOf(text));
  }

  #parse(text: string): Unit | undefined {
    const key = keyOf(text);
    const hit = this.at(key, 0);
    if (!hit) return undefined;
    // 件(套): either.
    const rest = /^\(([^()]{1,3})\)$/.exec(key.slice(hit.end))?.[1];
    const isEither = rest !== undefined && this.at(rest, 0)?.end === rest.length;
    return hit.end === key.length || isEither ? hit.unit : undefined;
  }
}

/**
 * lm/W, dB(A), cd/m², mmol/L: symbols of the International System and of trades, prefixed, raised and divided, as far as they
 * go. No counter is written so; those of which amounts are compared (m, kg, kWh) are in the table.
 */
const SYMBOL = String.raw`(?:[kmμµunpcdhgt]?(?:lm|lx|cd|w|v|va|var|ω|hz|pa|j|n|mol|m|g|t|l|db|bq|gy|sv|cal|gce|iu|k)|cfu|min|rpm|h|s|d|a|r)(?:\^?-?[23²³])?`;
const SYMBOLS = new RegExp(
  String.raw`${SYMBOL}(?:[/·]${SYMBOL}|/\(${SYMBOL}(?:·${SYMBOL})*\))*(?:(?<=db|pa)\([a-z]\)|(?<=db)hl)?(?![a-z\d])`,
  'uy',
);
/** Without one of these a run of letters may be anything. */
const TELLING = /[/·(]|lm|lx|cd|hz|pa|mol|db|bq|gy|sv|gce|rpm/;

function isLatin(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || code === 0x3bc || code === 0x3c9;
}

function keyOf(text: string): string {
  const key = text.toLowerCase().replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')');
  // (人) is in brackets, 台(套) has some.
  return /^\([^()]*\)$/.test(key) ? key.slice(1, -1) : key;
}

const UNLISTED = /^[\p{Script=Han}a-z]{1,4}$/u;

function unlisted(key: string): Unit | undefined {
  const prefix = PREFIXES.get(codeAt(key, 0));
  const word = prefix === undefined ? key : key.slice(1);
  return UNLISTED.test(word) ? { text: key, dimension: 'other', factor: prefix ?? 1 } : undefined;
}

function hitAt(text: string, start: number, length: number, listed: Listed, prefix: number): UnitHit {
  const end = start + length;
  const after = codeAt(text, end);
  const per = after === SLASH || after === EACH ? (PER.exec(text.slice(end, end + 12))?.[0] ?? '') : '';
  if (per === '') return { unit: withoutPer(text.slice(start, end), listed, prefix), end };
  const unit: Unit = {
    text: text.slice(start, end + per.length),
    dimension: listed.dimension,
    factor: roundTo(listed.factor * prefix, 12),
    per: PER_NAMES[per.slice(1)] ?? per.slice(1),
  };
  return { unit, end: end + per.length };
}

/** Symbols of time behind a stroke, as goals spell them out: m³/h is 立方米/小时. */
const PER_NAMES: Readonly<Record<string, string>> = { h: '小时', d: '日', a: '年', min: '分钟', s: '秒' };
const SLASH = '/'.charCodeAt(0);
const EACH = '每'.charCodeAt(0);

/** Made once for each word and prefix: nothing changes a unit. */
function withoutPer(text: string, listed: Listed, prefix: number): Unit {
  const { dimension, factor } = listed;
  if (prefix === 1) {
    listed.plain ??= { text, dimension, factor: roundTo(factor, 12) };
    return listed.plain;
  }
  const known = listed.scaled.get(prefix);
  if (known) return known;
  const unit: Unit = { text, dimension, factor: roundTo(factor * prefix, 12) };
  listed.scaled.set(prefix, unit);
  return unit;
}

/** “/人·月”, “每公里”; a following comparison word or number ends it. */
const PER =
  /^[/每](?!\d)(?:m³|m3|m²|m2|km²|km2|min|km|立方厘米|平方厘米|立方米|平方米|平方公里|车公里|工作日|冬季|季度|学年|学期|小时|公里|千字|毫升|床日|工位|班次|课时|学时|人次|场次|人天|人日|千克|公斤|公顷|标箱|百人|千人|万人|[a-z㎡³²一-龥])(?:[·.、*]?[人月年天次日])?/;

/** Whether two units measure the same kind of thing, per part aside. Of other physical quantities only like units do: kPa and MPa are not converted. */
export function comparable(a: Unit, b: Unit): boolean {
  if (a.dimension === 'physical' && a.text !== b.text) return false;
  return a.dimension === b.dimension && (a.per === undefined) === (b.per === undefined);
}
