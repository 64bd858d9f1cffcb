/** The engine: understand a draft once, ask every active rule, tell what they report. */
import { JixiaoError } from '../errors.js';
import type { Understanding, Understood } from '../indicators/index.js';
import type { Diagnostic, Draft, Location, Severity, Suggestion, UnderstoodView } from '../schema/index.js';
import { AskedRule } from './asked-rule.js';
import type { Report, RuleContext, Told } from './rule.js';
import { type RuleBook, understandingUnder } from './rule-book.js';
import type { Language } from './sentences.js';
import { activeRules, chooseProfile, type LintSettings } from './settings.js';
import { UnderstoodDraft, type Unread } from './understood-draft.js';

export type { Language } from './sentences.js';

export interface LintOptions extends Unread {
  readonly settings?: LintSettings;
  /** Language of messages and advice; default `zh`. */
  readonly language?: Language;
  /** The place of a field in the user's file; `indicatorId` is null for fields of the project. */
  readonly locate?: (indicatorId: string | null, field: string) => Location;
  /**
   * Told of a rule that throws, which is a fault of the program: with it the other indicators and rules are checked all the
   * same, without it the error is thrown.
   */
  readonly onCrash?: (crash: RuleCrash) => void;
  /** Tells what was understood of an indicator; with it every diagnostic of one carries that. */
  readonly explain?: (understood: Understood) => UnderstoodView;
}

/** A rule that threw: `rule-crashed`, with the rule's id, the project and the indicator's id in its data. */
export interface RuleCrash {
  readonly error: JixiaoError;
  readonly ruleId: string;
  /** Null where the whole draft was being judged. */
  readonly indicatorId: string | null;
}

/** A draft to be checked, and how its diagnostics are told. */
interface Subject {
  readonly draft: Draft;
  readonly locate: NonNullable<LintOptions['locate']>;
  readonly explain: LintOptions['explain'] | undefined;
}

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Checks drafts with one set of settings; build it once for many drafts. */
export class Linter {
  readonly #book: RuleBook;
  readonly #asked: readonly AskedRule[];
  readonly #understanding: Understanding;
  readonly #language: Language;
  /** `strict` makes no allowances: what `recommended` lowers to a warning keeps the rule's own level. */
  readonly #strict: boolean;

  /** @throws ConfigError for unknown rules, profiles and options */
  constructor(book: RuleBook, settings: LintSettings = {}, language: Language = 'zh') {
    this.#book = book;
    const active = activeRules(book, settings);
    const profile = chooseProfile(book, settings.profile);
    this.#understanding = understandingUnder(book, profile);
    const surroundings = { understanding: this.#understanding, profile, language };
    this.#asked = active.map((one) => new AskedRule(one, surroundings));
    this.#language = language;
    this.#strict = settings.preset === 'strict';
  }

  /** How indicators are read under the profile. */
  get understanding(): Understanding {
    return this.#understanding;
  }

  /**
   * Diagnostics in the order of the indicators; those about the whole draft come last.
   * @throws JixiaoError `rule-crashed` where a rule throws and nobody is told by `onCrash`
   */
  lint(
    draft: Draft,
    { locate = () => ({}), explain, onCrash = rethrow, ...unread }: Omit<LintOptions, 'settings' | 'language'> = {},
  ): Diagnostic[] {
    const subject = { draft, locate, explain };
    const understood = new UnderstoodDraft(draft, this.#understanding, this.#book.similarity, unread);
    const diagnostics: Diagnostic[] = [];
    for (const rule of this.#asked) {
      const crash = (cause: unknown, about: Understood | null) => onCrash(crashOf(rule, draft, about, cause));
      for (const { report, about } of rule.ask(understood, crash)) {
        try {
          diagnostics.push(this.#tell(rule, report, about, subject));
        } catch (cause) {
          crash(cause, about);
        }
      }
    }
    return inOrder(diagnostics, understood.indicators);
  }

  #tell(
    { active: { info, level }, messages }: AskedRule,
    report: Parameters<RuleContext<unknown>['report']>[0],
    about: Understood | null,
    subject: Subject,
  ): Diagnostic {
    const { locate, explain } = subject;
    const message = messages.get(report.message);
    if (!message) throw new JixiaoError('unknown-message', { data: { rule: info.id, message: report.message } });
    const valueOf = (slot: string) => this.#valueOf(slot, report, about);
    const indicatorId = about?.indicator.id ?? null;
    // oxlint-disable-next-line no-array-fill-with-reference-type -- a template, no array
    const advice = message.advice.fill(valueOf);
    return {
      ruleId: info.id,
      severity: this.#strict ? level : lowest(level, message.severity, report.severity),
      // oxlint-disable-next-line no-array-fill-with-reference-type -- a template, no array
      message: message.sentence.fill(valueOf),
      indicatorId,
      field: report.field,
      evidence: report.evidence,
      location: locate(indicatorId, report.field),
      suggestions: [
        report.fix ? { message: advice, fix: report.fix } : { message: advice },
        ...this.#samples(message.samples, report, about, subject),
      ],
      basis: [...info.basis],
      relatedIndicatorIds: report.related ? [...report.related] : [],
      ...(explain && about && { understood: explain(about) }),
    };
  }

  /** What stands in a slot, in the linter's language. */
  #valueOf(
    slot: string,
    { values, evidence }: Pick<Report, 'values' | 'evidence'>,
    about: Understood | null,
  ): string | number | undefined {
    const value = values?.[slot];
    if (value === undefined) {
      // A table in a PDF breaks lines within a value.
      if (slot === 'evidence') return evidence.replace(/\s*\n\s*/g, '');
      return slot === 'name' ? (about?.name.text ?? '') : undefined;
    }
    if (typeof value !== 'object') return value;
    return isList(value) ? value.join(this.#language === 'zh' ? '、' : ', ') : value[this.#language];
  }

  /** Sample indicators that fit this project and this indicator. */
  #samples(
    most: number | undefined,
    { seek }: Pick<Report, 'seek'>,
    indicator: Understood | null,
    subject: Subject,
  ): Suggestion[] {
    if (most === undefined) return [];
    const { draft } = subject;
    const text = seek?.text ?? indicator?.name.core ?? '';
    const box = seek?.box ?? indicator?.levels.level2;
    return this.#book.library.propose({ draft, asker: subject, text, most, ...(box && { box }) }).map((sample) => {
      const { name, operator, value, unit, explanation } = sample;
      const level2 = this.#understanding.framework.level2Name(sample.level2);
      return {
        message: `${name} ${operator}${value}${unit}${this.#language === 'zh' ? '（' : ' ('}${explanation}${this.#language === 'zh' ? '）' : ')'}`,
        proposal: { name, level2, operator, value, unit, explanation },
      };
    });
  }
}

function isList(value: Exclude<Told, string | number>): value is readonly string[] {
  return Array.isArray(value);
}

function rethrow({ error }: RuleCrash): never {
  throw error;
}

function crashOf({ active }: AskedRule, { project }: Draft, about: Understood | null, cause: unknown): RuleCrash {
  const { id } = active.info;
  const data = { rule: id, project: project.name, indicator: about?.indicator.id ?? '' };
  // A report that names no message is told as what it is.
  const error = cause instanceof JixiaoError ? cause : new JixiaoError('rule-crashed', { data, cause });
  return { error, ruleId: id, indicatorId: about?.indicator.id ?? null };
}

/** In the order of the indicators, each one's in the order in which they were found. */
function inOrder(diagnostics: Diagnostic[], indicators: readonly Understood[]): Diagnostic[] {
  if (diagnostics.length < 2) return diagnostics;
  const places = new Map<string, number>();
  for (let index = 0; index < indicators.length; index += 1)
    places.set((indicators[index] as Understood).indicator.id, index);
  const byPlace: (Diagnostic[] | undefined)[] = [];
  for (const one of diagnostics) {
    const place = one.indicatorId === null ? indicators.length : (places.get(one.indicatorId) ?? 0);
    const there = byPlace[place];
    if (there) there.push(one);
    else byPlace[place] = [one];
  }
  const ordered: Diagnostic[] = [];
  for (const there of byPlace) if (there) ordered.push(...there);
  return ordered;
}

/**
 * Checks one draft.
 * @throws ConfigError where `settings` name an unknown rule, profile or option
 */
export function lintDraft(draft: Draft, book: RuleBook, options: LintOptions = {}): Diagnostic[] {
  return new Linter(book, options.settings, options.language).lint(draft, options);
}

function lowest(level: Severity, ...others: (Severity | undefined)[]): Severity {
  let severity = level;
  for (const other of others) if (other && RANK[other] < RANK[severity]) severity = other;
  return severity;
}
