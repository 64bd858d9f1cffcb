import { codeAt } from './code-at.js';

/** Full-width ASCII → half-width, character by character, so that offsets stay as they are. */
export function foldWidth(text: string): string {
  let folded = '';
  let from = 0;
  // Most texts hold nothing to fold: a look at each character is cheaper than a pattern.
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(text, at);
    if (code < 0x3000) continue;
    if ((code >= 0xff01 && code <= 0xff5e) || code === 0x3000) {
      folded += text.slice(from, at) + narrow(code);
      from = at + 1;
    }
  }
  return from === 0 ? text : folded + text.slice(from);
}

function narrow(code: number): string {
  return code === 0x3000 ? ' ' : String.fromCharCode(code - 0xfee0);
}

/** Spaces, line breaks and characters that show nothing. */
const INVISIBLE = /[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad]+/g;

/** A key for comparing headings and names: folded width, no white space, lower case. */
export function compact(text: string): string {
  let key = '';
  let from = 0;
  const { length } = text;
  for (let at = 0; at < length; at += 1) {
    const code = codeAt(text, at);
    if (isPlain(code)) continue;
    // （Ａ）: signs and digits fold to signs and digits; letters and all else go the long way.
    if (code < 0xff01 || code > 0xff5e || !isPlain(code - 0xfee0))
      return foldWidth(text).replace(INVISIBLE, '').toLowerCase();
    key += text.slice(from, at) + narrow(code);
    from = at + 1;
  }
  return from === 0 ? text : key + text.slice(from);
}

/** 汉字, digits, small letters, the commonest signs: a key already. */
function isPlain(code: number): boolean {
  if (code >= 0x4e00) return code <= 0x9fff;
  if (code > 0x20 && code < 0x7f) return code < 0x41 || code > 0x5a;
  // 、。《》【】 and the like, “ ” — …, ≤ ≥: they have no other case and are no space.
  return (code > 0x3000 && code <= 0x3011) || (code >= 0x2013 && code <= 0x2026) || code === 0x2264 || code === 0x2265;
}
