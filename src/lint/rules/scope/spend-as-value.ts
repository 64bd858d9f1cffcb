import { z } from 'zod';
import type { Understood } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const WAN = 10_000;

export const rule = defineRule({
  id: 'scope/spend-as-value',
  data: z.strictObject({ spending: z.array(z.string()).min(1) }),
  indicator(understood, { data, draft, report }) {
    const { value, levels, measure } = understood;
    if (!value || levels.level1 === 'cost' || levels.level1 === 'management' || levels.level2 === 'cost-legacy') return;
    // A cost without a box may be a cost indicator.
    if (measure.aspect === 'cost' && levels.level2 === undefined) return;
    const key = compact(value.text);
    const phrase = data.spending.find((word) => key === word || key === `按${word}` || key === `${word}执行`);
    if (phrase) return report({ message: 'words', field: 'value', evidence: value.raw });
    const { budget } = draft.draft.project;
    if (budget === undefined || budget <= 0) return;
    const equal = value.numbers.some((number) => amountInYuan(number, understood) === Math.round(budget * WAN));
    if (equal) report({ message: 'budget', field: 'value', evidence: value.raw, values: { budget } });
  },
});

function amountInYuan({ value, unit }: NonNullable<Understood['value']>['numbers'][number], { unit: own }: Understood) {
  const money = unit ?? own;
  return money?.dimension === 'money' && money.per === undefined ? Math.round(value * money.factor) : undefined;
}
