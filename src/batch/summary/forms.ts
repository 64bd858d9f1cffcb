/**
 * Whole forms that are alike. Of each form the indicators with their targets are held as numbers; which earlier form to compare
 * it with, bands of its smallest numbers tell (MinHash): forms that share four fifths of their indicators share a band with a
 * chance of 19 in 20 at the least, and what is found is then counted exactly. Each is compared with the first of its kind.
 */
import { NumberMap } from './number-map.js';

export interface Alike {
  /** Forms by their places in the order in which they were added, from 0: the earlier one first. */
  readonly first: number;
  readonly second: number;
  /** Indicators that both have, and those of the longer one. */
  readonly same: number;
  readonly of: number;
}

/** Fewer indicators are alike by chance. */
const LEAST = 3;
const SHARE = 0.8;
const BANDS = 5;
/** Forms that are looked at for one band. */
const MOST_TRIED = 8;
/** Half a hundred megabytes. */
const MOST_FORMS = 200_000;
const MOST_NUMBERS = 1_500_000;

export class Forms {
  /** The numbers of all forms one behind the other, those of one in order. */
  #numbers = new Float64Array(1 << 12);
  #size = 0;
  readonly #kept: { readonly form: number; readonly owner: number; readonly start: number; readonly length: number }[] =
    [];
  /** By band and its two smallest numbers the first kept form with them; of each kept form and band the next one, 0 for none. */
  readonly #bands = Array.from({ length: BANDS }, () => new NumberMap());
  readonly #next: Int32Array[] = Array.from({ length: BANDS }, () => new Int32Array(1 << 10));
  readonly #shown: number;
  /** How many forms are like an earlier one, and the first of these. */
  total = 0;
  readonly found: Alike[] = [];
  /** Of an earlier form how many are like it. */
  readonly followers = new Map<number, number>();
  #forms = 0;
  isFull = false;

  constructor(shown: number) {
    this.#shown = shown;
  }

  /** `owner` is the project of the unit whose form it is: a form of last year is no copy. Returns its place. */
  add(things: readonly number[], owner: number): number {
    const form = this.#forms;
    this.#forms += 1;
    const numbers = Float64Array.from(new Set(things)).sort();
    if (numbers.length < LEAST) return form;
    const keys = bandsOf(numbers);
    const like = this.#like(numbers, keys);
    if (!like) this.#keep(numbers, keys, form, owner);
    else if (like.owner !== owner) this.#find({ first: like.form, second: form, same: like.same, of: like.of });
    return form;
  }

  #find(alike: Alike): void {
    this.total += 1;
    const followers = (this.followers.get(alike.first) ?? 0) + 1;
    this.followers.set(alike.first, followers);
    if (this.found.length < this.#shown && followers <= MOST_FOLLOWERS) this.found.push(alike);
  }

  #like(numbers: Float64Array, keys: readonly number[]) {
    let best: { readonly form: number; readonly owner: number; readonly same: number; readonly of: number } | undefined;
    const tried = new Set<number>();
    for (const [band, key] of keys.entries()) {
      let place = this.#bands[band]?.get(key);
      for (let count = 0; place !== undefined && count < MOST_TRIED; count += 1) {
        const kept = this.#kept[place];
        if (kept && !tried.has(place)) {
          tried.add(place);
          const same = sharedOf(numbers, this.#numbers.subarray(kept.start, kept.start + kept.length));
          const of = Math.max(numbers.length, kept.length);
          const isLike = same >= of * SHARE;
          if (isLike && (!best || same > best.same)) best = { form: kept.form, owner: kept.owner, same, of };
        }
        place = this.#next[band]?.[place] || undefined;
      }
    }
    return best;
  }

  #keep(numbers: Float64Array, keys: readonly number[], form: number, owner: number): void {
    const place = this.#kept.length;
    if (place >= MOST_FORMS || this.#size + numbers.length > MOST_NUMBERS) {
      this.isFull = true;
      return;
    }
    if (this.#size + numbers.length > this.#numbers.length) {
      const grown = new Float64Array(Math.max(this.#numbers.length * 2, this.#size + numbers.length));
      grown.set(this.#numbers);
      this.#numbers = grown;
    }
    this.#numbers.set(numbers, this.#size);
    this.#kept.push({ form, owner, start: this.#size, length: numbers.length });
    this.#size += numbers.length;
    for (const [band, key] of keys.entries()) {
      const next = withRoom(this.#next[band] ?? new Int32Array(), place);
      this.#next[band] = next;
      const first = this.#bands[band]?.get(key);
      if (first === undefined) this.#bands[band]?.add(key, place);
      else {
        // Behind the first one: no other is next to none, since nothing comes before it.
        next[place] = next[first] ?? 0;
        next[first] = place;
      }
    }
  }
}

/** A form that was handed out to hundreds would leave no room for others. */
const MOST_FOLLOWERS = 20;

function withRoom(places: Int32Array, place: number): Int32Array {
  if (place < places.length) return places;
  const grown = new Int32Array(Math.max(places.length * 2, place + 1));
  grown.set(places);
  return grown;
}

/** Of each band one number made of the two numbers that are smallest when all are stirred in the way of the band. */
function bandsOf(numbers: Float64Array): number[] {
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band += 1) {
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let at = 0; at < numbers.length; at += 1) {
      const stirred = stir(numbers[at] as number, band);
      if (stirred < least) {
        second = least;
        least = stirred;
      } else if (stirred < second) second = stirred;
    }
    // What many forms have is the second of many bands: the lower bits are to tell these apart as well.
    keys.push(least * 2 ** 21 + ((second >>> 11) ^ (least & 0x1fffff)));
  }
  return keys;
}

const SEEDS = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];

/** 53 bits → 32 that are another order of them for each seed. */
function stir(number: number, band: number): number {
  const low = (number % 4_294_967_296) | 0;
  const high = (number / 4_294_967_296) | 0;
  let hash = Math.imul(low ^ (SEEDS[band] ?? 0), 0x85ebca6b) ^ Math.imul(high + band, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** How many numbers two lists in order have in common. */
function sharedOf(a: Float64Array, b: Float64Array): number {
  let [same, i, j] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const left = a[i] as number;
    const right = b[j] as number;
    if (left === right) same += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  return same;
}

/** Two forms of one project of one unit for one year: the second is one too many, or the first is. */
export class Twice {
  readonly #first = new NumberMap();
  readonly #shown: number;
  readonly #most: number;
  readonly found: { readonly first: number; readonly second: number }[] = [];
  total = 0;
  isFull = false;

  constructor(shown: number, most = 1_500_000) {
    this.#shown = shown;
    this.#most = most;
  }

  add(key: number, form: number): void {
    const first = this.#first.get(key);
    if (first !== undefined) {
      this.total += 1;
      if (this.found.length < this.#shown) this.found.push({ first, second: form });
    } else if (this.#first.size >= this.#most) this.isFull = true;
    else this.#first.add(key, form);
  }
}

/** What a place is called ends so; 城市 is none. */
const PLACE = /^(.{2,12}?(?:自治州|自治县|自治旗|新区|街道|地区|[省市州盟区县旗镇乡村]))(?=.)/u;

/**
 * Names of the unit and of its place as they may stand in an indicator's name, in the form of `compact`, longest first: the
 * unit, its place with and without 市, 县 …, and the unit without the place.
 */
export function ownNames(unit: string, region: string): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (name.length >= 2) names.add(name);
  };
  add(unit);
  let rest = unit;
  for (let place = PLACE.exec(rest)?.[1]; place !== undefined; place = PLACE.exec(rest)?.[1]) {
    rest = rest.slice(place.length);
    add(place);
    add(place.slice(0, -1));
    add(rest);
  }
  add(region);
  return [...names].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The name without those of the unit and its place. */
export function withoutNames(name: string, names: readonly string[]): string {
  let rest = name;
  for (const own of names) if (rest.includes(own)) rest = rest.replaceAll(own, '');
  return rest;
}
