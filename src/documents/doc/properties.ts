/** Property lists of the binary Word format (“sprms”): which of them matter to the text, and their values. */
import { Bytes } from './bytes.js';

export interface ParagraphProperties {
  style?: number;
  /** Which list (1-based index into the list overrides; 0: none) and which of its levels. */
  list?: number;
  level?: number;
  inTable?: boolean;
  /** How many tables the paragraph stands in. */
  depth?: number;
  /** The paragraph is the end mark of a row. */
  rowEnd?: boolean;
  /** In a table inside a table: the paragraph ends a cell. */
  innerCellEnd?: boolean;
  row?: RowLayout;
}

export interface RowLayout {
  /** Edges of the cells in twentieths of a point, from left to right. */
  edges: number[];
  cells: { merged: boolean; goesOn: boolean }[];
}

/** [MS-DOC] 2.6. */
const SPRM = {
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCellEnd: 0x244b,
  innerRowEnd: 0x244c,
  depth: 0x6649,
  depthChange: 0x664a,
  level: 0x260a,
  list: 0x460b,
  hugeOld: 0x6645,
  huge: 0x6646,
  tableProperties: 0x646b,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  tabs: 0xc615,
} as const;

/** Adds what a property list says; `data` is the stream that holds lists that are too long for their place. */
export function readParagraphProperties(list: Uint8Array, into: ParagraphProperties, data?: Bytes, nested = 0): void {
  for (const { code, operand } of sprmsOf(list)) {
    switch (code) {
      case SPRM.inTable:
        into.inTable = operand.u8(0) !== 0;
        break;
      case SPRM.rowEnd:
      case SPRM.innerRowEnd:
        into.rowEnd = operand.u8(0) !== 0;
        break;
      case SPRM.innerCellEnd:
        into.innerCellEnd = operand.u8(0) !== 0;
        break;
      case SPRM.depth:
        into.depth = operand.i32(0);
        break;
      case SPRM.depthChange:
        into.depth = (into.depth ?? 0) + operand.i32(0);
        break;
      case SPRM.level:
        into.level = operand.u8(0);
        break;
      case SPRM.list:
        into.list = operand.i16(0);
        break;
      case SPRM.hugeOld:
      case SPRM.huge:
      case SPRM.tableProperties: {
        const at = operand.u32(0);
        if (data && nested < 3 && at + 2 <= data.length)
          readParagraphProperties(
            data.slice(at + 2, Math.min(data.u16(at), data.length - at - 2)),
            into,
            data,
            nested + 1,
          );
        break;
      }
      case SPRM.tableDefinition:
        into.row = readRow(operand);
        break;
      case SPRM.verticalMerge: {
        const cell = into.row?.cells[operand.u8(0)];
        if (cell) cell.goesOn = operand.u8(1) === 1;
        break;
      }
    }
  }
}

function readRow(operand: Bytes): RowLayout {
  const count = operand.u8(0);
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.i16(1 + 2 * index));
  const from = 1 + 2 * (count + 1);
  // Of the last cells the description may be left out.
  const cells = Array.from({ length: count }, (_, index) => {
    const at = from + 20 * index;
    const flags = at + 2 <= operand.length ? operand.u16(at) : 0;
    const isVertical = (flags & 0x20) !== 0;
    return { merged: (flags & 0x2) !== 0, goesOn: isVertical && (flags & 0x40) === 0 };
  });
  return { edges, cells };
}

/** Text that is not shown: deleted under tracking, or hidden. */
export function hidesText(list: Uint8Array): boolean {
  let hidden = false;
  for (const { code, operand } of sprmsOf(list)) {
    if ((code === 0x0800 || code === 0x083c) && operand.u8(0) !== 0) hidden = true;
  }
  return hidden;
}

interface Sprm {
  readonly code: number;
  readonly operand: Bytes;
}

function* sprmsOf(list: Uint8Array): Generator<Sprm> {
  const bytes = new Bytes(list);
  for (let at = 0; at + 2 < list.length; ) {
    const code = bytes.u16(at);
    at += 2;
    const size = sizeOf(code, bytes, at);
    if (size === undefined || at + size.skip + size.length > list.length) return;
    yield { code, operand: new Bytes(bytes.slice(at + size.skip, size.length)) };
    at += size.skip + size.length;
  }
}

/** The length of an operand, and how many bytes before it say so. */
function sizeOf(code: number, bytes: Bytes, at: number): { skip: number; length: number } | undefined {
  switch (code >> 13) {
    case 0:
    case 1:
      return { skip: 0, length: 1 };
    case 2:
    case 4:
    case 5:
      return { skip: 0, length: 2 };
    case 3:
      return { skip: 0, length: 4 };
    case 7:
      return { skip: 0, length: 3 };
    default:
      if (at + 2 > bytes.length) return undefined;
      if (code === SPRM.tableDefinition) return { skip: 2, length: Math.max(0, bytes.u16(at) - 1) };
      // A list of tab stops that is too long for its length byte ends the property list in practice.
      if (code === SPRM.tabs && bytes.u8(at) === 255) return undefined;
      return { skip: 1, length: bytes.u8(at) };
  }
}
