/**
 * Patterns of a batch: `*`, `?`, `**` and `{a,b}`. Everything else is a letter, brackets above all: they stand in the
 * names of offices and of downloaded files.
 */
import { isAbsolute, resolve } from 'node:path';
import picomatch from 'picomatch';

/** Whether a part of a path is a pattern. */
export function isPattern(segment: string): boolean {
  return /[*?{}]/.test(segment);
}

export function slashed(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\/(?=.)/, '');
}

/** Paths have parts parted by `/`. */
export function matcher(pattern: string): (path: string) => boolean {
  const literal = pattern.replace(/[()[\]!+@$^|"]/g, '\\$&');
  const fits = picomatch(literal, { dot: true });
  // It takes a second argument, which `some` would give it.
  return (path) => fits(path);
}

/** Whether files that fit could be below the folder: a pattern is not looked for where it cannot lead. */
export function reaches(pattern: string): (folder: string) => boolean {
  const segments = pattern.split('/');
  // Alternatives with a slash in them reach over parts.
  if (/\{[^}]*\//.test(pattern)) return () => true;
  const known = segments.map(matcher);
  return (folder) => {
    const parts = folder.split('/');
    const wide = segments.findIndex((segment) => segment.includes('**'));
    if (wide < 0 && parts.length >= segments.length) return false;
    const least = wide < 0 ? parts.length : Math.min(wide, parts.length);
    return parts.slice(0, least).every((part, index) => known[index]?.(part));
  };
}

export interface Subject {
  /** As results name it, parts parted by `/`. */
  readonly source: string;
  /** The part of `source` below the folder that was named. */
  readonly below: string;
  readonly isFolder?: boolean;
}

/** `--include` and `--exclude`: what fits, and which of them fitted nothing at all. */
export class Filter {
  readonly #patterns: readonly { readonly written: string; readonly fits: (subject: Subject) => boolean }[];
  readonly #idle: Set<string>;

  /** `folder` is the working folder. */
  constructor(written: readonly string[], folder: string) {
    this.#patterns = written.map((one) => ({ written: one, fits: fitting(one, folder) }));
    this.#idle = new Set(written);
  }

  /** All patterns are asked, so that each is known to be of use. */
  fits(subject: Subject): boolean {
    const those = this.#patterns.filter(({ fits }) => fits(subject));
    for (const { written } of those) this.#idle.delete(written);
    return those.length > 0;
  }

  get isEmpty(): boolean {
    return this.#patterns.length === 0;
  }

  get idle(): string[] {
    return [...this.#idle];
  }
}

/** A folder that fits stands for all that is in it. */
function fitting(written: string, folder: string): (subject: Subject) => boolean {
  const path = slashed(written);
  const pattern = path.replace(/(?<=.)\/+$/, '');
  const ofFolders = pattern !== path;
  if (isAbsolute(written)) {
    const fits = matcher(pattern);
    return ({ source, isFolder }) => ways(slashed(resolve(folder, source)), ofFolders && !isFolder).some(fits);
  }
  // Brackets of `{a,b}` stand in names of real files too.
  const [anywhere, named] = [matcher(`**/${pattern}`), matcher(pattern)];
  const isHere = (way: string) => anywhere(way) || way === pattern || way.endsWith(`/${pattern}`);
  return ({ source, below, isFolder }) => {
    const ofFile = ofFolders && !isFolder;
    if (ways(below, ofFile).some(isHere)) return true;
    return pattern.includes('/') && ways(source, ofFile).some((way) => named(way) || way === pattern);
  };
}

/** The path and the folders that it leads through; `isFile` leaves out the path itself. */
function ways(path: string, isFile: boolean): string[] {
  const parts = path.split('/');
  const all = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return isFile ? all.slice(0, -1) : all;
}
