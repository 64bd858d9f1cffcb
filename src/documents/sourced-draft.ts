/** What every reader of drafts gives: the draft, and the way back into the user's file. */
import type { Draft, Location, Notice } from '../schema/index.js';

/** A draft and where its fields stand in the user's file. */
export interface SourcedDraft {
  readonly draft: Draft;
  /** `indicatorId` is null for fields of the project or the whole draft. */
  readonly locate: (indicatorId: string | null, field: string) => Location;
  /**
   * The cell that holds this field of this indicator and nothing else; undefined where there is none: no such column, or
   * a heading that other indicators stand under too.
   */
  readonly place: (indicatorId: string, field: string) => Location | undefined;
  readonly notices: readonly Notice[];
  /** The table has no place for a goal: it is a list of indicators, no form. */
  readonly withoutGoal: boolean;
}
