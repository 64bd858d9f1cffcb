import { z } from 'zod';
import { type Understood, wordIndex } from '../../../indicators/index.js';
import { alternatives } from '../../../text/any-of.js';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const WAN = 10_000;
/** Rounded figures may lie a little above the budget. */
const OVER = 1.05;
const words = z.array(z.string()).min(1);

export const rule = defineRule({
  id: 'scope/spend-as-value',
  data: z
    .strictObject({
      spending: words,
      /** What is done with the project's own money. */
      acts: words,
      /** What a name of money ends in. */
      money: words,
      /** Money of others, or money that reaches somebody. */
      others: words,
      /** What is paid out of the project: 补贴, 奖学金. */
      grants: words,
      /** Between what is granted and its sum: 发放. */
      payouts: words,
      /** What a sum that is paid out ends in. */
      sums: words,
      /** Money that is lent or waived, or paid by others. */
      notGranted: words,
    })
    .transform(({ spending, acts, money, others, grants, payouts, sums, notGranted }) => ({
      spending: new Set(spending.flatMap((word) => [word, `按${word}`, `${word}执行`])),
      acts: wordIndex(acts),
      money: wordIndex(money),
      others: wordIndex(others),
      granted: new RegExp(
        `${alternatives(grants)}(?:资金|专项资金|经费|款)?${alternatives(payouts)}?${alternatives(sums)}$`,
        'u',
      ),
      notGranted: wordIndex(notGranted),
    })),
  indicator(understood, { data, draft, report }) {
    const { value, levels, measure } = understood;
    if (!value || levels.level1 === 'cost' || levels.level1 === 'management' || levels.level2 === 'cost-legacy') return;
    // A cost without a box may be a cost indicator.
    if (measure.aspect === 'cost' && levels.level2 === undefined) return;
    const key = compact(value.text);
    if (data.spending.has(key)) return report({ message: 'words', field: 'value', evidence: value.raw });
    if (spends(understood)) return report({ message: 'words', field: 'value', evidence: value.raw });
    const { core } = understood.name;
    // 景区宣传投入资金 120万元: so much is to be spent, be it the whole budget or a part of it.
    const isMoney =
      levels.level1 === 'output' && value.numbers.some((one) => amountInYuan(one, understood) !== undefined);
    // 图书馆运转经费 30万元 under 数量: what the money is for, and no act.
    const isFund = levels.level2 === 'quantity' && core.endsWith('经费');
    const isSpent = isMoney && data.money.atEnd(core) && (isFund || data.acts.find(core)) && !data.others.find(core);
    // 补贴发放金额 409.92万元: so much is to be paid out.
    const isGranted = isMoney && levels.level2 === 'quantity' && data.granted.test(core) && !data.notGranted.find(core);
    // More than the project has is not paid out of it.
    const most = (draft.draft.project.budget ?? Number.POSITIVE_INFINITY) * WAN * OVER;
    const isOwn = () => value.numbers.every((one) => (amountInYuan(one, understood) ?? 0) <= most);
    if (isSpent || (isGranted && isOwn())) return report({ message: 'words', field: 'value', evidence: value.raw });
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

/** 每季度支出8.25万元, 使用帮扶经费36万元: money, and words of spending it, where the name asks for no money. */
function spends({ value, measure, unit, name }: Understood): boolean {
  if (!value || measure.kind === 'amount' || measure.kind === 'unit-cost' || measure.kind === 'growth') return false;
  const isMoney = value.numbers.some((number) => (number.unit ?? unit)?.dimension === 'money');
  if (!isMoney && !/资金.{0,4}\d+(?:\.\d+)?万$/.test(value.text)) return false;
  return SPENT.test(value.text) && !/减免|发放|带动|撬动|挽回|节约|销售|收入|增收/.test(value.text + name.core);
}

const SPENT =
  /支出|支付|花费|开支|使用.{0,6}(?:经费|资金)|落实.{0,8}资金|投入.{0,4}(?:经费|资金)|(?:办公|水电|劳务|教材|差旅|印刷)费/;
