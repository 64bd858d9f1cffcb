/**
 * Recognises common indicators (共性指标) by structure: every word of the name is a qualifier, a subject (资金, 预算 …),
 * an act (使用, 执行 …) or a measure of one family. 水资源利用率 shares a word and is none.
 */
import { PrefixIndex } from '../indicators/index.js';
import { compact } from '../text/fold.js';
import type { Profile } from './rule-data.js';

type Common = Profile['common'];
type Role = 'qualifier' | 'subject' | 'act' | 'measure';

interface Vocabulary {
  readonly families: readonly { readonly level: 'error' | 'warning'; readonly words: PrefixIndex<Role> }[];
  readonly qualifiers: PrefixIndex<true>;
  readonly names: ReadonlySet<string>;
}

const vocabularies = new WeakMap<Common, Vocabulary>();

export function commonLevel(name: string, common: Common): 'error' | 'warning' | undefined {
  const { families, qualifiers, names } = vocabularyOf(common);
  const key = compact(name)
    .replace(/[“”"《》]/g, '')
    .replace(/^20\d{2}年?/, '');
  for (const { level, words } of families) if (matches(key, words)) return level;
  return names.has(withoutQualifiers(key, qualifiers)) ? 'warning' : undefined;
}

function vocabularyOf(common: Common): Vocabulary {
  const known = vocabularies.get(common);
  if (known) return known;
  const roles = (words: readonly string[], role: Role) => words.map((word) => [word, role] as const);
  const vocabulary: Vocabulary = {
    families: common.families.map(({ level, subjects, acts, measures }) => ({
      level,
      // Where a word has two roles the more telling one wins.
      words: new PrefixIndex([
        ...roles(common.qualifiers, 'qualifier'),
        ...roles(measures, 'measure'),
        ...roles(acts, 'act'),
        ...roles(subjects, 'subject'),
      ]),
    })),
    qualifiers: new PrefixIndex(common.qualifiers.map((word) => [word, true] as const)),
    names: new Set(common.names),
  };
  vocabularies.set(common, vocabulary);
  return vocabulary;
}

/** Greedy, longest word first: the vocabularies are small and no word begins with another role's word by accident. */
function matches(name: string, words: PrefixIndex<Role>): boolean {
  const seen = new Set<Role>();
  let last: Role | undefined;
  for (let at = 0; at < name.length; ) {
    const hit = words.at(name, at);
    if (!hit) return false;
    seen.add(hit.value);
    last = hit.value;
    at += hit.word.length;
  }
  return seen.has('subject') && seen.has('act') && last === 'measure';
}

function withoutQualifiers(name: string, qualifiers: PrefixIndex<true>): string {
  let at = 0;
  for (;;) {
    const hit = qualifiers.at(name, at);
    if (!hit || name.length - at - hit.word.length <= 3) return name.slice(at);
    at += hit.word.length;
  }
}
