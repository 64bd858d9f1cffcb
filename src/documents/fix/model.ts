/** Changes of cells or JSON fields in a copy of the user's file. */
import type { Location } from '../../schema/index.js';

/** New text for one field; `location` is the field's own place, as `SourcedDraft.place` gives it. */
export interface FieldChange {
  readonly location: Location;
  readonly value: string;
}

/** Changes that make sense only together. */
export interface Fix {
  readonly changes: readonly FieldChange[];
}

/**
 * `formula`: the cell is computed. `unclear`: the quoting of a text file leaves the cell's bounds open.
 * `formula-like`: a text file knows no escape, and the text would become a formula.
 */
export type RefusalReason = 'formula' | 'unclear' | 'formula-like';

export interface FixOutcome {
  readonly bytes: Uint8Array;
  readonly refused: ReadonlyMap<Fix, RefusalReason>;
  /** The encoding of the source, where the copy could not keep it and is UTF-8. */
  readonly recoded?: string;
}
