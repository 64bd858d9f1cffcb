/** What there is to say of the configuration's waivers once a run: those that have run out, and those that were of no use. */
import { relative, sep } from 'node:path';
import { loadConfig } from '../platform/config.js';
import { setUpLint } from '../platform/lint-setup.js';
import type { BatchSummary } from '../schema/index.js';
import type { WaiversMet } from './summary/summarize.js';
import type { TaskSpec } from './types.js';

export async function idleWaivers(spec: TaskSpec, met: WaiversMet): Promise<BatchSummary['notices']['items']> {
  const { folder, language, today, settings = {} } = spec;
  if (spec.task !== 'lint') return [];
  const config = await loadConfig(spec.config, folder);
  const { file } = config;
  if (file === undefined || !config.waivers) return [];
  const { waivers } = await setUpLint(config, settings, { language, folder, today });
  const source = relative(folder, file).replaceAll(sep, '/');
  return (waivers?.noticesOf(met, language) ?? []).map((notice) => ({ source, ...notice }));
}
