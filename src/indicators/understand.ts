/** An indicator read once: what its name measures, what its value says, in which box it stands. */
import type { Indicator } from '../schema/index.js';
import { Framework, type Levels } from './framework.js';
import type { IndicatorData } from './knowledge.js';
import { type Measure, MeasureReader } from './measure.js';
import { type IndicatorName, readName } from './name.js';
import { type Quantity, QuantityReader } from './quantity.js';
import { type Unit, UnitTable } from './units.js';
import { ValueWords } from './value-words.js';

export interface Understood {
  readonly indicator: Indicator;
  readonly name: IndicatorName;
  readonly measure: Measure;
  /** Undefined where the draft has no value for it at all (no such column or field). */
  readonly value?: Quantity;
  /** 计量单位 as its own field. */
  readonly unit?: Unit;
  readonly levels: Levels;
}

export class Understanding {
  readonly framework: Framework;
  readonly quantities: QuantityReader;
  readonly units: UnitTable;
  readonly words: ValueWords;
  readonly data: IndicatorData;
  readonly #measures: MeasureReader;

  constructor(data: IndicatorData) {
    this.data = data;
    this.units = new UnitTable(data.units);
    this.framework = new Framework(data.framework);
    this.quantities = new QuantityReader(this.units, data.words);
    this.words = new ValueWords(data.words);
    this.#measures = new MeasureReader(data);
  }

  understand(indicator: Indicator): Understood {
    const name = readName(indicator.name);
    const unit = this.units.parse((indicator.unit ?? '').replace(/\s/g, ''));
    return Object.freeze({
      indicator,
      name,
      measure: this.#measures.read(name),
      ...(indicator.value !== undefined && {
        value: this.quantities.read(indicator.value, indicator.operator, indicator.unit),
      }),
      ...(unit && { unit }),
      levels: this.framework.resolve(indicator.level1, indicator.level2),
    });
  }
}
