/** Facts of findings and of classified texts → what the summary says of them. */
import type { z } from 'zod';
import type { BatchGroup, repeatedSchema } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import type { ClassifyFact } from '../tasks/classify.js';
import type { ReviewFact } from '../tasks/review.js';
import type { Job } from '../types.js';
import { Groups } from './groups.js';
import { hashOf } from './hash.js';
import { withEarlier, Yearly, yearKey } from './recurring.js';
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
  /** Where each stood the year before. */
  readonly #earlier = new Map<number, string>();
  readonly #met = new Met();

  count({ path, source }: Job, fact: ReviewFact): void {
    const { u = '', y, g = '', k, c, o } = fact;
    const counts = { [k === 'p' ? 'problems' : 'suggestions']: 1, unanswered: o };
    const year = y === undefined ? '' : String(y);
    const met = this.#met.of(source);
    // A table often holds many units: it is one document of each of them.
    this.#categories.add(c, met(`c${c}`), 1, counts);
    const [unit, region] = [compact(u), compact(g)];
    this.#units.add(unit, met(`u${unit}`), 1, counts, u);
    this.#years.add(year, met(`y${year}`), 1, counts);
    if (region !== '') this.#regions.add(region, met(`g${region}`), 1, counts, g);
    this.#files.add(path, met('f'), 1, counts);
    if (isTold(fact)) this.#problems.add(problemOf(fact), fact.y, 1);
  }

  choose(): void {}

  show({ source }: Job, fact: ReviewFact): void {
    if (!isTold(fact)) return;
    const problem = problemOf(fact);
    const [key, next] = [yearKey(problem, fact.y), yearKey(problem, fact.y + 1)];
    if (this.#problems.found.has(next) && !this.#earlier.has(next)) this.#earlier.set(next, source);
    if (!this.#problems.found.has(key) || this.#repeated.has(key)) return;
    const { u: unit, p: project, y: year, c: subject, t, s: text = t } = fact;
    this.#repeated.set(key, { unit, project, year, subject, text, source, before: '' });
  }

  isShown(): boolean {
    const { size } = this.#problems.found;
    return this.#repeated.size === size && this.#earlier.size === size;
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
      repeated: { total: this.#problems.total, items: withEarlier(this.#repeated, this.#earlier) },
      capped: [
        ...(this.#units.isFull ? (['byUnit'] as const) : []),
        ...(this.#files.isFull ? (['worstFiles'] as const) : []),
        ...(this.#problems.isFull ? (['repeated'] as const) : []),
      ],
    };
  }
}

/** What was met in a document already. Findings of one document come one behind the other: one is remembered. */
class Met {
  #source: string | undefined;
  readonly #keys = new Set<string>();

  /** Tells of a key 1 when it is met first in the document, later 0. */
  of(source: string): (key: string) => 0 | 1 {
    if (source !== this.#source) this.#keys.clear();
    this.#source = source;
    return (key) => {
      if (this.#keys.has(key)) return 0;
      this.#keys.add(key);
      return 1;
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
  readonly #units = new Groups(CLASSIFY);
  readonly #years = new Groups(CLASSIFY);
  readonly #regions = new Groups(CLASSIFY);
  readonly #files = new Groups(CLASSIFY, 500_000);

  count({ path }: Job, { u = '', y = '', g = '', k, c, v }: ClassifyFact): void {
    const counts = { [KINDS[k]]: 1, needsReview: v };
    this.#categories.add(c, 0, 1, counts);
    this.#units.add(compact(u), 0, 1, counts, u);
    this.#years.add(y, 0, 1, counts);
    if (g !== '') this.#regions.add(compact(g), 0, 1, counts, g);
    this.#files.add(path, 0, 1, counts);
  }

  choose(): void {}

  show(): void {}

  isShown(): boolean {
    return true;
  }

  lists(): Listed {
    const files = this.#files.all().map(({ key, rows, counts }) => ({ source: key, rows, counts }));
    return {
      ...NO_LISTS,
      byCategory: this.#categories.all(),
      byUnit: named(this.#units.all()),
      byYear: named(this.#years.all()).items.sort((a, b) => (a.key < b.key ? 1 : -1)),
      byRegion: named(this.#regions.all()),
      worstFiles: { total: files.length, items: files },
      capped: [
        ...(this.#units.isFull ? (['byUnit'] as const) : []),
        ...(this.#regions.isFull ? (['byRegion'] as const) : []),
        ...(this.#files.isFull ? (['worstFiles'] as const) : []),
      ],
    };
  }
}

/** Texts mostly come without unit and year: a list of nothing but “not named” tells nobody anything. */
function named(groups: BatchGroup[]): { total: number; items: BatchGroup[] } {
  const items = groups.some(({ key }) => key !== '') ? groups : [];
  return { total: items.length, items };
}
