/** What the journal kept → the files of results, in the order of the plan and each under its name only when it is whole. */
import { buildWorkbook } from '../documents/xlsx/build.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { loadRuleBook } from '../platform/shipped.js';
import { packageVersion } from '../platform/version.js';
import { batchHtml } from '../report/batch-html.js';
import { batchSheets } from '../report/batch-sheets.js';
import { exactly } from '../report/columns.js';
import type { BatchSummary, TaxonomyNames } from '../schema/index.js';
import { summarize } from './summary/summarize.js';
import type { FileJournal } from './journal.js';
import type { RunFolder } from './run-folder.js';
import type { Job, JobCounts, TaskSpec } from './types.js';

export interface Collected {
  readonly summary: BatchSummary;
}

export interface Collection {
  readonly jobs: readonly Job[];
  readonly journal: FileJournal;
  readonly folder: RunFolder;
  readonly spec: TaskSpec;
  readonly files: number;
  readonly skipped: Readonly<Record<string, number>>;
  /** What `run.json` says: the one file that differs from run to run. */
  readonly about: () => object;
}

/** @throws Error where a job is not in the journal: it was to be done before */
export async function collect(collection: Collection): Promise<Collected> {
  const { jobs, journal, folder, spec } = collection;
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
  const summary = summarize({
    task: spec.task,
    version: packageVersion(),
    jobs,
    facts: (job) => kept(job).facts(),
    failures: (job) => kept(job).failures,
    totals: { files: collection.files, ...countsOf(jobs.map((job) => kept(job).counts)) },
    skipped: collection.skipped,
  });
  const taxonomy = spec.task === 'lint' ? undefined : await taxonomyOf(spec);
  const titles = spec.task === 'lint' ? await ruleTitles(spec) : {};
  const style = { language: spec.language, titles, ...(taxonomy && { taxonomy }) };
  folder.put('summary.xlsx', buildWorkbook(batchSheets(summary, style)));
  folder.put('report.html', await exactly(() => batchHtml(summary, style)));
  folder.put('run.json', `${JSON.stringify(collection.about(), null, 2)}\n`);
  // The last: where it is, the run is over.
  folder.put('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
  folder.end();
  return { summary };
}

function countsOf(all: readonly JobCounts[]): { drafts: number; rows: number } {
  return {
    drafts: all.reduce((sum, { drafts }) => sum + drafts, 0),
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
  };
}

async function taxonomyOf({ config, folder, model }: TaskSpec): Promise<TaxonomyNames> {
  const settings = await findingSettings(config, folder);
  return (await openFindingsModel(model ?? settings.model)).taxonomy;
}

/** The names of rules for people. */
async function ruleTitles({ language }: TaskSpec): Promise<Record<string, string>> {
  const { rules } = await loadRuleBook();
  return Object.fromEntries([...rules].map(([id, { info }]) => [id, info.title[language]]));
}
