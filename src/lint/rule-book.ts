/** Rule data and code joined, checked once, for any number of drafts. */
import { DataError } from '../errors.js';
import { type IndicatorData, Understanding } from '../indicators/index.js';
import { rules } from './registry.js';
import type { Rule } from './rule.js';
import type { Profile, RuleData } from './rule-data.js';

/** All data under `rules/`, parsed and validated. */
export interface RuleBundle {
  readonly indicators: IndicatorData;
  readonly rules: readonly RuleData[];
  readonly profiles: readonly Profile[];
}

export interface BookedRule {
  readonly rule: Rule;
  readonly info: RuleData;
  readonly data: unknown;
}

export interface RuleBook {
  readonly understanding: Understanding;
  readonly rules: ReadonlyMap<string, BookedRule>;
  readonly profiles: ReadonlyMap<string, Profile>;
}

/**
 * Joins the code of every rule with its data.
 * @throws DataError `rule-without-data`, `rule-without-code`, `bad-rule-data`
 */
export function createRuleBook(bundle: RuleBundle): RuleBook {
  const infos = new Map(bundle.rules.map((info) => [info.id, info]));
  const booked = new Map<string, BookedRule>();
  for (const rule of rules) {
    const info = infos.get(rule.id);
    if (!info) throw new DataError('rule-without-data', { data: { rule: rule.id } });
    infos.delete(rule.id);
    booked.set(rule.id, { rule, info, data: readRuleData(rule, info.data) });
  }
  const [orphan] = infos.keys();
  if (orphan !== undefined) throw new DataError('rule-without-code', { data: { rule: orphan } });
  return {
    understanding: new Understanding(bundle.indicators),
    rules: booked,
    profiles: new Map(bundle.profiles.map((profile) => [profile.name, profile])),
  };
}

/** The rule's `data`, checked by the rule's own schema. */
export function readRuleData(rule: Rule, data: unknown): unknown {
  const parsed = rule.data.safeParse(data);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new DataError('bad-rule-data', {
    data: { rule: rule.id, path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
  });
}
