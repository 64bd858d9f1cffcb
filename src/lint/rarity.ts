/** How seldom two indicators come to one number by chance: equal numbers say the more of them. */
import type { NumberPart, Understood } from '../indicators/index.js';

/** Rather by chance: everything is to be done, or a few of something. */
const COMMON = 0;
/** Set for many things: 95%, 12. */
const USUAL = 0.35;
/** A large round number: 3000. */
const ROUND = 0.7;
const RARE = 1;

const WHOLE = 100;
const FEW = 3;
const SOME = 20;
const FIVES = 5;
/** From here on shares are set for anything. */
const HIGH_SHARE = 96;

/** Between 0 (common) and 1 (rare). */
export function rarityOf({ value, unit }: NumberPart, one: Understood): number {
  if ((unit ?? one.unit)?.dimension === 'ratio') return shareRarity(value);
  if (value <= FEW) return COMMON;
  if (value < SOME) return USUAL;
  return value % WHOLE === 0 ? ROUND : RARE;
}

export function isRare(number: NumberPart, one: Understood): boolean {
  return rarityOf(number, one) === RARE;
}

function shareRarity(value: number): number {
  if (value === WHOLE || value <= 0) return COMMON;
  return value % FIVES === 0 || (value >= HIGH_SHARE && Number.isInteger(value)) ? USUAL : RARE;
}
