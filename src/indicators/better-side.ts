/** Which side of a target is the better one, as name and box tell: more pupils trained, fewer complaints. */
import type { Levels } from './framework.js';
import type { IndicatorData, MeasureKind } from './knowledge.js';
import { wordIndex } from './lookup.js';
import type { Measure } from './measure.js';
import type { IndicatorName } from './name.js';

/** `sure-higher`: less could never be meant (满意度, 合格率). Undefined: either may be. */
export type Side = 'sure-higher' | 'higher' | 'lower' | undefined;

/** What an indicator says without its values. */
interface Named {
  readonly name: IndicatorName;
  readonly measure: Measure;
  readonly levels: Levels;
}

const COUNTED: ReadonlySet<MeasureKind> = new Set(['count', 'items', 'people', 'event', 'area', 'length']);
const RATIO_TAIL = /(?:率|比例)$/;

export class BetterSide {
  readonly #higher;
  readonly #lower;
  readonly #saving;
  readonly #acts;
  readonly #absent;

  constructor({ better }: IndicatorData['measures']) {
    this.#higher = wordIndex(better.higherRates);
    this.#lower = wordIndex(better.lower);
    this.#saving = wordIndex(better.saving);
    this.#acts = wordIndex(better.acts);
    this.#absent = wordIndex(better.absent);
  }

  of({ measure, levels, name }: Named): Side {
    const { core } = name;
    const { kind } = measure;
    if (kind === 'growth' || this.#absent.at(core, 0)) return undefined;
    const stem = core.replace(RATIO_TAIL, '');
    const high = stem === core ? undefined : this.#higher.atEnd(stem);
    const isHigh = high !== undefined;
    if (high && /[不未]/.test(stem[stem.length - high.word.length - 1] ?? '')) return 'lower';
    const isLow = this.#lower.find(core) !== undefined;
    const saves = this.#saving.find(core) !== undefined;
    if (measure.aspect === 'cost' || levels.level1 === 'cost' || levels.level2 === 'cost-legacy') {
      return saves || isHigh ? undefined : 'lower';
    }
    if (kind === 'satisfaction' || (kind === 'ratio' && isHigh)) return isLow ? undefined : 'sure-higher';
    if (kind === 'duration' && measure.aspect === 'timeliness') return 'lower';
    const counted = COUNTED.has(kind) && (levels.level2 === 'quantity' || measure.effect || measure.activity);
    // 查处案件数, 减少投诉件数: more of it is better, though the thing itself is bad.
    if (saves || this.#acts.find(core)) return counted ? 'higher' : undefined;
    if (measure.negative || kind === 'absence' || isLow) return 'lower';
    return counted || (kind === 'amount' && levels.level2 === 'economic') ? 'higher' : undefined;
  }
}
