/** Where a value stands in a JSON text that is known to be sound, so that it alone can be replaced. */

export interface JsonPlace {
  readonly start: number;
  readonly end: number;
  /** Written before the value: what a member that is not there yet needs. */
  readonly before: string;
}

const SPACE = /[\t\n\r ]*/y;
const SCALAR = /[^\t\n\r ,\]}]+/y;

/**
 * The place of the value at a path of keys and indexes, counted from `from`; for a missing last key the place where it is
 * to be put. Undefined where the path leads nowhere.
 */
export function placeInJson(text: string, path: readonly string[], from = 0): JsonPlace | undefined {
  let at = past(SPACE, text, from);
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    const next =
      text[at] === '{' ? memberAt(text, at, key) : text[at] === '[' ? itemAt(text, at, Number(key)) : undefined;
    if (next === undefined) return isLast && text[at] === '{' ? newMember(text, at, key) : undefined;
    at = next;
  }
  return { start: at, end: endOfValue(text, at), before: '' };
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

/** Of two members with one key the later one counts, as it does for a parser. */
function memberAt(text: string, open: number, key: string): number | undefined {
  let found: number | undefined;
  for (const member of membersOf(text, open)) if (member.key === key) found = member.valueStart;
  return found;
}

function itemAt(text: string, open: number, index: number): number | undefined {
  let at = past(SPACE, text, open + 1);
  for (let position = 0; text[at] !== ']' && at < text.length; position += 1) {
    if (position === index) return at;
    at = past(SPACE, text, endOfValue(text, at));
    if (text[at] === ',') at = past(SPACE, text, at + 1);
  }
  return undefined;
}

/** Behind the last member, spaced as the first one is. */
function newMember(text: string, open: number, key: string): JsonPlace {
  const members = [...membersOf(text, open)];
  const [first, last] = [members[0], members.at(-1)];
  const name = JSON.stringify(key);
  if (!first || !last) return { start: open + 1, end: open + 1, before: `${name}: ` };
  const lead = text.slice(open + 1, first.keyStart);
  const colon = text.slice(endOfString(text, first.keyStart), first.valueStart);
  const gap = lead === '' && colon.endsWith(' ') ? ' ' : lead;
  return { start: last.end, end: last.end, before: `,${gap}${name}${colon}` };
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
