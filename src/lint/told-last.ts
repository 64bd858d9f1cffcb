/** What last year came to, where the form has no column for it and the explanation says so: 上年实际98.6%. */
import type { Quantity, Understanding, Understood } from '../indicators/index.js';
import { alternatives } from '../text/any-of.js';

export interface LastYearWords {
  /** With these the explanation says why this year's is less. */
  readonly reasons: readonly string[];
  /** 上年, 去年. */
  readonly years: readonly string[];
  /** 近三年: of several years only a share can be compared. */
  readonly spans: readonly string[];
  /** What stands between the year and its figure: 实际, 完成. */
  readonly states: readonly string[];
}

export type LastYear = (understood: Understood, understanding: Understanding, year?: number) => Quantity | undefined;

/** A year in figures counts where it is the one before `year`, that of the draft. */
export function lastYearReader({ reasons, years, spans, states }: LastYearWords): LastYear {
  const reason = new RegExp(alternatives(reasons), 'u');
  const told = new RegExp(
    `^(?:其中)?(?:${alternatives(years)}|(?<span>${alternatives(spans)})|(?<year>20\\d\\d)年度?)(?:同期|全年|年?[末底]|同等规模|同口径|同类)?(?<rest>.{1,${LONGEST}})$`,
    'u',
  );
  const state = alternatives(states);
  const edges = new RegExp(`^${state}+|${state}+$`, 'gu');
  return ({ indicator, name, measure }, { quantities }, year) => {
    const { explanation } = indicator;
    if (explanation === undefined || !/\d/.test(explanation) || reason.test(explanation.slice(0, MOST)))
      return undefined;
    for (const clause of explanation.slice(0, MOST).split(CLAUSES)) {
      const { year: stated, span, rest = '' } = told.exec(clause.trim())?.groups ?? {};
      if (rest === '' || (stated !== undefined && Number(stated) + 1 !== year)) continue;
      const quantity = quantities.readOnce(rest);
      if (quantity.numbers.length !== 1 || quantity.dates.length > 0 || quantity.unread.length > 0) continue;
      const [number] = quantity.numbers;
      const words = quantity.words.replace(/[^\p{Script=Han}]/gu, '').replace(edges, '');
      // 近三年共900人次 is the sum of all; of a share there is no sum.
      if (span !== undefined && number?.unit?.dimension !== 'ratio') continue;
      // 上年增长5% is no level, and 上年检查发现问题200次 is one of something else.
      const { object } = measure;
      const isOfName =
        name.core.endsWith(words) ||
        (words.length > 1 && (object.endsWith(words) || object.startsWith(words))) ||
        (words.length >= SURELY && name.core.includes(words));
      if (number?.change || !isOfName) continue;
      return number ? { ...quantity, text: quantity.text.slice(number.start, number.end) } : undefined;
    }
    return undefined;
  };
}

/** So many characters in one run are no accident. */
const SURELY = 3;
const LONGEST = 24;
const MOST = 300;
const CLAUSES = /[，,；;。、\n()（）]/;
