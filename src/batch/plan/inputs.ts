/** Folders, patterns, manifests and files as they are named on the command line → files, in an order that does not depend on the disk. */
import { resolve } from 'node:path';
import { InputError } from '../../errors.js';
import type { PlanNotice } from '../../schema/plan-notice.js';
import type { Tags, TaskName } from '../types.js';
import { isRead, kindOf } from './kinds.js';
import { type Manifest, readManifest } from './manifest.js';
import { Filter, isPattern, matcher, reaches, slashed } from './patterns.js';
import { statsOf, walk } from './walk.js';

export interface InputFile {
  /** The name that results carry, parts parted by `/`; it leads from the working folder to the file. */
  readonly source: string;
  /** Bytes; -1 where there is no such file, or it is a folder that cannot be looked into: both fail when their turn comes. */
  readonly size: number;
  readonly tags?: Tags;
}

export interface Inputs {
  readonly files: readonly InputFile[];
  /** Files of folders that are of no use to the task, by extension. */
  readonly skipped: Readonly<Record<string, number>>;
  /** The names of the first of them. */
  readonly skippedFiles: readonly string[];
  readonly notices: readonly PlanNotice[];
}

/** Who names more workbooks means documents. */
const MOST_LOOKED_INTO = 8;
/** Files that are named because they are not read. */
export const MOST_SKIPPED = 1000;

export interface InputOptions {
  readonly task: TaskName;
  /** The working folder. */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Milliseconds since 1970: only files changed since then. */
  readonly since?: number;
  /** Workbooks may be manifests: they are looked into. */
  readonly workbooks?: boolean;
  /** The folder of results; it may lie among the inputs. */
  readonly output?: string;
}

/**
 * The files that are meant, each once, in the order of the inputs; those of a folder by name.
 * @throws InputError `file-not-found`, `batch-nothing` where nothing at all is found; as `readManifest`
 */
export function listInputs(given: readonly string[], options: InputOptions): Inputs {
  const search = new Search({ ...options, workbooks: given.length <= MOST_LOOKED_INTO });
  const files = new Map<string, InputFile>();
  for (const input of given) {
    for (const one of search.filesOf(input)) {
      const place = resolve(options.folder, one.source);
      const known = files.get(place);
      const tags = one.tags ?? known?.tags;
      files.set(place, { ...one, source: known?.source ?? one.source, ...(tags && { tags }) });
    }
  }
  if (files.size === 0) throw new InputError('batch-nothing', { file: given.join(' ') });
  const { skipped, skippedFiles } = search;
  return { files: [...files.values()], skipped, skippedFiles, notices: search.notices() };
}

class Search {
  readonly skipped: Record<string, number> = {};
  readonly skippedFiles: string[] = [];
  readonly #options: InputOptions;
  readonly #include: Filter;
  readonly #exclude: Filter;
  readonly #results = new Set<string>();
  readonly #idle: string[] = [];
  readonly #links: PlanNotice[] = [];
  readonly #ofManifests: PlanNotice[] = [];

  constructor(options: InputOptions) {
    this.#options = options;
    this.#include = new Filter(options.include, options.folder);
    this.#exclude = new Filter(options.exclude, options.folder);
  }

  notices(): PlanNotice[] {
    const idle = [...this.#idle, ...this.#include.idle, ...this.#exclude.idle];
    return [
      ...[...this.#results].map((about) => ({ code: 'results-folder', about }) as const),
      ...idle.map((about) => ({ code: 'pattern-idle', about }) as const),
      ...this.#links,
      ...this.#ofManifests,
    ];
  }

  filesOf(input: string): InputFile[] {
    const { folder } = this.#options;
    const named = slashed(input);
    const stats = statsOf(resolve(folder, input));
    if (stats?.isDirectory()) return this.#inFolder(named, undefined);
    if (stats) {
      const manifest = readManifest(input, folder, this.#options.workbooks ?? false);
      if (manifest) return this.#listed(manifest, named);
      return this.#isWanted({ source: named, below: named }) ? this.#file(named) : [];
    }
    const segments = named.split('/');
    const first = segments.findIndex(isPattern);
    const root = segments.slice(0, first).join('/') || (input.startsWith('/') ? '/' : '.');
    if (first < 0 || !statsOf(resolve(folder, root))?.isDirectory())
      throw new InputError('file-not-found', { file: input });
    const found = this.#inFolder(root, segments.slice(first).join('/'));
    if (found.length === 0) this.#idle.push(input);
    return found;
  }

  #listed({ listed, unknownColumns }: Manifest, manifest: string): InputFile[] {
    for (const about of unknownColumns) this.#ofManifests.push({ code: 'manifest-column', about, manifest });
    const known = new Set<string>();
    return listed.flatMap(({ source, tags, line }) => {
      if (!this.#isWanted({ source, below: source })) return [];
      const tell = (code: PlanNotice['code']): void =>
        void this.#ofManifests.push({ code, about: source, manifest, line });
      if (known.has(source)) tell('manifest-twice');
      known.add(source);
      const files = this.#file(source, tags);
      if (files.some(({ size }) => size < 0)) tell('manifest-missing');
      return files;
    });
  }

  #inFolder(root: string, pattern: string | undefined): InputFile[] {
    const { folder, output, task } = this.#options;
    const fits = pattern === undefined ? () => true : matcher(pattern);
    const found: InputFile[] = [];
    const below = walk(resolve(folder, root), {
      ...(output !== undefined && { output: resolve(folder, output) }),
      ...(pattern !== undefined && { enters: reaches(pattern) }),
    });
    for (const { path, kind } of below) {
      const source = joined(root, path);
      const subject = { source, below: path };
      if (kind !== 'file') {
        if (this.#exclude.fits({ ...subject, isFolder: true })) continue;
        if (kind === 'results') this.#results.add(source);
        else if (kind !== 'unreadable') this.#links.push({ code: kind, about: source });
        // Nobody could tell what is missing in the results, were it passed over.
        else found.push({ source, size: -1 });
      } else if (fits(path) && this.#isWanted(subject)) {
        const extension = kindOf(source);
        if (isRead(extension, task)) found.push(...this.#file(source));
        else this.#skip(source, extension);
      }
    }
    return found;
  }

  #skip(source: string, extension: string): void {
    this.skipped[extension] = (this.skipped[extension] ?? 0) + 1;
    if (this.skippedFiles.length < MOST_SKIPPED) this.skippedFiles.push(source);
  }

  #isWanted(subject: { readonly source: string; readonly below: string }): boolean {
    const isIncluded = this.#include.isEmpty || this.#include.fits(subject);
    return !this.#exclude.fits(subject) && isIncluded;
  }

  #file(source: string, tags?: Tags): InputFile[] {
    const { folder, since } = this.#options;
    const stats = statsOf(resolve(folder, source));
    if (since !== undefined && stats && stats.mtimeMs < since) return [];
    return [{ source, size: stats?.isFile() ? stats.size : -1, ...(tags && { tags }) }];
  }
}

function joined(root: string, path: string): string {
  if (path === '') return root;
  if (root === '.') return path;
  return root.endsWith('/') ? `${root}${path}` : `${root}/${path}`;
}
