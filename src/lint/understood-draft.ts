/** A draft as rules see it: its indicators understood, and what concerns the whole of it. */
import type { Understanding, Understood } from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import { isApplicable } from './applicable.js';

export class UnderstoodDraft {
  readonly draft: Draft;
  /** Rows that are indicators, in order; rows that say 不适用 or are blank are left out. */
  readonly indicators: readonly Understood[];
  /** Rows of the source are missing here: sums and absences cannot be judged. */
  readonly incomplete: boolean;
  readonly #present = new Set<string>();
  #wholes: ReadonlyMap<Understood, Understood> | undefined;

  constructor(draft: Draft, understanding: Understanding, incomplete: boolean) {
    const rows = draft.indicators.filter((indicator) => isApplicable(indicator));
    for (const row of rows) for (const field in row) if (row[field] !== undefined) this.#present.add(field);
    this.draft = draft;
    this.incomplete = incomplete;
    this.indicators = rows.map((row) => understanding.understand(row));
  }

  /** Whether any indicator carries the field: where none does, nothing can be said about it. */
  has(field: string): boolean {
    return this.#present.has(field);
  }

  /** The row that this one (其中…) is a part of, or undefined where it is none. */
  wholeOf(part: Understood): Understood | undefined {
    this.#wholes ??= wholesOf(this.indicators);
    return this.#wholes.get(part);
  }
}

/** 其中…: a part of a row above. */
export function isPart({ indicator, name }: Understood): boolean {
  return indicator.partOf !== undefined || /^\s*其中/.test(name.raw);
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
