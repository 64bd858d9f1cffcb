/** What a rule is: a small pure function over understood indicators, and the schema of its data. */
import type { z } from 'zod';
import type { Level2, Understanding, Understood } from '../indicators/index.js';
import type { Severity } from '../schema/index.js';
import type { Profile } from './rule-data.js';
import type { Language } from './sentences.js';
import type { UnderstoodDraft } from './understood-draft.js';

/** What fills a slot of a message: as it is, a list, or what it is called in each language. */
export type Told = string | number | readonly string[] | Record<Language, string>;

/** A fault as a rule states it: message id and data, never a sentence. */
export interface Report {
  readonly message: string;
  /** The field at fault; it decides the cell that is marked. */
  readonly field: string;
  readonly evidence: string;
  /** Null where the whole draft is meant. */
  readonly indicator: Understood | null;
  readonly values?: Readonly<Record<string, Told>>;
  readonly fix?: { readonly field: string; readonly value: string };
  readonly related?: readonly string[];
  /** What sample indicators are sought for, where the message proposes some: the name and its box by default. */
  readonly seek?: { readonly text: string; readonly box?: Level2 };
  /** Lowers the severity for this one case. */
  readonly severity?: Severity;
}

export interface RuleContext<Data> {
  readonly data: Data;
  readonly draft: UnderstoodDraft;
  readonly understanding: Understanding;
  readonly profile: Profile;
  report(report: Omit<Report, 'indicator'> & { readonly indicator?: Understood | null }): void;
}

export interface Rule<Schema extends z.ZodType = z.ZodType> {
  readonly id: string;
  readonly data: Schema;
  /** Called once an indicator; reports without an indicator of their own are about this one. */
  readonly indicator?: (understood: Understood, context: RuleContext<z.output<Schema>>) => void;
  /** Called once a draft. */
  readonly whole?: (context: RuleContext<z.output<Schema>>) => void;
}

export function defineRule<Schema extends z.ZodType>(rule: Rule<Schema>): Rule {
  // Each rule reads its own data; the engine hands it what the rule's own schema has checked.
  return rule;
}
