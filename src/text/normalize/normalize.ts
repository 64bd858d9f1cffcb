/**
 * A cell or passage as it was read → text that can be split, every character of which knows its place: tags dropped,
 * entities decoded, widths folded, characters that show nothing taken out, slips of fonts and OCR put right, broken lines joined.
 */
import { MappedText, type TextEdit } from '../mapped-text.js';
import { joinLines, type JoinOptions } from './join-lines.js';
import { decodeEntities, dropTags, PARAGRAPH } from './markup.js';

export interface NormalizeOptions extends JoinOptions {
  /** One character that was read → the one that was meant. */
  readonly slips?: Slips;
}

type Slips = Readonly<Record<string, string>>;
const NO_SLIPS: Slips = {};

/** Takes time linear in the length of the text: each step is one pass. Of a mapped text the original stays what it was. */
export function normalize(
  original: string | MappedText,
  { slips = NO_SLIPS, ...options }: NormalizeOptions = {},
): MappedText {
  const text = typeof original === 'string' ? MappedText.of(original) : original;
  return joinLines(fold(decodeEntities(dropTags(text)), slips), options);
}

/** Nearly all of a text is plain ASCII, common ideographs and common signs, all of which stay as they are. */
const UNCOMMON = String.raw`[^\n\x20-\x7e\u2010-\u2027\u3001-\u30ff\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]`;

const suspects = new WeakMap<Slips, RegExp>();

/** Finds each unit that may have to be folded. */
function suspectsOf(slips: Slips): RegExp {
  const known = suspects.get(slips);
  if (known) return known;
  const read = Object.keys(slips).map((char) => String.raw`\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
  // Without the flag u, which would take surrogates two by two.
  const pattern = new RegExp([UNCOMMON, ...read].join('|'), 'g');
  suspects.set(slips, pattern);
  return pattern;
}

function fold(text: MappedText, slips: Slips): MappedText {
  const edits: TextEdit[] = [];
  const pattern = suspectsOf(slips);
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text.text); match; match = pattern.exec(text.text)) {
    const { 0: char, index } = match;
    const folded = slips[char] ?? foldChar(char, text.text, index);
    if (folded !== undefined && folded !== char) edits.push({ start: index, end: index + 1, text: folded });
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
