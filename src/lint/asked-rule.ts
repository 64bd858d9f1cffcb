/** An active rule as a linter asks it, draft after draft: what it is handed is made once. */
import { JixiaoError } from '../errors.js';
import type { Understanding, Understood } from '../indicators/index.js';
import type { RuleContext } from './rule.js';
import type { Profile } from './rule-data.js';
import { type Language, Template } from './sentences.js';
import type { ActiveRule } from './settings.js';
import type { UnderstoodDraft } from './understood-draft.js';

type Stated = Parameters<RuleContext<unknown>['report']>[0];

export interface Asked {
  readonly report: Stated;
  /** The indicator that it is about; null where the whole draft is meant. */
  readonly about: Understood | null;
}

interface Surroundings {
  readonly understanding: Understanding;
  readonly profile: Profile;
  readonly language: Language;
}

const NOTHING: readonly never[] = [];

export class AskedRule {
  readonly active: ActiveRule;
  /** The rule's messages and advice in the linter's language, by message id. */
  readonly sentences: Readonly<Record<string, { readonly message: Template; readonly advice: Template }>>;
  readonly #context: Omit<RuleContext<unknown>, 'draft'> & { draft: UnderstoodDraft };
  #found: Asked[] = [];
  #current: Understood | null = null;

  constructor(active: ActiveRule, { understanding, profile, language }: Surroundings) {
    this.active = active;
    this.sentences = Object.fromEntries(
      Object.entries(active.info.messages).map(([id, message]) => [
        id,
        { message: new Template(message[language]), advice: new Template(message.advice[language]) },
      ]),
    );
    this.#context = {
      data: active.data,
      // Set before the rule is asked, and taken away behind it.
      draft: undefined as unknown as UnderstoodDraft,
      understanding,
      profile,
      report: (report) => {
        this.#found.push({ report, about: report.indicator === undefined ? this.#current : report.indicator });
      },
    };
  }

  /** @throws JixiaoError `rule-crashed` */
  ask(draft: UnderstoodDraft): readonly Asked[] {
    const { rule } = this.active;
    this.#context.draft = draft;
    try {
      if (rule.indicator) {
        for (const one of draft.indicators) {
          this.#current = one;
          rule.indicator(one, this.#context);
        }
        this.#current = null;
      }
      rule.whole?.(this.#context);
    } catch (cause) {
      this.#found = [];
      const indicator = this.#current?.indicator.id ?? '';
      throw new JixiaoError('rule-crashed', {
        data: { rule: rule.id, project: draft.draft.project.name, indicator },
        cause,
      });
    } finally {
      this.#current = null;
      this.#context.draft = undefined as unknown as UnderstoodDraft;
    }
    if (this.#found.length === 0) return NOTHING;
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
