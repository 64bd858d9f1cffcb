/** Where a value stands in a JSON text that is known to be sound, so that it alone can be replaced. */

export interface JsonPlace {
  readonly start: number;
  readonly end: number;
  /** Written before the value: what a member that is not there yet needs. */
  readonly before: string;
}

const SPACE = /[\t\n\r ]*/y;
const SCALAR = /[^\t\n\r ,\]}]+/y;

/** A JSON text whose objects and lists are each gone through once, however many places are asked for. */
export class JsonPlaces {
  readonly #text: string;
  readonly #objects = new Map<number, readonly Member[]>();
  /** Of each object, its members by key: of two with one key the later one counts, as it does for a parser. */
  readonly #keys = new Map<number, ReadonlyMap<string, number>>();
  readonly #lists = new Map<number, readonly number[]>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The place of the value at a path of keys and indexes, counted from `from`; for a missing last key the place where it
   * is to be put. Undefined where the path leads nowhere.
   */
  at(path: readonly string[], from = 0): JsonPlace | undefined {
    const text = this.#text;
    let at = past(SPACE, text, from);
    for (const [depth, key] of path.entries()) {
      const isLast = depth === path.length - 1;
      const next =
        text[at] === '{' ? this.#keysOf(at).get(key) : text[at] === '[' ? this.#itemsOf(at)[Number(key)] : undefined;
      if (next === undefined) return isLast && text[at] === '{' ? this.#newMember(at, key) : undefined;
      at = next;
    }
    return { start: at, end: endOfValue(text, at), before: '' };
  }

  #membersOf(open: number): readonly Member[] {
    const known = this.#objects.get(open);
    if (known) return known;
    const members = [...membersOf(this.#text, open)];
    this.#objects.set(open, members);
    return members;
  }

  #keysOf(open: number): ReadonlyMap<string, number> {
    const known = this.#keys.get(open);
    if (known) return known;
    const keys = new Map(this.#membersOf(open).map(({ key, valueStart }) => [key, valueStart]));
    this.#keys.set(open, keys);
    return keys;
  }

  #itemsOf(open: number): readonly number[] {
    const known = this.#lists.get(open);
    if (known) return known;
    const items = [...itemsOf(this.#text, open)];
    this.#lists.set(open, items);
    return items;
  }

  /** Behind the last member, spaced as the first one is. */
  #newMember(open: number, key: string): JsonPlace {
    const text = this.#text;
    const members = this.#membersOf(open);
    const [first, last] = [members[0], members.at(-1)];
    const name = JSON.stringify(key);
    if (!first || !last) return { start: open + 1, end: open + 1, before: `${name}: ` };
    const lead = text.slice(open + 1, first.keyStart);
    const colon = text.slice(endOfString(text, first.keyStart), first.valueStart);
    const gap = lead === '' && colon.endsWith(' ') ? ' ' : lead;
    return { start: last.end, end: last.end, before: `,${gap}${name}${colon}` };
  }
}

interface Member {
  readonly key: string;
  readonly keyStart: number;
  readonly valueStart: number;
  readonly end: number;
}

function* membersOf(text: string, open: number): Generator<Member> {
  let at = past(SPACE, text, open + 1);
  while (text[at] === '"') {
    const keyEnd = endOfString(text, at);
    const colon = past(SPACE, text, keyEnd);
    const valueStart = past(SPACE, text, colon + 1);
    const end = endOfValue(text, valueStart);
    yield { key: JSON.parse(text.slice(at, keyEnd)) as string, keyStart: at, valueStart, end };
    at = past(SPACE, text, end);
    if (text[at] !== ',') return;
    at = past(SPACE, text, at + 1);
  }
}

/** Where the items of a list begin. */
function* itemsOf(text: string, open: number): Generator<number> {
  let at = past(SPACE, text, open + 1);
  while (text[at] !== ']' && at < text.length) {
    yield at;
    at = past(SPACE, text, endOfValue(text, at));
    if (text[at] === ',') at = past(SPACE, text, at + 1);
  }
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first !== '{' && first !== '[') return past(SCALAR, text, start);
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at) - 1;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function endOfString(text: string, open: number): number {
  let at = open + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}
