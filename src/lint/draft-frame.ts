/** Which boxes of the framework a draft fills, and whether that can be judged at all. */
import type { Level1, Level2, Understood } from '../indicators/index.js';

import { isPart } from './part.js';

export type OutputKind = 'quantity' | 'quality' | 'timeliness';

const COUNTED: ReadonlySet<string> = new Set([
  'count',
  'items',
  'people',
  'event',
  'quantity',
  'area',
  'length',
  'volume',
  'mass',
  'amount',
]);
const COST_BOXES: ReadonlySet<Level2> = new Set(['cost-legacy', 'cost-economic', 'cost-social', 'cost-ecological']);
const DEPARTMENT = /履职效能|运行成本|可持续发展能力/;
const PROMPT = /及时|按时|按期|如期|准时|准点|限时/;

export class DraftFrame {
  readonly #indicators: readonly Understood[];
  readonly #level1: ReadonlySet<Level1>;
  /** Headings are there, all of a known framework: what is missing is missing. */
  readonly isKnown: boolean;
  /** Indicators proper: rows of 预算执行率 and parts of others are none. */
  readonly counted: number;

  constructor(indicators: readonly Understood[]) {
    this.#indicators = indicators;
    const level1 = new Set<Level1>();
    let isForeign = false;
    let counted = 0;
    for (const one of indicators) {
      const { level1: box, unknown } = one.levels;
      if (box !== undefined) level1.add(box);
      else if (unknown.length > 0) isForeign = true;
      // 履职效能: a department is assessed by headings of its own, under which its outputs stand.
      if (box === 'management' && DEPARTMENT.test(one.indicator.level1 ?? '')) isForeign = true;
      if (box !== 'management' && !isPart(one)) counted += 1;
    }
    this.#level1 = level1;
    this.counted = counted;
    const isFramed = level1.size > (level1.has('management') ? 1 : 0);
    this.isKnown = isFramed && !isForeign;
  }

  has(level: Level1): boolean {
    return this.#level1.has(level);
  }

  /** Benefits proper: in the older framework satisfaction stands among them. */
  get benefits(): readonly Understood[] {
    return this.#indicators.filter(
      ({ levels }) => levels.level1 === 'benefit' && levels.level2 !== 'service-satisfaction',
    );
  }

  /**
   * Whether some indicator looks at this side of the output, in whichever box it stands; undefined where output rows
   * carry no level-2 heading that is known.
   */
  hasOutput(kind: OutputKind): boolean | undefined {
    const isOpen = this.#indicators.some(({ levels }) => levels.level1 === 'output' && levels.level2 === undefined);
    if (isOpen) return undefined;
    return this.#indicators.some((one) => one.levels.level2 === kind || looksAt(one, kind));
  }

  get hasCost(): boolean {
    return this.#indicators.some(
      ({ levels, measure }) =>
        levels.level1 === 'cost' || (levels.level2 && COST_BOXES.has(levels.level2)) || measure.aspect === 'cost',
    );
  }

  get hasSatisfaction(): boolean {
    return this.#indicators.some(
      ({ levels, measure, name }) =>
        levels.level1 === 'satisfaction' ||
        levels.level2 === 'service-satisfaction' ||
        measure.aspect === 'satisfaction' ||
        /满意|好评/.test(name.core),
    );
  }
}

function looksAt({ levels, measure, name, value }: Understood, kind: OutputKind): boolean {
  if (kind === 'quantity')
    // 检验报告差错份数 counts what went wrong, not what was delivered.
    return (
      levels.level1 === 'output' &&
      measure.aspect === undefined &&
      COUNTED.has(measure.kind) &&
      measure.better !== 'lower'
    );
  if (kind === 'quality')
    return (
      measure.aspect === 'quality' ||
      (levels.level1 === 'output' && (measure.kind === 'rank' || value?.kind === 'standard'))
    );
  return (
    measure.aspect === 'timeliness' || measure.kind === 'deadline' || PROMPT.test(name.core) || value?.kind === 'date'
  );
}
