/** Comments of worksheets: what the comments part, the legacy drawing and the sheet say must agree. */
import XLSX from '@e965/xlsx';
import type { Package } from './package.js';
import { child, type Node, named, repeated } from './tree.js';

export function commentFaults(file: Package, sheets: readonly string[]): string[] {
  const shapes: string[] = [];
  const blocks: string[] = [];
  const faults = sheets.flatMap((path) => {
    const drawing = file.tree(drawingOf(file, path));
    if (drawing) {
      shapes.push(...named(drawing, 'shape').map(({ attributes }) => attributes.id ?? ''));
      const own = named(drawing, 'idmap')
        .flatMap(({ attributes }) => (attributes.data ?? '').split(','))
        .filter((one) => one !== '');
      blocks.push(...own);
      const unclaimed = named(drawing, 'shape').filter(({ attributes }) => !own.includes(blockOf(attributes.id ?? '')));
      if (unclaimed.length > 0 && own.length > 0)
        return [`${path}: shapes outside the blocks ${own.join(',')}`, ...oneSheet(file, path, drawing)];
    }
    return oneSheet(file, path, drawing);
  });
  for (const id of repeated(shapes)) faults.push(`shape ${id} twice`);
  for (const block of repeated(blocks)) faults.push(`block ${block} of shape ids claimed twice`);
  return [...faults, ...threadFaults(file, sheets)];
}

function oneSheet(file: Package, path: string, drawing: Node | undefined): string[] {
  const part = file.target(path, 'comments');
  const boxes = boxesOf(drawing);
  if (part === undefined) return boxes.length > 0 ? [`${path}: boxes without comments`] : [];
  const comments = file.tree(part);
  if (!comments) return [`${part} cannot be read`];
  const faults: string[] = [];
  const authors = child(comments, 'authors')?.children.length ?? 0;
  const list = child(comments, 'commentList')?.children ?? [];
  const cells = list.map(({ attributes }) => attributes.ref ?? '');
  for (const cell of repeated(cells)) faults.push(`${part}: two comments at ${cell}`);
  for (const { attributes } of list)
    if (Number(attributes.authorId) >= authors) faults.push(`${part}: author ${attributes.authorId}`);
  for (const comment of list) {
    const length = named(comment, 't').reduce((sum, { text }) => sum + text.length, 0);
    if (length > 32_767) faults.push(`${part}: ${length} characters`);
  }
  for (const cell of repeated(boxes)) faults.push(`${path}: two boxes at ${cell}`);
  for (const cell of cells) if (!boxes.includes(cell)) faults.push(`${path}: no box for the comment at ${cell}`);
  for (const cell of boxes) if (!cells.includes(cell)) faults.push(`${path}: no comment for the box at ${cell}`);
  return faults;
}

/** The drawing that the sheet itself names. */
function drawingOf(file: Package, path: string): string | undefined {
  const reference = child(file.tree(path), 'legacyDrawing')?.attributes.id;
  return file.relations(path).find(({ id, type }) => id === reference && type === 'vmlDrawing')?.target;
}

function boxesOf(drawing: Node | undefined): string[] {
  if (!drawing) return [];
  const notes = named(drawing, 'ClientData').filter(({ attributes }) => attributes.ObjectType === 'Note');
  return notes.map((note) =>
    XLSX.utils.encode_cell({ r: Number(child(note, 'Row')?.text), c: Number(child(note, 'Column')?.text) }),
  );
}

function blockOf(id: string): string {
  return String(Math.floor(Number(/\d+$/.exec(id)?.[0] ?? 0) / 1024));
}

function threadFaults(file: Package, sheets: readonly string[]): string[] {
  const faults: string[] = [];
  const main = file.target('', 'officeDocument') ?? '';
  const persons = new Set(file.tree(file.target(main, 'person'))?.children.map(({ attributes }) => attributes.id));
  for (const path of sheets) {
    const threads = file.tree(file.target(path, 'threadedComment'))?.children ?? [];
    const ids = threads.map(({ attributes }) => attributes.id ?? '');
    for (const id of repeated(ids)) faults.push(`${path}: thread ${id} twice`);
    for (const { attributes } of threads) {
      if (attributes.parentId !== undefined && !ids.includes(attributes.parentId))
        faults.push(`${path}: reply to nobody`);
      if (!persons.has(attributes.personId)) faults.push(`${path}: said by nobody`);
    }
  }
  return faults;
}
