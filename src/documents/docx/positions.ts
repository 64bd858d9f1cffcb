/** The body of a Word document read with positions: where in the XML each piece of a paragraph's text stands. */
import type { Block } from '../blocks/model.js';
import { attributesOf, nextTag, type Tag, tagsOf, unescapeXml } from '../xlsx/xml.js';
import type { Attributes } from '../xml-events.js';
import { BodyReader, type Context } from './body.js';

export interface Run {
  readonly tag: Tag;
  /** Where its content begins, its properties left out. */
  contentStart: number;
  /** The properties as they are written; '' for none. */
  properties: string;
  end: number;
}

export interface TextPiece {
  /** UTF-16 offset in the paragraph's own text. */
  readonly start: number;
  readonly end: number;
  readonly run: Run;
  /** The `<w:t>` that holds just this text as it is; absent for tabs, symbols and what is written in an unusual way. */
  readonly element?: { readonly tag: Tag; readonly from: number; readonly to: number };
}

export interface Paragraph {
  readonly tag: Tag;
  /** Behind its properties. */
  contentStart: number;
  /** Before its end tag; where an empty element ends. */
  contentEnd: number;
  readonly pieces: TextPiece[];
  /** The paragraph that holds the text box in which this one stands. */
  readonly host: Paragraph | undefined;
  length: number;
}

export interface PlacedBody {
  readonly blocks: readonly Block[];
  /** By number, as the blocks name them. */
  readonly paragraphs: readonly Paragraph[];
}

export function readPlacedBody(xml: string, context: Context): PlacedBody {
  const walk = new BodyWalk(xml, context);
  walk.walk();
  return walk;
}

class BodyWalk implements PlacedBody {
  readonly paragraphs: Paragraph[] = [];
  readonly #xml: string;
  readonly #reader: BodyReader;
  readonly #open: Paragraph[] = [];
  readonly #runs: Run[] = [];
  readonly #wordPrefix: string;
  #tag: Tag;
  #text: { tag: Tag; from: number; to: number } | undefined;

  constructor(xml: string, context: Context) {
    this.#xml = xml;
    this.#tag = nextTag(xml, 0, xml.length) as Tag;
    this.#wordPrefix = this.#tag.prefix;
    this.#reader = new BodyReader({
      ...context,
      follower: {
        opened: (number) => this.#openParagraph(number),
        wrote: (number, text) => this.#write(number, text),
        closed: () => {
          const paragraph = this.#open.pop();
          if (paragraph) paragraph.contentEnd = this.#tag.kind === 'empty' ? this.#tag.end : this.#tag.start;
        },
      },
    });
  }

  get blocks(): readonly Block[] {
    return this.#reader.blocks;
  }

  walk(): void {
    const xml = this.#xml;
    let before: Tag | undefined;
    for (let tag: Tag | undefined = this.#tag; tag; tag = nextTag(xml, tag.end, xml.length)) {
      if (before && tag.start > before.end) this.#passText(before, tag.start);
      this.#tag = tag;
      if (tag.kind !== 'close') this.#reader.open(tag.name, localAttributes(xml, tag));
      if (tag.prefix === this.#wordPrefix) this.#note(tag);
      if (tag.kind !== 'open') this.#reader.close(tag.name);
      before = tag;
    }
  }

  #passText(before: Tag, to: number): void {
    const raw = this.#xml.slice(before.end, to);
    // Remarks and the like inside text are rare: it is read, and not taken apart.
    const isPlain = !raw.includes('<') && !raw.includes('\r');
    const isWordText = before.kind === 'open' && before.name === 't' && before.prefix === this.#wordPrefix;
    this.#text = isPlain && isWordText ? { tag: before, from: before.end, to } : undefined;
    this.#reader.text(isPlain ? unescapeXml(raw) : unusualText(raw));
    this.#text = undefined;
  }

  #note(tag: Tag): void {
    const paragraph = this.#open.at(-1);
    if (tag.name === 'r') {
      if (tag.kind === 'open') this.#runs.push({ tag, contentStart: tag.end, properties: '', end: tag.end });
      else if (tag.kind === 'close') {
        const run = this.#runs.pop();
        if (run) run.end = tag.end;
      }
    } else if (tag.name === 'rPr') {
      const run = this.#runs.at(-1);
      if (!run || !this.#isFirstIn(run.tag, tag)) return;
      run.contentStart = endOf(this.#xml, tag);
      run.properties = this.#xml.slice(tag.start, run.contentStart);
    } else if (tag.name === 'pPr' && paragraph && this.#isFirstIn(paragraph.tag, tag)) {
      paragraph.contentStart = endOf(this.#xml, tag);
    }
  }

  /** Properties come first in what they describe. */
  #isFirstIn(parent: Tag, tag: Tag): boolean {
    return tag.kind !== 'close' && this.#xml.slice(parent.end, tag.start).trim() === '';
  }

  #openParagraph(number: number): void {
    const host = this.#open.at(-1);
    const { end } = this.#tag;
    const opened = { tag: this.#tag, contentStart: end, contentEnd: end, pieces: [], host, length: 0 };
    this.paragraphs[number] = opened;
    this.#open.push(opened);
  }

  #write(number: number, text: string): void {
    const paragraph = this.paragraphs[number];
    if (!paragraph) return;
    const start = paragraph.length;
    paragraph.length += text.length;
    const run = this.#runs.at(-1);
    // A run that was open before the paragraph belongs to the one around it.
    if (!run || run.tag.start < paragraph.tag.start) return;
    const element = this.#text && { element: this.#text };
    paragraph.pieces.push({ start, end: paragraph.length, run, ...element });
  }
}

/** Tracked changes keep old properties of the same name inside the new ones. */
function endOf(xml: string, open: Tag): number {
  let depth = 0;
  for (const tag of tagsOf(xml, open.start)) {
    if (tag.name !== open.name || tag.prefix !== open.prefix) continue;
    if (tag.kind === 'open') depth += 1;
    else if (tag.kind === 'close') depth -= 1;
    if (depth === 0) return tag.end;
  }
  return open.end;
}

function localAttributes(xml: string, tag: Tag): Attributes {
  const own: Record<string, string> = {};
  for (const [name, value] of attributesOf(xml, tag)) own[name.slice(name.indexOf(':') + 1)] = value;
  return own;
}

/** As a parser hands it over: remarks left out, quoted sections unpacked, line ends alike. */
function unusualText(raw: string): string {
  return raw
    .replace(/\r\n?/g, '\n')
    .split(/(<!--(?:[^-]|-(?!->))*-->|<!\[CDATA\[(?:[^\]]|\](?!\]>))*\]\]>|<\?(?:[^?]|\?(?!>))*\?>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : part.startsWith('<') ? '' : unescapeXml(part)))
    .join('');
}
