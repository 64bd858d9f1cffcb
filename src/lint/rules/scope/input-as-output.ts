import { z } from 'zod';
import { PrefixIndex, type Understood } from '../../../indicators/index.js';
import { defineRule } from '../../rule.js';

const words = z.array(z.string()).min(1);
const index = (list: readonly string[]) => new PrefixIndex(list.map((word) => [word, true] as const));
const data = z
  .strictObject({
    /** Money of the project itself: 经费, 资金. */
    money: words,
    /** What is done with it before anything is achieved: 投入, 安排. */
    moneyActs: words,
    /** Costs by what they are spent on, acts or not: 劳务费, 工资. */
    costs: words,
    /** Money of others, or money that reaches those it is meant for: 带动, 发放. */
    effects: words,
    /** Staff and means. */
    means: words,
    meansActs: words,
    /** 投入使用 is no input. */
    notInputs: words,
    /** Projects that are about staff or means: their number is the output. */
    aboutMeans: words,
  })
  .transform((lists) => ({
    money: index(lists.money),
    moneyActs: index(lists.moneyActs),
    costs: index(lists.costs),
    effects: index(lists.effects),
    means: index(lists.means),
    meansActs: index(lists.meansActs),
    notInputs: index(lists.notInputs),
    aboutMeans: index(lists.aboutMeans),
  }));

export const rule = defineRule({
  id: 'scope/input-as-output',
  data,
  indicator(understood, { data: own, draft, report }) {
    const { levels, name } = understood;
    const box = levels.level1;
    if ((box !== 'output' && box !== 'benefit') || levels.level2 === 'cost-legacy') return;
    const kind = own.notInputs.find(name.core) ? undefined : inputKind(understood, own);
    if (!kind) return;
    const { project } = draft.draft;
    if (kind === 'staff' && own.aboutMeans.find(`${project.name}${project.category ?? ''}`)) return;
    report({ message: kind, field: 'name', evidence: name.core });
  },
});

type Words = z.output<typeof data>;

/**
 * Money that is put in (财政安排演出经费 88万元), or staff and means that are (投入护理员人数). Money that reaches somebody
 * (补贴发放金额) or that others bring (带动社会投资额) is an output or an effect.
 */
function inputKind({ name, measure, value, unit, levels }: Understood, own: Words): 'money' | 'staff' | undefined {
  const { core } = name;
  if (measure.kind === 'ratio' || measure.kind === 'satisfaction' || measure.kind === 'growth') return undefined;
  const dimension = (value?.numbers[0]?.unit ?? unit)?.dimension;
  if (dimension === 'money' && !own.effects.find(core) && !core.endsWith('标准')) {
    if (own.costs.find(core) && levels.level2 !== 'economic') return 'money';
    if (own.money.find(core) && own.moneyActs.find(core)) return 'money';
    if (own.money.atEnd(core) && levels.level1 === 'output') return 'money';
  }
  return dimension !== 'money' && own.means.find(core) && own.meansActs.find(core) ? 'staff' : undefined;
}
