/**
 * Headings that people compose from a few words (年度项目预算申请金额, 责任科室负责人): known by their parts, since no list
 * holds them all.
 */
import type { ColumnRole, TableData } from '../table-data.js';
import { withoutMoneyUnit } from './money.js';

interface ColumnRule {
  readonly role: ColumnRole;
  readonly all: readonly (readonly string[])[];
  readonly not: readonly string[];
  /** What the heading may consist of. */
  readonly words: readonly string[];
}

/** Longer headings are sentences. */
const LONGEST = 20;
const YEAR = /^20\d{2}年?度?/;

export class ComposedHeadings {
  readonly #budget: TableData['composed']['budget'];
  readonly #aside: TableData['composed']['aside'];
  readonly #budgetWords: readonly string[];
  readonly #asideWords: readonly string[];
  readonly #rules: readonly ColumnRule[];
  readonly #columns = new Map<string, ColumnRole | undefined>();

  constructor({ budget, aside, columns, fillers }: TableData['composed']) {
    this.#budget = budget;
    this.#aside = aside;
    this.#budgetWords = Object.values(budget).flat();
    this.#asideWords = Object.values(aside).flat();
    this.#rules = columns.map(({ role, all, beside, not }) => ({
      role,
      all,
      not,
      words: [...new Set([...all.flat(), ...beside, ...not, ...fillers])],
    }));
  }

  /** Whether a heading means the budget: of the year, of the whole term, or without saying so. Undefined for all else. */
  budget(key: string): 'year' | 'term' | 'any' | undefined {
    if (key.length > LONGEST) return undefined;
    const { year, term, money, sum, request } = this.#budget;
    const bare = withoutMoneyUnit(key).replace(YEAR, '');
    const words = wordsOf(bare, this.#budgetWords);
    if (!words) return undefined;
    const has = (list: readonly string[]) => list.some((word) => words.has(word));
    const isYears = has(year) || YEAR.test(key);
    if (!has(money) && !(has(sum) && (isYears || has(request)))) return undefined;
    return isYears ? 'year' : has(term) ? 'term' : 'any';
  }

  /** What a column with such a heading holds; `remark` is one that is known and set aside. */
  column(key: string): ColumnRole | undefined {
    if (key.length > LONGEST) return undefined;
    // Texts under a header are asked about too, and most come again.
    if (this.#columns.has(key)) return this.#columns.get(key);
    const role = this.budget(key) ? 'budget' : this.#isAside(key) ? 'remark' : this.#byRule(key);
    if (this.#columns.size < MOST_REMEMBERED) this.#columns.set(key, role);
    return role;
  }

  #byRule(key: string): ColumnRole | undefined {
    return this.#rules.find(({ all, not, words }) => {
      const found = wordsOf(key, words);
      const has = (word: string) => found?.has(word);
      return found && all.every((group) => group.some(has)) && !not.some(has);
    })?.role;
  }

  #isAside(key: string): boolean {
    const words = wordsOf(key, this.#asideWords);
    const has = (list: readonly string[]) => list.some((word) => words?.has(word));
    return has(this.#aside.who) && has(this.#aside.what);
  }
}

const MOST_REMEMBERED = 4096;

/** The words that a text wholly consists of, the fewest that do; undefined where anything is left over. */
function wordsOf(text: string, words: readonly string[]): ReadonlySet<string> | undefined {
  // At each place, how the text can be divided up to there.
  const divided: (readonly string[] | undefined)[] = [[]];
  for (let at = 0; at < text.length; at += 1) {
    const before = divided[at];
    if (!before) continue;
    for (const word of words) {
      if (!text.startsWith(word, at)) continue;
      const known = divided[at + word.length];
      if (!known || known.length > before.length + 1) divided[at + word.length] = [...before, word];
    }
  }
  const found = divided[text.length];
  return found && text !== '' ? new Set(found) : undefined;
}
