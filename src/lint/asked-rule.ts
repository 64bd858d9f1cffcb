/** An active rule as a linter asks it, draft after draft: what it is handed is made once. */
import type { Understanding, Understood } from '../indicators/index.js';
import type { Severity } from '../schema/index.js';
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

export interface Message {
  readonly sentence: Template;
  readonly advice: Template;
  /** Lowers the severity wherever the message is told. */
  readonly severity: Severity | undefined;
  /** How many sample indicators it proposes. */
  readonly samples: number | undefined;
}

interface Surroundings {
  readonly understanding: Understanding;
  readonly profile: Profile;
  readonly language: Language;
}

const NOTHING: readonly never[] = [];

export class AskedRule {
  readonly active: ActiveRule;
  /** The rule's messages in the linter's language, by message id. */
  readonly messages: ReadonlyMap<string, Message>;
  readonly #context: Omit<RuleContext<unknown>, 'draft'> & { draft: UnderstoodDraft };
  #found: Asked[] = [];
  #current: Understood | null = null;

  constructor(active: ActiveRule, { understanding, profile, language }: Surroundings) {
    this.active = active;
    this.messages = new Map(
      Object.entries(active.info.messages).map(([id, message]) => [
        id,
        {
          sentence: new Template(message[language]),
          advice: new Template(message.advice[language]),
          severity: message.severity,
          samples: message.samples,
        },
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

  /** Where the rule throws, `onCrash` is told and the next indicator is its turn; what it found elsewhere counts. */
  ask(draft: UnderstoodDraft, onCrash: (cause: unknown, about: Understood | null) => void): readonly Asked[] {
    const { rule } = this.active;
    this.#context.draft = draft;
    const rows = rule.indicator ? draft.indicators : NOTHING;
    let next = 0;
    let isDone = false;
    try {
      while (!isDone) {
        try {
          while (next < rows.length) {
            this.#current = rows[next] as Understood;
            next += 1;
            rule.indicator?.(this.#current, this.#context);
          }
          this.#current = null;
          isDone = true;
          rule.whole?.(this.#context);
        } catch (cause) {
          onCrash(cause, this.#current);
        }
      }
    } catch (error) {
      this.#found = [];
      throw error;
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
