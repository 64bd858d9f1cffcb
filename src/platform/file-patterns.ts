/** Patterns of files in the configuration (`2024/*.xlsx`), relative to the folder that it stands in. */
import { isAbsolute, relative, resolve } from 'node:path';
import picomatch from 'picomatch';

/** Whether a path, as it was given on the command line, fits a pattern. A pattern without a slash means a file's name. */
export function filePatterns(folder: string): (pattern: string, path: string) => boolean {
  const known = new Map<string, (path: string) => boolean>();
  return (written, path) => {
    const pattern = slashed(written).replace(/^\.\//, '');
    if (path === '-') return pattern === '-';
    const full = resolve(path);
    const subject = slashed(isAbsolute(written) ? full : relative(folder, full));
    // Brackets are signs of a pattern, and stand in names of real files too.
    if (subject === pattern || (!pattern.includes('/') && subject.endsWith(`/${pattern}`))) return true;
    const fits = known.get(pattern) ?? picomatch(pattern, { dot: true, basename: !pattern.includes('/') });
    known.set(pattern, fits);
    return fits(subject);
  };
}

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
