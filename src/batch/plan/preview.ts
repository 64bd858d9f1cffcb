/** The files of a plan one by one, with what each is cut into; nothing is worked on. */
import type { Tags, TaskName } from '../types.js';
import type { InputFile } from './inputs.js';
import { planJobs } from './jobs.js';
import { isLines, kindOf } from './kinds.js';

export interface PlannedFile extends Tags {
  readonly source: string;
  /** The extension in small letters, without the dot. */
  readonly kind: string;
  /** Bytes; null where there is no such file, or it cannot be looked into. */
  readonly size: number | null;
  /** Pieces of a file of lines: bytes, half-open, and lines from 1. */
  readonly parts?: readonly {
    readonly start: number;
    readonly end: number;
    readonly firstLine: number;
    readonly lastLine: number;
  }[];
  /** Documents in an archive that are read, and names in it that are not. */
  readonly entries?: readonly string[];
  readonly skipped?: readonly string[];
}

/** Files of lines and archives are read for it, others are not opened. */
export async function* previewFiles(
  files: readonly InputFile[],
  { task, folder }: { readonly task: TaskName; readonly folder: string },
): AsyncGenerator<PlannedFile> {
  for (const file of files) {
    const { source, size, tags } = file;
    const kind = kindOf(source);
    const own = { source, kind, size: size < 0 ? null : size, ...tags };
    if (size < 0 || !(kind === 'zip' || isLines(kind, task))) yield own;
    else
      for await (const { jobs, skipped } of planJobs([file], { task, folder })) {
        const parts = jobs.flatMap(({ part }) => (part ? [part] : []));
        const entries = jobs.flatMap(({ entry }) => (entry === undefined ? [] : [entry]));
        yield {
          ...own,
          ...(parts.length > 0 && {
            parts: parts.map(({ start, end, firstLine, lastLine }) => ({ start, end, firstLine, lastLine })),
          }),
          ...(entries.length > 0 && { entries }),
          ...(skipped.length > 0 && { skipped }),
        };
      }
  }
}
