import type { Severity } from '../../schema/index.js';
import { paintCells } from './cells.js';
import { addComments, emptyComments, type PatchedComments } from './comments.js';
import { type Geometry, geometryOf } from './geometry.js';
import { tintedFormat } from './looks.js';
import { allNotes, type CellMark, gatherNotes, type SheetNotes } from './marks.js';
import type { WorkbookPackage } from './workbook-package.js';
import { type CellPlace, cellReference, rangeReference } from './references.js';
import type { Stylesheet } from './stylesheet.js';
import { replyToThreads } from './threads.js';
import { addBoxes, emptyDrawing, type ShapeIds } from './vml.js';
import { relationAttribute } from './workbook.js';
import { legacyDrawingPlace, readWorksheet, widenedDimension, type Worksheet } from './worksheet.js';
import { applyEdits, attributesOf, type Edit, startTag } from './xml.js';

/** What the sheets of one workbook share. */
interface Tools {
  readonly styles: Stylesheet;
  readonly shapeIds: ShapeIds;
}

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.vmlDrawing';

/** `roomy`: cells whose comments are someone else's and have room for words of ours from an earlier run. */
export function annotateSheet(
  workbook: WorkbookPackage,
  path: string,
  marks: readonly CellMark[],
  { styles, shapeIds, roomy = [] }: Tools & { readonly roomy?: readonly CellPlace[] | undefined },
): void {
  const shortened = new Set(roomy.map(({ row, column }) => cellReference(row, column)));
  const sheet = readWorksheet(workbook.read(path));
  const notes = gatherNotes(marks, sheet.merges);
  const painted = paintCells(sheet, notes, tinter(styles));
  const edits = [...painted.edits, ...widenDimension(sheet, notes)];
  if (allNotes(notes).some(({ comment }) => comment !== '')) {
    const { appended } = writeComments(workbook, path, notes);
    const grown = new Set([...appended].filter(({ row, column }) => !shortened.has(cellReference(row, column))));
    replyToThreads(workbook, path, notes);
    const geometry = geometryOf(sheet, painted.rowHeights);
    edits.push(...drawBoxes(workbook, path, { sheet, notes, grown, geometry, shapeIds }));
  }
  workbook.write(path, applyEdits(sheet.xml, edits));
}

/** A sheet has many cells and few formats. */
function tinter(styles: Stylesheet): (style: number, tone: Severity) => number {
  const known = new Map<string, number>();
  return (style, tone) => {
    const key = `${style} ${tone}`;
    const format = known.get(key) ?? tintedFormat(styles, style, tone);
    known.set(key, format);
    return format;
  };
}

function widenDimension({ xml, children }: Worksheet, notes: SheetNotes): Edit[] {
  const dimension = children.find(({ name }) => name === 'dimension');
  if (!dimension) return [];
  const range = widenedDimension(attributesOf(xml, dimension).get('ref') ?? '', allNotes(notes));
  if (!range) return [];
  const { start, openEnd: end } = dimension;
  return [{ start, end, text: startTag(xml, dimension, { ref: rangeReference(range) }) }];
}

function writeComments(workbook: WorkbookPackage, sheetPath: string, notes: SheetNotes): PatchedComments {
  const existing = workbook.relationshipsOf(sheetPath).find(({ type }) => type === 'comments')?.target;
  if (existing !== undefined && workbook.has(existing)) {
    const patched = addComments(workbook.read(existing), notes);
    workbook.write(existing, patched.xml);
    return patched;
  }
  const path = existing ?? workbook.freePath(`${rootFolder(workbook)}comments`, 'xml');
  const patched = addComments(emptyComments(workbook.namespaces.main), notes);
  workbook.write(path, patched.xml);
  workbook.declareType(path, COMMENTS_TYPE);
  if (existing === undefined) workbook.relate(sheetPath, 'comments', path);
  return patched;
}

interface Boxes {
  readonly sheet: Worksheet;
  readonly notes: SheetNotes;
  readonly grown: PatchedComments['appended'];
  readonly geometry: Geometry;
  readonly shapeIds: ShapeIds;
}

/** Writes the legacy drawing; the edits are those of the sheet that name it. */
function drawBoxes(workbook: WorkbookPackage, sheetPath: string, { sheet, notes, ...box }: Boxes): Edit[] {
  const commented = allNotes(notes).filter(({ comment }) => comment !== '');
  const reference = sheet.children.find(({ name }) => name === 'legacyDrawing');
  const ids = reference ? [...attributesOf(sheet.xml, reference)].filter(([name]) => name.endsWith(':id')) : [];
  const links = workbook.relationshipsOf(sheetPath);
  const existing = links.find(({ id, target }) => id === ids[0]?.[1] && target !== undefined && workbook.has(target));
  if (existing?.target !== undefined) {
    workbook.write(existing.target, addBoxes(workbook.read(existing.target), commented, box));
    return [];
  }
  const path = workbook.freePath(`${rootFolder(workbook)}drawings/vmlDrawing`, 'vml');
  workbook.write(path, addBoxes(emptyDrawing(), commented, box));
  workbook.declareExtension('vml', DRAWING_TYPE, path);
  const id = relationAttribute(workbook, sheet.xml, workbook.relate(sheetPath, 'vmlDrawing', path));
  const text = `<${sheet.root.prefix}legacyDrawing ${id}/>`;
  const place = legacyDrawingPlace(sheet);
  return [reference ? { start: reference.start, end: reference.end, text } : { start: place, end: place, text }];
}

function rootFolder(workbook: WorkbookPackage): string {
  return workbook.workbookPath.slice(0, workbook.workbookPath.lastIndexOf('/') + 1);
}
