import { compact } from '../../text/fold.js';
import { readNumeral } from '../../text/numerals.js';

/** “10”, “10%”, “10.00分” → 10. */
export function readAmount(text: string | undefined): number | undefined {
  const folded = compact(text ?? '');
  const negative = folded.startsWith('-');
  const numeral = readNumeral(folded, negative ? 1 : 0);
  if (!numeral || !/^(?:%|分)?$/.test(folded.slice(numeral.end)) || !/\d/.test(folded)) return undefined;
  return negative ? -numeral.value : numeral.value;
}
