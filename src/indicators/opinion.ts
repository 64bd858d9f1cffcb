/** What the model of names holds of a name; each question is asked when it is first wanted. */
import type { Direction, Judgement, NameBox, NameKind, NameModel, NameQuestion, Scores } from './name-model.js';
import type { Measure } from './measure.js';
import type { IndicatorName } from './name.js';
import type { Quantity } from './quantity.js';

/** A name as it was read. */
interface ReadName {
  readonly name: IndicatorName;
  readonly measure: Measure;
  /** What was last asked of it. */
  latest: Opinion | undefined;
}

/** Puts the question that the model is asked. */
interface Asking {
  question(name: IndicatorName, measure: Measure, value: Quantity | undefined): NameQuestion;
}

export class Opinion {
  readonly #model: NameModel;
  readonly #asking: Asking;
  readonly #reading: ReadName;
  readonly #value: Quantity | undefined;
  #features: Uint32Array | undefined;
  #judged: Scores<Judgement> | undefined;
  #kind: Scores<NameKind> | undefined;
  #box: Scores<NameBox> | undefined;
  #better: Scores<Direction> | undefined;

  constructor(reading: ReadName, value: Quantity | undefined, model: NameModel, asking: Asking) {
    this.#model = model;
    this.#asking = asking;
    this.#reading = reading;
    this.#value = value;
  }

  /** Whether the question is the same beside another value: all that it takes from one is of what kind it is. */
  answersFor(value: Quantity | undefined): boolean {
    const own = this.#value;
    if (own === value) return true;
    if (!own || !value || own.kind !== value.kind || own.kind === 'words') return false;
    const [a, b] = [own.numbers[0], value.numbers[0]];
    return a?.unit?.dimension === b?.unit?.dimension && (a?.change ?? false) === (b?.change ?? false);
  }

  get judged(): Scores<Judgement> {
    this.#judged ??= this.#model.answer('judged', this.#own());
    return this.#judged;
  }

  get kind(): Scores<NameKind> {
    this.#kind ??= this.#model.answer('kind', this.#own());
    return this.#kind;
  }

  get box(): Scores<NameBox> {
    this.#box ??= this.#model.answer('box', this.#own());
    return this.#box;
  }

  get better(): Scores<Direction> {
    this.#better ??= this.#model.answer('better', this.#own());
    return this.#better;
  }

  #own(): Uint32Array {
    const { name, measure } = this.#reading;
    this.#features ??= this.#model.features(this.#asking.question(name, measure, this.#value));
    return this.#features;
  }
}

/** The same opinion for the same name with a like value. */
export function opinionOf(reading: ReadName, value: Quantity | undefined, model: NameModel, asking: Asking): Opinion {
  const { latest } = reading;
  if (latest?.answersFor(value)) return latest;
  const opinion = new Opinion(reading, value, model, asking);
  reading.latest = opinion;
  return opinion;
}
