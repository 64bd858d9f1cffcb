/**
 * What comes back: the same thing in several units, or in the year after. Texts are held as numbers, the texts of the few
 * that are shown are looked up in a second pass. Numbers that are held are bounded; what comes behind the bound is not
 * looked at, and `isFull` says so.
 */
import { NumberMap } from './number-map.js';

/** Some 50 MB. */
const MOST = 1_500_000;
const MOST_SHARED = 100_000;

/** Things by the units that have them. */
export class Shared {
  readonly #places = new NumberMap();
  /** By place: the unit that had it first, how often it is there, and its years as bits. */
  readonly #first: number[] = [];
  readonly #times: number[] = [];
  readonly #years: number[] = [];
  readonly #units = new Map<number, Set<number>>();
  isFull = false;

  add(thing: number, unit: number, year: number): void {
    const place = this.#places.get(thing) ?? this.#open(thing, unit);
    if (place === undefined) return;
    this.#times[place] = (this.#times[place] ?? 0) + 1;
    this.#years[place] = (this.#years[place] ?? 0) | (1 << (year % 32));
    const units = this.#units.get(thing);
    if (units) units.add(unit);
    else if (this.#first[place] !== unit) {
      if (this.#units.size >= MOST_SHARED) this.isFull = true;
      else this.#units.set(thing, new Set([this.#first[place] ?? unit, unit]));
    }
  }

  #open(thing: number, unit: number): number | undefined {
    const place = this.#places.size;
    if (place >= MOST) {
      this.isFull = true;
      return undefined;
    }
    this.#places.add(thing, place);
    this.#first.push(unit);
    this.#times.push(0);
    this.#years.push(0);
    return place;
  }

  /** How many things several units have, whatever their number. */
  get size(): number {
    return this.#units.size;
  }

  /** Those of two units or more, but of no more than `most`; most units first. */
  list(most: number): { thing: number; times: number; units: number; years: number }[] {
    return [...this.#units]
      .filter(([, units]) => units.size <= most)
      .map(([thing, units]) => {
        const place = this.#places.get(thing) ?? 0;
        return { thing, times: this.#times[place] ?? 0, units: units.size, years: bits(this.#years[place] ?? 0) };
      })
      .sort((a, b) => b.units - a.units || b.times - a.times || a.thing - b.thing);
  }
}

/** How many bits are set. */
function bits(mask: number): number {
  let count = 0;
  for (let rest = mask >>> 0; rest > 0; rest = (rest & (rest - 1)) >>> 0) count += 1;
  return count;
}

/** Things by year: which are there in a year and, with the same value, in the one before. */
export class Yearly {
  readonly #values = new NumberMap();
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
    this.#values.add(key, value);
    if (this.#values.get(yearKey(thing, year - 1)) === value) this.#find(key);
    const after = yearKey(thing, year + 1);
    if (this.#values.get(after) === value) this.#find(after);
  }

  #find(key: number): void {
    this.total += 1;
    if (this.found.size < this.#shown) this.found.add(key);
  }
}

/**
 * The thing in that year, in 53 bits. Years are far apart, so that two things meet only by chance; arithmetic takes a tenth of
 * the time of making a text of both.
 */
export function yearKey(thing: number, year: number): number {
  return Math.floor(thing / 2) + (year & 4095) * YEARS_APART;
}

/** The largest prime below 2^40: with 52 bits of a thing and 12 of a year the sum is exact. */
const YEARS_APART = 1_099_511_627_689;

/** What came back, with the document in which it stood the year before. */
export function withEarlier<T extends { before: string }>(
  found: ReadonlyMap<number, T>,
  earlier: ReadonlyMap<number, string>,
): T[] {
  return [...found].map(([key, one]) => ({ ...one, before: earlier.get(key) ?? '' }));
}
