/** The goal of a form that has it in a column beside its indicators. */
import type { FoundTable } from './find.js';
import type { Headings } from './heading.js';
import type { CellPlace } from './indicator-row.js';
import type { SheetView } from './sheet-view.js';

export interface GoalBeside extends CellPlace {
  readonly field: 'goal' | 'annualGoal';
  readonly text: string;
}

/**
 * Forms of some places have the goal in a column of its own beside its indicators, merged down: under 目标名称 or another heading of
 * goals, or under none where it says what it is (“年度目标：…”). Several are one goal after the other.
 */
export function goalBeside({ view, header, plan, end }: FoundTable, headings: Headings): GoalBeside | undefined {
  const taken = new Set(plan.fields.values());
  for (let column = 0; column < (plan.fields.get('name') ?? 0); column += 1) {
    if (taken.has(column)) continue;
    const goals: { readonly text: string; readonly row: number }[] = [];
    for (let row = header.top; row < end; row += 1) {
      const text = view.own(row, column);
      // Beside the headings it stands where it reaches over all rows of the table.
      if (text.length >= SHORTEST_GOAL && (row > header.bottom || GOAL_LABEL.test(text))) goals.push({ text, row });
    }
    const [first] = goals;
    const isHeaded = /目标/.test(view.seen(header.top, column)) || isUnderGoal(view, header.top, column, headings);
    if (!first || !(isHeaded || goals.every(({ text }) => GOAL_LABEL.test(text)))) continue;
    const isTerm = goals.every(({ text }) => /^(?:长期|中长期|总体|实施期)/.test(text));
    const text = goals.map((one) => one.text.replace(GOAL_LABEL, '')).join('；');
    return { field: isTerm ? 'goal' : 'annualGoal', text, row: first.row, column };
  }
  return undefined;
}

/** 年度绩效目标 over the whole table, above a column without a heading. */
function isUnderGoal(view: SheetView, top: number, column: number, headings: Headings): boolean {
  if (top === 0 || view.seen(top, column) !== '') return false;
  return headings.labels(view.seen(top - 1, column)).some(({ role }) => role === 'goal' || role === 'annualGoal');
}

const SHORTEST_GOAL = 8;
const GOAL_LABEL = /^(?:长期|中长期|总体|实施期|年度)?(?:绩效)?目标\s?\d{0,2}\s?[:：]\s?/;
