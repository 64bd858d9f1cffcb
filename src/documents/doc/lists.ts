/** The lists of a .doc file, and the paragraph styles that stand on them ([MS-DOC] 2.9.147, 2.9.131, 2.9.260). */
import { type ListInstance, type ListLevel, Numbering } from '../lists/numbering.js';
import type { Bytes } from './bytes.js';
import { type ParagraphProperties, readParagraphProperties } from './properties.js';
import type { WordFile } from './word-file.js';

const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const LEVELS = 9;
const MAX_LISTS = 20_000;

export function readLists(file: WordFile): Numbering {
  const { table } = file;
  const lists = new Map<string, ListInstance>();
  const levels = new Map<string, Map<number, ListLevel>>();
  const { at, length } = file.pair('lists');
  if (length < 2) return new Numbering(lists, levels);
  const count = Math.min(MAX_LISTS, Math.max(0, table.i16(at)));
  const cursor = { at: at + 2 + 28 * count };
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + 28 * index;
    const isSimple = (table.u8(entry + 26) & 1) !== 0;
    const own = new Map<number, ListLevel>();
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) own.set(level, readLevel(table, cursor));
    levels.set(`${table.i32(entry)}`, own);
  }
  readOverrides(file, lists);
  return new Numbering(lists, levels);
}

function readLevel(table: Bytes, cursor: { at: number }): ListLevel {
  const { at } = cursor;
  const [characters, paragraph] = [table.u8(at + 24), table.u8(at + 25)];
  const info = table.u8(at + 5);
  const restart = (info & 0x8) !== 0 ? table.u8(at + 26) : undefined;
  const text = at + 28 + characters + paragraph;
  const length = table.u16(text);
  const template = Array.from({ length: Math.min(length, 200) }, (_, index) => {
    const code = table.u16(text + 2 + 2 * index);
    return code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }).join('');
  cursor.at = text + 2 + 2 * length;
  return {
    start: table.i32(at),
    format: FORMATS[table.u8(at + 4)] ?? 'decimal',
    text: template,
    legal: (info & 0x4) !== 0,
    restart,
    style: undefined,
  };
}

/** Paragraphs name an override, which names its list and may begin at another number. */
function readOverrides(file: WordFile, lists: Map<string, ListInstance>): void {
  const { table } = file;
  const { at, length } = file.pair('overrides');
  if (length < 4) return;
  const count = Math.min(MAX_LISTS, Math.max(0, table.i32(at)));
  let data = at + 4 + 16 * count;
  for (let index = 0; index < count; index += 1) {
    const entry = at + 4 + 16 * index;
    const starts = new Map<number, number>();
    lists.set(`${index + 1}`, { abstract: `${table.i32(entry)}`, starts });
    const changed = table.u8(entry + 12);
    data += 4;
    for (let one = 0; one < changed; one += 1) {
      const flags = table.u32(data + 4);
      if ((flags & 0x10) !== 0) starts.set(flags & 0xf, table.i32(data));
      const cursor = { at: data + 8 };
      if ((flags & 0x20) !== 0) readLevel(table, cursor);
      data = cursor.at;
    }
  }
}

/** What paragraph styles say of lists, by their number. */
export function readStyleLists(file: WordFile): ReadonlyMap<number, ParagraphProperties> {
  const { table } = file;
  const { at, length } = file.pair('styles');
  const styles = new Map<number, ParagraphProperties & { base: number }>();
  if (length < 8) return styles;
  const head = table.u16(at);
  const [count, baseSize] = [table.u16(at + 2), table.u16(at + 4)];
  let entry = at + 2 + head;
  for (let index = 0; index < count && entry + 2 <= at + length; index += 1) {
    const size = table.u16(entry);
    const start = entry + 2;
    entry = start + size;
    if (size < baseSize + 2) continue;
    const kind = table.u16(start + 2);
    // Only paragraph styles.
    if ((kind & 0xf) !== 1) continue;
    const name = start + baseSize;
    const upx = name + 2 + 2 * (table.u16(name) + 1);
    if (upx + 4 > entry) continue;
    const own: ParagraphProperties & { base: number } = { base: kind >> 4 };
    const listSize = Math.min(table.u16(upx), entry - upx - 2);
    if (listSize > 2) readParagraphProperties(table.slice(upx + 4, listSize - 2), own);
    styles.set(index, own);
  }
  return new Map([...styles.keys()].map((style) => [style, inherited(styles, style)]));
}

function inherited(
  styles: ReadonlyMap<number, ParagraphProperties & { base: number }>,
  style: number,
): ParagraphProperties {
  const found: ParagraphProperties = {};
  let at = style;
  for (let depth = 0; depth < 12; depth += 1) {
    const own = styles.get(at);
    if (!own) break;
    if (own.list !== undefined) found.list ??= own.list;
    if (own.level !== undefined) found.level ??= own.level;
    at = own.base;
  }
  return found;
}
