/** Rows of sheets that other systems and offices take over. */
import type { Location } from './common.js';

/** One indicator as finance systems import it: sign, figure and unit apart. */
export interface FlatRow {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  /** ≥ ≤ = > <, 定性 where the value is no figure, or what the form says. */
  readonly operator: string;
  /** A figure alone where the value is one; otherwise the whole value as it is written. */
  readonly value: string;
  readonly unit: string;
  readonly weight: number | null;
}

export interface FlatDraft {
  readonly source: string;
  readonly project: string;
  readonly rows: readonly FlatRow[];
}

/** One problem in a work paper (工作底稿). What the text does not say is empty: a person fills it in. */
export interface WorkPaperRow {
  /** Codes of the taxonomy. */
  readonly categories: readonly string[];
  /** The problem; the headlines that it stands under come first. */
  readonly facts: readonly string[];
  /** Sums of money that the facts name, as they are written: never added up. */
  readonly amounts: readonly string[];
  /** Policies that the facts name. */
  readonly basis: readonly string[];
  readonly source: string;
  readonly location: Location;
  readonly project?: string;
  readonly unit?: string;
  readonly year?: number;
  /** Suggestions that are paired with the problem or its headline. */
  readonly advice: readonly string[];
}

/** What `jixiao init --from` proposes, sheet by sheet. */
export type ProposedMapping = readonly {
  readonly sheet?: string;
  readonly header: number;
  readonly columns: readonly {
    readonly letters: string;
    readonly heading: string;
    readonly field: string | undefined;
    readonly by: 'heading' | 'contents' | undefined;
    readonly samples: readonly string[];
  }[];
}[];
