/** Files → jobs. A file is looked into when its turn comes, while others are being worked on. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type Archive, openArchive } from '../../documents/archive.js';
import { InputError } from '../../errors.js';
import type { Job, TaskName, TaskSpec } from '../types.js';
import { CopyNames } from './copy-names.js';
import type { InputFile } from './inputs.js';
import { isLines, isRead, kindOf } from './kinds.js';
import { type Scanned, scanLines, scanWhole } from './scan.js';

/** The jobs of one file. */
export interface FileJobs {
  readonly file: InputFile;
  readonly jobs: readonly Job[];
  /** Entries of an archive that are of no use to the task. */
  readonly skipped: readonly string[];
  /** Documents with the very content of another, which alone is worked on. */
  readonly duplicates: readonly Duplicate[];
}

export interface Duplicate {
  readonly source: string;
  /** The one that comes first in the plan. */
  readonly of: string;
}

/** Of larger archives and documents the reader says that they are too large. */
const MOST_BYTES = 256 * 1024 * 1024;

export type PlanSpec = Pick<TaskSpec, 'task' | 'folder' | 'annotated'>;

export async function* planJobs(
  files: readonly InputFile[],
  { task, folder, annotated = false }: PlanSpec,
): AsyncGenerator<FileJobs> {
  let index = 0;
  const known = new Contents();
  const names = annotated ? new CopyNames() : undefined;
  for (const file of files) {
    const { parts, skipped } = await partsOf(file, task, folder);
    const duplicates: Duplicate[] = [];
    const own = parts.filter((part) => {
      const of = known.met(part, file.tags);
      if (of !== undefined) duplicates.push({ source: part.source, of });
      return of === undefined;
    });
    const jobs = own.map((part): Job => {
      const { tags } = file;
      // Nothing is marked in a piece.
      const copyName = part.part ? undefined : names?.of(part.source);
      return {
        index: index++,
        path: file.source,
        ...partOfJob(part),
        ...(tags && { tags }),
        ...(copyName !== undefined && { copyName }),
      };
    });
    yield { file, jobs, skipped, duplicates };
  }
}

/** What was met already: one file under two names would count twice. */
class Contents {
  readonly #sources = new Map<string, string>();

  /** The document with the same content. What a manifest says to be of different units is meant to be twice. */
  met({ source, part, content, size }: JobPart, tags: Job['tags']): string | undefined {
    // Pieces are alike where one file is the beginning of another: that is no copy.
    // Empty files are no copies of each other, either: each is to be filled.
    if (content === '' || size === 0 || part !== undefined) return undefined;
    const key = JSON.stringify([content, tags]);
    const first = this.#sources.get(key);
    if (first === undefined) this.#sources.set(key, source);
    return first;
  }
}

interface JobPart extends Pick<Job, 'source' | 'entry' | 'part' | 'sha256' | 'size' | 'kind'> {
  /** Checksum of what is read in the end, whatever it is called and wherever it is packed; '' where it is not known. */
  readonly content: string;
}

/** Without what is for the plan alone. */
function partOfJob({ source, entry, part, sha256, size, kind }: JobPart): Omit<Job, 'index' | 'path'> {
  return { source, kind, sha256, size, ...(entry !== undefined && { entry }), ...(part && { part }) };
}

async function partsOf(
  { source, size }: InputFile,
  task: TaskName,
  folder: string,
): Promise<{ parts: JobPart[]; skipped: readonly string[] }> {
  const kind = kindOf(source);
  const path = resolve(folder, source);
  const whole = ({ part, ...scanned }: Scanned): JobPart => ({
    source,
    kind,
    ...scanned,
    content: scanned.sha256,
    ...(part && { part }),
  });
  try {
    if (kind === 'zip' && size <= MOST_BYTES) {
      const opened = await entriesOf(path, source, task);
      if (opened) return opened;
    }
    const scanned = isLines(kind, task) ? await scanLines(path) : [await scanWhole(path)];
    return { parts: scanned.map(whole), skipped: [] };
  } catch {
    // Whoever reads it says what is wrong with it.
    return { parts: [{ source, kind, sha256: '', size: Math.max(0, size), content: '' }], skipped: [] };
  }
}

/** '' where it cannot be read, or is empty: whoever works on it says so. */
function contentOf(archive: Archive, entry: string): string {
  try {
    const bytes = archive.read(entry);
    return bytes.length === 0 ? '' : createHash('sha256').update(bytes).digest('hex');
  } catch {
    return '';
  }
}

/** Undefined where it holds nothing to read, or is no archive: the reader says so. */
async function entriesOf(
  path: string,
  source: string,
  task: TaskName,
): Promise<{ parts: JobPart[]; skipped: readonly string[] } | undefined> {
  const bytes = await readFile(path);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  let archive;
  try {
    archive = openArchive(bytes, source);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
  const entries = archive?.entries.filter((entry) => isRead(kindOf(entry), task)) ?? [];
  if (!archive || entries.length === 0) return undefined;
  const others = archive.entries.filter((entry) => !isRead(kindOf(entry), task));
  const share = Math.ceil(bytes.length / entries.length);
  return {
    parts: entries.map((entry) => ({
      source: `${source}!/${entry}`,
      entry,
      sha256,
      size: share,
      kind: kindOf(entry),
      content: contentOf(archive, entry),
    })),
    skipped: [...archive.skipped, ...others].map((entry) => `${source}!/${entry}`),
  };
}
