/** Indicators with one value whose names are so alike that both assess one thing, as a trained model weighs it. */
import { z } from 'zod';
import { plainObject, type Understanding, type Understood } from '../indicators/index.js';
import { codeAt } from '../text/code-at.js';
import { alike } from './alike.js';
import { type Described, described, isComparable, LIKENESS_FEATURES, likenessOf, mayBeOne } from './likeness.js';
import { valueKey, valueMark } from './value-key.js';

type Pair = [earlier: Understood, later: Understood];

export const likenessSchema = z
  .strictObject({
    /** Log-odds from which two are told. */
    enough: z.number(),
    bias: z.number(),
    weights: z.partialRecord(z.enum(LIKENESS_FEATURES), z.number()),
  })
  .transform(({ enough, bias, weights }) => ({
    enough,
    bias,
    weights: LIKENESS_FEATURES.map((feature) => weights[feature] ?? 0),
  }));

export type Likeness = z.output<typeof likenessSchema>;

/** Of those with the same value each is compared with so many before it: duplicates stand near each other. */
const MOST_COMPARED = 12;
/** So many characters in common, of which few are by chance. */
const LEAST_COMMON = 2;

export function sameLikely(
  own: readonly Understood[],
  understanding: Understanding,
  { enough, bias, weights }: Likeness,
): Pair[] {
  const markOf = (one: Understood) => (isComparable(one) ? valueMark(one) : 0);
  const known = new Map<Understood, Described>();
  const describe = (one: Understood): Described => {
    let found = known.get(one);
    if (!found) {
      found = described(one, understanding);
      known.set(one, found);
    }
    return found;
  };
  const isSame = (a: Understood, b: Understood): boolean => {
    const [one, other] = [describe(a), describe(b)];
    if (!mayBeOne(one, other, understanding)) return false;
    const features = likenessOf(one, other);
    let odds: number = bias;
    for (let at = 0; at < features.length; at += 1) odds += (features[at] as number) * (weights[at] as number);
    return odds > enough;
  };
  return alike(own, markOf, valueKey).flatMap((group) => {
    const masks = group.map((one) => maskOf(plainObject(one)));
    return group.flatMap((later, index): Pair[] => {
      for (let at = index - 1; at >= Math.max(0, index - MOST_COMPARED); at -= 1) {
        if (inCommon(masks[at] as number, masks[index] as number) < LEAST_COMMON) continue;
        const earlier = group[at] as Understood;
        if (isSame(earlier, later)) return [[earlier, later]];
      }
      return [];
    });
  });
}

/** Which characters a text holds, in 32 heaps: a look tells that two have nothing in common. */
function maskOf(text: string): number {
  let mask = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) mask |= 1 << (Math.imul(codeAt(text, at), 0x9e3779b1) >>> 27);
  return mask;
}

function inCommon(a: number, b: number): number {
  let count = 0;
  for (let both = a & b; both !== 0; both &= both - 1) count += 1;
  return count;
}
