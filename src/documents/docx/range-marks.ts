/** Puts the ends of comments into the XML of a document; runs are parted where an end falls inside one. */
import type { Edit } from '../xlsx/xml.js';
import { startTag } from '../xlsx/xml.js';
import type { AnchorRange, ParagraphPoint } from './anchors.js';
import type { Paragraph, PlacedBody, TextPiece } from './positions.js';
import type { WordIds, WordNames } from './word-names.js';

export interface RangeMark {
  readonly id: number;
  readonly range: AnchorRange;
}

interface Tools {
  readonly xml: string;
  readonly body: PlacedBody;
  readonly names: WordNames;
  readonly ids: WordIds;
}

/** Where marks go, and what must stand around them there. */
interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
  /** An element without content that must be opened. */
  readonly opens?: Paragraph;
  /** The text element that is cut in two. */
  readonly cuts?: TextPiece;
}

interface Gathered extends Place {
  readonly ends: string[];
  readonly both: string[];
  readonly starts: string[];
}

export function rangeMarkEdits(marks: readonly RangeMark[], tools: Tools): Edit[] {
  const { names } = tools;
  const places = new Map<number, Gathered>();
  const at = (place: Place): Gathered => {
    const known = places.get(place.at);
    if (known) return known;
    const gathered = { ...place, ends: [], both: [], starts: [] };
    places.set(place.at, gathered);
    return gathered;
  };
  for (const { id, range } of marks) {
    const { from, to } = placesOf(range, tools);
    const start = names.element('commentRangeStart', { id });
    const reference = names.run(names.element('commentReference', { id }));
    const end = names.element('commentRangeEnd', { id }) + reference;
    if (from.at === to.at) at(from).both.push(start + end);
    else {
      at(from).starts.push(start);
      at(to).ends.push(end);
    }
  }
  return editsOf([...places.values()], tools);
}

function editsOf(places: readonly Gathered[], { xml, names }: Tools): Edit[] {
  const edits: Edit[] = [];
  const cutTags = new Map<number, Edit>();
  for (const { at, before, after, opens, cuts, ends, both, starts } of places) {
    const marks = [...ends, ...both, ...starts].join('');
    const { tag } = opens ?? {};
    if (tag)
      edits.push({ start: tag.start, end: tag.end, text: startTag(xml, tag, {}, false) + marks + names.close('p') });
    else edits.push({ start: at, end: at, text: before + marks + after });
    const cut = cuts?.element?.tag;
    // A part of a text may begin or end with a blank.
    const text = cut && startTag(xml, cut, { 'xml:space': 'preserve' });
    if (text) cutTags.set(cut.start, { start: cut.start, end: cut.end, text });
  }
  // Last, since what is put in front of such a tag must come before it.
  return [...edits, ...cutTags.values()];
}

function placesOf({ start, end }: AnchorRange, tools: Tools): { from: Place; to: Place } {
  const { paragraphs } = tools.body;
  const first = paragraphs[start.paragraph] as Paragraph;
  const last = paragraphs[end.paragraph] as Paragraph;
  // Word knows no comments in text boxes: they go to the paragraph at which the box hangs.
  if (first.host || last.host) return wholeOf(outermost(first));
  const from = startPlace(first, start, tools);
  const to = endPlace(last, end, tools);
  return from.at <= to.at ? { from, to } : wholeOf(first);
}

function outermost(paragraph: Paragraph): Paragraph {
  let at = paragraph;
  while (at.host) at = at.host;
  return at;
}

function wholeOf(paragraph: Paragraph): { from: Place; to: Place } {
  return { from: plainPlace(paragraph, paragraph.contentStart), to: plainPlace(paragraph, paragraph.contentEnd) };
}

function plainPlace(paragraph: Paragraph, at: number): Place {
  const place = { at, before: '', after: '' };
  return paragraph.tag.kind === 'empty' ? { ...place, opens: paragraph } : place;
}

function startPlace(paragraph: Paragraph, { offset }: ParagraphPoint, tools: Tools): Place {
  const piece = paragraph.pieces.find(({ start, end }) => start <= offset && offset < end);
  if (offset === 0 || !piece) return plainPlace(paragraph, paragraph.contentStart);
  const { run, element, start } = piece;
  const isFirst = tools.xml.slice(run.contentStart, element?.tag.start).trim() === '';
  if (!element || (offset === start && isFirst)) return { at: run.tag.start, before: '', after: '' };
  return offset === start ? between(piece, element.tag.start, tools) : inside(piece, element, offset, tools);
}

function endPlace(paragraph: Paragraph, { offset }: ParagraphPoint, tools: Tools): Place {
  const piece = paragraph.pieces.find(({ start, end }) => start < offset && offset <= end);
  if (offset >= paragraph.length || !piece) return plainPlace(paragraph, paragraph.contentEnd);
  const { run, element, end } = piece;
  if (!element) return { at: run.end, before: '', after: '' };
  if (offset < end) return inside(piece, element, offset, tools);
  const { names, xml } = tools;
  const close = names.close('t');
  const behind = xml.startsWith(close, element.to) ? element.to + close.length : undefined;
  const isLast = behind === undefined || xml.slice(behind, run.end) === names.close('r');
  return isLast ? { at: run.end, before: '', after: '' } : between(piece, behind, tools);
}

/** Between two elements of a run. */
function between({ run }: TextPiece, at: number, { xml, names, ids }: Tools): Place {
  return { at, before: names.close('r'), after: startTag(xml, run.tag, {}) + ids.renewed(run.properties) };
}

/** Between two characters of a text. */
function inside(piece: TextPiece, element: NonNullable<TextPiece['element']>, offset: number, tools: Tools): Place {
  const { xml, names } = tools;
  const at = rawOffset(xml, element.from, offset - piece.start);
  const { before, after } = between(piece, at, tools);
  const text = startTag(xml, element.tag, { 'xml:space': 'preserve' });
  return { at, before: names.close('t') + before, after: after + text, cuts: piece };
}

/** Where in the XML a character stands; one that is written as an entity takes several. */
function rawOffset(xml: string, from: number, count: number): number {
  let at = from;
  for (let passed = 0; passed < count; ) {
    if (xml[at] !== '&') {
      at += 1;
      passed += 1;
      continue;
    }
    const end = xml.indexOf(';', at);
    const astral = /^&#(?:x0*([0-9a-f]{5,6})|0*([0-9]{5,7}));/i.exec(xml.slice(at, at + 16));
    const code = astral?.[1] === undefined ? Number(astral?.[2] ?? 0) : Number.parseInt(astral[1], 16);
    passed += code > 0xffff ? 2 : 1;
    at = end === -1 ? at + 1 : end + 1;
  }
  return at;
}
