/** Folders, patterns, manifests and files as they are named on the command line → files, in an order that does not depend on the disk. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { InputError } from '../../errors.js';
import { filePatterns } from '../../platform/file-patterns.js';
import { isFolder } from '../../platform/files.js';
import type { Tags, TaskName } from '../types.js';
import { isRead, kindOf } from './kinds.js';
import { readManifest } from './manifest.js';

export interface InputFile {
  /** The name that results carry, parts parted by `/`; it leads from the working folder to the file. */
  readonly source: string;
  /** Bytes; -1 where there is no such file. */
  readonly size: number;
  readonly tags?: Tags;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** Files of folders that are of no use to the task, by extension. */
  readonly skipped: Readonly<Record<string, number>>;
}

export interface InputOptions {
  readonly task: TaskName;
  /** The working folder. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Milliseconds since 1970: only files changed since then. */
  readonly since?: number;
  /** The folder of results; it may lie among the inputs. */
  readonly output?: string;
}

/** What office programs and systems leave behind. */
const LEFT_BEHIND = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * The files that are meant, each once, in the order of the inputs; those of a folder by name.
 * @throws InputError `file-not-found`, `unreadable`, `batch-nothing` where a pattern or folder gives no file; as `readManifest`
 */
export function listInputs(given: readonly string[], options: InputOptions): Inputs {
  const skipped: Record<string, number> = {};
  const files = new Map<string, InputFile>();
  for (const input of given) for (const one of filesOf(input, options, skipped)) files.set(one.source, one);
  if (files.size === 0) throw new InputError('batch-nothing', { file: given.join(' ') });
  return { files: [...files.values()], skipped };
}

function filesOf(input: string, options: InputOptions, skipped: Record<string, number>): InputFile[] {
  const stats = statSync(resolve(options.folder, input), { throwIfNoEntry: false });
  if (stats?.isDirectory()) return inFolder(slashed(input), () => true, options, skipped);
  if (stats) {
    const listed = readManifest(input, options.folder);
    const named = listed ?? [{ source: slashed(input) }];
    return named.flatMap(({ source, tags }) => wanted(source, '.', options, tags));
  }
  const segments = slashed(input).split('/');
  const first = segments.findIndex((segment) => /[*?[\]{}()!]/.test(segment));
  const root = segments.slice(0, first).join('/') || (input.startsWith('/') ? '/' : '.');
  if (first < 0 || !isFolder(resolve(options.folder, root))) throw new InputError('file-not-found', { file: input });
  return inFolder(root, picomatch(segments.slice(first).join('/')), options, skipped);
}

function inFolder(
  root: string,
  fits: (path: string) => boolean,
  options: InputOptions,
  skipped: Record<string, number>,
): InputFile[] {
  const found: InputFile[] = [];
  const output = options.output === undefined ? undefined : resolve(options.folder, options.output);
  for (const path of walk(resolve(options.folder, root), output)) {
    if (!fits(path)) continue;
    const source = joined(root, path);
    if (!isRead(kindOf(source), options.task)) {
      const kind = kindOf(source);
      skipped[kind] = (skipped[kind] ?? 0) + 1;
    } else found.push(...wanted(source, root, options));
  }
  return found;
}

/** Paths below the folder, parts parted by `/`, by name. Links to folders are not followed: they may lead in a circle. */
function walk(folder: string, output: string | undefined): string[] {
  const paths: string[] = [];
  const enter = (below: string): void => {
    const entries = entriesOf(join(folder, below));
    // Not by locale: the order is to be the same on every machine.
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (LEFT_BEHIND.test(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (join(folder, path) !== output) enter(path);
      } else if (entry.isFile() || isLinkToFile(join(folder, path))) paths.push(path);
    }
  };
  enter('');
  return paths;
}

/** A folder that cannot be looked into stops the plan: nobody could tell what is missing in the results. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (cause) {
    throw new InputError('unreadable', {
      file: folder,
      data: { reason: (cause as NodeJS.ErrnoException).code ?? '' },
      cause,
    });
  }
}

function isLinkToFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Patterns count from the folder that was named. */
function wanted(source: string, root: string, options: InputOptions, tags?: Tags): InputFile[] {
  const { folder, include, exclude, since } = options;
  const path = resolve(folder, source);
  const fits = filePatterns(resolve(folder, root));
  if (include.length > 0 && !include.some((pattern) => fits(pattern, path))) return [];
  if (exclude.some((pattern) => fits(pattern, path))) return [];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (since !== undefined && stats && stats.mtimeMs < since) return [];
  return [{ source, size: stats?.isFile() ? stats.size : -1, ...(tags && { tags }) }];
}

function joined(root: string, path: string): string {
  if (root === '.') return path;
  return root.endsWith('/') ? `${root}${path}` : `${root}/${path}`;
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\/(?=.)/, '');
}
