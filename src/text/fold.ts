/** Full-width ASCII → half-width, character by character, so that offsets stay as they are. */
export function foldWidth(text: string): string {
  // Most texts hold nothing to fold: a look at each character is cheaper than a pattern.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0xff01 && code <= 0xff5e) || code === 0x3000) return text.replace(WIDE, narrow);
  }
  return text;
}

const WIDE = /[\uff01-\uff5e\u3000]/g;

function narrow(character: string): string {
  return character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** Spaces, line breaks and characters that show nothing. */
const INVISIBLE = /[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad]+/g;

/** A key for comparing headings and names: folded width, no white space, lower case. */
export function compact(text: string): string {
  return isCompact(text) ? text : foldWidth(text).replace(INVISIBLE, '').toLowerCase();
}

/** 汉字, digits, small letters and the commonest signs alone: a key already. */
function isCompact(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (code > 0x20 && code < 0x7f && !(code >= 0x41 && code <= 0x5a)) continue;
    return false;
  }
  return true;
}
