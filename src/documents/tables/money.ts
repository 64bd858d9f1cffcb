/** Amounts of money as forms write them, in 万元: units beside the figure, in its label, or over the whole sheet. */
import { compact, foldWidth } from '../../text/fold.js';
import { readNumeral } from '../../text/numerals.js';
import type { SheetView } from './sheet-view.js';

const FACTORS: Readonly<Record<string, number>> = { 元: 1e-4, 千元: 0.1, 万元: 1, 百万元: 100, 亿元: 1e4 };
const UNIT = '百万元|亿元|万元|千元|元';

/** A figure, what may lead to it and a unit; behind a bracket or comma the form may go on (其中：财政拨款…). */
const AMOUNT = new RegExp(
  `^(?:人民币|rmb|约|共计?|合计|年度预算|当年预算)?[¥￥]?-?\\d[\\d,，.]{0,23}(?:${UNIT}|万|亿)?(?:人民币|rmb)?[整正]?(?:[(（,，;；。].{0,200})?$`,
);

export function isMoney(text: string): boolean {
  return AMOUNT.test(compact(text));
}

/** 万元, 人民币元. */
export function isMoneyUnit(text: string): boolean {
  return MONEY_UNIT.test(compact(text));
}

const MONEY_UNIT = new RegExp(`^(?:人民币)?(?:${UNIT})$`);

/** Money in 万元; where the figure has no unit, its label's or else the sheet's counts. Undefined without a figure. */
export function readMoney({ text, label }: { text: string; label: string }, sheetUnit: number): number | undefined {
  const folded = compact(text);
  const at = folded.search(/\d/);
  if (at < 0) return undefined;
  const numeral = readNumeral(folded, at);
  if (!numeral) return undefined;
  const own = new RegExp(`^(?:${UNIT})`).exec(folded.slice(numeral.end))?.[0] ?? moneyUnit(label);
  // “120万” has swallowed the 万 already.
  const swallowed = /[万亿]$/.test(folded.slice(at, numeral.end));
  const factor = swallowed ? 1e-4 : own ? FACTORS[own] : sheetUnit;
  return Number((numeral.value * (factor ?? 1)).toFixed(6));
}

const IN_BRACKETS = /[(（[【][^()（）]{0,12}?(百万元|亿元|万元|千元|元(?!\p{Script=Han}))[^()（）]{0,12}[)）\]】]/u;
const AT_END = new RegExp(`[/、,，:：\\s]?(?:单位[:：])?(?:人民币)?(${UNIT})$`);

/** 预算金额（万元）, 预算金额/元. */
function moneyUnit(label: string): string | undefined {
  const key = compact(label).replace(/[:：]$/, '');
  return IN_BRACKETS.exec(key)?.[1] ?? AT_END.exec(key)?.[1];
}

/** 申报数（万元） */
export function hasMoneyUnit(label: string): boolean {
  return IN_BRACKETS.test(compact(label));
}

/** A label without the unit that is written behind it outside of brackets. */
export function withoutMoneyUnit(key: string): string {
  return key.replace(AT_END, '');
}

// 填报单位：元谋县教育局 names nobody's unit of money.
const SHEET_UNIT =
  /(?<!\p{Script=Han})(?:金\s?额|货币|资金|计量|计价|计算)?单\s{0,4}位\s{0,2}:\s{0,4}(?:人民币)?([百亿万千]{0,2}\s{0,2}元)(?!\p{Script=Han})/u;

const UNIT_LABEL = /^(?:金额|货币|资金|计量|计价|计算)?单位[:：]?$/;

/** “单位：万元”, which is no statement about the project. */
export function isUnitOfMoney(text: string): boolean {
  return SHEET_UNIT.test(foldWidth(text));
}

/** “单位：元” somewhere above the table, as a factor to 万元, which is the rule. */
export function sheetMoneyUnit(view: SheetView, top: number, bottom: number): number {
  for (let row = top; row < bottom; row += 1) {
    for (const column of view.filled(row)) {
      const text = view.own(row, column);
      // 金额单位 | 元 in two cells.
      const beside = UNIT_LABEL.test(compact(text)) ? view.own(row, view.after(row, column)) : '';
      const match = SHEET_UNIT.exec(foldWidth(isMoneyUnit(beside) ? `单位：${beside}` : text));
      if (match) return FACTORS[compact(match[1] as string)] ?? 1;
    }
  }
  return 1;
}
