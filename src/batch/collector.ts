/** What the journal kept → the files of results, in the order of the plan and each under its name only when it is whole. */
import type { Totals } from './summary/totals.js';
import type { FileJournal } from './journal.js';
import type { RunFolder } from './run-folder.js';
import type { Job, TaskSpec } from './types.js';

export interface Collected {
  readonly totals: Totals;
}

export interface Collection {
  readonly jobs: readonly Job[];
  readonly journal: FileJournal;
  readonly folder: RunFolder;
  readonly spec: TaskSpec;
  readonly fingerprint: string;
  readonly files: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly entriesSkipped: readonly string[];
}

/** @throws Error where a job is not in the journal: it was to be done before */
export async function collect(collection: Collection): Promise<Collected> {
  const { jobs, journal, folder } = collection;
  const kept = (job: Job) => {
    const outcome = journal.outcome(job);
    if (!outcome) throw new Error(`no outcome of ${job.source}`);
    return outcome;
  };
  const results = folder.writer('results.jsonl');
  for (const job of jobs) results.write(kept(job).lines());
  results.finish();
  const failures = folder.writer('failures.jsonl');
  for (const job of jobs) for (const one of kept(job).failures) failures.write(`${JSON.stringify(one)}\n`);
  failures.finish();
  const totals: Totals = { files: collection.files, failures: 0, drafts: 0, rows: 0, errors: 0, warnings: 0, infos: 0 };
  for (const job of jobs) {
    const { counts, failures: failed } = kept(job);
    totals.failures += failed.length;
    totals.drafts += counts.drafts;
    totals.rows += counts.rows;
    totals.errors += counts.errors;
    totals.warnings += counts.warnings;
    totals.infos += counts.infos;
  }
  folder.put('summary.json', `${JSON.stringify({ schemaVersion: 1, totals }, null, 2)}\n`);
  folder.end();
  return { totals };
}
