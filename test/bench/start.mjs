/**
 * Start-up cost of the command as a whole process, as ratios to `node -e 0` in the same run: pairs in turn, median of
 * the ratios. Prints a table; with --check it fails above the bounds.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './measure.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/bin/main.js');
const draft = join(mkdtempSync(join(tmpdir(), 'jixiao-bench-')), 'draft.json');
writeFileSync(
  draft,
  JSON.stringify({
    project: { name: '公园养护', budget: 100 },
    indicators: [
      { level1: '产出指标', level2: '数量指标', name: '养护绿地面积', value: '≥120万平方米', weight: 50 },
      { level1: '效益指标', level2: '社会效益指标', name: '受益人数', value: '5万人', weight: 50 },
    ],
  }),
);

const cases = [
  ['lint, one JSON draft', ['lint', draft], 4],
  ['lint, one workbook', ['lint', join(root, 'test/fixtures/documents/twelve-defects.xlsx')], 9],
];
const PAIRS = Number(process.env.PAIRS ?? 15);

function seconds(args) {
  const start = process.hrtime.bigint();
  spawnSync(process.execPath, args, { stdio: 'ignore' });
  return Number(process.hrtime.bigint() - start) / 1e9;
}

let failed = false;
for (const [name, args, bound] of cases) {
  seconds([program, ...args]);
  const pairs = Array.from({ length: PAIRS }, () => {
    const empty = seconds(['-e', '0']);
    return { empty, own: seconds([program, ...args]) };
  });
  const ratio = median(pairs.map(({ own, empty }) => own / empty));
  const own = median(pairs.map((pair) => pair.own));
  console.log(
    `${name}: ${ratio.toFixed(2)} × node -e 0 (bound ${bound}; ${(own * 1000).toFixed(0)} ms, ${PAIRS} pairs)`,
  );
  failed ||= ratio > bound;
}
if (failed && process.argv.includes('--check')) process.exitCode = 1;
