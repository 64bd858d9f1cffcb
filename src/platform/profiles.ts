/** Own profiles: YAML files of the same shape as those that ship under `rules/profiles/`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError, DataError } from '../errors.js';
import { profileFileSchema } from '../lint/profile-data.js';
import { resolveProfile } from '../lint/profiles.js';
import type { RuleBook } from '../lint/rule-book.js';
import { readConfigText } from './config.js';
import { parseYaml } from './yaml.js';

/** Whether a profile is named by its file. */
export function isProfilePath(reference: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(reference);
}

/**
 * Adds the profile of a file to those of the book. `folder` is what the path is relative to.
 * @throws ConfigError `profile-not-found`, `unreadable`, `bad-yaml`, `bad-data` with file, line and column;
 * `unknown-base-profile`, `incomplete-profile`, `profile-name-taken` with the file
 */
export function withProfileFile(book: RuleBook, path: string, folder: string): { book: RuleBook; name: string } {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new ConfigError('profile-not-found', { data: { profile: path } });
  const written = parseYaml(file, readConfigText(file), profileFileSchema, ConfigError);
  const profile = completed(file, () => resolveProfile(written, book.profiles));
  const known = book.profiles.get(profile.name);
  // The same file may be named twice; another profile of that name would judge in its stead.
  if (known && JSON.stringify(known) !== JSON.stringify(profile))
    throw new ConfigError('profile-name-taken', { file, data: { profile: profile.name } });
  return { book: { ...book, profiles: new Map([...book.profiles, [profile.name, profile]]) }, name: profile.name };
}

/** What is wrong with a profile is wrong in its file. */
function completed<T>(file: string, complete: () => T): T {
  try {
    return complete();
  } catch (cause) {
    if (cause instanceof DataError) throw new ConfigError(cause.code, { file, data: cause.data, cause });
    throw cause;
  }
}
