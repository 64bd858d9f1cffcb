/** An indicator read once: what its name measures, what its values say, in which box it stands. */
import type { Indicator } from '../schema/index.js';
import { Framework, type Levels } from './framework.js';
import { GoalReader } from './goal-text.js';
import type { IndicatorData } from './knowledge.js';
import { type Measure, MeasureReader } from './measure.js';
import { type IndicatorName, readName } from './name.js';
import { NameWords } from './name-words.js';
import { marksOf, type NameModel, type NameQuestion } from './name-model.js';
import { NameReading } from './name-reading.js';
import { Opinion, opinionOf } from './opinion.js';
import { type Quantity, QuantityReader } from './quantity.js';
import { type IndicatorRow, rowOf } from './row.js';
import { type Unit, UnitTable } from './units.js';
import { Remembered } from '../text/remembered.js';
import { ValueWords } from './value-words.js';

/** Every field is there in every one, in one order: all rules read them, and objects of one shape are read fastest. */
export interface Understood {
  readonly indicator: IndicatorRow;
  /** Of the name, shared by all indicators that carry it. */
  readonly reading: NameReading;
  readonly name: IndicatorName;
  readonly measure: Measure;
  /** Undefined where the draft has no value for it at all (no such column or field). */
  readonly value: Quantity | undefined;
  /** 计量单位 as its own field. */
  readonly unit: Unit | undefined;
  readonly levels: Levels;
  /** 上年实际值, where it is stated. */
  readonly lastActual: Quantity | undefined;
  /** 合同约定值, where it is stated. */
  readonly contract: Quantity | undefined;
  /** 实际完成值, where it is stated. */
  readonly actual: Quantity | undefined;
  /** Undefined where no model was handed in. */
  readonly opinion: Opinion | undefined;
  /** What the rules have found wrong with the name, once they have looked. A map beside the objects would cost the collector of garbage more than all else here. */
  fault: unknown;
}

export class Understanding {
  readonly framework: Framework;
  readonly quantities: QuantityReader;
  readonly units: UnitTable;
  readonly words: ValueWords;
  readonly names: NameWords;
  readonly goals: GoalReader;
  readonly data: IndicatorData;
  readonly model: NameModel | undefined;
  readonly measures: MeasureReader;
  readonly #names = new Remembered<NameReading>();

  constructor(data: IndicatorData, model?: NameModel) {
    this.data = data;
    this.model = model;
    this.units = new UnitTable(data.units);
    this.framework = new Framework(data.framework);
    this.quantities = new QuantityReader(this.units, data.words);
    this.words = new ValueWords(data.words);
    this.names = new NameWords(data.words);
    this.goals = new GoalReader(data.goals, this.quantities);
    this.measures = new MeasureReader(data);
  }

  understand(indicator: Indicator): Understood {
    return this.understandRow(rowOf(indicator));
  }

  understandRow(indicator: IndicatorRow): Understood {
    const reading = this.#reading(indicator.name);
    const { name, measure } = reading;
    const unit = indicator.unit === undefined ? undefined : this.units.parse(indicator.unit);
    const value =
      indicator.value === undefined
        ? undefined
        : this.quantities.read(indicator.value, indicator.operator, indicator.unit);
    return {
      indicator,
      reading,
      name,
      measure,
      value,
      unit,
      levels: this.framework.resolve(indicator.level1, indicator.level2),
      lastActual: this.#beside(indicator.lastActual, indicator.unit),
      contract: this.#beside(indicator.contractValue, indicator.unit),
      actual: this.#beside(indicator.actual, indicator.unit),
      opinion: this.model && opinionOf(reading, value, this.model, this),
      fault: undefined,
    };
  }

  /** What the model of names is asked. */
  question(name: IndicatorName, measure: Measure, value: Quantity | undefined): NameQuestion {
    const isWish = value?.kind === 'words' && this.words.qualitative(value.text) !== undefined;
    return { core: name.core, marks: marksOf(measure, value, isWish) };
  }

  #reading(raw: string): NameReading {
    const known = this.#names.get(raw);
    if (known) return known;
    const name = readName(raw);
    const reading = new NameReading(name, this.measures.read(name));
    this.#names.offer(raw, reading);
    return reading;
  }

  /** A value in another column; it shares the unit column, not the operator. */
  #beside(text: string | undefined, unit: string | undefined): Quantity | undefined {
    return text === undefined || text.trim() === '' ? undefined : this.quantities.read(text, '', unit);
  }
}
