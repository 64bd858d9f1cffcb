/** What a form says in words about a score: how marks are given, why some were lost, and the figures behind them. */
import { type Decimal, decimal, decimalsOf, isNear, isRounded } from '../text/decimal.js';
import { compact } from '../text/fold.js';

const IN_PROPORTION = /按.{0,6}比例|实际.{0,6}[÷/／].{0,10}[×*xX]/;
const OWN_SCALE =
  /扣|不得分|不计分|不给分|得0分|分[为成]?[二三四五]档|分档|分级|[每](?:少|低|下降|降低|减少|多|超|增加?|发生|延|差|缺|逾|有|出现|推迟)|权重的|分值的|\d%的?(?:分值|权重|分)/;
const FULL = /满分|得\d/;

/** Whether the explanation gives marks in a way of its own: then target and result do not tell the score. */
export function isOtherwiseScored(explanation: string | undefined): boolean {
  const text = compact(explanation ?? '').slice(0, 400);
  if (text === '') return false;
  return OWN_SCALE.test(text) || (FULL.test(text) && !IN_PROPORTION.test(text));
}

const NONE =
  /^(?:[\p{P}\p{S}]*|无|没有|暂无|不适用|不涉及|无偏差|没有偏差|不存在偏差|无原因|无说明|n\/?a|无需说明|未说明)[。.]?$/u;

/** Whether a reason is given at all; “/”, “无” and 无偏差 are none. */
export function isReason(text: string | undefined): boolean {
  return !NONE.test(compact(text ?? ''));
}

const FIGURE = /\d{1,12}(?:\.\d{1,8})?%?/g;
const YEAR = /^(?:19|20)\d{2}$/;
const MOST_FIGURES = 8;

/**
 * Whether the reason accounts for the score: it names a deduction, or its own figures give the score, as a percentage of
 * the weight (支出进度89.92%: 8.99 of 10) or as one figure over another (22份中9份备案: 0.41 of 1).
 */
export function isReasoned({ reason, weight, score }: { reason: string | undefined; weight: Decimal; score: Decimal }) {
  const text = compact(reason ?? '').slice(0, 600);
  if (/扣/.test(text)) return true;
  const figures = [...text.matchAll(FIGURE)].map(([figure]) => figure).filter((figure) => !YEAR.test(figure));
  figures.length = Math.min(figures.length, MOST_FIGURES);
  const gives = (exact: Decimal) =>
    isNear(score, exact, 0.001) || isRounded(score, exact, Math.max(2, decimalsOf(score.toFixed())));
  const shares = figures.flatMap((figure) => (figure.endsWith('%') ? [decimal(figure.slice(0, -1)).div(100)] : []));
  if (shares.some((share) => gives(weight.times(share)))) return true;
  const amounts = figures.flatMap((figure) => (figure.endsWith('%') ? [] : [decimal(figure)]));
  return amounts.some((upper) =>
    amounts.some((lower) => lower.gt(upper) && upper.gt(0) && gives(weight.times(upper).div(lower))),
  );
}

const STATED = /(?:得分?|评分|计)(?:[:：]|为)?(\d{1,3}(?:\.\d{1,4})?)分/g;

/** The score that a reason names (得8.99分), where it names one and no parts of it. */
export function statedScore(reason: string | undefined): Decimal | undefined {
  const text = compact(reason ?? '').slice(0, 600);
  const found = [...text.matchAll(STATED)];
  const [only] = found;
  if (!only || found.length > 1 || /[每各扣满]|其中.{0,20}得/.test(text)) return undefined;
  return decimal(only[1] as string);
}
