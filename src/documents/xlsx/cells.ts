/** Paints cells of a worksheet part. */
import type { Severity } from '../../schema/index.js';
import { type WalkedCells, walkCells } from './cell-walk.js';
import type { SheetNotes } from './marks.js';
import { cellReference } from './references.js';
import type { Worksheet } from './worksheet.js';
import { attributesOf, startTag } from './xml.js';

export function paintCells(
  sheet: Worksheet,
  notes: SheetNotes,
  tint: (style: number, tone: Severity) => number,
): WalkedCells {
  const { xml, data } = sheet;
  return walkCells(sheet, notes, {
    stored: (tag, { tone }) => {
      const s = tint(Number(attributesOf(xml, tag).get('s') ?? 0), tone);
      return [{ start: tag.start, end: tag.end, text: startTag(xml, tag, { s }) }];
    },
    absent: ({ row, column, tone }, style) =>
      `<${data.prefix}c r="${cellReference(row, column)}" s="${tint(style, tone)}"/>`,
  });
}
