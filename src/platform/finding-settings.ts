/** Which model answers and where corrections are kept, by command line and configuration file. */
import { dirname, resolve } from 'node:path';
import { CLASSIFIER_NAMES } from '../classify/classifier-names.js';
import { loadConfig } from './config.js';

export interface FindingSettings {
  /** A shipped name or a path. */
  readonly model?: string;
  readonly corpus?: string;
}

/**
 * What the configuration says; paths in it count from its own folder.
 * @throws ConfigError as `loadConfig`
 */
export async function findingSettings(config: string | undefined, folder: string): Promise<FindingSettings> {
  const { findings = {}, file } = await loadConfig(config, folder);
  const from = (path: string) => resolve(file === undefined ? folder : dirname(file), path);
  const { model, corpus } = findings;
  return {
    ...(model !== undefined && { model: CLASSIFIER_NAMES.some((name) => name === model) ? model : from(model) }),
    ...(corpus !== undefined && { corpus: from(corpus) }),
  };
}
