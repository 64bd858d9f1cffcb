/**
 * Headings that people compose from a few words (年度项目预算申请金额, 责任科室负责人): known by their parts, since no list
 * holds them all.
 */
import type { ColumnRole, LabelRole, TableData } from '../table-data.js';
import { hasMoneyUnit, withoutMoneyUnit } from './money.js';

interface Rule<Role> {
  readonly role: Role;
  readonly all: readonly (readonly string[])[];
  readonly not: readonly string[];
  /** What the heading may consist of. */
  readonly words: Vocabulary;
}

type RuleData<Role> = Omit<Rule<Role>, 'words'> & { readonly beside: readonly string[] };

/** Longer headings are sentences. */
const LONGEST = 20;
const YEAR = /^20\d{2}年?度?/;

export class ComposedHeadings {
  readonly #budget: TableData['composed']['budget'];
  readonly #aside: TableData['composed']['aside'];
  readonly #budgetWords: Vocabulary;
  readonly #asideWords: Vocabulary;
  /** All words of the rules: what they cannot divide no rule can. */
  readonly #ruleWords: Vocabulary;
  readonly #rules: readonly Rule<ColumnRole>[];
  readonly #labels: readonly Rule<LabelRole>[];

  constructor({ budget, aside, columns, labels, fillers }: TableData['composed']) {
    this.#budget = budget;
    this.#aside = aside;
    this.#budgetWords = new Vocabulary(Object.values(budget).flat());
    this.#asideWords = new Vocabulary(Object.values(aside).flat());
    const ruleOf = <Role>({ role, all, beside, not }: RuleData<Role>, others: readonly string[]): Rule<Role> => ({
      role,
      all,
      not,
      words: new Vocabulary([...all.flat(), ...beside, ...not, ...others]),
    });
    this.#rules = columns.map((rule) => ruleOf(rule, fillers));
    this.#labels = labels.map((rule) => ruleOf(rule, []));
    this.#ruleWords = new Vocabulary([
      ...columns.flatMap(({ all, beside, not }) => [...all.flat(), ...beside, ...not]),
      ...fillers,
    ]);
  }

  /**
   * Whether a heading means the budget: of the year, of the whole term, or without saying so. Undefined for all else.
   * 申报数（万元） is a sum because of its unit, which stands in the whole `text`.
   */
  budget(key: string, text = ''): 'year' | 'term' | 'any' | undefined {
    if (key.length > LONGEST || !(this.#budgetWords.mayBegin(key) || key.startsWith('20'))) return undefined;
    const { year, term, money, sum, request } = this.#budget;
    const bare = withoutMoneyUnit(key).replace(YEAR, '');
    const words = this.#budgetWords.divide(bare);
    if (!words) return undefined;
    const has = (list: readonly string[]) => list.some((word) => words.has(word));
    const isYears = has(year) || YEAR.test(key);
    if (!has(money) && !((has(sum) || hasMoneyUnit(text)) && (isYears || has(request)))) return undefined;
    return isYears ? 'year' : has(term) ? 'term' : 'any';
  }

  /** What a column with such a heading holds; `remark` is one that is known and set aside. */
  column(key: string, text?: string): ColumnRole | undefined {
    if (key.length > LONGEST) return undefined;
    return this.budget(key, text) ? 'budget' : this.#isAside(key) ? 'remark' : this.#byRule(key);
  }

  #byRule(key: string): ColumnRole | undefined {
    if (!this.#ruleWords.divide(key)) return undefined;
    return this.#rules.find((rule) => fits(key, rule))?.role;
  }

  /** What a label above a table stands for: 资金使用单位, 批复绩效目标, 项目目标概述. */
  label(key: string): LabelRole | undefined {
    if (key.length > LONGEST) return undefined;
    return this.#labels.find((rule) => fits(key, rule))?.role;
  }

  #isAside(key: string): boolean {
    const words = this.#asideWords.divide(key);
    if (!words) return false;
    const has = (list: readonly string[]) => list.some((word) => words.has(word));
    return has(this.#aside.who) && has(this.#aside.what);
  }
}

function fits(key: string, { all, not, words }: Rule<unknown>): boolean {
  const found = words.divide(key);
  const has = (word: string) => found?.has(word);
  return found !== undefined && all.every((group) => group.some(has)) && !not.some(has);
}

/** Words that texts are divided into, by their first character. */
class Vocabulary {
  readonly #words = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of new Set(words)) {
      const first = word.charAt(0);
      const list = this.#words.get(first);
      if (list) list.push(word);
      else this.#words.set(first, [word]);
    }
  }

  mayBegin(text: string): boolean {
    return this.#words.has(text.charAt(0));
  }

  /** The words that a text wholly consists of, the fewest that do; undefined where anything is left over. */
  divide(text: string): ReadonlySet<string> | undefined {
    // Most texts are no headings and fail at once.
    if (!this.mayBegin(text)) return undefined;
    // At each place, how the text can be divided up to there.
    const divided: (readonly string[] | undefined)[] = [[]];
    for (let at = 0; at < text.length; at += 1) {
      const before = divided[at];
      if (!before) continue;
      for (const word of this.#words.get(text.charAt(at)) ?? []) {
        if (!text.startsWith(word, at)) continue;
        const known = divided[at + word.length];
        if (!known || known.length > before.length + 1) divided[at + word.length] = [...before, word];
      }
    }
    const found = divided[text.length];
    return found && text !== '' ? new Set(found) : undefined;
  }
}
