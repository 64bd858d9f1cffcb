/** What a 指标值 says: its numbers, dates and words, and what kind of value it is on the whole. */
import { compact } from '../text/fold.js';
import type { DatePart } from './dates.js';
import type { IndicatorData } from './knowledge.js';
import { wordIndex } from './lookup.js';
import { type NumberPart, NumberReader } from './number-part.js';
import { columnOperator } from './operators.js';
import { Placeholders } from './placeholders.js';
import { namesStandard } from './standards.js';
import type { TextSpan } from './text-span.js';
import type { UnitTable } from './units.js';
import { type ValueReading, ValueScanner } from './value-scan.js';
import { foldValue, lowerLatin } from './value-text.js';

export type { NumberPart } from './number-part.js';

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

const YES_NO =
  /^(?:是|否|有|完成|已完成|未完成|全部完成|按[时期质].{0,6}(?:完成|发放|到位|拨付|支付|办结|竣工|举办|开展)?|如期完成|按计划.{0,6}|达标|合格|通过|已通过|达到|达到要求|符合|符合要求|合规|规范|通过验收|验收通过|验收合格|验收|(?:是|有|完成|合格|达标)(?:\/|或)(?:否|无|未完成|不合格|不达标|未达标)|正常|建立|已建立|建成|实现|到位)$/;
const ABSENCE = ['无', '零', '不发生', '未发生', '不出现', '未出现', '没有', '杜绝', '不存在', '避免'];

/** Of a sentence: what it states, without saying what kind of value the whole is. */
export type RunningQuantities = Pick<Quantity, 'numbers' | 'notes' | 'dates'>;

const MOST_REMEMBERED = 4096;
/** A text is kept beside so many signs and units; then it starts anew. */
const MOST_BESIDE = 16;
/** Longer values hardly come again. */
const LONGEST_REMEMBERED = 80;

/** A value as it was read beside one sign and unit; the same text may stand beside others. */
interface Known {
  readonly operator: string;
  readonly unit: string;
  readonly quantity: Quantity;
  readonly others: Known | undefined;
  /** How many there are, this one included. */
  readonly count: number;
}

/** 待测算后填报, 待上级下达后明确: somebody will set it one day. */
const TO_BE_SET =
  /^待(?![遇业办岗])[\p{Script=Han}]{0,8}?(?:后|再)?(?:填报?|填写|确定|明确|补充|核定|核实|测算|下达|定)$/u;

export class QuantityReader {
  readonly #units: UnitTable;
  readonly #placeholders: Placeholders;
  readonly #values: ValueScanner;
  readonly #absence = wordIndex(ABSENCE);
  readonly #remembered = new Map<string, Known>();

  constructor(units: UnitTable, words: IndicatorData['words']) {
    this.#units = units;
    this.#placeholders = new Placeholders(words.placeholders);
    this.#values = new ValueScanner(new NumberReader(units));
  }

  /** `operator` and `unit` are the texts of columns beside the value, where the form has them. */
  read(raw: string, operator = '', unit = ''): Quantity {
    // Targets repeat from draft to draft (≥95%, 100%): each is read once.
    for (let known = this.#remembered.get(raw); known; known = known.others)
      if (known.operator === operator && known.unit === unit) return known.quantity;
    const quantity = this.#read(raw, operator, unit);
    if (raw.length + operator.length + unit.length < LONGEST_REMEMBERED) this.#remember(raw, operator, unit, quantity);
    return quantity;
  }

  /** Numbers and dates of running text whose width is folded already. */
  readRunning(text: string): RunningQuantities {
    return this.#values.scan(lowerLatin(text));
  }

  /** The same for a text that will hardly come again, such as a name: nothing is remembered. */
  readOnce(raw: string): Quantity {
    return this.#read(raw, '', '');
  }

  /** Blank, punctuation only, a placeholder word, or crosses left from a template. */
  isPlaceholder(key: string): boolean {
    return this.#placeholders.has(key) || (key.startsWith('待') && TO_BE_SET.test(key));
  }

  #read(raw: string, operator: string, unit: string): Quantity {
    const text = foldValue(raw);
    const key = compact(text);
    if (this.isPlaceholder(key)) {
      return { raw: raw.trim(), text, kind: 'missing', numbers: [], notes: [], dates: [], words: '', unread: [] };
    }
    const reading = this.#values.scan(lowerLatin(text), {
      columnSign: operator === '' ? undefined : columnOperator(lowerLatin(foldValue(operator)).replace(/\s/g, '')),
      unit: unit === '' ? undefined : this.#units.inColumn(compact(unit)),
    });
    const { numbers, notes, dates, words, unread } = reading;
    return { raw: raw.trim(), text, kind: this.#kind(key, reading), numbers, notes, dates, words, unread };
  }

  #kind(key: string, { numbers, dates }: ValueReading): QuantityKind {
    if (numbers.length > 0) return 'number';
    if (dates.length > 0) return 'date';
    if (YES_NO.test(key)) return 'yes-no';
    if (this.#absence.at(key, 0)) return 'absence';
    if (namesStandard(key)) return 'standard';
    return 'words';
  }

  #remember(raw: string, operator: string, unit: string, quantity: Quantity): void {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    const first = this.#remembered.get(raw);
    const others = first && first.count < MOST_BESIDE ? first : undefined;
    this.#remembered.set(raw, { operator, unit, quantity, others, count: (others?.count ?? 0) + 1 });
  }
}
