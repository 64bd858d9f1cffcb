/**
 * Reads `rules/`. A build compiles the folder into `dist/`; while every YAML file is byte for byte what was compiled,
 * that is used (no YAML parser is loaded), otherwise the folder itself is read and validated. So an edited rule takes
 * effect at once, and an untouched installation starts fast.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataError } from '../errors.js';
import type { RuleBundle } from '../lint/rule-book.js';
import type { RuleData } from '../lint/rule-data.js';
import { packageRoot } from './root.js';

export type ShippedRules = RuleBundle & { readonly reading: unknown };

type Examples = Readonly<Record<string, RuleData['examples']>>;

/** `dist/rules.json`. The examples of the rules, two fifths of the data, are asked for by few and stand apart. */
interface CompiledRules {
  readonly digests: Readonly<Record<string, string>>;
  /** Of `dist/rule-examples.json`. */
  readonly examples: string;
  readonly bundle: ShippedRules;
}

export interface RuleFolders {
  readonly rules: string;
  readonly compiled: string;
}

export const shippedFolders: RuleFolders = { rules: join(packageRoot, 'rules'), compiled: join(packageRoot, 'dist') };

const MAIN = 'rules.json';
const EXAMPLES = 'rule-examples.json';

/** Every YAML file under the folder, by path relative to it, in order. */
export function ruleFiles(folder = shippedFolders.rules): Map<string, Buffer> {
  const paths = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  const files = paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))] as const);
  return new Map(files.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a build writes for these files: by name in `dist/`, as JSON, in the order in which they are to be written. */
export function compiledFiles(files: ReadonlyMap<string, Buffer>, bundle: ShippedRules): Map<string, string> {
  const examples = JSON.stringify(Object.fromEntries(bundle.rules.map((rule) => [rule.id, rule.examples])));
  const main: CompiledRules = {
    digests: Object.fromEntries([...files].map(([path, bytes]) => [path, digest(bytes)])),
    examples: digest(Buffer.from(examples)),
    bundle: { ...bundle, rules: bundle.rules.map((rule) => ({ ...rule, examples: [] })) },
  };
  return new Map([
    [EXAMPLES, examples],
    [MAIN, JSON.stringify(main)],
  ]);
}

/** The compiled rules if they are those of the folder as it stands now. */
export function readCompiled(
  files: ReadonlyMap<string, Buffer>,
  folder = shippedFolders.compiled,
): ShippedRules | undefined {
  try {
    const compiled = JSON.parse(readFileSync(join(folder, MAIN), 'utf8')) as CompiledRules;
    const known = Object.entries(compiled.digests);
    const isCurrent =
      known.length === files.size && known.every(([path, own]) => digest(files.get(path) ?? NONE) === own);
    return isCurrent ? withExamples(compiled, folder) : undefined;
  } catch {
    // Not built yet, or damaged: the folder is the source.
    return undefined;
  }
}

const NONE = new Uint8Array();

/**
 * Each rule's examples are read when they are first looked at.
 * @throws DataError `rule-file-missing`, then, where they are gone or not those of the rules
 */
function withExamples({ bundle, examples: expected }: CompiledRules, folder: string): ShippedRules {
  let examples: Examples | undefined;
  const read = (): Examples => {
    examples ??= readExamples(join(folder, EXAMPLES), expected);
    return examples;
  };
  const lazy = (rule: RuleData): RuleData =>
    Object.defineProperty(rule, 'examples', { get: () => read()[rule.id] ?? [], enumerable: true });
  return { ...bundle, rules: bundle.rules.map(lazy) };
}

function readExamples(path: string, expected: string): Examples {
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  if (digest(bytes) !== expected) throw new DataError('rule-file-missing', { file: `dist/${EXAMPLES}` });
  return JSON.parse(bytes.toString()) as Examples;
}

export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
