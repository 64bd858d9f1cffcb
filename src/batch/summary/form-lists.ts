/** Forms that are alike, and forms that are there twice: counted in one pass, put into words in the next. */
import type { z } from 'zod';
import type { alikeSchema, formSchema, twiceSchema } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import type { LintFact } from '../tasks/lint-facts.js';
import type { FactKeys } from './fact-keys.js';
import { Forms, ownNames, Twice, withoutNames } from './forms.js';
import { Hash, hashOf } from './hash.js';
import { SHOWN } from './task-summary.js';

type Form = z.output<typeof formSchema>;

const NONE: Form = { unit: '', project: '', source: '' };

export class FormLists {
  readonly #forms = new Forms(SHOWN);
  readonly #twice = new Twice(SHOWN);
  /** Names that a unit may put into indicators: of the same few units there are many forms. */
  #names = new Map<string, readonly string[]>();
  /** By their places the forms that are shown; filled in the second pass. */
  #wanted: Map<number, Form> | undefined;
  #counted = 0;
  #left = 0;
  #shown = 0;

  get isAlikeFull(): boolean {
    return this.#forms.isFull;
  }

  get isTwiceFull(): boolean {
    return this.#twice.isFull;
  }

  /** `unit` in the form of `compact`. */
  count({ y, g = '', p, n }: LintFact, keys: FactKeys, unit: string): void {
    const project = compact(p);
    const names = this.#namesOf(unit, compact(g));
    const things: number[] = [];
    for (const [index, [, target, common]] of n.entries()) {
      if (common === 1 || target === '') continue;
      things.push(
        new Hash()
          .add(withoutNames(keys.name(index), names))
          .add('\n')
          .add(target).value,
      );
    }
    // Forms without a unit are each somebody's own.
    const owner = unit === '' ? hashOf(`?${this.#counted}`) : keys.project;
    const form = this.#forms.add(things, owner);
    this.#counted += 1;
    if (unit !== '' && project !== '') this.#twice.add(hashOf(`${unit}\n${project}\n${y ?? ''}`), form);
  }

  /** In the same order as they were counted. */
  show(source: string, { u: unit = '', y: year, p: project }: LintFact): void {
    this.#wanted ??= this.#choose();
    const place = this.#shown;
    this.#shown += 1;
    if (this.#wanted.get(place) !== NONE) return;
    this.#wanted.set(place, { unit, project, source, ...(year !== undefined && { year }) });
    this.#left -= 1;
  }

  #choose(): Map<number, Form> {
    const places = [...this.#forms.found, ...this.#twice.found].flatMap(({ first, second }) => [first, second]);
    const wanted = new Map(places.map((place) => [place, NONE]));
    this.#left = wanted.size;
    return wanted;
  }

  isShown(): boolean {
    this.#wanted ??= this.#choose();
    return this.#left === 0;
  }

  lists(): {
    alike: { total: number; items: z.output<typeof alikeSchema>[] };
    twice: { total: number; items: z.output<typeof twiceSchema>[] };
  } {
    const form = (place: number): Form => this.#wanted?.get(place) ?? NONE;
    const alike = this.#forms.found.map(({ first, second, same, of }) => ({
      form: form(second),
      like: form(first),
      same,
      of,
      forms: (this.#forms.followers.get(first) ?? 0) + 1,
    }));
    // What most forms have in common stands together, the largest groups first.
    const size = new Map(alike.map((one) => [one.like, one.forms]));
    const items = alike.toSorted((a, b) => (size.get(b.like) ?? 0) - (size.get(a.like) ?? 0));
    return {
      alike: { total: this.#forms.total, items },
      twice: {
        total: this.#twice.total,
        items: this.#twice.found.map(({ first, second }) => {
          const { unit, project, year, source } = form(second);
          return { unit, project, ...(year !== undefined && { year }), source, other: form(first).source };
        }),
      },
    };
  }

  #namesOf(unit: string, region: string): readonly string[] {
    const key = `${unit}\n${region}`;
    const known = this.#names.get(key);
    if (known) return known;
    if (this.#names.size >= MOST_NAMES) this.#names = new Map();
    const names = ownNames(unit, region);
    this.#names.set(key, names);
    return names;
  }
}

const MOST_NAMES = 10_000;
