/** Full-width ASCII → half-width, character by character, so that offsets stay as they are. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (character) =>
    character === '\u3000' ? ' ' : String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** Spaces, line breaks and characters that show nothing. */
const INVISIBLE = /[\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\u00ad]+/g;

/** A key for comparing headings and names: folded width, no white space, lower case. */
export function compact(text: string): string {
  return isCompact(text) ? text : foldWidth(text).replace(INVISIBLE, '').toLowerCase();
}

/** Most names are Chinese characters alone and stay as they are. */
function isCompact(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isHan = code >= 0x4e00 && code <= 0x9fff;
    if (!isHan && (code <= 0x20 || code > 0x7e || (code >= 0x41 && code <= 0x5a))) return false;
  }
  return true;
}
