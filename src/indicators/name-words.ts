/** Words by which a name says too little, or just enough: on which side of a thing it looks. */
import { alternatives } from '../text/any-of.js';
import type { IndicatorData } from './knowledge.js';
import { wordIndex } from './lookup.js';

export class NameWords {
  readonly #matters;
  readonly #sides;
  readonly #aspects;
  readonly #kinds;
  readonly #kindUnits: ReadonlySet<string>;
  readonly #states: ReadonlySet<string>;
  readonly #complies: RegExp;

  constructor({ matters, sides, aspects, states, compliance, kindCounts }: IndicatorData['words']) {
    this.#matters = wordIndex(matters);
    this.#sides = wordIndex(sides);
    this.#aspects = wordIndex(aspects);
    this.#states = new Set(states);
    this.#kinds = wordIndex(kindCounts.names);
    this.#kindUnits = new Set(kindCounts.units);
    this.#complies = new RegExp(
      `${alternatives(compliance.of)}[^、和与及]{0,4}${alternatives(compliance.aspects)}$`,
      'u',
    );
  }

  /** 公众护渔 of 公众护渔意识: of what, where the name does not say how it is measured. */
  beforeMatter(core: string): string | undefined {
    return before(core, this.#matters.atEnd(core)?.word);
  }

  /** 培训 of 培训效果: what is looked at from a side that any act has. */
  beforeSide(core: string): string | undefined {
    return before(core, this.#sides.atEnd(core)?.word);
  }

  /** 检验能力, 食品安全形势: an empty side of something, which may be meant in any way. */
  isAspect(core: string): boolean {
    return this.#aspects.atEnd(core) !== undefined;
  }

  /** 稳定 of 调查网点稳定: a state, and a noun. */
  isState(word: string): boolean {
    return this.#states.has(word);
  }

  /** 应急物资种类, in 类 or 种: how many kinds there are. */
  countsKinds(core: string, unit: string | undefined): boolean {
    return unit !== undefined && this.#kindUnits.has(unit) && this.#kinds.atEnd(core) !== undefined;
  }

  /** 资金使用合规性, 采购程序规范性: there are rules of what is sound. */
  isCompliance(core: string): boolean {
    return this.#complies.test(core);
  }
}

function before(core: string, end: string | undefined): string | undefined {
  return end === undefined ? undefined : core.slice(0, core.length - end.length);
}
