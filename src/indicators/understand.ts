/** An indicator read once: what its name measures, what its values say, in which box it stands. */
import type { Indicator } from '../schema/index.js';
import { Framework, type Levels } from './framework.js';
import { GoalReader } from './goal-text.js';
import type { IndicatorData } from './knowledge.js';
import { type Measure, MeasureReader } from './measure.js';
import { type IndicatorName, readName } from './name.js';
import {
  type Answers,
  type Direction,
  type Judgement,
  marksOf,
  type NameBox,
  type NameKind,
  type NameModel,
} from './name-model.js';
import { type Quantity, QuantityReader } from './quantity.js';
import { type Unit, UnitTable } from './units.js';
import { ValueWords } from './value-words.js';

/** What the model of names holds of a name; each question is asked when it is first wanted. */
export interface Opinion {
  readonly judged: Answers<Judgement>;
  readonly kind: Answers<NameKind>;
  readonly box: Answers<NameBox>;
  readonly better: Answers<Direction>;
}

/** Every field is there in every one, in one order: all rules read them, and objects of one shape are read fastest. */
export interface Understood {
  readonly indicator: Indicator;
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
  readonly goals: GoalReader;
  readonly data: IndicatorData;
  readonly model: NameModel | undefined;
  readonly measures: MeasureReader;

  constructor(data: IndicatorData, model?: NameModel) {
    this.data = data;
    this.model = model;
    this.units = new UnitTable(data.units);
    this.framework = new Framework(data.framework);
    this.quantities = new QuantityReader(this.units, data.words);
    this.words = new ValueWords(data.words);
    this.goals = new GoalReader(data.goals, this.quantities);
    this.measures = new MeasureReader(data);
  }

  understand(indicator: Indicator): Understood {
    const name = readName(indicator.name);
    const unit = indicator.unit === undefined ? undefined : this.units.parse(indicator.unit.replace(/\s/g, ''));
    const measure = this.measures.read(name);
    const value =
      indicator.value === undefined
        ? undefined
        : this.quantities.read(indicator.value, indicator.operator, indicator.unit);
    return {
      indicator,
      name,
      measure,
      value,
      unit,
      levels: this.framework.resolve(indicator.level1, indicator.level2),
      lastActual: this.#beside(indicator.lastActual, indicator.unit),
      contract: this.#beside(indicator.contractValue, indicator.unit),
      actual: this.#beside(indicator.actual, indicator.unit),
      opinion: this.model && new LazyOpinion(this, this.model, name, measure, value),
      fault: undefined,
    };
  }

  /** What the model of names is asked. */
  question(name: IndicatorName, measure: Measure, value: Quantity | undefined): { core: string; marks: string[] } {
    const isWish = value?.kind === 'words' && this.words.qualitative(value.text) !== undefined;
    return { core: name.core, marks: marksOf(measure, value, isWish) };
  }

  /** A value in another column; it shares the unit column, not the operator. */
  #beside(text: string | undefined, unit: string | undefined): Quantity | undefined {
    return text === undefined || text.trim() === '' ? undefined : this.quantities.read(text, '', unit);
  }
}

class LazyOpinion implements Opinion {
  readonly #model: NameModel;
  readonly #understanding: Understanding;
  readonly #name: IndicatorName;
  readonly #measure: Measure;
  readonly #value: Quantity | undefined;
  #features: Uint32Array | undefined;
  #judged: Answers<Judgement> | undefined;
  #kind: Answers<NameKind> | undefined;
  #box: Answers<NameBox> | undefined;
  #better: Answers<Direction> | undefined;

  constructor(
    understanding: Understanding,
    model: NameModel,
    name: IndicatorName,
    measure: Measure,
    value: Quantity | undefined,
  ) {
    this.#understanding = understanding;
    this.#model = model;
    this.#name = name;
    this.#measure = measure;
    this.#value = value;
  }

  get judged(): Answers<Judgement> {
    this.#judged ??= this.#model.answer('judged', this.#own());
    return this.#judged;
  }

  get kind(): Answers<NameKind> {
    this.#kind ??= this.#model.answer('kind', this.#own());
    return this.#kind;
  }

  get box(): Answers<NameBox> {
    this.#box ??= this.#model.answer('box', this.#own());
    return this.#box;
  }

  get better(): Answers<Direction> {
    this.#better ??= this.#model.answer('better', this.#own());
    return this.#better;
  }

  #own(): Uint32Array {
    this.#features ??= this.#model.features(this.#understanding.question(this.#name, this.#measure, this.#value));
    return this.#features;
  }
}
