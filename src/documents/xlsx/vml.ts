/** The boxes of classic comments, which live in a legacy drawing. */
import { advance, type Geometry, type Offset } from './geometry.js';
import type { CellNote } from './marks.js';
import { type CellPlace, MAX_COLUMNS, MAX_ROWS } from './references.js';
import { wrappedLines } from './sheet-text.js';
import { appendTo, applyEdits, attributesOf, type Edit, rootOf, startTag, type Tag, tagsOf } from './xml.js';

interface NoteBox {
  readonly row: number;
  readonly column: number;
  readonly anchor: { readonly start: number; readonly end: number } | undefined;
}

const BOX_WIDTH = 300;
const LINE_HEIGHT = 17;
const BOX_PADDING = 12;
/** In half-width characters; a Chinese one of 10 points takes two. */
const LINE_LENGTH = 40;
const MIN_LINES = 6;
const MAX_LINES = 25;
/** Shape ids come in blocks of 1024, each of which belongs to one drawing of the workbook. */
const BLOCK = 1024;
const NAMESPACES: Readonly<Record<string, string>> = {
  'xmlns:v': 'urn:schemas-microsoft-com:vml',
  'xmlns:o': 'urn:schemas-microsoft-com:office:office',
  'xmlns:x': 'urn:schemas-microsoft-com:office:excel',
};
const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Hands out shape ids that no drawing of the workbook uses. */
export class ShapeIds {
  #block: number;

  constructor(drawings: readonly string[]) {
    let highest = 0;
    for (const xml of drawings) for (const id of shapeNumbers(xml)) highest = Math.max(highest, id);
    this.#block = Math.floor(highest / BLOCK);
  }

  take(count: number): { ids: number[]; blocks: number[] } {
    const blocks = Array.from({ length: Math.ceil(count / (BLOCK - 1)) }, () => ++this.#block);
    const ids = Array.from({ length: count }, (_, index) => {
      const block = blocks[Math.floor(index / (BLOCK - 1))] as number;
      return block * BLOCK + 1 + (index % (BLOCK - 1));
    });
    return { ids, blocks };
  }
}

export function emptyDrawing(): string {
  const layout = '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data=""/></o:shapelayout>';
  return `<xml${declarations(new Set())}>${layout}${SHAPE_TYPE}</xml>`;
}

/** Boxes for notes that have none yet, and more room in those whose comment has grown. */
export function addBoxes(
  xml: string,
  notes: readonly CellNote[],
  { grown, geometry, shapeIds }: { grown: ReadonlySet<CellNote>; geometry: Geometry; shapeIds: ShapeIds },
): string {
  const root = rootOf(xml);
  const missing = declarations(new Set(attributesOf(xml, root).keys()));
  const boxes = new Map(readBoxes(xml).map((box) => [`${box.row} ${box.column}`, box]));
  const edits: Edit[] = [];
  const fresh: CellNote[] = [];
  for (const note of notes) {
    const box = boxes.get(`${note.row} ${note.column}`);
    if (!box) fresh.push(note);
    else if (box.anchor && grown.has(note)) {
      const { start, end } = box.anchor;
      edits.push({ start, end, text: roomier(xml.slice(start, end), note, geometry) });
    }
  }
  const { ids, blocks } = shapeIds.take(fresh.length);
  edits.push(...claimBlocks(xml, blocks));
  const type = xml.includes('_x0000_t202') ? '' : SHAPE_TYPE.replace('<v:shapetype', `<v:shapetype${missing}`);
  const shapes = fresh.map((note, index) => shape(note, ids[index] as number, { geometry, missing }));
  if (fresh.length > 0) edits.push(...appendTo(xml, root, type + shapes.join('')));
  return applyEdits(xml, edits);
}

/** Without the boxes of comments on these cells, and without the blocks of ids that no shape uses any more. */
export function removeBoxes(xml: string, places: readonly CellPlace[]): string {
  const gone = new Set(places.map(({ row, column }) => `${row} ${column}`));
  const edits: Edit[] = [];
  let shapeStart = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'shape') continue;
    if (tag.kind === 'open') shapeStart = tag.start;
    if (tag.kind !== 'close') continue;
    if (readBoxes(xml.slice(shapeStart, tag.end)).some(({ row, column }) => gone.has(`${row} ${column}`)))
      edits.push({ start: shapeStart, end: tag.end, text: '' });
  }
  const left = applyEdits(xml, edits);
  const used = new Set(shapeNumbers(left).map((id) => String(Math.floor(id / BLOCK))));
  for (const tag of tagsOf(left)) {
    if (tag.name !== 'idmap' || tag.kind === 'close') continue;
    const data = (attributesOf(left, tag).get('data') ?? '').split(',').filter((block) => used.has(block.trim()));
    return applyEdits(left, [{ start: tag.start, end: tag.end, text: startTag(left, tag, { data: data.join(',') }) }]);
  }
  return left;
}

function shapeNumbers(xml: string): number[] {
  return [...xml.matchAll(/_x0000_s(\d{1,9})/g)].map(([, id]) => Number(id));
}

/** By tags alone: Excel itself writes legacy drawings that are not well-formed. */
function readBoxes(xml: string): NoteBox[] {
  const boxes: NoteBox[] = [];
  let inNote = false;
  let values = new Map<string, Tag>();
  for (const tag of tagsOf(xml)) {
    if (tag.name === 'ClientData') {
      if (inNote) boxes.push(...boxOf(xml, values));
      inNote = tag.kind === 'open' && attributesOf(xml, tag).get('ObjectType') === 'Note';
      values = new Map();
    } else if (inNote && tag.kind === 'open') values.set(tag.name, tag);
  }
  return boxes;
}

function boxOf(xml: string, values: ReadonlyMap<string, Tag>): NoteBox[] {
  const [row, column, anchor] = ['Row', 'Column', 'Anchor'].map((name) => {
    const tag = values.get(name);
    return tag && { start: tag.end, end: xml.indexOf('<', tag.end) };
  });
  if (!row || !column) return [];
  return [{ row: Number(xml.slice(row.start, row.end)), column: Number(xml.slice(column.start, column.end)), anchor }];
}

/** The usual box holds four lines of nine Chinese characters, too little for two remarks. */
function roomier(anchor: string, note: CellNote, geometry: Geometry): string {
  const numbers = anchor.split(',').map(Number);
  if (numbers.length !== 8 || !numbers.every(Number.isSafeInteger)) return anchor;
  const [left, top, right, bottom] = [0, 2, 4, 6].map((at) => [numbers[at], numbers[at + 1]] as [number, number]);
  if (!left || !top || !right || !bottom) return anchor;
  const usual = advance(left, BOX_WIDTH, { sizeOf: geometry.columnPixels, limit: MAX_COLUMNS });
  const wider = usual[0] > right[0] || (usual[0] === right[0] && usual[1] > right[1]) ? usual : right;
  const more = (wrappedLines(note.comment, LINE_LENGTH) + 2) * LINE_HEIGHT;
  const lower = advance(bottom, more, { sizeOf: geometry.rowPixels, limit: MAX_ROWS });
  return [left, top, wider, lower].flat().join(', ');
}

function claimBlocks(xml: string, blocks: readonly number[]): Edit[] {
  if (blocks.length === 0) return [];
  for (const tag of tagsOf(xml)) {
    if (tag.name !== 'idmap' || tag.kind === 'close') continue;
    const before = attributesOf(xml, tag).get('data');
    const data = [...(before ? [before] : []), ...blocks].join(',');
    return [{ start: tag.start, end: tag.end, text: startTag(xml, tag, { data }) }];
  }
  return [];
}

function shape(note: CellNote, id: number, { geometry, missing }: { geometry: Geometry; missing: string }): string {
  const { row, column, comment } = note;
  const height =
    Math.min(Math.max(wrappedLines(comment, LINE_LENGTH), MIN_LINES), MAX_LINES) * LINE_HEIGHT + BOX_PADDING;
  const left: Offset = [Math.min(column + 1, MAX_COLUMNS - 1), 15];
  const top: Offset = row === 0 ? [0, 2] : [row - 1, Math.min(10, geometry.rowPixels(row - 1))];
  const right = advance(left, BOX_WIDTH, { sizeOf: geometry.columnPixels, limit: MAX_COLUMNS });
  const bottom = advance(top, height, { sizeOf: geometry.rowPixels, limit: MAX_ROWS });
  const size = `width:${BOX_WIDTH * 0.75}pt;height:${height * 0.75}pt`;
  return [
    `<v:shape${missing} id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;${size};z-index:1;visibility:hidden"`,
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>',
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${[left, top, right, bottom].flat().join(', ')}</x:Anchor>`,
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

/** Declarations of the usual prefixes that an element lacks. */
function declarations(present: ReadonlySet<string>): string {
  const absent = Object.entries(NAMESPACES).filter(([name]) => !present.has(name));
  return absent.map(([name, uri]) => ` ${name}="${uri}"`).join('');
}
