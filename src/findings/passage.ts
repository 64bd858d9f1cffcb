import type { FindingKind, Location } from '../schema/index.js';
import type { MappedText } from '../text/mapped-text.js';
import type { Owner } from './owner.js';
import type { FindingRole } from './roles.js';

/** A cell or section that holds findings. */
export interface Passage extends Owner {
  /** Running number of the project record in the source, from 1. */
  readonly record: number;
  /** Problems are paired with suggestions of the same group: one row of a table, one report. */
  readonly group: string;
  readonly role: FindingRole;
  /** Of a text of both kinds: the kind of what none of its labels heads. */
  readonly base?: FindingKind;
  /** Number of the table that it stands in, from 0. */
  readonly grid?: number;
  /** The row that it stands in. */
  readonly row?: string;
  /** Its group is the rows that a merged cell holds together. */
  readonly block?: boolean;
  /** It shows what the problem beside it is (具体表现): part of it. */
  readonly explains?: boolean;
  /** As read; its offsets are those of the cell, or of the whole text of the document. */
  readonly text: MappedText;
  /** It comes from a narrow column, where every long line is wrapped. */
  readonly wrapped?: boolean;
  /** The place of what begins at an offset of the original. */
  readonly place: (start: number) => Location;
}
