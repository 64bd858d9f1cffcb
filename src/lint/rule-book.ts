/** Rule data and code joined, checked once, for any number of drafts. */
import { DataError } from '../errors.js';
import { extendFramework, type IndicatorData, type NameModel, Understanding } from '../indicators/index.js';
import { SampleLibrary } from './library.js';
import type { LibraryData } from './library-data.js';
import { Similarity } from '../text/similarity.js';
import { rules } from './registry.js';
import type { Rule } from './rule.js';
import type { Profile, RuleData } from './rule-data.js';

/** All data under `rules/`, parsed and validated. */
export interface RuleBundle {
  readonly indicators: IndicatorData;
  readonly rules: readonly RuleData[];
  readonly profiles: readonly Profile[];
  readonly library: LibraryData;
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
  /** How much a pair of characters tells, for comparing texts. */
  readonly similarity: Similarity;
  /** Indexed when it is first asked for: a draft without faults has no use for it. */
  readonly library: SampleLibrary;
}

/**
 * Joins the code of every rule with its data. `model` is the trained model of names; without it words alone decide.
 * @throws DataError `rule-without-data`, `rule-without-code`, `bad-rule-data`
 */
export function createRuleBook(bundle: RuleBundle, model?: NameModel): RuleBook {
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
  const similarity = new Similarity(bundle.library.weights);
  let library: SampleLibrary | undefined;
  return {
    understanding: new Understanding(bundle.indicators, model),
    rules: booked,
    profiles: new Map(bundle.profiles.map((profile) => [profile.name, profile])),
    similarity,
    get library() {
      library ??= new SampleLibrary(bundle.library, similarity);
      return library;
    },
  };
}

/** By what indicators are read with apart from the profile: two books may share the profiles. */
const framed = new WeakMap<Understanding, WeakMap<Profile, Understanding>>();

/** How indicators are read under a profile: by its own headings too, where it has some. */
export function understandingUnder({ understanding }: RuleBook, profile: Profile): Understanding {
  if (!profile.framework) return understanding;
  const framings = framed.get(understanding) ?? new WeakMap<Profile, Understanding>();
  framed.set(understanding, framings);
  const known = framings.get(profile);
  if (known) return known;
  const { data, model } = understanding;
  const own = new Understanding({ ...data, framework: extendFramework(data.framework, profile.framework) }, model);
  framings.set(profile, own);
  return own;
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
