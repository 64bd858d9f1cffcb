/**
 * A cell or passage as it was read → text that can be split, every character of which knows its place: tags dropped,
 * entities decoded, widths folded, characters that show nothing taken out, slips of fonts and OCR put right, broken lines joined.
 */
import { MappedText, type TextEdit } from '../mapped-text.js';
import { rememberFor } from '../remember-for.js';
import { joinLines, type JoinOptions } from './join-lines.js';
import { decodeEntities, dropTags, PARAGRAPH } from './markup.js';

export interface NormalizeOptions extends JoinOptions {
  readonly slips?: Slips;
}

/** What fonts and OCR made of a text. */
export interface Slips {
  /** A character, or a word of which the character is one of its own, → as many characters that were meant. */
  readonly words: Readonly<Record<string, string>>;
  /** Letters that stand for digits inside a figure → the digit. */
  readonly digits: Readonly<Record<string, string>>;
  /** Characters that may follow such a figure. */
  readonly units: string;
}

const NO_SLIPS: Slips = { words: {}, digits: {}, units: '' };

/** Takes time linear in the length of the text: each step is one pass. Of a mapped text the original stays what it was. */
export function normalize(
  original: string | MappedText,
  { slips = NO_SLIPS, ...options }: NormalizeOptions = {},
): MappedText {
  const text = typeof original === 'string' ? MappedText.of(original) : original;
  return joinLines(fold(decodeEntities(dropTags(text)), slips), options);
}

/** Nearly all of a text is plain ASCII, common ideographs and common signs, all of which stay as they are. */
const UNCOMMON = /[^\n\x20-\x7e\u2010-\u2027\u3001-\u30ff\u4e00-\u9fff\uff01-\uff0f\uff1a-\uff20]/;

/** A word with one character read wrongly: which, and what was meant. */
interface WordSlip {
  readonly word: string;
  readonly at: number;
  readonly meant: string;
}

interface Suspects {
  /** By UTF-16 unit: may it have to be folded? A look-up passes over ordinary text ten times as fast as a pattern. */
  readonly units: Uint8Array;
  readonly words: ReadonlyMap<string, readonly WordSlip[]>;
}

const suspectsOf = rememberFor((slips: Slips): Suspects => {
  const units = new Uint8Array(0x10000);
  for (let code = 0; code < units.length; code += 1) if (UNCOMMON.test(String.fromCharCode(code))) units[code] = 1;
  const words = new Map<string, WordSlip[]>();
  for (const [word, meant] of Object.entries(slips.words)) {
    const at = Array.from(word).findIndex((char, index) => char !== meant.charAt(index));
    const char = word.charAt(at);
    units[char.charCodeAt(0)] = 1;
    words.set(char, [...(words.get(char) ?? []), { word, at, meant: meant.charAt(at) }]);
  }
  for (const char of Object.keys(slips.digits)) units[char.charCodeAt(0)] = 1;
  return { units, words };
});

function fold(text: MappedText, slips: Slips): MappedText {
  const edits: TextEdit[] = [];
  const { units, words } = suspectsOf(slips);
  const read = text.text;
  for (let at = 0; at < read.length; at += 1) {
    if (units[read.charCodeAt(at)] === 0) continue;
    const char = read.charAt(at);
    const folded = wordSlip(read, at, words) ?? digitFor(read, at, slips) ?? foldChar(char, read, at);
    if (folded !== undefined && folded !== char) edits.push({ start: at, end: at + 1, text: folded });
  }
  return text.replace(edits);
}

function wordSlip(text: string, place: number, words: Suspects['words']): string | undefined {
  const slips = words.get(text.charAt(place)) ?? [];
  return slips.find(({ word, at }) => text.startsWith(word, place - at))?.meant;
}

/** 4O%, l20万元: a letter among digits, with nothing Latin before it and a unit behind. */
function digitFor(text: string, at: number, { digits, units }: Slips): string | undefined {
  const digit = digits[text.charAt(at)];
  if (digit === undefined) return undefined;
  const isFigure = (index: number): boolean =>
    /[\d.,]/u.test(text.charAt(index)) || digits[text.charAt(index)] !== undefined;
  let from = at;
  while (from > 0 && at - from < LONGEST_FIGURE && isFigure(from - 1)) from -= 1;
  let to = at + 1;
  while (to - at < LONGEST_FIGURE && isFigure(to)) to += 1;
  if (!/\d/u.test(text.slice(from, to)) || /[A-Za-z]/u.test(text.charAt(from - 1))) return undefined;
  const next = text.charAt(to);
  return next !== '' && units.includes(next) ? digit : undefined;
}

const LONGEST_FIGURE = 12;

/** The same text, character by character, as a reader sees it: how headings and headers are recognised. */
export function asSeen(text: string, slips: Slips): string {
  const { units, words } = suspectsOf(slips);
  let seen = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (units[text.charCodeAt(at)] === 0) continue;
    const char = text.charAt(at);
    const folded = wordSlip(text, at, words) ?? foldChar(char, text, at) ?? char;
    seen += text.slice(from, at) + (folded === '' ? ' ' : folded);
    from = at + 1;
  }
  return from === 0 ? text : seen + text.slice(from);
}

function foldChar(char: string, text: string, at: number): string | undefined {
  const code = char.charCodeAt(0);
  if (code < 0x7f) return foldAscii(code, text.charCodeAt(at + 1));
  if (isFullWidthWord(code)) return String.fromCharCode(code - 0xfee0);
  if (code === 0x2028) return '\n';
  if (code === 0x2029) return PARAGRAPH;
  if (isSymbol(code) && isLineStart(text, at)) return BULLET;
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

const BULLET = '•';

/** Where symbol fonts keep their signs: Word's bullets are U+F0B7, U+F06C, U+F0D8 and others. */
function isSymbol(code: number): boolean {
  return code >= 0xf020 && code <= 0xf0ff;
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before < 16 && ' \t\u3000\u00a0'.includes(text.charAt(before))) before -= 1;
  return before < 0 || '\n\r\u2028\u2029\u000b'.includes(text.charAt(before));
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
