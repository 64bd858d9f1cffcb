/** Which rules speak, how loudly, and with which options. */
import { ConfigError } from '../errors.js';
import { nearest } from '../text/nearest.js';
import { type BookedRule, type RuleBook, readRuleData } from './rule-book.js';
import type { PresetName, Profile, RuleLevel } from './rule-data.js';

/** As people write it: `warn` is `warning`. */
type WrittenLevel = RuleLevel | 'warn';
export type RuleSetting = WrittenLevel | readonly [WrittenLevel, Readonly<Record<string, unknown>>];

export interface LintSettings {
  readonly preset?: PresetName;
  readonly profile?: string;
  /** By rule id: a level, or a level and options that replace parts of the rule's data. */
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** Other settings for some files; of several that fit, the later one wins. */
export interface SettingsOverride extends LintSettings {
  readonly files: readonly string[];
}

export interface ActiveRule extends BookedRule {
  readonly level: Exclude<RuleLevel, 'off'>;
}

const LEVELS: Readonly<Record<string, RuleLevel>> = {
  off: 'off',
  info: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
};

/** The level that a word means, or undefined. */
export function readLevel(word: string): RuleLevel | undefined {
  return Object.hasOwn(LEVELS, word) ? LEVELS[word] : undefined;
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
    const [written, options] = typeof setting === 'string' ? [setting, undefined] : setting;
    const level = written === 'warn' ? 'warning' : written;
    // Wrong options are wrong whether or not the rule is on just now.
    const data = options && withOptions(booked, options);
    if (level === 'off') continue;
    active.push({ rule: booked.rule, info: booked.info, data: options ? data : booked.data, level });
  }
  return active;
}

/** @throws ConfigError `unknown-rule`, `bad-rule-options` */
export function checkSetting(book: RuleBook, id: string, setting: RuleSetting): void {
  const booked = requireRule(book, id);
  if (typeof setting !== 'string') withOptions(booked, setting[1]);
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
  const known = [...book.profiles.keys()];
  const guess = nearest(name, known);
  throw new ConfigError('unknown-profile', { data: { profile: name, known, ...(guess && { nearest: guess }) } });
}

/** Settings for one file: each override whose pattern fits is laid over those before it, rule by rule. */
export function overridden(
  base: LintSettings,
  overrides: readonly SettingsOverride[],
  fits: (pattern: string) => boolean,
): LintSettings {
  let settings = base;
  for (const { files, rules, ...rest } of overrides) {
    const [without, within] = [files.filter((one) => one.startsWith('!')), files.filter((one) => !one.startsWith('!'))];
    if (!within.some(fits) || without.some((one) => fits(one.slice(1)))) continue;
    settings = { ...settings, ...rest, rules: { ...settings.rules, ...rules } };
  }
  return settings;
}

function withOptions({ rule, info }: BookedRule, options: Readonly<Record<string, unknown>>): unknown {
  try {
    return readRuleData(rule, { ...info.data, ...options });
  } catch (cause) {
    const data = (cause as { data?: Record<string, string> }).data ?? {};
    throw new ConfigError('bad-rule-options', { data: { rule: rule.id, ...data }, cause });
  }
}
