import type { BatchSummary } from '../../schema/index.js';
import type { Job } from '../types.js';

/** How many items of a list are shown; the lists of units and files are longer, since people look for themselves in them. */
export const SHOWN = 200;
export const SHOWN_GROUPS = 2000;

export type Listed = Pick<
  BatchSummary,
  | 'byRule'
  | 'byCategory'
  | 'byUnit'
  | 'byYear'
  | 'byRegion'
  | 'worstFiles'
  | 'copied'
  | 'unchanged'
  | 'repeated'
  | 'alike'
  | 'twice'
  | 'capped'
> & {
  /** Diagnostics that somebody answers for. */
  readonly waived: number;
  /** Forms that are compared with nobody's. */
  readonly withoutUnit: number;
};

const EMPTY = { total: 0, items: [] };

export const NO_LISTS: Listed = {
  byRule: [],
  byCategory: [],
  byUnit: EMPTY,
  byYear: [],
  byRegion: EMPTY,
  worstFiles: EMPTY,
  copied: { ...EMPTY, most: 0, leftOut: 0 },
  unchanged: EMPTY,
  repeated: EMPTY,
  alike: EMPTY,
  twice: EMPTY,
  capped: [],
  waived: 0,
  withoutUnit: 0,
};

/** What is made of the facts of a task, in two passes in the order of the plan. */
export interface TaskSummary<Fact> {
  /** The counts that groups have. */
  readonly names: readonly string[];
  count(job: Job, fact: Fact): void;
  /** Between the passes: what is to be shown is known now. */
  choose(): void;
  show(job: Job, fact: Fact): void;
  /** Nothing is left to be filled in. */
  isShown(): boolean;
  lists(): Listed;
}
