/** Ruling lines as they are drawn, in pieces and twice → lines as they are seen, and the groups that hang together. */
import type { Rule, Rules } from './geometry.js';

const SAME = 2.2;
const GAP = 3.2;

/** Pieces of one line become one. */
export function joined(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const lines: Rule[] = [];
  for (let start = 0; start < sorted.length; ) {
    const first = sorted[start] as Rule;
    let end = start;
    while (end < sorted.length && (sorted[end] as Rule).at - first.at <= SAME) end += 1;
    lines.push(...merged(sorted.slice(start, end)));
    start = end;
  }
  return lines;
}

/** Of about one position. */
function merged(rules: readonly Rule[]): Rule[] {
  const at = rules.reduce((sum, one) => sum + one.at, 0) / rules.length;
  const lines: { at: number; from: number; to: number }[] = [];
  for (const { from, to } of [...rules].sort((a, b) => a.from - b.from)) {
    const last = lines.at(-1);
    if (last && from <= last.to + GAP) last.to = Math.max(last.to, to);
    else lines.push({ at, from, to });
  }
  return lines;
}

/** Lines that cross or touch each other, directly or through others; only groups that can frame a cell. */
export function groups({ across, down }: Rules): Rules[] {
  const parent = Array.from({ length: across.length + down.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  for (const [i, line] of across.entries()) {
    for (const [j, other] of down.entries()) {
      if (touches(line, other)) parent[rootOf(i)] = rootOf(across.length + j);
    }
  }
  const found = new Map<number, { across: Rule[]; down: Rule[] }>();
  const groupOf = (index: number): { across: Rule[]; down: Rule[] } => {
    const root = rootOf(index);
    const group = found.get(root) ?? { across: [], down: [] };
    found.set(root, group);
    return group;
  };
  for (const [i, line] of across.entries()) groupOf(i).across.push(line);
  for (const [j, line] of down.entries()) groupOf(across.length + j).down.push(line);
  return [...found.values()].filter((group) => group.across.length > 1 && group.down.length > 0);
}

function touches(across: Rule, down: Rule): boolean {
  return (
    across.from - GAP <= down.at &&
    down.at <= across.to + GAP &&
    down.from - GAP <= across.at &&
    across.at <= down.to + GAP
  );
}
