/** What was run and how, for whoever reads the summary later: no time, so that the same run says the same. */
import { isAbsolute, relative, sep } from 'node:path';
import { loadConfig } from '../platform/config.js';
import { findingSettings } from '../platform/finding-settings.js';
import type { BatchSummary } from '../schema/index.js';
import type { BatchRequest } from './run-folder.js';

export async function ranOf({ inputs, include, exclude, since, spec }: BatchRequest): Promise<BatchSummary['ran']> {
  const { task, folder, settings = {}, mapping } = spec;
  const config = await loadConfig(spec.config, folder);
  const lint = task === 'lint';
  const model = spec.model ?? (lint ? undefined : (await findingSettings(spec.config, folder)).model);
  const profile = settings.profile ?? config.profile;
  return {
    inputs: [...inputs],
    include: [...include],
    exclude: [...exclude],
    ...(since && { since: since.text }),
    ...(lint && { preset: settings.preset ?? config.preset ?? 'recommended' }),
    ...(lint && profile !== undefined && { profile }),
    rules: lint ? rulesOf(settings.rules) : [],
    ...(config.file !== undefined && { config: relative(folder, config.file).replaceAll(sep, '/') }),
    ...(mapping !== undefined && { mapping }),
    ...(model !== undefined && { model: isAbsolute(model) ? relative(folder, model).replaceAll(sep, '/') : model }),
  };
}

/** Those of the command line. */
function rulesOf(rules: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(rules).map(
    ([id, level]) => `${id}=${typeof level === 'string' ? level : JSON.stringify(level)}`,
  );
}
