import { z } from 'zod';
import { defineRule } from '../../rule.js';
import { CATEGORIES, term } from '../../terms.js';
import type { UnderstoodDraft } from '../../understood-draft.js';

function countWorks(
  { goals }: UnderstoodDraft,
  { works, things }: { works: readonly string[]; things: readonly string[] },
): number {
  const pieces = goals.flatMap((goal) => goal.pieces);
  return pieces.filter(
    ({ lead, numbers }) =>
      lead !== undefined &&
      works.includes(lead.word) &&
      numbers.some(({ part: { unit } }) => EXTENTS.has(unit.dimension) || things.includes(unit.text)),
  ).length;
}

const EXTENTS: ReadonlySet<string> = new Set(['area', 'length', 'volume']);

export const rule = defineRule({
  id: 'coverage/no-cost',
  data: z.strictObject({
    /** Drafts of fewer indicators are excerpts. */
    least: z.number().int().positive(),
    /** Categories of projects that cannot do without. */
    categories: z.array(z.string()).min(1),
    /** Verbs of building, repair and purchase that a goal opens its tasks with, and how many such tasks with a number tell as much. */
    works: z.array(z.string().min(1)).min(1),
    tasks: z.number().int().positive(),
    /** What counts things that are built or bought. */
    things: z.array(z.string().min(1)).min(1),
    /** In a project's name: it is none of these works itself. */
    besides: z.array(z.string().min(1)).min(1),
  }),
  whole({ draft, data, report }) {
    const { frame, kind } = draft;
    if (data.besides.some((word) => draft.draft.project.name.includes(word))) return;
    if (draft.incomplete || !frame.isKnown || frame.counted < data.least || frame.hasCost) return;
    const told = kind.isSure && kind.category !== undefined && data.categories.includes(kind.category);
    // 新建货棚2400平方米、购置快检设备1套: whatever the project is called.
    const building = told || kind.isSure ? 0 : countWorks(draft, data);
    if (!told && building < data.tasks) return;
    report({
      message: told ? 'absent' : 'works',
      field: 'indicators',
      evidence: '',
      values: { category: kind.category === undefined ? '' : term(CATEGORIES, kind.category) },
      seek: { text: draft.draft.project.name, box: 'cost-economic' },
    });
  },
});
