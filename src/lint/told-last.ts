/** What last year came to, where the form has no column for it and the explanation says so: 上年实际98.6%. */
import type { Quantity, Understanding, Understood } from '../indicators/index.js';
import { alternatives } from '../text/any-of.js';

export interface LastYearWords {
  /** With these the explanation says why this year's is less. */
  readonly reasons: readonly string[];
  /** 上年, 去年. */
  readonly years: readonly string[];
  /** What stands between the year and its figure: 实际, 完成. */
  readonly states: readonly string[];
}

export type LastYear = (understood: Understood, understanding: Understanding, year?: number) => Quantity | undefined;

/** A year in figures counts where it is the one before `year`, that of the draft. */
export function lastYearReader({ reasons, years, states }: LastYearWords): LastYear {
  const reason = new RegExp(alternatives(reasons), 'u');
  const told = new RegExp(
    `^(?:其中)?(?:${alternatives(years)}|(?<year>20\\d\\d)年度?)(?:同期|全年|年?[末底])?(?<rest>.{1,${LONGEST}})$`,
    'u',
  );
  const state = alternatives(states);
  const edges = new RegExp(`^${state}+|${state}+$`, 'gu');
  return ({ indicator, name }, { quantities }, year) => {
    const { explanation } = indicator;
    if (explanation === undefined || !/\d/.test(explanation) || reason.test(explanation.slice(0, MOST)))
      return undefined;
    for (const clause of explanation.slice(0, MOST).split(CLAUSES)) {
      const { year: stated, rest = '' } = told.exec(clause.trim())?.groups ?? {};
      if (rest === '' || (stated !== undefined && Number(stated) + 1 !== year)) continue;
      const quantity = quantities.readOnce(rest);
      if (quantity.numbers.length !== 1 || quantity.dates.length > 0 || quantity.unread.length > 0) continue;
      const [number] = quantity.numbers;
      const words = quantity.words.replace(/[^\p{Script=Han}]/gu, '').replace(edges, '');
      // 上年增长5% is no level, and 上年检查发现问题200次 is one of something else.
      if (number?.change || (words !== '' && !isShortFor(words, name.core))) continue;
      return number ? { ...quantity, text: quantity.text.slice(number.start, number.end) } : undefined;
    }
    return undefined;
  };
}

/** 持证率 for 持证上岗率: its characters in their order, the last of them last. */
function isShortFor(words: string, core: string): boolean {
  if (core.endsWith(words)) return true;
  if (words.length < LEAST_SHORT || words.at(-1) !== core.at(-1)) return false;
  let at = 0;
  for (const character of core) if (character === words[at]) at += 1;
  return at === words.length;
}

const LEAST_SHORT = 3;
const LONGEST = 24;
const MOST = 300;
const CLAUSES = /[，,；;。、\n()（）]/;
