import type { Grid, Merge } from '../../src/documents/model.js';

/** A grid drawn as text: `|` between cells, `<` merged with the left, `^` with the one above, `.` blank, `\n` a line break. */
export function gridOf(text: string): Grid {
  const drawn = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const owners: (readonly [number, number])[][] = [];
  const blocks = new Map<string, { top: number; left: number; bottom: number; right: number }>();
  const rows = drawn.map((cells, row) => {
    owners.push([]);
    return cells.map((cell, column) => {
      const left = owners[row]?.[column - 1];
      const above = owners[row - 1]?.[column];
      const owner = (cell === '<' ? left : cell === '^' ? above : undefined) ?? ([row, column] as const);
      (owners[row] as (readonly [number, number])[])[column] = owner;
      const block = blocks.get(String(owner)) ?? { top: owner[0], left: owner[1], bottom: row, right: column };
      blocks.set(String(owner), {
        ...block,
        bottom: Math.max(block.bottom, row),
        right: Math.max(block.right, column),
      });
      return ['<', '^', '.'].includes(cell) ? '' : cell.replaceAll('\\n', '\n');
    });
  });
  const merges: Merge[] = [...blocks.values()].filter((one) => one.top < one.bottom || one.left < one.right);
  return { hidden: false, rows, merges };
}
