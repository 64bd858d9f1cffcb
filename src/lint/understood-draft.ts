/** A draft as rules see it: its indicators understood, and what concerns the whole of it. */
import { type GoalText, type IndicatorRow, rowOf, type Understanding, type Understood } from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import { compact } from '../text/fold.js';
import { gathered } from '../text/gathered.js';
import type { Similarity } from '../text/similarity.js';
import { isApplicable } from './applicable.js';
import { withoutDittos } from './dittos.js';
import { DraftFrame } from './draft-frame.js';
import { GoalMatch } from './goal-match.js';
import { isPart } from './part.js';
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
  readonly #present = new Map<string, boolean>();
  readonly #shared = new Map<unknown, unknown>();
  #wholes: ReadonlyMap<Understood, Understood> | undefined;
  #frame: DraftFrame | undefined;
  #kind: ProjectKind | undefined;
  #match: GoalMatch | undefined;
  #goals: StatedGoals | undefined;
  #read: { readonly goal: GoalText | undefined; readonly annualGoal: GoalText | undefined } | undefined;

  constructor(draft: Draft, understanding: Understanding, similarity: Similarity, unread: Unread = {}) {
    const rows = withoutDittos(draft.indicators.map((indicator) => rowOf(indicator))).filter((row) =>
      isApplicable(row),
    );
    this.draft = draft;
    this.incomplete = unread.incomplete ?? false;
    this.withoutGoal = unread.withoutGoal ?? false;
    this.#understanding = understanding;
    this.similarity = similarity;
    this.indicators = rows.map((row) => understanding.understandRow(row));
  }

  /** Whether any indicator carries the field: where none does, nothing can be said about it. */
  has(field: keyof IndicatorRow): boolean {
    let isPresent = this.#present.get(field);
    if (isPresent === undefined) {
      isPresent = this.indicators.some(({ indicator }) => indicator[field] !== undefined);
      this.#present.set(field, isPresent);
    }
    return isPresent;
  }

  /** What several rules want to know of the draft, worked out by the first; `key` is the function that tells it. */
  once<Result extends object | string>(key: unknown, work: () => Result): Result {
    let result = this.#shared.get(key) as Result | undefined;
    if (result === undefined) {
      result = work();
      this.#shared.set(key, result);
    }
    return result;
  }

  /** The row that this one (其中…) is a part of, or undefined where it is none. */
  wholeOf(part: Understood): Understood | undefined {
    this.#wholes ??= wholesOf(this.indicators);
    return this.#wholes.get(part);
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
    return this.#texts.annualGoal === undefined || this.draft.project.annualGoal === undefined ? 'goal' : 'annualGoal';
  }

  /** The goal that the indicators answer; undefined where there is none, or only a placeholder. */
  get goal(): GoalText | undefined {
    const { goal, annualGoal } = this.#texts;
    return annualGoal ?? goal;
  }

  /** Whether the goal that the indicators answer is that of a year, in a field or a part of the text of its own. */
  get isAnnualGoal(): boolean {
    return this.#texts.annualGoal !== undefined;
  }

  /** Whether one of the goals is the annual one. */
  isOfYear(goal: GoalText): boolean {
    return goal === this.#texts.annualGoal;
  }

  /** Every goal text that is stated, the overall one first. */
  get goals(): readonly GoalText[] {
    const { goal, annualGoal } = this.#texts;
    return gathered(goal === annualGoal ? [goal] : [goal, annualGoal], (text) => text);
  }

  /** More than one year; undefined where the draft does not tell. */
  get isMultiYear(): boolean | undefined {
    const stated = this.draft.project.multiYear;
    if (stated !== undefined) return stated;
    return this.goals.some(({ spansYears }) => spansYears) ? true : undefined;
  }

  /** The last year that the goals or the project's name say the project runs to; undefined where they do not. */
  get lastYear(): number | undefined {
    const spans = this.goals.flatMap(({ years }) => years.filter((one) => !one.isBaseline && one.endYear > one.year));
    return spans.length === 0 ? undefined : Math.max(...spans.map(({ endYear }) => endYear));
  }

  /** A project of several years whose annual goal is the overall goal once more. */
  get repeatsTotal(): boolean {
    const { overall, annual } = this.#stated;
    if (overall === undefined || annual === undefined || this.isMultiYear !== true) return false;
    const key = withoutYears(annual);
    return key !== '' && key === withoutYears(overall);
  }

  /** The two goals as they are written, in two fields or in one text. */
  get #stated(): StatedGoals {
    if (!this.#goals) {
      const { goal, annualGoal } = this.draft.project;
      const parts = goal !== undefined && annualGoal === undefined ? goalParts(goal) : undefined;
      this.#goals = parts ?? { overall: goal, annual: annualGoal };
    }
    return this.#goals;
  }

  /** How the goal and the indicators answer each other. */
  get match(): GoalMatch {
    this.#match ??= new GoalMatch(this.indicators, this.draft.project.name, this.#understanding, this.similarity);
    return this.#match;
  }

  get #texts(): { readonly goal?: GoalText | undefined; readonly annualGoal?: GoalText | undefined } {
    if (!this.#read) {
      const { overall, annual } = this.#stated;
      const read = this.#readGoal(overall);
      this.#read = { goal: read, annualGoal: annual === overall ? read : this.#readGoal(annual) };
    }
    return this.#read;
  }

  #readGoal(text: string | undefined): GoalText | undefined {
    const reader = this.#understanding.goals;
    return text === undefined || reader.isMissing(text) ? undefined : reader.read(text);
  }
}

interface StatedGoals {
  readonly overall: string | undefined;
  readonly annual: string | undefined;
}

const OVERALL =
  /(?:^|[。；;\s])(?:项目)?(?:总体|中长期|长期|实施期|总)(?:绩效)?目标\s?(?:[(（][^)）]{1,20}[)）])?\s?[:：]/;
const ANNUAL = /(?:^|[。；;\s])(?:年度|当年度?|本年度?|20\d\d年度?)(?:绩效)?目标\s?(?:[(（][^)）]{1,20}[)）])?\s?[:：]/;

/** 总体目标（2024—2026年）：… 年度目标：… in one text → each for itself. */
function goalParts(text: string): StatedGoals | undefined {
  const overall = text.search(OVERALL);
  const annual = overall < 0 ? -1 : text.search(ANNUAL);
  if (annual < 0) return undefined;
  const [from, to] = [text.slice(0, Math.max(overall, annual)), text.slice(Math.max(overall, annual))];
  return overall < annual ? { overall: from, annual: to } : { overall: to, annual: from };
}

/** What a goal is headed with, and what years, makes no difference, nor do punctuation and numbering. */
function withoutYears(text: string): string {
  return compact(text.replace(OVERALL, '').replace(ANNUAL, ''))
    .replace(/20\d{2}(?:年度?)?(?:[-–—~～至到]{1,2}20\d{2}年度?)?/g, '')
    .replace(/本年度?|当年|全年|年度|总体|三年(?:内|间)?|到年?底|[^\p{L}\p{N}%.]/gu, '');
}

function wholesOf(rows: readonly Understood[]): Map<Understood, Understood> {
  const byId = new Map(rows.map((row) => [row.indicator.id, row]));
  const wholes = new Map<Understood, Understood>();
  let last: Understood | undefined;
  for (const row of rows) {
    if (!isPart(row)) {
      last = row;
      continue;
    }
    const whole = byId.get(row.indicator.partOf ?? '') ?? last;
    if (whole) wholes.set(row, whole);
  }
  return wholes;
}
