/** What the journal kept → the files of results, in the order of the plan and each under its name only when it is whole. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { buildWorkbook } from '../documents/xlsx/build.js';
import { LongWorkbook } from '../platform/long-workbook.js';
import { findingSettings } from '../platform/finding-settings.js';
import { openFindingsModel } from '../platform/models.js';
import { loadRuleBook } from '../platform/shipped.js';
import { packageVersion } from '../platform/version.js';
import { batchHtml } from '../report/batch-html.js';
import { batchSheets } from '../report/batch-sheets.js';
import type { BatchStyle } from '../report/batch-tables.js';
import { problemSheet, problemsLeftOutText, problemsUnlistedText } from '../report/problem-list.js';
import { exactly } from '../report/columns.js';
import type { BatchSummary, TaxonomyNames } from '../schema/index.js';
import { Summarizer } from './summary/summarize.js';
import type { Duplicate } from './plan/jobs.js';
import { type FileJournal, PASSING } from './journal.js';
import { ranOf } from './ran.js';
import type { BatchRequest, RunFolder, Writer } from './run-folder.js';
import { idleWaivers } from './waiver-notices.js';
import type { Job, JobCounts, KeptOutcome, TaskSpec } from './types.js';

export interface Collected {
  readonly summary: BatchSummary;
  /** Failures that trying again may cure. */
  readonly retryable: number;
}

interface Parts {
  readonly journal: FileJournal;
  readonly folder: RunFolder;
  readonly spec: TaskSpec;
}

/** What is known of a run when all its jobs are done. */
export interface Collection {
  readonly jobs: readonly Job[];
  readonly files: number;
  readonly skipped: Readonly<Record<string, number>>;
  readonly duplicates: readonly Duplicate[];
  readonly skippedFiles: { readonly total: number; readonly items: readonly string[] };
  readonly request: BatchRequest;
  /** What `run.json` says: the one file that differs from run to run. */
  readonly about: () => object;
}

/**
 * Results are written and counted while jobs run, as soon as all jobs before them are done, so that little is left to be done
 * when the last job is. What is done out of turn waits in the journal.
 */
export class Collector {
  readonly #parts: Parts;
  readonly #results: ReturnType<RunFolder['writer']>;
  readonly #summarizer: Summarizer;
  readonly #workbook: { readonly file: Writer; readonly sheets: LongWorkbook | undefined };
  readonly #waiting = new Map<number, Job>();
  #next = 0;
  #pumping: Promise<void> | undefined;
  #fault: unknown;
  #isOver = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#results = parts.folder.writer('results.jsonl');
    this.#summarizer = new Summarizer(parts.spec.task);
    const { task, language } = parts.spec;
    const file = parts.folder.writer('summary.xlsx');
    // Texts that are classified are no problems of anybody.
    const sheets = task === 'classify' ? undefined : new LongWorkbook(problemSheet(task, language), file.write);
    this.#workbook = { file, sheets };
  }

  /** The job's outcome is in the journal. Throws UsageError `output-unwritable`, also for what was done before. */
  done(job: Job): void {
    if (this.#fault !== undefined) throw this.#fault;
    this.#waiting.set(job.index, job);
    if (this.#waiting.has(this.#next)) this.#pumping ??= this.#pump();
  }

  /** @throws Error where a job is not done; as `done` */
  async finish({ jobs, files, skipped, skippedFiles, duplicates, request, about }: Collection): Promise<Collected> {
    await this.#pumping;
    if (this.#fault !== undefined) throw this.#fault;
    const missing = jobs[this.#next];
    if (missing) throw new Error(`no outcome of ${missing.source}`);
    const { folder, spec } = this.#parts;
    this.#results.finish();
    const failures = folder.writer('failures.jsonl');
    for (const job of jobs) for (const one of this.#kept(job).failures) failures.write(`${JSON.stringify(one)}\n`);
    failures.finish();
    const summary = this.#summarizer.summary({
      version: packageVersion(),
      jobs,
      facts: (job) => this.#kept(job).facts(),
      failures: (job) => this.#kept(job).failures,
      totals: { files, ...countsOf(jobs.map((job) => this.#kept(job).counts)) },
      skipped,
      skippedFiles,
      duplicates,
      ran: await ranOf(request),
      ofRun: await idleWaivers(spec, this.#summarizer.waivers),
    });
    const taxonomy = spec.task === 'lint' ? undefined : await taxonomyOf(spec);
    const titles = spec.task === 'lint' ? await ruleTitles(spec) : {};
    const copyOf = spec.annotated ? this.#copies(jobs) : undefined;
    const style = { language: spec.language, titles, ...(taxonomy && { taxonomy }), ...(copyOf && { copyOf }) };
    const unlisted = jobs.filter(({ part }) => part?.isUnlisted).map((job) => this.#kept(job).counts);
    await this.#finishWorkbook(summary, style, unlisted);
    folder.put('report.html', await exactly(() => batchHtml(summary, style)));
    folder.put('run.json', `${JSON.stringify(about(), null, 2)}\n`);
    // The last: where it is, the run is over.
    folder.put('summary.json', `${JSON.stringify(summary, null, 2)}\n`);
    const retryable = countOf(jobs, (job) => this.#kept(job).failures.some(({ code }) => PASSING.has(code)));
    folder.end({ canRetry: retryable > 0 });
    return { summary, retryable };
  }

  /** Copies are where they were put, by this process or an earlier one. */
  #copies(jobs: readonly Job[]): (source: string) => string | undefined {
    const names = new Map(jobs.map(({ source, copyName }) => [source, copyName]));
    return (source) => {
      const name = names.get(source);
      const copies = ['', '.xlsx', '.docx'].map((ending) => `annotated/${name}${ending}`);
      return name === undefined ? undefined : copies.find((copy) => existsSync(join(this.#parts.folder.path, copy)));
    };
  }

  async #finishWorkbook(summary: BatchSummary, style: BatchStyle, unlisted: readonly JobCounts[]): Promise<void> {
    const { file, sheets } = this.#workbook;
    const { leftOut = 0 } = sheets ?? {};
    const unwritten = unlisted.reduce((sum, { errors, warnings, infos }) => sum + errors + warnings + infos, 0);
    const notes = [
      ...(leftOut > 0 ? [problemsLeftOutText(leftOut, style.language)] : []),
      ...(sheets && unwritten > 0 ? [problemsUnlistedText(unwritten, style.language)] : []),
    ];
    const others = batchSheets(summary, style, notes);
    if (sheets) await sheets.finish(others);
    else file.write(buildWorkbook(others));
    file.finish();
  }

  /** Lets go of the file: after `finish` there is nothing to let go of. */
  close(): void {
    this.#isOver = true;
    for (const file of [this.#results, this.#workbook.file]) file.abandon();
  }

  /** Never rejects. Between two jobs others have their turn: a job that took long may have thousands waiting behind it. */
  async #pump(): Promise<void> {
    try {
      for (let job = this.#due(); job && !this.#isOver; job = this.#due()) {
        const { lines, facts, problems } = this.#kept(job);
        this.#results.write(lines());
        this.#summarizer.count(job, facts());
        await this.#workbook.sheets?.add(problems());
        this.#waiting.delete(this.#next);
        this.#next += 1;
        await nextTurn();
      }
    } catch (error) {
      this.#fault = error;
    }
    this.#pumping = undefined;
  }

  #due(): Job | undefined {
    return this.#waiting.get(this.#next);
  }

  #kept(job: Job): KeptOutcome {
    const outcome = this.#parts.journal.outcome(job);
    if (!outcome) throw new Error(`no outcome of ${job.source}`);
    return outcome;
  }
}

function countOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.reduce((count, one) => count + (is(one) ? 1 : 0), 0);
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
