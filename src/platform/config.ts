/** The configuration file: `jixiao.config.yaml` (or `.yml`) in the working folder or the nearest one above it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from '../errors.js';
import type { ConfigFile } from './config-schema.js';

/** What the file says; `file` is its full path, absent where there is none. */
export type Config = ConfigFile & { readonly file?: string };

/** The second is how other programs have it; the first one goes before. */
const NAMES = ['jixiao.config.yaml', 'jixiao.config.yml'];

/**
 * The configuration in force, or an empty one where there is no file.
 * @throws ConfigError `config-not-found`, `bad-yaml`, `bad-data` with file, line and column
 */
export async function loadConfig(path: string | undefined, folder: string): Promise<Config> {
  const file = path === undefined ? findUpward(folder) : resolve(folder, path);
  if (file === undefined) return {};
  if (!existsSync(file)) throw new ConfigError('config-not-found', { file: path ?? file });
  const [{ parseYaml }, { configSchema }] = await Promise.all([import('./yaml.js'), import('./config-schema.js')]);
  return { ...parseYaml(file, readConfigText(file), configSchema.nullable(), ConfigError), file };
}

/** @throws ConfigError `unreadable` */
export function readConfigText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('unreadable', { file, data: { reason: (cause as NodeJS.ErrnoException).code ?? '' }, cause });
  }
}

function findUpward(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const file = NAMES.map((name) => join(current, name)).find((path) => existsSync(path));
    if (file !== undefined) return file;
    if (dirname(current) === current) return undefined;
  }
}
