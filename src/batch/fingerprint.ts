/**
 * What results depend on besides the documents: the version of the program, its rules, its models, the files that the task
 * names, and the task itself. Work that was done under another fingerprint is not taken over.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { CLASSIFIER_NAMES, DEFAULT_CLASSIFIER } from '../classify/classifier-names.js';
import { loadConfig } from '../platform/config.js';
import { findingSettings } from '../platform/finding-settings.js';
import { folderOf } from '../platform/models.js';
import { packageRoot } from '../platform/root.js';
import { digest, ruleFiles } from '../platform/rule-files.js';
import { packageVersion } from '../platform/version.js';
import type { TaskSpec } from './types.js';

/** A checksum in hexadecimal. Throws ConfigError as `loadConfig`. */
export async function fingerprint(spec: TaskSpec): Promise<string> {
  const { folder, ...said } = spec;
  const hash = createHash('sha256');
  const add = (name: string, bytes: Uint8Array | string): void => {
    hash.update(`${name} ${digest(Buffer.from(bytes))}\n`);
  };
  add('version', packageVersion());
  add('task', JSON.stringify(said));
  for (const [name, bytes] of ruleFiles()) add(`rules/${name}`, bytes);
  const config = await loadConfig(spec.config, folder);
  const paths = [config.file, spec.mapping, ...profilesOf(spec, config)];
  for (const path of paths) {
    if (path === undefined) continue;
    const file = resolve(folder, path);
    if (existsSync(file)) add('file', readFileSync(file));
  }
  for (const name of ['indicators', 'finding-kinds']) addFolder(join(packageRoot, 'models', name), add);
  if (spec.task !== 'lint') {
    const { model } = await findingSettings(spec.config, folder);
    for (const path of modelFolders(spec.model ?? model ?? DEFAULT_CLASSIFIER, folder)) addFolder(path, add);
  }
  return hash.digest('hex');
}

/** Own profiles, by path; one that ships is among the rules. */
function profilesOf({ settings, folder }: TaskSpec, config: Awaited<ReturnType<typeof loadConfig>>): string[] {
  const base = config.file === undefined ? folder : dirname(config.file);
  const named = [config.profile, ...(config.overrides ?? []).map(({ profile }) => profile)];
  const fromConfig = named.flatMap((one) => (one === undefined ? [] : [isAbsolute(one) ? one : join(base, one)]));
  return [...(settings?.profile === undefined ? [] : [settings.profile]), ...fromConfig];
}

function modelFolders(model: string, folder: string): string[] {
  const shipped = CLASSIFIER_NAMES.find((name) => name === model);
  if (shipped === undefined) return [folderOf(resolve(folder, model))];
  // An ensemble hears others.
  const names = shipped === 'ensemble' ? CLASSIFIER_NAMES : [shipped];
  return names.map((name) => join(packageRoot, 'models', `findings-${name}`));
}

function addFolder(folder: string, add: (name: string, bytes: Uint8Array) => void): void {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^(?:model\.json|.*\.bin)$/.test(name)) : [];
  for (const name of names.sort()) add(name, readFileSync(join(folder, name)));
}
