/**
 * Reads `rules/`. A build compiles the folder into one JSON file; while every YAML file is byte for byte what was
 * compiled, that file is used (no YAML parser is loaded), otherwise the folder itself is read and validated. So an
 * edited rule takes effect at once, and an untouched installation starts fast.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RuleBundle } from '../lint/rule-book.js';
import { packageRoot } from './root.js';

export interface CompiledRules {
  readonly digests: Readonly<Record<string, string>>;
  readonly bundle: RuleBundle & { readonly reading: unknown };
}

export const compiledPath = join(packageRoot, 'dist', 'rules.json');
export const rulesFolder = join(packageRoot, 'rules');

/** Every YAML file under the folder, by path relative to it, in order. */
export function ruleFiles(folder = rulesFolder): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path));
  }
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function digestsOf(files: ReadonlyMap<string, Buffer>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, bytes]) => [path, digest(bytes)]));
}

/** The compiled rules if they are those of the folder as it stands now. */
export function readCompiled(files: ReadonlyMap<string, Buffer>): CompiledRules['bundle'] | undefined {
  try {
    const compiled = JSON.parse(readFileSync(compiledPath, 'utf8')) as CompiledRules;
    const known = Object.keys(compiled.digests);
    const current =
      known.length === files.size && known.every((path) => isSame(files.get(path), compiled.digests[path]));
    return current ? compiled.bundle : undefined;
  } catch {
    // Not built yet, or damaged: the folder is the source.
    return undefined;
  }
}

function isSame(bytes: Buffer | undefined, expected: string | undefined): boolean {
  return bytes !== undefined && digest(bytes) === expected;
}
