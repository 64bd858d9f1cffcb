/** The configuration file: `jixiao.config.yaml` in the working folder or the nearest one above it. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../errors.js';
import { levelSchema, PRESETS } from '../lint/rule-data.js';

const settingSchema = z.union([levelSchema, z.tuple([levelSchema, z.record(z.string(), z.unknown())])]);

export const configSchema = z.strictObject({
  preset: z.enum(PRESETS).optional(),
  rules: z.record(z.string(), settingSchema).optional(),
  lang: z.enum(['zh', 'en']).optional(),
  maxWarnings: z.number().int().nonnegative().optional(),
});
export type Config = z.output<typeof configSchema>;

const NAME = 'jixiao.config.yaml';

/**
 * The configuration in force, or an empty one where there is no file.
 * @throws ConfigError `config-not-found`, `bad-yaml`, `bad-data` with file, line and column
 */
export async function loadConfig(path: string | undefined, folder: string): Promise<Config> {
  const file = path === undefined ? findUpward(folder) : resolve(folder, path);
  if (file === undefined) return {};
  if (!existsSync(file)) throw new ConfigError('config-not-found', { file: path ?? file });
  const { parseYaml } = await import('./yaml.js');
  const text = readText(file);
  return parseYaml(file, text, configSchema.nullable(), ConfigError) ?? {};
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('unreadable', { file, data: { reason: (cause as NodeJS.ErrnoException).code ?? '' }, cause });
  }
}

function findUpward(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const file = join(current, NAME);
    if (existsSync(file)) return file;
    if (dirname(current) === current) return undefined;
  }
}
