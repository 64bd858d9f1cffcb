/** Which rules speak, how loudly, and with which options. */
import { ConfigError } from '../errors.js';
import { nearest } from '../text/nearest.js';
import { type BookedRule, type RuleBook, readRuleData } from './rule-book.js';
import type { PresetName, Profile, RuleLevel } from './rule-data.js';

export type RuleSetting = RuleLevel | readonly [RuleLevel, Readonly<Record<string, unknown>>];

export interface LintSettings {
  readonly preset?: PresetName;
  readonly profile?: string;
  /** By rule id: a level, or a level and options that replace parts of the rule's data. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

export interface ActiveRule extends BookedRule {
  readonly level: Exclude<RuleLevel, 'off'>;
}

/**
 * The rules that are on, with their levels and options.
 * @throws ConfigError `unknown-rule`, `bad-rule-options`
 */
export function activeRules(book: RuleBook, settings: LintSettings): ActiveRule[] {
  const chosen = settings.rules ?? {};
  for (const id of Object.keys(chosen)) requireRule(book, id);
  const active: ActiveRule[] = [];
  for (const [id, booked] of book.rules) {
    const setting = chosen[id] ?? booked.info.presets[settings.preset ?? 'recommended'];
    const [level, options] = typeof setting === 'string' ? [setting, undefined] : setting;
    if (level === 'off') continue;
    active.push({ ...booked, level, ...(options && { data: withOptions(booked, options) }) });
  }
  return active;
}

/** @throws ConfigError `unknown-rule` */
export function requireRule(book: RuleBook, id: string): BookedRule {
  const booked = book.rules.get(id);
  if (booked) return booked;
  const guess = nearest(id, [...book.rules.keys()]);
  throw new ConfigError('unknown-rule', { data: { rule: id, ...(guess && { nearest: guess }) } });
}

/** @throws ConfigError `unknown-profile` */
export function chooseProfile(book: RuleBook, name = 'national-2021'): Profile {
  const profile = book.profiles.get(name);
  if (profile) return profile;
  throw new ConfigError('unknown-profile', { data: { profile: name, known: [...book.profiles.keys()] } });
}

function withOptions({ rule, info }: BookedRule, options: Readonly<Record<string, unknown>>): unknown {
  try {
    return readRuleData(rule, { ...info.data, ...options });
  } catch (cause) {
    const data = (cause as { data?: Record<string, string> }).data ?? {};
    throw new ConfigError('bad-rule-options', { data: { rule: rule.id, ...data }, cause });
  }
}
