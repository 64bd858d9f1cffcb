import { roundTo } from '../text/numerals.js';
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
}

interface UnitHit {
  readonly unit: Unit;
  readonly end: number;
}

const PREFIXES: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3, 百: 1e2 };

/** Reads units of measure: plain (公里), scaled (万元), compound (元/人·月, 次/年). */
export class UnitTable {
  readonly #units: PrefixIndex<{ dimension: Dimension; factor: number }>;

  constructor(data: IndicatorData['units']) {
    const entries = Object.entries(data.dimensions).flatMap(([dimension, { units }]) =>
      Object.entries(units).map(
        ([text, factor]) => [text.toLowerCase(), { dimension: dimension as Dimension, factor }] as const,
      ),
    );
    this.#units = new PrefixIndex(entries);
  }

  /** The unit that begins at `start` of folded, lower-case text. */
  at(text: string, start: number): UnitHit | undefined {
    const direct = this.#units.at(text, start);
    const prefix = PREFIXES[text[start] ?? ''];
    const scaled = prefix === undefined ? undefined : this.#units.at(text, start + 1);
    // 千克 and 千米 are listed; 万元 is 万 + 元.
    const scaledWins = scaled !== undefined && (direct === undefined || direct.word.length <= scaled.word.length);
    if (scaledWins) return this.#hit(text, start, 1 + scaled.word.length, scaled.value, prefix as number);
    return direct && this.#hit(text, start, direct.word.length, direct.value, 1);
  }

  /** The whole text as one unit, or undefined. */
  parse(text: string): Unit | undefined {
    const key = text.toLowerCase().replace(/^[（(]|[)）]$/g, '');
    const hit = this.at(key, 0);
    return hit && hit.end === key.length ? hit.unit : undefined;
  }

  #hit(
    text: string,
    start: number,
    length: number,
    value: { dimension: Dimension; factor: number },
    prefix: number,
  ): UnitHit {
    const end = start + length;
    const per = PER.exec(text.slice(end, end + 12))?.[0] ?? '';
    const unit: Unit = {
      text: text.slice(start, end + per.length),
      dimension: value.dimension,
      factor: roundTo(value.factor * prefix, 12),
      ...(per !== '' && { per: per.slice(1) }),
    };
    return { unit, end: end + per.length };
  }
}

/** “/人·月”, “每公里”; a following comparison word or number ends it. */
const PER =
  /^[/每](?!\d)(?:立方厘米|平方厘米|立方米|平方米|平方公里|车公里|工作日|冬季|季度|学年|学期|小时|公里|千字|毫升|床日|工位|班次|课时|学时|人次|场次|人天|人日|千克|公斤|公顷|标箱|百人|千人|万人|[a-z㎡³²一-龥])(?:[·.、*]?[人月年天次日])?/;

/** Whether two units measure the same kind of thing, per part aside. */
export function comparable(a: Unit, b: Unit): boolean {
  return a.dimension === b.dimension && (a.per === undefined) === (b.per === undefined);
}
