/** A draft as rules see it: its indicators understood, and what concerns the whole of it. */
import type { GoalText, Understanding, Understood } from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import type { Similarity } from '../text/similarity.js';
import { isApplicable } from './applicable.js';
import { DraftFrame } from './draft-frame.js';
import { GoalMatch } from './goal-match.js';
import { type ProjectKind, projectKind } from './project-kind.js';

/** What the source lacks as a whole, so that its absence in a draft is no fault. */
export interface Unread {
  /** Rows of the source are missing here: sums and absences cannot be judged. */
  readonly incomplete?: boolean;
  /** The source has no place for a goal: a list of indicators, not a form. */
  readonly withoutGoal?: boolean;
}

export class UnderstoodDraft {
  readonly draft: Draft;
  /** Rows that are indicators, in order; rows that say 不适用 or are blank are left out. */
  readonly indicators: readonly Understood[];
  readonly incomplete: boolean;
  readonly withoutGoal: boolean;
  readonly similarity: Similarity;
  readonly #understanding: Understanding;
  readonly #present = new Set<string>();
  #frame: DraftFrame | undefined;
  #kind: ProjectKind | undefined;
  #match: GoalMatch | undefined;

  constructor(draft: Draft, understanding: Understanding, similarity: Similarity, unread: Unread = {}) {
    const rows = draft.indicators.filter((indicator) => isApplicable(indicator));
    for (const row of rows) for (const field in row) if (row[field] !== undefined) this.#present.add(field);
    this.draft = draft;
    this.incomplete = unread.incomplete ?? false;
    this.withoutGoal = unread.withoutGoal ?? false;
    this.#understanding = understanding;
    this.similarity = similarity;
    this.indicators = rows.map((row) => understanding.understand(row));
  }

  /** Whether any indicator carries the field: where none does, nothing can be said about it. */
  has(field: string): boolean {
    return this.#present.has(field);
  }

  /** Which boxes of the framework are filled. */
  get frame(): DraftFrame {
    this.#frame ??= new DraftFrame(this.indicators);
    return this.#frame;
  }

  get kind(): ProjectKind {
    this.#kind ??= projectKind(this.draft, this.#understanding);
    return this.#kind;
  }

  /** The field whose goal the indicators answer: the annual one where there is one. */
  get goalField(): 'goal' | 'annualGoal' {
    return this.#isText(this.draft.project.annualGoal) ? 'annualGoal' : 'goal';
  }

  /** The goal that the indicators answer; undefined where there is none, or only a placeholder. */
  get goal(): GoalText | undefined {
    return this.#read(this.draft.project[this.goalField]);
  }

  /** Every goal text that is stated, the overall one first. */
  get goals(): readonly GoalText[] {
    const { goal, annualGoal } = this.draft.project;
    return [goal, goal === annualGoal ? undefined : annualGoal].flatMap((text) => this.#read(text) ?? []);
  }

  /** More than one year; undefined where the draft does not tell. */
  get isMultiYear(): boolean | undefined {
    const stated = this.draft.project.multiYear;
    if (stated !== undefined) return stated;
    return this.goals.some(({ spansYears }) => spansYears) ? true : undefined;
  }

  /** How the goal and the indicators answer each other. */
  get match(): GoalMatch {
    this.#match ??= new GoalMatch(this.indicators, this.draft.project.name, this.#understanding, this.similarity);
    return this.#match;
  }

  #read(text: string | undefined): GoalText | undefined {
    return this.#isText(text) ? this.#understanding.goals.read(text) : undefined;
  }

  #isText(text: string | undefined): text is string {
    return text !== undefined && !this.#understanding.goals.isMissing(text);
  }
}
