/** Own profiles: YAML files of the same shape as those that ship under `rules/profiles/`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigError } from '../errors.js';
import type { RuleBook } from '../lint/rule-book.js';
import { profileSchema } from '../lint/rule-data.js';
import { readConfigText } from './config.js';
import { parseYaml } from './yaml.js';

/** Whether a profile is named by its file. */
export function isProfilePath(reference: string): boolean {
  return /[\\/]|\.ya?ml$/i.test(reference);
}

/**
 * Adds the profile of a file to those of the book. `folder` is what the path is relative to.
 * @throws ConfigError `profile-not-found`, `unreadable`, `bad-yaml`, `bad-data` with file, line and column
 */
export function withProfileFile(book: RuleBook, path: string, folder: string): { book: RuleBook; name: string } {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new ConfigError('profile-not-found', { data: { profile: path } });
  const profile = parseYaml(file, readConfigText(file), profileSchema, ConfigError);
  return { book: { ...book, profiles: new Map([...book.profiles, [profile.name, profile]]) }, name: profile.name };
}
