import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { RoleVocabulary } from '../../role-vocabulary.js';
import { defineRule } from '../../rule.js';

const words = z.array(z.string()).min(1);
const data = z.strictObject({
  qualifiers: words,
  money: z.strictObject({ subjects: words, acts: words, measures: words }),
  staff: z.strictObject({ subjects: words, acts: words, measures: words }),
  /** Costs by what they are spent on: 授课教师经费, 劳务费. */
  costWords: words,
  /** Projects that are about staff: their number is the output. */
  staffProjects: words,
});

export const rule = defineRule({
  id: 'scope/input-as-output',
  data,
  indicator(understood, { data: own, draft, report }) {
    const { levels, name, indicator, value } = understood;
    const box = levels.level1;
    if (box !== 'output' && box !== 'benefit') return;
    if (
      levels.level2 === 'cost-legacy' ||
      (levels.level2 === undefined && box !== 'benefit' && indicator.level2 !== undefined)
    )
      return;
    const message = inputKind(understood, own, value);
    if (!message) return;
    const about = `${draft.draft.project.name}${draft.draft.project.category ?? ''}`;
    if (message === 'staff' && own.staffProjects.some((word) => about.includes(word))) return;
    report({ message, field: 'name', evidence: name.core });
  },
});

function inputKind(
  { name, measure, unit, levels }: Understood,
  { qualifiers, money, staff, costWords }: z.output<typeof data>,
  value: Understood['value'],
): 'money' | 'staff' | undefined {
  const vocabulary = (family: typeof money) => RoleVocabulary.of(family, qualifiers);
  if (vocabulary(money).matches(name.core)) return 'money';
  if (vocabulary(staff).matches(name.core)) return 'staff';
  const dimension = (value?.numbers[0]?.unit ?? unit)?.dimension;
  const isCost = dimension === 'money' && measure.aspect === 'cost' && measure.kind === 'amount';
  return isCost && levels.level1 === 'output' && costWords.some((word) => name.core.endsWith(word))
    ? 'money'
    : undefined;
}
