/** Lists of several projects: under 项目年度绩效目标 a row with the name of each, one with its goal, and its indicators below. */
import type { SheetView } from './sheet-view.js';

export type ProjectRows = ReadonlyMap<number, { readonly projectName: string; readonly goal: string }>;

/** Pairs of rows that hold nothing but a cell in the column of goals; undefined where they stand in any other way. */
export function projectRows(
  view: SheetView,
  column: number,
  { top, bottom }: { top: number; bottom: number },
): ProjectRows | undefined {
  const projects = new Map<number, { projectName: string; goal: string }>();
  const isAlone = (row: number) => row < bottom && view.filled(row).length === 1 && view.own(row, column) !== '';
  for (let row = top; row < bottom; row += 1) {
    if (!isAlone(row)) continue;
    const [projectName, goal] = [view.own(row, column), view.own(row + 1, column)];
    const isPair = isAlone(row + 1) && !isAlone(row + 2) && projectName.length < goal.length;
    if (!isPair || /[。；;]/.test(projectName)) return undefined;
    projects.set(row, { projectName, goal });
    row += 1;
  }
  return projects.size > 0 ? projects : undefined;
}
