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
  return foldWidth(text).replace(INVISIBLE, '').toLowerCase();
}
