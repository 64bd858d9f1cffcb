/**
 * Runs the dependency rules and fails on a circle or a forbidden import. The cruiser needs the older compiler beside
 * the one that builds; where it cannot find it, it reports success over no modules at all: so the count is checked too.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../platform/root.js';

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

const LEAST_MODULES = 120;

const program = join(packageRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const output = execFileSync(
  process.execPath,
  [program, '--config', '.dependency-cruiser.cjs', 'src', '--output-type', 'json'],
  { cwd: packageRoot, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
);
const { summary } = JSON.parse(output) as Cruise;
for (const { from, to, rule } of summary.violations) process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
process.stderr.write(`${summary.totalCruised} modules, ${summary.violations.length} forbidden imports\n`);
if (summary.violations.length > 0 || summary.totalCruised < LEAST_MODULES) process.exitCode = 1;
