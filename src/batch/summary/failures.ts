/** What could not be worked on, by what its user has to do about it. */
import type { BatchFailure, BatchSummary } from '../../schema/index.js';
import { ToldFailures } from '../told-failures.js';
import type { Job } from '../types.js';

/** All failures are in failures.jsonl. */
export const MOST_TOLD = 1000;
/** The document can be read; there is no table of indicators, no problem and no suggestion in it. */
const WITHOUT_CONTENT: ReadonlySet<string> = new Set(['no-table', 'blank-form', 'no-findings-source']);

type Told = Pick<BatchSummary, 'failures' | 'withoutContent' | 'failuresByCode'>;

/** Counts documents and lines apart, in the order of the plan. */
export function failuresOf(
  jobs: readonly Job[],
  failures: (job: Job) => readonly BatchFailure[],
): Told & { total: number; unread: BatchSummary['totals']['unread']; incomplete: number } {
  const told = { failures: [] as BatchFailure[], withoutContent: [] as BatchFailure[] };
  const totals = { failures: 0, withoutContent: 0 };
  const byCode: Record<string, number> = {};
  const unread = { files: 0, faultyLines: 0, filesOfLines: 0, empty: 0 };
  let incomplete = 0;
  const lines = new ToldFailures();
  // The failures of a document come one behind the other.
  const last = { files: '', filesOfLines: '' };
  const meet = (name: keyof typeof last, source: string): void => {
    if (last[name] !== source) unread[name] += 1;
    last[name] = source;
  };
  for (const job of jobs)
    for (const one of failures(job)) {
      const kind = WITHOUT_CONTENT.has(one.code) ? 'withoutContent' : 'failures';
      byCode[one.code] = (byCode[one.code] ?? 0) + 1;
      totals[kind] += 1;
      // One file with thousands of faulty lines would leave no room for the others.
      if (told[kind].length < MOST_TOLD && lines.tells(one)) told[kind].push(one);
      if (kind === 'withoutContent') unread.empty += 1;
      else if (one.code === 'rule-crashed') incomplete += 1;
      else if (isLine(job, one)) {
        unread.faultyLines += 1;
        meet('filesOfLines', one.source);
      } else meet('files', one.source);
    }
  return {
    total: totals.failures + totals.withoutContent,
    unread,
    incomplete,
    failures: { total: totals.failures, items: told.failures },
    withoutContent: { total: totals.withoutContent, items: told.withoutContent },
    failuresByCode: byCode,
  };
}

/** A faulty line of any other file costs the whole of it. */
function isLine({ part }: Job, { line, lastLine }: BatchFailure): boolean {
  return part !== undefined && line !== undefined && lastLine === undefined;
}
