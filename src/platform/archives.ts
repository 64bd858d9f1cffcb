/** Files that hold files: each entry of an archive becomes an input of its own, `archive.zip!/entry`. */
import { InputError } from '../errors.js';
import { offerInput, readInput } from './files.js';

export interface Expanded {
  readonly paths: readonly string[];
  /** Entries of formats that are not read, as inputs are named. */
  readonly skipped: readonly string[];
}

/**
 * The inputs with every archive replaced by what is in it. An archive that cannot be opened stays, so that reading it says
 * why.
 */
export async function expandArchives(inputs: readonly string[]): Promise<Expanded> {
  const isArchive = (path: string): boolean => /\.zip$/i.test(path);
  if (!inputs.some(isArchive)) return { paths: inputs, skipped: [] };
  const { openArchive } = await import('../documents/archive.js');
  const skipped: string[] = [];
  const paths = inputs.flatMap((path) => {
    if (!isArchive(path)) return [path];
    try {
      const archive = openArchive(readInput(path), path);
      if (!archive) return [path];
      skipped.push(...archive.skipped.map((entry) => `${path}!/${entry}`));
      for (const entry of archive.entries) offerInput(`${path}!/${entry}`, path, () => archive.read(entry));
      return archive.entries.length === 0 ? [path] : archive.entries.map((entry) => `${path}!/${entry}`);
    } catch (error) {
      if (error instanceof InputError) return [path];
      throw error;
    }
  });
  return { paths, skipped };
}
