/** Files as transport and hostility leave them: flipped, cut, doubled, filled with noise. The seed decides. */

/** Numbers from 0 up to, not including, 1. */
export type Random = () => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0 || 1;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = new Uint8Array(bytes);
  const at = () => Math.floor(random() * copy.length);
  const kind = random();
  if (kind < 0.15) return copy.subarray(0, at());
  if (kind < 0.25) {
    const [from, to] = [at(), at()];
    copy.copyWithin(to, from, from + 1 + Math.floor(random() * 64));
    return copy;
  }
  if (kind < 0.35) {
    // Lengths and counts of binary formats: the largest and the smallest.
    copy.fill(random() < 0.5 ? 0xff : 0, at(), at() + 4);
    return copy;
  }
  const flips = 1 + Math.floor(random() ** 3 * 200);
  for (let flip = 0; flip < flips; flip += 1) {
    const place = at();
    copy[place] = random() < 0.5 ? (copy[place] ?? 0) ^ (1 << Math.floor(random() * 8)) : Math.floor(random() * 256);
  }
  return copy;
}
