/**
 * Whose a result is, where a document and a manifest both say so. What a document says in a label or a column of its own
 * holds; a unit that was only taken out of a title, or a year out of a file name, is a guess, and the manifest knows better.
 * Either way the user is told where the two differ.
 */
import type { Location, Notice } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import { manifestNoticeText } from '../../report/plan-text.js';
import { withTags } from '../outcome.js';
import type { Tags } from '../types.js';

/** What was taken out of titles and the name of the file, and stands in no label. */
export interface Guesses {
  readonly units: ReadonlySet<string>;
  readonly year?: number;
}

const NO_GUESSES: Guesses = { units: new Set() };
/** Of one document: a table may name a unit a row. */
const MOST_TOLD = 5;

export class Owners {
  readonly #tags: Tags | undefined;
  readonly #guesses: Guesses;
  readonly #told = new Map<string, Omit<Notice, 'message'> & Conflict>();

  /** Of one document. */
  constructor(tags: Tags | undefined, guesses: Guesses = NO_GUESSES) {
    this.#tags = tags;
    this.#guesses = guesses;
  }

  /** The result with whose it is. `own` is what the document says, `location` where. */
  settle<T extends object>(result: T, { unit, year }: Tags, location: Location): T & Tags {
    const tags = this.#tags;
    const isUnitGuessed = unit !== undefined && this.#guesses.units.has(unit);
    const isYearGuessed = year !== undefined && this.#guesses.year === year;
    const ownUnit = this.#chosen('unit', unit, tags?.unit, isUnitGuessed, location);
    const ownYear = this.#chosen('year', year, tags?.year, isYearGuessed, location);
    return withTags(
      result,
      { ...(ownUnit !== undefined && { unit: ownUnit }), ...(ownYear !== undefined && { year: ownYear }) },
      tags,
    );
  }

  notices(language: 'zh' | 'en'): Notice[] {
    return [...this.#told.values()].map(({ code, location, own, listed, field }) => ({
      code,
      message: manifestNoticeText({ code, own, listed, field }, language),
      location,
    }));
  }

  #chosen<V extends string | number>(
    field: Conflict['field'],
    own: V | undefined,
    listed: V | undefined,
    isGuess: boolean,
    location: Location,
  ): V | undefined {
    if (own === undefined || listed === undefined || compact(String(own)) === compact(String(listed))) return own;
    const code = isGuess ? 'manifest-over-title' : 'manifest-differs';
    const key = `${field} ${own}`;
    if (!this.#told.has(key) && this.#told.size < MOST_TOLD)
      this.#told.set(key, { code, location, field, own: String(own), listed: String(listed) });
    return isGuess ? listed : own;
  }
}

interface Conflict {
  readonly code: 'manifest-over-title' | 'manifest-differs';
  readonly field: 'unit' | 'year';
  readonly own: string;
  readonly listed: string;
}
