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

/** Of the profile asked about last; a run hardly ever has two. */
let latest: { readonly common: Common; readonly vocabulary: Vocabulary } | undefined;

/** Names of money and its rules; a name without any of them is in no family. */
const MONEY = /资金|经费|预算|拨款|专款|款|支出|财务|资产/;

/** `project` is the project's name: 航道疏浚预算执行率 is 预算执行率 with the project's own words before it. */
export function commonLevel(name: string, common: Common, project = ''): 'error' | 'warning' | undefined {
  const { families, qualifiers, names } = vocabularyOf(common);
  const key = compact(name)
    .replace(/[“”"《》]/g, '')
    .replace(/^20\d{2}年?/, '');
  if (MONEY.test(key)) {
    for (const own of [key, ...withoutProject(key, compact(project))]) {
      for (const { level, words } of families) if (matches(own, words)) return level;
    }
  }
  return names.has(withoutQualifiers(key, qualifiers)) ? 'warning' : undefined;
}

/** Whether forms list the common indicator under this very name; the same thing in other words is to be dropped by hand. */
export function isCommonTitle(name: string, common: Common): boolean {
  const key = compact(name);
  return (common.titles?.includes(key) ?? false) || common.names.includes(key);
}

/** The name without the project's own words before it, shortest rest last: at most a few. */
function withoutProject(key: string, project: string): string[] {
  const rests: string[] = [];
  const marked = /^(?!.{0,8}(?:签约|招商|引进|企业|合作|社会)).{2,12}?(?:项目|工程|专项)(?=.{4})/.exec(key);
  if (marked) rests.push(key.slice(marked[0].length));
  for (let length = Math.min(12, key.length - 4); length >= 2; length -= 1) {
    const prefix = key.slice(0, length);
    if (project.includes(prefix) || project.includes(prefix.slice(-4))) {
      rests.push(key.slice(length));
      break;
    }
  }
  return rests;
}

function vocabularyOf(common: Common): Vocabulary {
  if (latest?.common === common) return latest.vocabulary;
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
  latest = { common, vocabulary };
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
