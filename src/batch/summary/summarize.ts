/** Facts in the order of the plan → the summary of a batch. */
import type { BatchFailure, BatchSummary } from '../../schema/index.js';
import type { Duplicate } from '../plan/jobs.js';
import type { WaiverFact } from '../tasks/lint-facts.js';
import type { NoticeFact } from '../tasks/review.js';
import type { Job, TaskName } from '../types.js';
import { ClassifySummary, ReviewSummary } from './findings-summary.js';
import { LintSummary } from './lint-summary.js';
import { failuresOf, MOST_TOLD } from './failures.js';
import { type Listed, SHOWN, SHOWN_GROUPS, type TaskSummary } from './task-summary.js';

export interface SummaryInput {
  readonly version: string;
  readonly jobs: readonly Job[];
  /** JSONL, as it was counted. */
  readonly facts: (job: Job) => Uint8Array;
  readonly failures: (job: Job) => readonly BatchFailure[];
  readonly totals: { readonly files: number; readonly drafts: number; readonly rows: number };
  readonly skipped: Readonly<Record<string, number>>;
  readonly duplicates: readonly Duplicate[];
  /** Names of the first files that were skipped, and how many there are. */
  readonly skippedFiles: { readonly total: number; readonly items: readonly string[] };
  readonly ran: BatchSummary['ran'];
  /** Notices of no document. */
  readonly ofRun: BatchSummary['notices']['items'];
}

/** Counts as the jobs of a run are done, in the order of the plan; texts that are shown are looked up at the end. */
export class Summarizer {
  readonly #task: TaskName;
  readonly #summary: TaskSummary<never>;
  /** Of the configuration. */
  readonly waivers: WaiversMet = { met: new Set(), used: new Set() };
  readonly #notices: BatchSummary['notices'] = { total: 0, items: [] };

  constructor(task: TaskName) {
    this.#task = task;
    this.#summary = summaryOf(task);
  }

  /** `facts` as JSONL. */
  count(job: Job, facts: Uint8Array): void {
    for (const fact of factsOf(facts)) {
      if (isWaivers(fact)) this.#meet(fact);
      else if (!isNotice(fact)) this.#summary.count(job, fact as never);
      else if (++this.#notices.total <= MOST_TOLD) this.#notices.items.push({ source: job.source, ...fact.notice });
    }
  }

  #meet({ waivers: { met, used } }: WaiverFact): void {
    for (const one of met) this.waivers.met.add(one);
    for (const one of used) this.waivers.used.add(one);
  }

  /** All jobs are counted. */
  summary({
    version,
    jobs,
    facts,
    failures,
    totals,
    skipped,
    skippedFiles,
    duplicates,
    ran,
    ofRun,
  }: SummaryInput): BatchSummary {
    const summary = this.#summary;
    summary.choose();
    for (const job of jobs) {
      if (summary.isShown()) break;
      for (const fact of factsOf(facts(job))) if (!isNotice(fact) && !isWaivers(fact)) summary.show(job, fact as never);
    }
    const { total, unread, incomplete, ...failed } = failuresOf(jobs, failures);
    const { waived, withoutUnit, ...lists } = summary.lists();
    return {
      schemaVersion: 1,
      tool: { name: 'jixiao', version },
      task: this.#task,
      totals: {
        files: totals.files,
        failures: total,
        unread,
        incomplete,
        drafts: totals.drafts,
        rows: totals.rows,
        waived,
        withoutUnit,
        counts: sumOf(lists, summary.names),
      },
      ...shortened(lists),
      ...failed,
      notices: { total: this.#notices.total + ofRun.length, items: [...ofRun, ...this.#notices.items] },
      duplicates: { total: duplicates.length, items: duplicates.slice(0, MOST_TOLD) },
      failuresByCode: byName(failed.failuresByCode),
      skipped: byName(skipped),
      skippedFiles: { total: skippedFiles.total, items: [...skippedFiles.items] },
      ran,
    };
  }
}

/** Waivers by their places in the configuration. */
export interface WaiversMet {
  readonly met: Set<number>;
  readonly used: Set<number>;
}

function summaryOf(task: TaskName): TaskSummary<never> {
  if (task === 'lint') return new LintSummary();
  return task === 'review' ? new ReviewSummary() : new ClassifySummary();
}

const decoder = new TextDecoder();

function* factsOf(bytes: Uint8Array): Generator<object> {
  const text = decoder.decode(bytes);
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    yield JSON.parse(text.slice(start, end)) as object;
    start = end + 1;
  }
}

function isWaivers(fact: object): fact is WaiverFact {
  return 'waivers' in fact;
}

function isNotice(fact: object): fact is NoticeFact {
  return 'notice' in fact;
}

function sumOf({ worstFiles }: Pick<Listed, 'worstFiles'>, names: readonly string[]): Record<string, number> {
  const sums = Object.fromEntries(names.map((name) => [name, 0]));
  for (const { counts } of worstFiles.items)
    for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
  return sums;
}

type Shown = Omit<Listed, 'waived' | 'withoutUnit'>;

/** A file without a fault is none of the worst. */
function shortened(lists: Shown): Shown {
  const { byUnit, byRegion, worstFiles } = lists;
  const worst = worstFiles.items.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
  return {
    ...lists,
    byUnit: { ...byUnit, items: byUnit.items.slice(0, SHOWN_GROUPS) },
    byRegion: { ...byRegion, items: byRegion.items.slice(0, SHOWN_GROUPS) },
    worstFiles: { total: worst.length, items: worst.slice(0, SHOWN) },
  };
}

function byName(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
