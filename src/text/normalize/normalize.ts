/**
 * A cell or passage as it was read → text that can be split, every character of which knows its place: tags dropped,
 * entities decoded, widths folded, characters that show nothing taken out, slips of fonts and OCR put right, broken lines joined.
 */
import { MappedText, type TextEdit } from '../mapped-text.js';
import { joinLines, type JoinOptions } from './join-lines.js';
import { decodeEntities, dropTags, PARAGRAPH } from './markup.js';

export interface NormalizeOptions extends JoinOptions {
  /** One character that was read → the one that was meant. */
  readonly slips?: Readonly<Record<string, string>>;
}

/** Takes time linear in the length of the text: each step is one pass. Of a mapped text the original stays what it was. */
export function normalize(
  original: string | MappedText,
  { slips = {}, ...options }: NormalizeOptions = {},
): MappedText {
  const text = typeof original === 'string' ? MappedText.of(original) : original;
  return joinLines(fold(decodeEntities(dropTags(text)), slips), options);
}

function fold(text: MappedText, slips: Readonly<Record<string, string>>): MappedText {
  const known = new Map(Object.entries(slips));
  const edits: TextEdit[] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.text.charCodeAt(i);
    // Nearly all of a text is plain ASCII or common ideographs.
    if (code >= 0x20 && code < 0x7f) continue;
    const char = text.text.charAt(i);
    const folded = known.get(char) ?? (code >= 0x4e00 && code <= 0x9fff ? undefined : foldChar(char, text.text, i));
    if (folded !== undefined && folded !== char) edits.push({ start: i, end: i + 1, text: folded });
  }
  return text.replace(edits);
}

function foldChar(char: string, text: string, at: number): string | undefined {
  const code = char.charCodeAt(0);
  if (code < 0x7f) return foldAscii(code, text.charCodeAt(at + 1));
  if (isFullWidthWord(code)) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2028) return '\n';
  if (code === 0x2029) return PARAGRAPH;
  if (isDropped(code)) return '';
  if (/\s/u.test(char)) return ' ';
  // Kangxi radicals and compatibility ideographs look like the common character and compare unlike it.
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) return single(char.normalize('NFKC'));
  if (code >= 0xdb80 && code <= 0xdbff) return isLow(text.charCodeAt(at + 1)) ? '' : undefined;
  if (isLow(code)) return isPrivateHigh(text.charCodeAt(at - 1)) ? '' : undefined;
  return undefined;
}

function foldAscii(code: number, next: number): string | undefined {
  if (code === 0x0d) return next === 0x0a ? '' : '\n';
  if (code === 0x0b || code === 0x0c) return '\n';
  if (code === 0x09) return ' ';
  return code < 0x20 && code !== 0x0a ? '' : undefined;
}

/** Full-width digits and letters only: full-width punctuation is how Chinese is written. */
function isFullWidthWord(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a);
}

/** Control, zero-width, direction and private-use characters. */
function isDropped(code: number): boolean {
  return (
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  );
}

function isLow(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

function isPrivateHigh(code: number): boolean {
  return code >= 0xdb80 && code <= 0xdbff;
}

function single(text: string): string | undefined {
  return text.length === 1 ? text : undefined;
}
