/** What lies below a folder. */
import { type Dirent, existsSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

export interface Found {
  /** Below the folder, parts parted by `/`; '' for the folder itself. */
  readonly path: string;
  /**
   * A folder that cannot be looked into, one with the results of a batch, or a link to a folder: what is below is not found. A
   * dangling link leads nowhere.
   */
  readonly kind: 'file' | 'unreadable' | 'results' | 'linked-folder' | 'dangling';
}

/** What office programs and systems leave behind. */
const LEFT_BEHIND = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/**
 * By name. Links to folders are not followed: they may lead in a circle. `output` is passed over, and so are folders
 * that `enters` does not want.
 */
export function* walk(
  folder: string,
  { output, enters = () => true }: { readonly output?: string; readonly enters?: (path: string) => boolean },
): Generator<Found> {
  function* enter(below: string): Generator<Found> {
    const entries = entriesOf(join(folder, below));
    if (!entries || isResults(join(folder, below))) {
      yield { path: below, kind: entries ? 'results' : 'unreadable' };
      return;
    }
    // Not by locale: the order is to be the same on every machine.
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (LEFT_BEHIND.test(entry.name)) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) {
        if (join(folder, path) !== output && enters(path)) yield* enter(path);
      } else if (entry.isSymbolicLink()) yield* linked(path);
      else if (entry.isFile() || statsOf(join(folder, path))?.isFile()) yield { path, kind: 'file' };
    }
  }
  function* linked(path: string): Generator<Found> {
    const stats = statsOf(join(folder, path));
    if (!stats) yield { path, kind: 'dangling' };
    else if (stats.isFile()) yield { path, kind: 'file' };
    else if (stats.isDirectory() && enters(path)) yield { path, kind: 'linked-folder' };
  }
  yield* enter('');
}

/** Undefined where it is not there, or the system does not let us see it. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

function entriesOf(folder: string): Dirent[] | undefined {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return undefined;
  }
}

/** A finished run has all of these, an unfinished one its request. */
const OF_RESULTS = ['run.json', 'results.jsonl', 'failures.jsonl'];

function isResults(folder: string): boolean {
  return OF_RESULTS.every((name) => existsSync(join(folder, name))) || existsSync(join(folder, '.run', 'request.json'));
}
