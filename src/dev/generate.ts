/**
 * Writes the files that are made from others: the rule registry and the catalogue pages of the rules.
 * `--check` writes nothing and fails where a file is stale.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseRules } from '../platform/parse-rules.js';
import { packageRoot } from '../platform/root.js';
import { ruleFiles } from '../platform/rule-files.js';
import { rulePages } from '../report/rules-markdown.js';

const check = process.argv.includes('--check');
const stale: string[] = [];

function put(path: string, text: string): void {
  const target = join(packageRoot, path);
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  if (check) stale.push(path);
  else {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function drop(path: string): void {
  if (check) stale.push(path);
  else rmSync(join(packageRoot, path));
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

function catalogue(): void {
  const pages = rulePages(parseRules(ruleFiles()).rules);
  for (const [name, text] of pages) put(`docs/rules/${name}`, text);
  const folder = join(packageRoot, 'docs/rules');
  for (const name of existsSync(folder) ? readdirSync(folder) : [])
    if (name.endsWith('.md') && !pages.has(name)) drop(`docs/rules/${name}`);
}

put('src/lint/registry.ts', registry());
catalogue();

if (stale.length > 0) {
  process.stderr.write(`stale generated files, run \`npm run generate\`: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
