import { z } from 'zod';
import { PrefixIndex, type Understood } from '../../../indicators/index.js';
import { alternatives } from '../../../text/any-of.js';
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
    /** Of `effects` those that are no effect where it is the project's own wages that are paid: 劳务费发放. */
    payouts: words,
    /** Whose money it is, where a share of all the money is asked: 财政投入占比. */
    sources: words,
    /** Money put into works, no effect of them: 累计投资. */
    investments: words,
    /** Staff and means. */
    means: words,
    meansActs: words,
    /** Those who do the project's work: 管理人员, 巡查维护人员. */
    staff: words,
    /** What is done with those who work: 配备. Last in a name, or of hiring first in it. */
    assigning: words,
    hiring: words,
    /** What those who are hired are called in the end: 员. */
    workers: words,
    /** Of whoever is there to do the work: 专职, 在岗. */
    posts: words,
    /** What those are called: 团队, 助理. */
    crew: words,
    /** Money that is paid under 数量, and money that comes in or is lent, which is business. */
    paid: words,
    business: words,
    /** Words for those whom it is done for, or who are won: 培训, 引进. */
    reached: words,
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
    payouts: index(lists.payouts),
    sources: index(lists.sources),
    investments: index(lists.investments),
    means: index(lists.means),
    meansActs: index(lists.meansActs),
    staff: index(lists.staff),
    assigned: new RegExp(`员${alternatives([...lists.assigning, ...lists.hiring])}(?:人数|数量|数|人员数)?$`, 'u'),
    hired: new RegExp(
      `^${alternatives([...lists.assigning, ...lists.hiring])}[^及和与、]{0,8}${alternatives(lists.workers)}(?:人数|数量|数)?$`,
      'u',
    ),
    posts: index(lists.posts),
    crew: index(lists.crew),
    paid: index(lists.paid),
    business: index(lists.business),
    reached: index(lists.reached),
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
    const { project } = draft.draft;
    const isAboutMeans = () => own.aboutMeans.find(`${project.name}${project.category ?? ''}`) !== undefined;
    const kind = own.notInputs.find(name.core) ? undefined : inputKind(understood, own, isAboutMeans);
    if (!kind || (kind === 'staff' && isAboutMeans())) return;
    report({ message: kind, field: 'name', evidence: name.core });
  },
});

type Words = z.output<typeof data>;

/**
 * Money that is put in (财政安排演出经费 88万元), or staff and means that are (投入护理员人数). Money that reaches somebody
 * (补贴发放金额) or that others bring (带动社会投资额) is an output or an effect.
 */
function inputKind(
  { name, measure, value, unit, levels }: Understood,
  own: Words,
  isAboutMeans: () => boolean,
): 'money' | 'staff' | undefined {
  const { core } = name;
  const { kind } = measure;
  // 本级财政投入占总投入比重: of whom the money comes.
  if (kind === 'ratio' && SHARE.test(core) && own.sources.find(core) && !own.effects.find(core)) return 'money';
  const number = value?.numbers[0];
  // 88万 of money.
  const dimension = (number?.unit ?? unit)?.dimension ?? (kind === 'amount' && number ? 'money' : undefined);
  const isGrowthOfMoney = kind === 'growth' && dimension === 'money';
  if (kind === 'ratio' || kind === 'satisfaction' || (kind === 'growth' && !isGrowthOfMoney)) return undefined;
  // 人均检查费用 under 质量 is a cost in the wrong box, which class/level-mismatch tells.
  const isMisplacedCost = measure.aspect === 'cost' && levels.level2 !== undefined && COSTED.has(levels.level2);
  if (dimension === 'money' && !isMisplacedCost && !core.endsWith('标准')) {
    const isSum = kind === 'amount' || kind === 'none' || kind === 'unit-cost';
    if (isSum && levels.level2 === 'quantity' && own.paid.find(core) && !own.business.find(core)) return 'money';
    const effect = own.effects.find(core);
    const cost = own.costs.find(core);
    if (cost && effect && own.payouts.get(effect.word) && !isAboutMeans()) return 'money';
    if (effect === undefined || own.investments.atEnd(core)) return moneyKind(core, own, levels);
  }
  if (dimension === 'money') return undefined;
  // 替代柴油消耗量, 柴油消耗削减量: what is spared is no input.
  const isMeans = measure.better !== 'higher' && own.means.find(core) && own.meansActs.find(core);
  if (isMeans || isStaffed(core, own)) return 'staff';
  if (levels.level1 === 'output' && dimension === 'people' && isCrew(core, own)) return 'staff';
  return levels.level1 === 'output' && HEADS.has(kind) && isOwnStaff(core, own) ? 'staff' : undefined;
}

const HEADS: ReadonlySet<string> = new Set(['people', 'count', 'items']);
/** Boxes in which a cost is a fault of its own. */
const COSTED: ReadonlySet<string> = new Set(['quality', 'timeliness', 'social', 'ecological', 'sustainable']);

/** 项目管理人员数, 巡查维护人员及车辆数: those who do the work, counted. 培训管理人员数 are those it is done for. */
function isOwnStaff(core: string, { staff, reached }: Words): boolean {
  if (!staff.find(core)) return false;
  const counted = /^(?<who>.{2,24}?)(?:[及和与、](?:车辆|设备|机械|车))?(?:总?人?数|总?数量)$/.exec(core)?.groups?.who;
  return counted !== undefined && staff.atEnd(counted) !== undefined && reached.find(counted) === undefined;
}

/** 保洁员配备人数, 聘用护林员人数: whoever does the work, assigned or hired; 聘用脱贫人员 is what the project is for. */
function isStaffed(core: string, { assigned, hired, reached }: Words): boolean {
  return assigned.test(core) || (hired.test(core) && !reached.find(core));
}

const COUNTED = /(?:在岗|配备|配置|安排|投入|聘用|派驻|值守)?(?:总?人数|总?数量|数)?$/;

/** 采编人员在岗人数, 策展团队人数, 专职科研助理配备人数: whoever is there to do it. 参训专职队员 are those it is done for. */
function isCrew(core: string, { posts, crew, reached }: Words): boolean {
  const who = core.replace(COUNTED, '');
  // 值班律师法律帮助人次: what they do is counted.
  if (crew.atEnd(who) === undefined || reached.find(core) !== undefined) return false;
  return posts.find(core) !== undefined || who.endsWith('团队');
}

const SHARE = /占.*(?:比|比重|比例|份额)$/;

function moneyKind(core: string, own: Words, { level1, level2 }: Understood['levels']): 'money' | undefined {
  const isEconomic = level2 === 'economic';
  if (own.investments.atEnd(core) && level1 === 'benefit' && !isEconomic) return 'money';
  if (own.costs.find(core) && (!isEconomic || /费用?$|支出$/.test(core))) return 'money';
  if (own.money.find(core) && own.moneyActs.find(core)) return 'money';
  return own.money.atEnd(core) && level1 === 'output' ? 'money' : undefined;
}
