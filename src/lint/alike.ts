/** Which of many have the same key; the key itself is asked of few: only of those whose cheaper mark comes twice. */
import { PairSet } from '../text/pairs.js';

/** Of one look, emptied for the next. */
const met = new PairSet();
const again = new PairSet();
let marks = new Int32Array(64);

/**
 * Groups of two and more with the same key, each in order. The same key has to mean the same mark; 0 takes no part, nor
 * does an undefined key. Neither function may itself ask for groups.
 */
export function alike<One>(
  all: readonly One[],
  markOf: (one: One) => number,
  keyOf: (one: One) => string | undefined,
): One[][] {
  const candidates = recurring(all, markOf);
  return candidates.length === 0 ? [] : groupsOf(candidates, keyOf);
}

const NOTHING: readonly never[] = [];

/**
 * Those whose mark another one has too, in order; 0 takes no part. Where a mark takes long, a cheaper one that is the same
 * for the same key leaves few to ask it of.
 */
export function recurring<One>(all: readonly One[], markOf: (one: One) => number): readonly One[] {
  met.clear();
  again.clear();
  if (marks.length < all.length) marks = new Int32Array(all.length * 2);
  let isAny = false;
  for (let index = 0; index < all.length; index += 1) {
    const mark = markOf(all[index] as One) | 0;
    marks[index] = mark;
    if (mark === 0 || met.add(mark)) continue;
    again.add(mark);
    isAny = true;
  }
  return isAny ? all.filter((_, index) => marks[index] !== 0 && again.has(marks[index] as number)) : NOTHING;
}

function groupsOf<One>(all: readonly One[], keyOf: (one: One) => string | undefined): One[][] {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return Array.from(groups.values()).filter((group) => group.length > 1);
}
