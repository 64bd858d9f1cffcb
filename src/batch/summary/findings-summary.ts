/** Facts of findings and of classified texts → what the summary says of them. */
import type { z } from 'zod';
import type { repeatedSchema } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import type { ClassifyFact } from '../tasks/classify.js';
import type { ReviewFact } from '../tasks/review.js';
import type { Job } from '../types.js';
import { Groups } from './groups.js';
import { hashOf } from './hash.js';
import { Yearly, yearKey } from './recurring.js';
import { type Listed, NO_LISTS, SHOWN, type TaskSummary } from './task-summary.js';

const REVIEW = ['problems', 'suggestions', 'unanswered'] as const;

export class ReviewSummary implements TaskSummary<ReviewFact> {
  readonly names = REVIEW;
  readonly #categories = new Groups(REVIEW);
  readonly #units = new Groups(REVIEW);
  readonly #years = new Groups(REVIEW);
  readonly #regions = new Groups(REVIEW);
  readonly #files = new Groups(REVIEW, 500_000);
  readonly #problems = new Yearly(SHOWN);
  readonly #repeated = new Map<number, z.output<typeof repeatedSchema>>();
  #last = '';

  count({ path, source }: Job, fact: ReviewFact): void {
    const { u = '', y, g = '', k, c, o } = fact;
    const counts = { [k === 'p' ? 'problems' : 'suggestions']: 1, unanswered: o };
    // Findings of one document come one behind the other.
    const isNew = source === this.#last ? 0 : 1;
    this.#last = source;
    this.#categories.add(c, isNew, 1, counts);
    this.#units.add(u, isNew, 1, counts);
    this.#years.add(y === undefined ? '' : String(y), isNew, 1, counts);
    if (g !== '') this.#regions.add(g, isNew, 1, counts);
    this.#files.add(path, isNew, 1, counts);
    if (isTold(fact)) this.#problems.add(problemOf(fact), fact.y, 1);
  }

  choose(): void {
    this.#last = '';
  }

  show({ source }: Job, fact: ReviewFact): void {
    if (!isTold(fact)) return;
    const key = yearKey(problemOf(fact), fact.y);
    if (!this.#problems.found.has(key) || this.#repeated.has(key)) return;
    this.#repeated.set(key, { unit: fact.u, project: fact.p, year: fact.y, subject: fact.c, text: fact.t, source });
  }

  isShown(): boolean {
    return this.#repeated.size === this.#problems.found.size;
  }

  lists(): Listed {
    const files = this.#files.all().map(({ key, rows, counts }) => ({ source: key, rows, counts }));
    return {
      ...NO_LISTS,
      byCategory: this.#categories.all(),
      byUnit: { total: this.#units.size, items: this.#units.all() },
      byYear: this.#years.all().sort((a, b) => (a.key < b.key ? 1 : -1)),
      byRegion: { total: this.#regions.size, items: this.#regions.all() },
      worstFiles: { total: files.length, items: files },
      repeated: { total: this.#problems.total, items: [...this.#repeated.values()] },
      capped: [
        ...(this.#units.isFull ? (['byUnit'] as const) : []),
        ...(this.#files.isFull ? (['worstFiles'] as const) : []),
        ...(this.#problems.isFull ? (['repeated'] as const) : []),
      ],
    };
  }
}

type Told = ReviewFact & { readonly u: string; readonly y: number };

/** A problem of a known unit and year. */
function isTold(fact: ReviewFact): fact is Told {
  const { k, t, u, y } = fact;
  return k === 'p' && t !== '' && u !== undefined && y !== undefined;
}

function problemOf({ u, t }: Told): number {
  return hashOf(`${compact(u)}\n${t}`);
}

const CLASSIFY = ['problems', 'suggestions', 'neither', 'needsReview'] as const;
const KINDS = { p: 'problems', s: 'suggestions', n: 'neither' } as const;

export class ClassifySummary implements TaskSummary<ClassifyFact> {
  readonly names = CLASSIFY;
  readonly #categories = new Groups(CLASSIFY);
  readonly #files = new Groups(CLASSIFY, 500_000);

  count({ path }: Job, { k, c, v }: ClassifyFact): void {
    const counts = { [KINDS[k]]: 1, needsReview: v };
    this.#categories.add(c, 0, 1, counts);
    this.#files.add(path, 0, 1, counts);
  }

  choose(): void {}

  show(): void {}

  isShown(): boolean {
    return true;
  }

  lists(): Listed {
    const files = this.#files.all().map(({ key, rows, counts }) => ({ source: key, rows, counts }));
    return { ...NO_LISTS, byCategory: this.#categories.all(), worstFiles: { total: files.length, items: files } };
  }
}
