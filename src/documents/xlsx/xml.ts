/**
 * XML as text with positions: the parts of a user's workbook are patched in place, never parsed into a model and
 * written again, so that whatever we do not know of survives.
 */
import { InputError } from '../../errors.js';
import type { Edit } from '../../text/edits.js';

export { applyEdits, type Edit } from '../../text/edits.js';

export interface Tag {
  readonly kind: 'open' | 'close' | 'empty';
  /** The local name; `prefix` keeps its colon, '' without one. */
  readonly name: string;
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
}

/** An element as offsets: its text is `start`–`end`, its content `openEnd`–`closeStart`. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly empty: boolean;
  readonly start: number;
  readonly openEnd: number;
  readonly closeStart: number;
  readonly end: number;
}

const QUOTE = 34;
const APOSTROPHE = 39;
const GREATER = 62;
const DECLARED_ENCODING = /^(<\?xml[^>]{0,200}?encoding\s*=\s*["'])([\w.:-]+)/;
const ATTRIBUTE = /\s*([^\s=/<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// oxlint-disable-next-line no-control-regex -- these are what XML 1.0 cannot hold
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

export function decodeXml(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  const label = head.startsWith('\u00FE\u00FF')
    ? 'utf-16be'
    : head.startsWith('\u00FF\u00FE')
      ? 'utf-16le'
      : (DECLARED_ENCODING.exec(head)?.[2] ?? 'utf-8');
  try {
    // The part is written again as UTF-8, so that its declaration must say so.
    return new TextDecoder(label, { fatal: true }).decode(bytes).replace(DECLARED_ENCODING, '$1UTF-8');
  } catch (cause) {
    throw new InputError('damaged', { cause });
  }
}

export function* tagsOf(xml: string, from = 0, to = xml.length): Generator<Tag> {
  for (let tag = nextTag(xml, from, to); tag; tag = nextTag(xml, tag.end, to)) yield tag;
}

/** The first tag that begins in `from`–`to`. */
export function nextTag(xml: string, from: number, to: number): Tag | undefined {
  let at = xml.indexOf('<', from);
  while (at !== -1 && at < to) {
    const next = xml.charCodeAt(at + 1);
    if (next !== 33 && next !== 63) return readTag(xml, at);
    at = xml.indexOf('<', endOfMarkup(xml, at));
  }
  return undefined;
}

function endOfMarkup(xml: string, at: number): number {
  const close = xml.startsWith('<!--', at)
    ? '-->'
    : xml.startsWith('<![CDATA[', at)
      ? ']]>'
      : xml.startsWith('<?', at)
        ? '?>'
        : undefined;
  const end = close === undefined ? -1 : xml.indexOf(close, at + 2);
  // OOXML forbids document type declarations, which could hide anything behind an entity.
  if (close === undefined || end === -1) throw new InputError('damaged');
  return end + close.length;
}

function readTag(xml: string, start: number): Tag {
  const closing = xml.charCodeAt(start + 1) === 47;
  const nameStart = start + (closing ? 2 : 1);
  let at = nameStart;
  let colon = -1;
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === 58) colon = at;
    else if (code <= 32 || code === 47 || code === GREATER) break;
  }
  const nameEnd = at;
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (code === GREATER) break;
    if (code === QUOTE || code === APOSTROPHE) {
      at = xml.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (at === -1) throw new InputError('damaged');
    }
  }
  if (at >= xml.length || nameEnd === nameStart) throw new InputError('damaged');
  return {
    kind: closing ? 'close' : xml.charCodeAt(at - 1) === 47 ? 'empty' : 'open',
    name: xml.slice(colon === -1 ? nameStart : colon + 1, nameEnd),
    prefix: colon === -1 ? '' : xml.slice(nameStart, colon + 1),
    start,
    end: at + 1,
  };
}

export function rootOf(xml: string): XmlElement {
  const open = tagsOf(xml).next().value as Tag | undefined;
  if (!open || open.kind === 'close') throw new InputError('damaged');
  if (open.kind === 'empty') return emptyElement(open);
  const close = xml.lastIndexOf(`</${open.prefix}${open.name}`);
  if (close < open.end) throw new InputError('damaged');
  return element(open, readTag(xml, close));
}

/** An element named `opaque`, of which there is only one, is passed without a look at its content. */
export function* childrenOf(xml: string, parent: XmlElement, opaque?: string): Generator<XmlElement> {
  const to = parent.closeStart;
  let depth = 0;
  let open: Tag | undefined;
  for (let tag = nextTag(xml, parent.openEnd, to); tag; tag = nextTag(xml, tag.end, to)) {
    if (tag.kind === 'open' && depth === 0 && tag.name === opaque) {
      const close = xml.lastIndexOf(`</${tag.prefix}${tag.name}`, to);
      if (close < tag.end) throw new InputError('damaged');
      open = tag;
      tag = readTag(xml, close);
      yield element(open, tag);
    } else if (tag.kind === 'empty') {
      if (depth === 0) yield emptyElement(tag);
    } else if (tag.kind === 'open') {
      if (depth === 0) open = tag;
      depth++;
    } else {
      depth--;
      if (depth < 0 || !open) throw new InputError('damaged');
      if (depth === 0) yield element(open, tag);
    }
  }
  if (depth !== 0) throw new InputError('damaged');
}

export function childOf(xml: string, parent: XmlElement, name: string): XmlElement | undefined {
  for (const child of childrenOf(xml, parent)) if (child.name === name) return child;
  return undefined;
}

function element(open: Tag, close: Tag): XmlElement {
  const { name, prefix, start, end: openEnd } = open;
  return { name, prefix, empty: false, start, openEnd, closeStart: close.start, end: close.end };
}

function emptyElement({ name, prefix, start, end }: Tag): XmlElement {
  return { name, prefix, empty: true, start, openEnd: end, closeStart: end, end };
}

/** The attributes of the tag that begins at `start`, by their names as written. */
export function attributesOf(xml: string, { start, prefix, name }: Tag | XmlElement): Map<string, string> {
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = start + 1 + prefix.length + name.length;
  for (let match = ATTRIBUTE.exec(xml); match; match = ATTRIBUTE.exec(xml)) {
    found.set(match[1] as string, unescapeXml((match[2] ?? match[3]) as string));
  }
  return found;
}

/** The start tag of an element or tag with some attributes changed, added or (undefined) left out. */
export function startTag(
  xml: string,
  tag: Tag | XmlElement,
  changes: Readonly<Record<string, string | number | undefined>>,
  empty = 'kind' in tag ? tag.kind === 'empty' : tag.empty,
): string {
  const attributes = new Map<string, string | number | undefined>(attributesOf(xml, tag));
  for (const [name, value] of Object.entries(changes)) attributes.set(name, value);
  let text = `<${tag.prefix}${tag.name}`;
  for (const [name, value] of attributes)
    if (value !== undefined) text += ` ${name}="${escapeAttribute(String(value))}"`;
  return `${text}${empty ? '/>' : '>'}`;
}

/** Edits that put text at the end of an element's content; an element without content is opened for it. */
export function appendTo(xml: string, parent: XmlElement, text: string, changes: Record<string, string | number> = {}) {
  const edits: Edit[] = [];
  if (parent.empty) {
    const close = `</${parent.prefix}${parent.name}>`;
    edits.push({ start: parent.start, end: parent.end, text: startTag(xml, parent, changes, false) + text + close });
    return edits;
  }
  if (Object.keys(changes).length > 0) {
    edits.push({ start: parent.start, end: parent.openEnd, text: startTag(xml, parent, changes) });
  }
  edits.push({ start: parent.closeStart, end: parent.closeStart, text });
  return edits;
}

/** Text without what XML 1.0 cannot hold; half a character becomes the sign for a lost one. */
export function holdable(text: string): string {
  return text.replace(NOT_XML, '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Escaped for text and for attributes alike; what XML 1.0 cannot hold is taken away. */
export function escapeXml(text: string): string {
  return holdable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

/** A reader turns plain line breaks and tabs of an attribute into blanks. */
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
