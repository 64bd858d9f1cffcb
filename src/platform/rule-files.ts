/**
 * Reads `rules/`. A build compiles the folder into `dist/`; while the YAML files are what was compiled, that is used
 * (no YAML parser is loaded), otherwise the folder itself is read and validated. So an edited rule takes effect at
 * once, and an untouched installation starts fast.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleBundle } from '../lint/rule-book.js';
import type { RuleData } from '../lint/rule-data.js';
import { packageRoot } from './root.js';

export type ShippedRules = RuleBundle & { readonly reading: unknown };

interface CompiledFile {
  readonly bytes: number;
  readonly digest: string;
}

type Examples = Readonly<Record<string, RuleData['examples']>>;

/** The two files that a build writes: the examples of the rules, two fifths of the data, are asked for by few. */
export interface CompiledRules {
  readonly main: { readonly files: Readonly<Record<string, CompiledFile>>; readonly bundle: ShippedRules };
  readonly examples: Examples;
}

export interface RuleFolders {
  readonly rules: string;
  readonly compiled: string;
}

export const shippedFolders: RuleFolders = { rules: join(packageRoot, 'rules'), compiled: join(packageRoot, 'dist') };

const mainPath = (folder: string): string => join(folder, 'rules.json');
const examplesPath = (folder: string): string => join(folder, 'rule-examples.json');

/** Unpacking a package gives its files times a moment apart; what is newer than that is read to be compared. */
const UNPACKING_MS = 2000;

/** Paths of every YAML file under the folder, relative to it, in order. */
function rulePaths(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Every YAML file under the folder, by path relative to it, in order. */
export function ruleFiles(folder = shippedFolders.rules): Map<string, Buffer> {
  return new Map(rulePaths(folder).map((path) => [path, readFileSync(join(folder, path))]));
}

/** What a build writes for these files: by name in `dist/`, as JSON. */
export function compiledFiles(files: ReadonlyMap<string, Buffer>, bundle: ShippedRules): Map<string, string> {
  const main: CompiledRules['main'] = {
    files: Object.fromEntries(
      [...files].map(([path, bytes]) => [path, { bytes: bytes.length, digest: digest(bytes) }]),
    ),
    bundle: { ...bundle, rules: bundle.rules.map((rule) => ({ ...rule, examples: [] })) },
  };
  const examples: Examples = Object.fromEntries(bundle.rules.map((rule) => [rule.id, rule.examples]));
  return new Map([
    ['rules.json', JSON.stringify(main)],
    ['rule-examples.json', JSON.stringify(examples)],
  ]);
}

/** The compiled rules if they are those of the folder as it stands now. */
export function readCompiled(folders = shippedFolders): ShippedRules | undefined {
  try {
    const path = mainPath(folders.compiled);
    const { files, bundle } = JSON.parse(readFileSync(path, 'utf8')) as CompiledRules['main'];
    const newest = statSync(path).mtimeMs + UNPACKING_MS;
    const paths = rulePaths(folders.rules);
    const isCurrent =
      paths.length === Object.keys(files).length &&
      paths.every((one) => isSame(join(folders.rules, one), files[one], newest));
    return isCurrent ? withExamples(bundle, folders.compiled) : undefined;
  } catch {
    // Not built yet, or damaged: the folder is the source.
    return undefined;
  }
}

function isSame(path: string, compiled: CompiledFile | undefined, newest: number): boolean {
  const { size, mtimeMs } = statSync(path);
  if (size !== compiled?.bytes) return false;
  return mtimeMs <= newest || digest(readFileSync(path)) === compiled.digest;
}

/** Each rule's examples are read when they are first looked at. */
function withExamples(bundle: ShippedRules, folder: string): ShippedRules {
  let examples: Examples | undefined;
  const read = (): Examples => (examples ??= JSON.parse(readFileSync(examplesPath(folder), 'utf8')) as Examples);
  const lazy = (rule: RuleData): RuleData =>
    Object.defineProperty(rule, 'examples', { get: () => read()[rule.id] ?? [], enumerable: true });
  return { ...bundle, rules: bundle.rules.map(lazy) };
}

export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
