/** The engine: understand a draft once, ask every active rule, tell what they report. */
import { JixiaoError } from '../errors.js';
import type { Understanding, Understood } from '../indicators/index.js';
import type { Diagnostic, Draft, Location, Severity, Suggestion, UnderstoodView } from '../schema/index.js';
import type { Report, RuleContext } from './rule.js';
import { type RuleBook, understandingUnder } from './rule-book.js';
import type { Profile } from './rule-data.js';
import { fill, type Language } from './sentences.js';
import { type ActiveRule, activeRules, chooseProfile, type LintSettings } from './settings.js';
import { UnderstoodDraft, type Unread } from './understood-draft.js';

export type { Language } from './sentences.js';

export interface LintOptions extends Unread {
  readonly settings?: LintSettings;
  /** Language of messages and advice; default `zh`. */
  readonly language?: Language;
  /** The place of a field in the user's file; `indicatorId` is null for fields of the project. */
  readonly locate?: (indicatorId: string | null, field: string) => Location;
  /** Tells what was understood of an indicator; with it every diagnostic of one carries that. */
  readonly explain?: (understood: Understood) => UnderstoodView;
}

/** A draft to be checked, and how its diagnostics are told. */
type Subject = { readonly draft: Draft; readonly locate: NonNullable<LintOptions['locate']> } & Pick<
  LintOptions,
  'explain'
>;

const RANK: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Checks drafts with one set of settings; build it once for many drafts. */
export class Linter {
  readonly #book: RuleBook;
  readonly #active: readonly ActiveRule[];
  readonly #profile: Profile;
  readonly #understanding: Understanding;
  readonly #language: Language;
  /** `strict` makes no allowances: what `recommended` lowers to a warning keeps the rule's own level. */
  readonly #strict: boolean;

  /** @throws ConfigError for unknown rules, profiles and options */
  constructor(book: RuleBook, settings: LintSettings = {}, language: Language = 'zh') {
    this.#book = book;
    this.#active = activeRules(book, settings);
    this.#profile = chooseProfile(book, settings.profile);
    this.#understanding = understandingUnder(book, this.#profile);
    this.#language = language;
    this.#strict = settings.preset === 'strict';
  }

  /** How indicators are read under the profile. */
  get understanding(): Understanding {
    return this.#understanding;
  }

  /** Diagnostics in the order of the indicators; those about the whole draft come last. */
  lint(
    draft: Draft,
    { locate = () => ({}), explain, ...unread }: Omit<LintOptions, 'settings' | 'language'> = {},
  ): Diagnostic[] {
    const subject = { draft, locate, ...(explain && { explain }) };
    const understood = new UnderstoodDraft(draft, this.#understanding, this.#book.library.similarity, unread);
    const order = new Map(understood.indicators.map((one, index) => [one.indicator.id, index]));
    const diagnostics = this.#active.flatMap((active) =>
      this.#ask(active, understood).map((report) => this.#tell(active, report, subject)),
    );
    const position = ({ indicatorId }: Diagnostic) =>
      indicatorId === null ? Number.POSITIVE_INFINITY : (order.get(indicatorId) ?? 0);
    return diagnostics.sort((a, b) => (position(a) === position(b) ? 0 : position(a) - position(b)));
  }

  #ask(active: ActiveRule, draft: UnderstoodDraft): Report[] {
    const reports: Report[] = [];
    let current: Understood | null = null;
    const context: RuleContext<unknown> = {
      data: active.data,
      draft,
      understanding: this.#understanding,
      profile: this.#profile,
      report: (report) => reports.push({ indicator: current, ...report }),
    };
    try {
      for (current of active.rule.indicator ? draft.indicators : []) active.rule.indicator?.(current, context);
      current = null;
      active.rule.whole?.(context);
    } catch (cause) {
      throw new JixiaoError('rule-crashed', {
        data: { rule: active.rule.id, project: draft.draft.project.name, indicator: current?.indicator.id ?? '' },
        cause,
      });
    }
    return reports;
  }

  #tell({ info, level }: ActiveRule, report: Report, { draft, locate, explain }: Subject): Diagnostic {
    const message = info.messages[report.message];
    if (!message) throw new JixiaoError('unknown-message', { data: { rule: info.id, message: report.message } });
    const values = { evidence: report.evidence, name: report.indicator?.name.text ?? '', ...report.values };
    const indicatorId = report.indicator?.indicator.id ?? null;
    return {
      ruleId: info.id,
      severity: this.#strict ? level : lowest(level, message.severity, report.severity),
      message: fill(message[this.#language], values),
      indicatorId,
      field: report.field,
      evidence: report.evidence,
      location: locate(indicatorId, report.field),
      suggestions: [
        { message: fill(message.advice[this.#language], values), ...(report.fix && { fix: report.fix }) },
        ...this.#samples(message.samples, report, draft),
      ],
      basis: [...info.basis],
      relatedIndicatorIds: [...(report.related ?? [])],
      ...(explain && report.indicator && { understood: explain(report.indicator) }),
    };
  }

  /** Sample indicators that fit this project and this indicator. */
  #samples(most: number | undefined, { indicator, seek }: Report, draft: Draft): Suggestion[] {
    if (most === undefined) return [];
    const text = seek?.text ?? indicator?.name.core ?? '';
    const box = seek?.box ?? indicator?.levels.level2;
    return this.#book.library.propose({ draft, text, most, ...(box && { box }) }).map((sample) => {
      const { name, operator, value, unit, explanation } = sample;
      const level2 = this.#understanding.framework.level2Name(sample.level2);
      return {
        message: `${name} ${operator}${value}${unit}${this.#language === 'zh' ? '（' : ' ('}${explanation}${this.#language === 'zh' ? '）' : ')'}`,
        proposal: { name, level2, operator, value, unit, explanation },
      };
    });
  }
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
