/**
 * Recognises common indicators (共性指标) by structure: every word of the name is a qualifier, a subject (资金, 预算 …),
 * an act (使用, 执行 …) or a measure of one family. 水资源利用率 shares a word and is none.
 */
import { compact } from '../text/fold.js';
import type { Profile } from './rule-data.js';

type Common = Profile['common'];

export function commonLevel(name: string, common: Common): 'error' | 'warning' | undefined {
  const key = compact(name).replace(/[“”"《》]/g, '');
  for (const family of common.families) {
    if (matches(key, family, common.qualifiers)) return family.level;
  }
  return common.names.some((word) => stripQualifiers(key, common.qualifiers) === word) ? 'warning' : undefined;
}

type Role = 'qualifier' | 'subject' | 'act' | 'measure';

/** Greedy, longest word first: the vocabularies are small and no word begins with another role's word by accident. */
function matches(name: string, family: Common['families'][number], qualifiers: readonly string[]): boolean {
  const roles: readonly (readonly [Role, readonly string[]])[] = [
    ['subject', family.subjects],
    ['act', family.acts],
    ['measure', family.measures],
    ['qualifier', qualifiers],
  ];
  const seen = new Set<Role>();
  let last: Role | undefined;
  for (let at = 0; at < name.length; ) {
    let best: { role: Role; length: number } | undefined;
    for (const [role, words] of roles) {
      for (const word of words) {
        if (word.length > (best?.length ?? 0) && name.startsWith(word, at)) best = { role, length: word.length };
      }
    }
    if (!best) return false;
    seen.add(best.role);
    last = best.role;
    at += best.length;
  }
  return seen.has('subject') && seen.has('act') && last === 'measure';
}

function stripQualifiers(name: string, qualifiers: readonly string[]): string {
  let rest = name;
  for (let changed = true; changed; ) {
    const word = qualifiers.find((qualifier) => rest.startsWith(qualifier) && rest.length > qualifier.length + 3);
    changed = word !== undefined;
    if (word) rest = rest.slice(word.length);
  }
  return rest;
}
