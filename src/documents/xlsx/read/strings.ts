/** Texts of cells: runs put together, phonetic guides left out. */
import { nextTag, unescapeXml } from '../xml.js';

/** Control characters are written as _x000D_; what stood there before the escape is _x005F_. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** The shared strings of a workbook, in order. */
export function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (let tag = nextTag(xml, 0, xml.length); tag; tag = nextTag(xml, tag.end, xml.length)) {
    if (tag.name !== 'si' || tag.kind === 'close') continue;
    if (tag.kind === 'empty') {
      strings.push('');
      continue;
    }
    const { text, end } = richText(xml, tag.end, 'si', xml.length);
    strings.push(text);
    tag = { ...tag, end };
  }
  return strings;
}

/** The text from `from` to the end tag of `closing`, and where that ends. */
export function richText(xml: string, from: number, closing: string, to: number): { text: string; end: number } {
  let text = '';
  let aside = false;
  for (let tag = nextTag(xml, from, to); tag; tag = nextTag(xml, tag.end, to)) {
    if (tag.name === closing && tag.kind === 'close') return { text, end: tag.end };
    if (tag.name === 'rPh') aside = tag.kind === 'open';
    else if (tag.name === 't' && tag.kind === 'open' && !aside) text += contentOf(xml, tag.end);
  }
  return { text, end: to };
}

/** Text from here to the next tag. */
export function contentOf(xml: string, from: number): string {
  const end = xml.indexOf('<', from);
  const text = unescapeXml(xml.slice(from, end < 0 ? xml.length : end)).replace(/\r\n?/g, '\n');
  return text.includes('_x') ? text.replace(ESCAPED, (_, code: string) => escaped(Number.parseInt(code, 16))) : text;
}

function escaped(code: number): string {
  return code === 0x0d ? '' : String.fromCharCode(code);
}
