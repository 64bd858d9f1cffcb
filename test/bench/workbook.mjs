/**
 * A workbook of 50,000 indicators: `npm run bench:workbook [indicators]`. Its projects, goals, names and values come from the
 * labelled drafts of test/fixtures/validation/dev, 5,000 rows to a sheet; every project and every name has a mark of its own, so
 * that none is known from before. Two lines:
 *
 * - read and lint: one process, started anew; reading, finding the tables and linting, by the clock. The time of the processor
 *   stands beside it: what other programs take from this one shows in the difference, and so does the engine's compiling, which
 *   goes on beside the work.
 * - read, lint and annotated copy: the program itself as a user runs it, by the clock and with its peak of memory.
 *
 * The bounds (8,000 rows/s; 60 s and 1.5 GB) are stated, not enforced: machines differ.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const [BOUND_ROWS, BOUND_SECONDS, BOUND_GB] = [8_000, 60, 1.5];
const TOTAL = Number(process.argv[2] ?? 50_000);
const PER_SHEET = 5_000;
const root = fileURLToPath(new URL('../../', import.meta.url));
const samples = join(root, 'test/fixtures/validation/dev');
const HEADINGS = [
  '序号',
  '项目单位',
  '项目名称',
  '预算数（万元）',
  '年度绩效目标',
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '计量单位',
  '分值',
  '指标解释',
];

/** Rows of one project after the other, as its draft has them, without end. */
function* rows() {
  const drafts = readdirSync(samples).map((file) => JSON.parse(readFileSync(join(samples, file), 'utf8')));
  let at = 0;
  for (let number = 1; ; number += 1) {
    const { project, indicators } = drafts[number % drafts.length];
    const text = `第${number}号：${project.annualGoal ?? project.goal ?? ''}`;
    for (const one of indicators) {
      at += 1;
      const head = [
        at,
        `第${(number % 300) + 1}预算单位`,
        `${project.name}（${number}号）`,
        100 + (number % 900),
        text,
      ];
      const levels = [one.level1, one.level2, `${one.name}（${at}号）`];
      yield [...head, ...levels, `${one.operator ?? ''}${one.value ?? ''}`, one.unit, one.weight, one.explanation];
    }
  }
}

async function writeWorkbook(path) {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const source = rows();
  for (let first = 0; first < TOTAL; first += PER_SHEET) {
    const sheet = book.addWorksheet(`目标${first / PER_SHEET + 1}`);
    sheet.addRow(['2024年部门预算项目支出绩效目标']).commit();
    sheet.addRow(HEADINGS).commit();
    for (let at = first; at < Math.min(TOTAL, first + PER_SHEET); at += 1) sheet.addRow(source.next().value).commit();
    sheet.commit();
  }
  await book.commit();
}

async function readAndLint(path) {
  const { loadRuleBook, loadTableData } = await import('../../dist/platform/index.js');
  const { Linter, readDocument, readDrafts } = await import('../../dist/index.js');
  const [book, tables] = await Promise.all([loadRuleBook(), loadTableData()]);
  const linter = new Linter(book, { preset: 'recommended' });
  const [start, clock] = [process.cpuUsage(), performance.now()];
  const document = await readDocument(readFileSync(path), path);
  const reading = (performance.now() - clock) / 1000;
  const drafts = readDrafts(document, tables, linter.understanding.framework);
  let [count, diagnostics] = [0, 0];
  for (const { draft, locate } of drafts) {
    count += draft.indicators.length;
    diagnostics += linter.lint(draft, { locate }).length;
  }
  const seconds = (performance.now() - clock) / 1000;
  const { user, system } = process.cpuUsage(start);
  return { rows: count, drafts: drafts.length, diagnostics, seconds, reading, processor: (user + system) / 1e6 };
}

const verdict = (isMet) => (isMet ? 'meets' : 'MISSES');
const folder = mkdtempSync(join(tmpdir(), 'jixiao-bench-'));
try {
  const path = join(folder, 'draft.xlsx');
  await writeWorkbook(path);
  const megabytes = (statSync(path).size / 1e6).toFixed(1);
  const { rows, drafts, diagnostics, seconds, reading, processor } = await readAndLint(path);
  const rate = Math.round(rows / seconds);
  console.log(
    `read and lint: ${rows} indicators in ${drafts} drafts (${megabytes} MB), ${diagnostics} diagnostics: ${seconds.toFixed(1)} s (reading cells ${reading.toFixed(1)} s; processor ${processor.toFixed(1)} s), ${rate.toLocaleString('en')} rows/s (${verdict(rate >= BOUND_ROWS)} ${BOUND_ROWS.toLocaleString('en')})`,
  );
  // The child tells its own peak, which nobody else can see.
  const tell = join(folder, 'peak.mjs');
  writeFileSync(tell, "process.on('exit', () => console.error(`peak ${process.resourceUsage().maxRSS}`));\n");
  const program = [
    join(root, 'dist/bin/main.js'),
    'lint',
    path,
    '--format',
    'xlsx',
    '-o',
    join(folder, 'copy.xlsx'),
    '--quiet',
  ];
  const start = performance.now();
  const child = spawnSync(process.execPath, ['--import', tell, ...program], { encoding: 'utf8', maxBuffer: 1e9 });
  const clock = (performance.now() - start) / 1000;
  if (child.status !== 0 && child.status !== 1) throw new Error(child.stderr);
  const gigabytes = Number(/peak (\d+)/.exec(child.stderr)?.[1]) / 1024 / 1024;
  const isMet = clock < BOUND_SECONDS && gigabytes < BOUND_GB;
  console.log(
    `read, lint and annotated copy: ${clock.toFixed(1)} s, peak ${gigabytes.toFixed(2)} GB (${verdict(isMet)} ${BOUND_SECONDS} s and ${BOUND_GB} GB)`,
  );
} finally {
  if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
}
