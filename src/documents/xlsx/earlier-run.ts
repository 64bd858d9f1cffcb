/**
 * Takes out of a worksheet what an earlier run has put in: comments, what was added to those of others, replies and
 * tints. A copy that is annotated again would otherwise say everything twice, and what has been mended since.
 */
import { walkCells } from './cell-walk.js';
import { cutComments, type IsOwn } from './comments.js';
import { untintedFormat } from './looks.js';
import type { CellPlace } from './references.js';
import type { Stylesheet } from './stylesheet.js';
import { removeReplies } from './threads.js';
import { removeBoxes } from './vml.js';
import type { WorkbookPackage } from './workbook-package.js';
import { readWorksheet } from './worksheet.js';
import { applyEdits, attributesOf, startTag } from './xml.js';

/** Returns the cells whose comments are someone else's and have lost what was added to them. */
export function removeEarlierRun(
  workbook: WorkbookPackage,
  path: string,
  { styles, isOwn }: { readonly styles: Stylesheet; readonly isOwn: IsOwn },
): readonly CellPlace[] {
  const links = workbook.relationshipsOf(path);
  const comments = links.find(({ type }) => type === 'comments')?.target;
  if (comments === undefined || !workbook.has(comments)) return [];
  const { xml, removed, shortened, isFaithful } = cutComments(workbook.read(comments), isOwn);
  if (removed.length === 0 && shortened.length === 0) return [];
  workbook.write(comments, xml);
  for (const { type, target } of links) {
    if (type !== 'vmlDrawing' || target === undefined || !workbook.has(target)) continue;
    workbook.write(target, removeBoxes(workbook.read(target), removed));
  }
  removeReplies(workbook, path);
  untint(workbook, path, [...removed, ...shortened], { styles, isFaithful });
  return shortened;
}

function untint(
  workbook: WorkbookPackage,
  path: string,
  places: readonly CellPlace[],
  { styles, isFaithful }: { readonly styles: Stylesheet; readonly isFaithful: boolean },
): void {
  const sheet = readWorksheet(workbook.read(path));
  const wanted = new Map<number, Map<number, CellPlace>>();
  for (const place of places.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const row = wanted.get(place.row) ?? new Map<number, CellPlace>();
    wanted.set(place.row, row.set(place.column, place));
  }
  const { edits } = walkCells(sheet, wanted, {
    stored: (tag) => {
      const s = untintedFormat(styles, Number(attributesOf(sheet.xml, tag).get('s') ?? 0), isFaithful);
      return s === undefined ? [] : [{ start: tag.start, end: tag.end, text: startTag(sheet.xml, tag, { s }) }];
    },
    absent: () => '',
  });
  if (edits.length > 0) workbook.write(path, applyEdits(sheet.xml, edits));
}
