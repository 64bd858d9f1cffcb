/**
 * Writes the files that are made from others: the rule registry and the JSON Schemas' list of names.
 * `--check` writes nothing and fails where a file is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../platform/root.js';

const check = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  const target = join(packageRoot, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  if (check) stale.push(path);
  else writeFileSync(target, text);
}

function registry(): string {
  const folder = join(packageRoot, 'src/lint/rules');
  const ids = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1, -3)
        .replaceAll('\\', '/'),
    )
    .sort();
  const variable = (id: string) => id.replace(/[/-]([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [
    '// Generated from the files under rules/ by `npm run generate`. Do not edit.',
    "import type { Rule } from './rule.js';",
    ...ids.map((id) => `import { rule as ${variable(id)} } from './rules/${id}.js';`),
    '',
    'export const rules: readonly Rule[] = [',
    ...ids.map((id) => `  ${variable(id)},`),
    '];',
    '',
  ].join('\n');
}

put('src/lint/registry.ts', registry());

if (stale.length > 0) {
  process.stderr.write(`stale generated files, run \`npm run generate\`: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
