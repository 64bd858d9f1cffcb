/**
 * A batch in five words. A *plan* (`plan/`) turns inputs into *jobs*: one document each, or one piece of a large text
 * file. A *dispatcher* has jobs run, here on threads (`pool.ts`), elsewhere on other machines; whoever runs a job reads
 * its bytes from a *job source* and hands them to a *job runner*, which knows nothing of files. What comes back is kept
 * by the *journal* (`journal.ts`), from which a killed run goes on, and put into the order of the plan by the
 * *collector* (`collector.ts`).
 *
 * Everything here but the interfaces with methods is plain JSON and bytes, so that it may go to a thread or a queue.
 */
import type { LintSettings } from '../lint/settings.js';

export const TASKS = ['lint', 'review', 'classify'] as const;
export type TaskName = (typeof TASKS)[number];

/** What is to be done with every document: the same for all jobs of a run. Paths are relative to `folder`. */
export interface TaskSpec {
  readonly task: TaskName;
  readonly language: 'zh' | 'en';
  /** Folder from which the paths below, and patterns of the configuration, are counted. */
  readonly folder: string;
  /** YYYY-MM-DD, the day on which the run began: waivers run out, and a resumed run must not see another day. */
  readonly today: string;
  readonly config?: string;
  readonly mapping?: string;
  /** Of `lint`. */
  readonly settings?: LintSettings;
  /** Of `lint`: marked copies are wanted beside the results. */
  readonly annotated?: boolean;
  /** Of `review` and `classify`: a shipped name or a path. */
  readonly model?: string;
  /** Of `lint` and `classify`. */
  readonly explain?: boolean;
}

/** What a manifest says of a file; kept in every result of it. */
export interface Tags {
  readonly unit?: string;
  readonly year?: number;
  readonly region?: string;
}

/** A piece of a file of lines, cut at line ends. */
export interface Part {
  /** Byte offsets in the file, half-open. */
  readonly start: number;
  readonly end: number;
  /** The number of its first line in the file, counted from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  /** Of the whole file: a piece alone might look like another one. */
  readonly encoding: 'utf-8' | 'gb18030';
  /** The whole file is too long for anyone to work through its problems row by row: they are in `results.jsonl` alone. */
  readonly isUnlisted?: true;
}

/** One document, an entry of an archive, or a piece of a file of lines. */
export interface Job {
  /** Its place in the plan, from 0: results are written in this order. */
  readonly index: number;
  /** The name that results carry; `archive.zip!/entry` for an entry. */
  readonly source: string;
  /** The file that holds it, as the job source finds it: a path or the rest of a URL, parts parted by `/`. */
  readonly path: string;
  /** Within an archive. */
  readonly entry?: string;
  readonly part?: Part;
  /** Of the bytes that are worked on, an entry counting as its archive; in hexadecimal. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** The extension in small letters, without the dot. */
  readonly kind: string;
  readonly tags?: Tags;
  /** Where a marked copy of it goes, if one is wanted: below the folder of copies, without an ending that its format may need. */
  readonly copyName?: string;
}

/** Something that could not be worked on: a whole document, one line of a file of lines, or a piece of it. */
export interface Failure {
  readonly source: string;
  readonly line?: number;
  /** Of a piece that came to nothing: it reaches from `line` to this one. */
  readonly lastLine?: number;
  /** The code of the error; `timeout`, `out-of-memory` and `worker-crashed` where the work itself was ended. */
  readonly code: string;
  /** One sentence in the language of the run. */
  readonly message: string;
}

/** What one job adds to the totals. */
export interface JobCounts {
  /** Drafts, documents with findings, or nothing for `classify`. */
  readonly drafts: number;
  /** Indicators, findings or texts. */
  readonly rows: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** A copy of the user's document with marks in it. */
export interface AnnotatedCopy {
  /** Below the folder of copies, parts parted by `/`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface JobOutcome {
  /** The results as JSONL, every line ended; the same bytes whenever and wherever the job is run. */
  readonly lines: Uint8Array;
  /** What the summary is made of, as JSONL: see `facts.ts`. */
  readonly facts: Uint8Array;
  /** Rows of the list of problems, as `LongRows` makes them, each a line. */
  readonly problems: Uint8Array;
  readonly failures: readonly Failure[];
  readonly counts: JobCounts;
  readonly copy?: AnnotatedCopy;
}

/** Where documents are: a folder that all machines see, or a place on a network. */
export interface JobSource {
  /**
   * The bytes of the job's document, entry or piece.
   * @throws InputError `file-not-found`, `unreadable`, `changed-meanwhile` where they are not those that were planned
   */
  read(job: Job): Promise<Uint8Array>;
}

/** Does the task. It keeps no state from one job to the next that shows in an outcome. */
export interface JobRunner {
  /** Never throws for what is wrong with the document: that is a failure in the outcome. */
  run(job: Job, bytes: Uint8Array): Promise<JobOutcome>;
}

/** A job that was not done, and has not failed: a run that goes on does it. */
export class GivenUp extends Error {}

/** Has jobs run somewhere. */
export interface Dispatcher {
  /** How many jobs it is given at a time. */
  readonly width: number;
  /** What became of it: a job that crashed, hung or ran out of memory has failed, and harms no other. */
  run(job: Job): Promise<JobOutcome>;
  /** The outcome is in the journal: whoever else held it may let it go. */
  kept?(job: Job): void;
  /** No job is begun any more; those that wait elsewhere are rejected with `GivenUp`, those that run are answered. */
  stop?(): void;
  /** Lets go of threads or connections; what still runs is given up. */
  close(): Promise<void>;
}

/** What is known to be done, kept so that it outlives the process at any moment. */
export interface Journal {
  has(job: Job): boolean;
  /** Keeps an outcome; the first one of a job counts, any other is passed over. Returns whether it was the first. */
  keep(job: Job, outcome: JobOutcome): boolean;
  /** What is kept of a job, its bytes read again from the disk. */
  outcome(job: Job): KeptOutcome | undefined;
  close(): void;
}

/** Lines and facts stay as they are until those of another job, or the other of the two, are asked for. */
export type KeptOutcome = Omit<JobOutcome, 'copy' | 'lines' | 'facts' | 'problems'> & {
  readonly lines: () => Uint8Array;
  readonly facts: () => Uint8Array;
  readonly problems: () => Uint8Array;
};
