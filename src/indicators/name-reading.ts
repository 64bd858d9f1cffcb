/**
 * A name read once for all indicators that carry it: 资金使用率 stands in every second draft. Others may hang on it what
 * they have found out, as long as it depends on nothing but the name.
 */
import { compact } from '../text/fold.js';
import type { Measure } from './measure.js';
import type { IndicatorName } from './name.js';
import type { Opinion } from './opinion.js';

/** Of a name of which nothing has been found out. */
const blank: unknown[] = [];

export class NameReading {
  readonly name: IndicatorName;
  readonly measure: Measure;
  readonly kept: unknown[];
  /** What the model of names was last asked of the name: of the next indicator it is mostly the same. */
  latest: Opinion | undefined;

  constructor(name: IndicatorName, measure: Measure) {
    this.name = name;
    this.measure = measure;
    this.latest = undefined;
    this.kept = blank.slice();
  }
}

/** Whatever carries a reading. */
export interface Named {
  readonly reading: NameReading;
}

/**
 * A function of a name that is worked out once a name. `by` is what else it is worked out with: always the one
 * understanding that the reading is of.
 */
export function perName<Result, By = void>(
  work: (reading: NameReading, by: By) => Result,
): (of: Named, by: By) => Result {
  const place = blank.push(undefined) - 1;
  return ({ reading }, by) => {
    const { kept } = reading;
    const known = kept[place];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as Result;
    const result = work(reading, by);
    kept[place] = result === undefined ? NOTHING : result;
    return result;
  };
}

const NOTHING = Symbol('nothing');

/** What is measured, as a key to compare. */
export const nameKey = perName(({ name }) => compact(name.core));
