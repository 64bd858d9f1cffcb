/**
 * Recognises a name by structure: every word of it is a qualifier, a subject (资金, 预算 …), an act (使用, 执行 …) or a
 * measure. A name that only shares a word (水资源利用率) does not match.
 */
import { PrefixIndex } from '../indicators/index.js';

export type Role = 'qualifier' | 'subject' | 'act' | 'measure';

export interface RoleFamily {
  readonly subjects: readonly string[];
  readonly acts: readonly string[];
  readonly measures: readonly string[];
}

const made = new WeakMap<RoleFamily, RoleVocabulary>();

export class RoleVocabulary {
  readonly #words: PrefixIndex<Role>;

  /** The vocabulary of a family; made once, since families are data that live as long as the rules. */
  static of(family: RoleFamily, qualifiers: readonly string[]): RoleVocabulary {
    let vocabulary = made.get(family);
    if (!vocabulary) {
      vocabulary = new RoleVocabulary(family, qualifiers);
      made.set(family, vocabulary);
    }
    return vocabulary;
  }

  private constructor({ subjects, acts, measures }: RoleFamily, qualifiers: readonly string[]) {
    const roles = (words: readonly string[], role: Role) => words.map((word) => [word, role] as const);
    this.#words = new PrefixIndex([
      // Where a word has two roles the more telling one wins.
      ...roles(qualifiers, 'qualifier'),
      ...roles(measures, 'measure'),
      ...roles(acts, 'act'),
      ...roles(subjects, 'subject'),
    ]);
  }

  /** Greedy, longest word first: the vocabularies are small and no word begins with another role's word by accident. */
  matches(name: string): boolean {
    const seen = new Set<Role>();
    let last: Role | undefined;
    for (let at = 0; at < name.length; ) {
      const hit = this.#words.at(name, at);
      if (!hit) return false;
      seen.add(hit.value);
      last = hit.value;
      at += hit.word.length;
    }
    return seen.has('subject') && seen.has('act') && (last === 'measure' || last === 'subject' || last === 'act');
  }
}
