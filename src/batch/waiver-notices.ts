/** Waivers of the configuration that have run out: told once a run, not by each document that they would have been of use to. */
import { relative, sep } from 'node:path';
import { loadConfig } from '../platform/config.js';
import { setUpLint } from '../platform/lint-setup.js';
import type { BatchSummary } from '../schema/index.js';
import type { TaskSpec } from './types.js';

export async function expiredWaivers(spec: TaskSpec): Promise<BatchSummary['notices']['items']> {
  const { folder, language, today, settings = {} } = spec;
  if (spec.task !== 'lint') return [];
  const config = await loadConfig(spec.config, folder);
  const { file } = config;
  if (file === undefined || !config.waivers) return [];
  // Of waivers that hold nothing is known here: threads have used them.
  const { waivers } = await setUpLint(config, settings, { language, folder, today });
  const source = relative(folder, file).replaceAll(sep, '/');
  return (waivers?.notices(language) ?? []).map((notice) => ({ source, ...notice }));
}
