/** Files as transport and hostility leave them: flipped, cut, doubled, filled with noise. The seed decides. */

import { unzipSync, zipSync } from 'fflate';

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

/** Of a package half the time one part is damaged, as in a file that a faulty program wrote. */
export function damaged(bytes: Uint8Array, random: Random): Uint8Array {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip && random() < 0.5 ? withDamagedPart(bytes, random) : damagedBytes(bytes, random);
}

function withDamagedPart(bytes: Uint8Array, random: Random): Uint8Array {
  const parts: Record<string, Uint8Array> = unzipSync(bytes);
  const filled = Object.keys(parts).filter((name) => (parts[name] as Uint8Array).length > 0);
  const name = filled[Math.floor(random() * filled.length)] as string;
  parts[name] =
    random() < 0.5
      ? damagedBytes(parts[name] as Uint8Array, random)
      : shuffledMarkup(parts[name] as Uint8Array, random);
  return new Uint8Array(zipSync(parts, { level: 1 }));
}

/** Digits of a few attributes and texts become others, many at times: counts, references and styles that lead nowhere. */
function shuffledMarkup(bytes: Uint8Array, random: Random): Uint8Array {
  const texts = ['999999999', '-1', '0', '1e9', '', 'A1048576:XFD1048577', '&#x110000;', '<', '"'];
  const changed = new TextDecoder('latin1')
    .decode(bytes)
    .replace(/\d{1,9}/g, (digits) =>
      random() < 0.02 ? (texts[Math.floor(random() * texts.length)] as string) : digits,
    );
  return Uint8Array.from(changed, (character) => character.charCodeAt(0));
}

function damagedBytes(bytes: Uint8Array, random: Random): Uint8Array {
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
