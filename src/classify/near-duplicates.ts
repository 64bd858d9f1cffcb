/** Pairs of texts that are nearly the same, without comparing every text with every other. */

export interface NearDuplicate {
  /** Positions of the two texts, the earlier one first. */
  readonly first: number;
  readonly second: number;
  readonly score: number;
}

/**
 * All pairs whose character-bigram Dice is above `threshold` (at least 0.5), each bigram counted as often as it occurs;
 * texts of fewer than two characters only where they are equal.
 *
 * Two texts that alike differ in length by little and share most bigrams, so that the rarest few of one must meet the
 * rarest few of the other: only texts that meet there are compared.
 */
export function nearDuplicates(texts: readonly string[], threshold: number): NearDuplicate[] {
  const bags = texts.map(bigramBag);
  const commonness = new Map<string, number>();
  for (const piece of bags.flat()) commonness.set(piece, (commonness.get(piece) ?? 0) + 1);
  const ranked = bags.map((bag) => bag.toSorted((a, b) => commonness.get(a)! - commonness.get(b)! || (a < b ? -1 : 1)));
  const sets = bags.map((bag) => new Set(bag));
  const seenAt = new Map<string, number[]>();
  const pairs: NearDuplicate[] = [];
  ranked.forEach((bag, second) => {
    const met = new Set<number>();
    for (const piece of bag.slice(0, prefixLength(bag.length, threshold))) {
      const earlier = seenAt.get(piece);
      if (!earlier) seenAt.set(piece, [second]);
      else {
        for (const first of earlier) met.add(first);
        earlier.push(second);
      }
    }
    for (const first of [...met].toSorted((a, b) => a - b)) {
      const score = dice(sets[first]!, sets[second]!);
      if (score > threshold) pairs.push({ first, second, score });
    }
  });
  return pairs;
}

/** A partner of `size` bigrams shares at least t / (2 − t) of them, whichever of the two is longer. */
function prefixLength(size: number, threshold: number): number {
  return size - Math.ceil((size * threshold) / (2 - threshold)) + 1;
}

/** The second occurrence of a bigram is a piece of its own, which makes the bag a set. */
function bigramBag(text: string): string[] {
  if (text.length < 2) return [text];
  const times = new Map<string, number>();
  return Array.from({ length: text.length - 1 }, (_, i) => {
    const bigram = text.slice(i, i + 2);
    const time = (times.get(bigram) ?? 0) + 1;
    times.set(bigram, time);
    return time === 1 ? bigram : `${bigram} ${time}`;
  });
}

function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared++;
  return (2 * shared) / (a.size + b.size);
}
