/**
 * What comes back: the same thing in several units, or in the year after. Texts are held as numbers, the texts of the few
 * that are shown are looked up in a second pass. Numbers that are held are bounded; what comes behind the bound is not
 * looked at, and `isFull` says so.
 */
import { hashOf } from './hash.js';

/** Some 100 MB. */
const MOST = 1_500_000;
const MOST_SHARED = 100_000;

/** Things by the units that have them. */
export class Shared {
  readonly #first = new Map<number, number>();
  readonly #several = new Map<number, { times: number; readonly units: Set<number>; readonly years: Set<number> }>();
  isFull = false;

  add(thing: number, unit: number, year: number): void {
    const several = this.#several.get(thing);
    if (several) {
      several.times += 1;
      several.units.add(unit);
      several.years.add(year);
      return;
    }
    const first = this.#first.get(thing);
    // Unit, year and times in one number: 20, 13 and 20 bits.
    const own = unit * 8192 + (year % 8192);
    if (first === undefined) {
      if (this.#first.size >= MOST) this.isFull = true;
      else this.#first.set(thing, own);
    } else if (Math.floor(first / 8192) !== unit) {
      if (this.#several.size >= MOST_SHARED) this.isFull = true;
      else {
        const years = new Set([first % 8192, year % 8192]);
        this.#several.set(thing, { times: 2, units: new Set([Math.floor(first / 8192), unit]), years });
      }
    }
  }

  /** Those of two units or more, but of no more than `most`; most units first. */
  list(most: number): { thing: number; times: number; units: number; years: number }[] {
    return [...this.#several]
      .map(([thing, { times, units, years }]) => ({ thing, times, units: units.size, years: years.size }))
      .filter(({ units }) => units <= most)
      .sort((a, b) => b.units - a.units || b.times - a.times || a.thing - b.thing);
  }
}

/** Things by year: which are there in a year and, with the same value, in the one before. */
export class Yearly {
  readonly #values = new Map<number, number>();
  readonly #shown: number;
  /** The later year of each. */
  readonly found = new Set<number>();
  total = 0;
  isFull = false;

  /** `shown` of them are kept to be shown, the first that are met. */
  constructor(shown: number) {
    this.#shown = shown;
  }

  add(thing: number, year: number, value: number): void {
    const key = yearKey(thing, year);
    if (this.#values.has(key)) return;
    if (this.#values.size >= MOST) {
      this.isFull = true;
      return;
    }
    this.#values.set(key, value);
    if (this.#values.get(yearKey(thing, year - 1)) === value) this.#find(key);
    const after = yearKey(thing, year + 1);
    if (this.#values.get(after) === value) this.#find(after);
  }

  #find(key: number): void {
    this.total += 1;
    if (this.found.size < this.#shown) this.found.add(key);
  }
}

/** The thing in that year. */
export function yearKey(thing: number, year: number): number {
  return hashOf(String(thing), year);
}
