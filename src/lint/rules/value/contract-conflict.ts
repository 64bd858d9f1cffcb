import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import type { Quantity, Understanding, Understood } from '../../../indicators/index.js';
import { bigrams } from '../../../text/similarity.js';
import { isSame, onOneScale, singleNumber } from '../../compare.js';
import { agreesWith } from '../../contract-numbers.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/contract-conflict',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const { value } = understood;
    const contract = understood.contract ?? toldContract(understood, understanding);
    if (!value || !contract || !differs(value, contract)) return;
    // Which of the two is wrong only its author knows: nothing is corrected by itself.
    report({
      message: 'differs',
      field: 'value',
      evidence: value.raw,
      values: { value: value.text, contract: shownOf(contract) },
    });
  },
});

/** 采购合同约定：整机质保期不少于5年 → 整机质保期不少于5年, up to the end of the sentence. */
const AGREED =
  /合同(?:[（(][^（()）]{1,24}[)）])?(?<gap>[\p{Script=Han}]{0,8}?)(?:约定|规定|载明|明确|签订|要求)(?:的|为|是|[:：，,])?\s?(?<told>[^。；;\n]{2,80})/u;
/** 合同价748.6万元, 合同工期为90日历天: a term by its name, without a word of agreeing. */
const TERM =
  /(?:合同|中标|成交)(?<term>价款?|价格|总价|总?金额|总?工期)(?:为|是|至|[:：])?\s?(?<told>(?:不[超高低少大小]|[约≤≥\d])[^。；;，,\n]{1,30})/u;

/** What is paid or kept back, beside what is to be delivered; with a part of the whole, or a period, the figures are not of it. */
const OTHER_TERMS =
  /有效期|服务期|期满|履约|金额|总价|总额|按[日月]|[日月]均|方可|续约|标段|附件|首批|其中|包[一二三四五\d]|保证金|质保金|预付|付款|支付|首付|结算|分期|延期|得分|满分|不得|每/;
/** 可用性不低于99.95%，低于部分扣减服务费: what follows from a term is another matter. */
const PENALTY = /扣|罚|违约|逾期/;
/** 响应 is one step, 修复 another. */
const STEP = /响应|到场|修复|办结|交付|验收|投产|开工|完工|竣工|安装|供货/;
const FILLERS =
  /不低于|不少于|不超过|不高于|至少|以上|以下|以内|之内|为|是|的|应|须|需|达到?|完成|前|内|起|自|[≥≤<>=:：\s\d]/g;

/** What the explanation says that a contract states of the same thing. */
function toldContract(understood: Understood, { quantities }: Understanding): Quantity | undefined {
  const { indicator, name, value } = understood;
  const { explanation } = indicator;
  if (explanation === undefined || !CONTRACTED.test(explanation) || !value) return undefined;
  const { gap = '', told } = AGREED.exec(explanation)?.groups ?? {};
  if (told === undefined) return namedTerm(understood, quantities);
  if (OTHER_TERMS.test(gap + told) || PENALTY.test(gap)) return undefined;
  const own = bigrams(name.core);
  const about = told.split(/[，,、]/).flatMap((piece) => {
    if (PENALTY.test(piece) || isOtherStep(piece, name.core)) return [];
    const quantity = quantities.readOnce(piece);
    if (quantity.numbers.length + quantity.dates.length !== 1) return [];
    const words = quantity.words.replace(FILLERS, '');
    return (words.length < 2 && gap.length < 2) || shares(bigrams(words), own) || isOneEvent(words, name.core)
      ? [quantity]
      : [];
  });
  return about.length === 1 ? about[0] : undefined;
}

/** A price beside an indicator of the contract's sum, a time beside one of time. */
function namedTerm(
  { indicator, name, measure }: Understood,
  quantities: Understanding['quantities'],
): Quantity | undefined {
  const { term, told } = TERM.exec(indicator.explanation ?? '')?.groups ?? {};
  if (term === undefined || told === undefined) return undefined;
  const isTime = term.endsWith('工期');
  const isOwn = isTime
    ? TIMED.has(measure.kind) && BUILT.test(name.core)
    : isOfContract(name.core, indicator.explanation ?? '');
  const quantity = quantities.readOnce(told);
  return isOwn && quantity.numbers.length + quantity.dates.length === 1 ? quantity : undefined;
}

const CONTRACTED = /合同|中标|成交/;
const TIMED: ReadonlySet<string> = new Set(['duration', 'deadline']);
const BUILT = /工期|完工|竣工|建成|交付|施工|周期|完成/;

/** 路灯采购安装合同金额; or a cost of which the explanation says nothing but what the contract comes to. */
function isOfContract(core: string, explanation: string): boolean {
  return CONTRACTED.test(core) || (BOUGHT.test(core) && ALL_TOLD.test(explanation));
}

const BOUGHT = /(?:购置|采购|施工|建设|服务|安装).{0,6}(?:费用?|成本|总价|价款|金额|投资)$/;
const ALL_TOLD =
  /^(?:已签|已签订|签订|按)?(?:采购|购置|施工|建设|服务|安装|租赁|总承包|供货)?(?:合同|中标|成交)[\p{Script=Han}]{0,4}\d+(?:\.\d+)?万?元[。；]?$/u;

/** The figure with its bound alone, where a sentence says more than that: 月可用性不低于99.95%. */
function shownOf({ text, numbers, dates }: Quantity): string {
  const [only] = [...numbers, ...dates];
  if (numbers.length + dates.length !== 1 || !only) return text;
  const bound = BOUND.exec(text.slice(0, only.start))?.[0] ?? '';
  return bound + text.slice(only.start, only.end);
}

const BOUND = /(?:不[低少高大小]于|不超过|至少|[≥≤<>])\s?$/;

/** 交货 in the contract and 交付 in the name. */
function isOneEvent(words: string, core: string): boolean {
  return EVENTS.some((event) => event.test(words) && event.test(core));
}

const EVENTS = [/交货|交付|供货|到货|送达/, /完工|竣工|建成|完成/];

/** The term speaks of a step, and not of the one that the name asks for. */
function isOtherStep(piece: string, core: string): boolean {
  const own = STEP.exec(core)?.[0];
  return own !== undefined && STEP.test(piece) && !piece.includes(own);
}

function shares(a: Iterable<string>, b: ReadonlySet<string>): boolean {
  for (const piece of a) if (b.has(piece)) return true;
  return false;
}

const GRADE = /优秀|优良|良好|合格/;

function differs(value: Quantity, contract: Quantity): boolean {
  const [rank, agreedRank] = [GRADE.exec(value.text)?.[0], GRADE.exec(contract.text)?.[0]];
  if (rank && agreedRank && value.numbers.length + contract.numbers.length === 0) return rank !== agreedRank;
  const [target, agreed] = [singleNumber(value), singleNumber(contract)];
  const scale = target && agreed ? onOneScale(target, agreed) : undefined;
  if (target && scale) return !isSame(scale, target.unit);
  if (target && contract.numbers.length > 0 && contract.unread.length === 0)
    return agreesWith(value, contract) === false;
  const [due, by] = [value.dates[0], contract.dates[0]];
  if (value.kind === 'date' && contract.kind === 'date' && due && by) {
    const quarters = [quarterEnd(due.text), quarterEnd(by.text)];
    const months = [due.month ?? quarters[0], by.month ?? quarters[1]];
    if (quarters.some((one) => one !== undefined) && months.every((one) => one !== undefined))
      return months[0] !== months[1];
    const both = (['year', 'month', 'day'] as const).filter(
      (part) => due[part] !== undefined && by[part] !== undefined,
    );
    return both.some((part) => due[part] !== by[part]);
  }
  return value.kind === 'standard' && contract.kind === 'standard' && grade(value) !== grade(contract);
}

/** The month in which 四季度, 第三季度末 end. */
function quarterEnd(text: string): number | undefined {
  const quarter = /([一二三四1-4])季度/.exec(text)?.[1];
  return quarter === undefined ? undefined : ('一二三四'.indexOf(quarter) + 1 || Number(quarter)) * 3;
}

/** 一级 of “达到一级养护标准”; the whole text where it names no grade. */
function grade({ text }: Quantity): string {
  return /[一二三四五甲乙丙ⅠⅡⅢⅣⅤ\d]+(?:级|类|等|星)/.exec(text)?.[0] ?? compact(text);
}
