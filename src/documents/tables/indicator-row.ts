/** An indicator as its row states it: texts and places, before anything is made of them. */
import type { IndicatorField, ProjectField } from './columns.js';

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface IndicatorRow {
  readonly row: number;
  readonly texts: Partial<Record<IndicatorField, string>>;
  readonly places: Partial<Record<IndicatorField, CellPlace>>;
  /** The cell that each level's text was taken from; several rows may share one. */
  readonly headings: Partial<Record<'level1' | 'level2', CellPlace>>;
  readonly project: Partial<Record<ProjectField, string>>;
  /** The row whose weight or score cell reaches down to this one. */
  readonly shared?: Partial<Record<'weight' | 'score', number>>;
}
