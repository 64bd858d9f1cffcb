/** The few character classes that joining lines and splitting rest on. */

/** UTF-16 units, to be asked by `charCodeAt`: searching a string for a character takes ten times as long. */
export type Codes = ReadonlySet<number>;

export function codesOf(characters: string): Codes {
  return new Set(Array.from(characters, (char) => char.charCodeAt(0)));
}

const SENTENCE_ENDS = '。！？!?';
export const SENTENCE_END = codesOf(SENTENCE_ENDS);
/** Behind these a list may begin. */
export const PAUSE_END = codesOf(`${SENTENCE_ENDS}；;：:…`);
export const CLOSERS = codesOf('”’」』》）)】〕"\'');

/** A common ideograph, as nearly all of a text is; none of them is a mark of any kind. */
export function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

export function isCjk(char: string | undefined): boolean {
  if (char === undefined) return false;
  const code = char.charCodeAt(0);
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff);
}

export function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** Is there anything to read: a letter or a CJK character, not figures and punctuation alone? */
export function hasWords(text: string): boolean {
  // Nearly every text that is asked about has an ideograph within its first characters.
  for (let at = 0; at < text.length && at < GLANCE; at += 1) {
    if (isIdeograph(text.charCodeAt(at))) return true;
  }
  return /\p{L}/u.test(text);
}

const GLANCE = 8;

/** Width in half-width columns, as a page line is filled. */
export function displayWidth(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i += 1) width += text.charCodeAt(i) > 0xff ? 2 : 1;
  return width;
}

/** Text without spaces: how headers and headings are compared. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
