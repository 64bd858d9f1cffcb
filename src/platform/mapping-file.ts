/** The file behind `--mapping`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Mapping, mappingSchema } from '../documents/mapping/mapping-data.js';
import { ConfigError } from '../errors.js';
import { readConfigText } from './config.js';
import { parseYaml } from './yaml.js';

/** @throws ConfigError `mapping-not-found`, `unreadable`, `bad-yaml`, `bad-data` with file, line and column */
export function readMapping(path: string, folder: string): Mapping {
  const file = resolve(folder, path);
  if (!existsSync(file)) throw new ConfigError('mapping-not-found', { file: path });
  return parseYaml(path, readConfigText(file), mappingSchema, ConfigError);
}
