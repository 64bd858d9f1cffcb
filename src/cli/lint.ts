import { readFileSync } from 'node:fs';
import { readDrafts } from '../documents/drafts.js';
import type { SourceDocument } from '../documents/model.js';
import { readDocument } from '../documents/read-document.js';
import { UsageError } from '../errors.js';
import { Linter } from '../lint/lint-draft.js';
import { lintResult } from '../lint/result.js';
import type { RuleLevel } from '../lint/rule-data.js';
import type { LintSettings, RuleSetting } from '../lint/settings.js';
import { type Config, loadConfig } from '../platform/config.js';
import { readInput, writeOutput } from '../platform/files.js';
import { loadRuleBook, loadTableData } from '../platform/shipped.js';
import { packageVersion } from '../platform/version.js';
import { lintComment, lintSheet } from '../report/lint-sheet.js';
import { lintStylish } from '../report/lint-stylish.js';
import type { LintEntry, LintResult } from '../schema/diagnostic.js';
import {
  type CommonOptions,
  coloursFor,
  columnsFor,
  emit,
  notice,
  readEach,
  requireFiles,
  workbookPath,
} from './options.js';

interface LintCommandOptions extends CommonOptions {
  readonly preset?: 'recommended' | 'strict';
  readonly rule: readonly string[];
  readonly maxWarnings?: string;
  readonly config?: string;
}

interface Checked {
  readonly path: string;
  readonly document: SourceDocument;
  readonly bytes: Uint8Array;
  readonly entries: readonly LintEntry[];
}

/** `jixiao lint`; returns the exit code. */
export async function lintCommand(files: readonly string[], options: LintCommandOptions): Promise<number> {
  const paths = requireFiles(files);
  const config = await loadConfig(options.config, process.cwd());
  const limit = maxWarnings(options, config);
  const language = options.lang ?? config.lang ?? 'zh';
  const linter = new Linter(await loadRuleBook(), settingsOf(options, config), language);
  if (options.format === 'xlsx') requireDistinct(paths.map((path) => workbookPath(path, paths.length, options)));
  const { results: checked, failed } = await readEach(paths, (path) => check(path, linter), {
    ...options,
    lang: language,
  });
  const result = lintResult(
    checked.flatMap(({ entries }) => entries),
    packageVersion(),
  );
  await tell(checked, result, { ...options, lang: language });
  if (failed) return 2;
  return result.summary.errors > 0 || result.summary.warnings > limit ? 1 : 0;
}

/** @throws UsageError `same-output` where two inputs would be written to one file */
function requireDistinct(targets: readonly string[]): void {
  const twice = targets.find((target, index) => targets.indexOf(target) !== index);
  if (twice !== undefined) throw new UsageError('same-output', { file: twice });
}

async function check(path: string, linter: Linter): Promise<Checked> {
  const bytes = path === '-' ? readFileSync(0) : readInput(path);
  const document = await readDocument(bytes, path);
  const { understanding } = await loadRuleBook();
  // JSON needs no header words.
  const drafts = readDrafts(document, await loadTableData(), understanding.framework);
  const entries = drafts.map(({ draft, locate, notices, withoutGoal }) => ({
    source: path,
    project: draft.project.name,
    indicators: draft.indicators.length,
    diagnostics: linter.lint(draft, {
      locate,
      incomplete: notices.some(({ code }) => code === 'row-not-understood'),
      withoutGoal,
    }),
    notices: [...notices],
  }));
  return { path, document, bytes, entries };
}

async function tell(checked: readonly Checked[], result: LintResult, options: LintCommandOptions): Promise<void> {
  const inputs = checked.map(({ path }) => path);
  const language = options.lang ?? 'zh';
  if (options.format === 'json') return emit(`${JSON.stringify(result, null, 2)}\n`, options, inputs);
  if (options.format === 'stylish')
    return emit(
      lintStylish(result, { language, colours: coloursFor(options), ...columnsFor(options) }),
      options,
      inputs,
    );
  for (const one of checked) await writeWorkbook(one, checked.length, inputs, options);
  notice(
    lintStylish(result, { language, colours: coloursFor(options) })
      .trimEnd()
      .split('\n')
      .at(-1) ?? '',
    options,
  );
}

/** The user's own workbook with marks and comments; for other formats a workbook with the list alone. */
async function writeWorkbook(
  { path, document, bytes, entries }: Checked,
  count: number,
  inputs: readonly string[],
  options: LintCommandOptions,
): Promise<void> {
  const language = options.lang ?? 'zh';
  const target = workbookPath(path, count, options);
  if (document.format !== 'xlsx') {
    const { buildWorkbook } = await import('../documents/xlsx/build.js');
    return writeOutput(target, buildWorkbook([lintSheet(entries, language, false)]), inputs);
  }
  const { annotateWorkbook } = await import('../documents/xlsx/annotate.js');
  const marks = entries.flatMap(({ diagnostics }) =>
    diagnostics.flatMap((diagnostic) => {
      const { sheet, cell } = diagnostic.location;
      if (sheet === undefined || cell === undefined) return [];
      return [{ sheet, cell, tone: diagnostic.severity, comment: lintComment(diagnostic, language) }];
    }),
  );
  writeOutput(target, annotateWorkbook(bytes, marks, [lintSheet(entries, language, true)], path), inputs);
}

function maxWarnings({ maxWarnings: text }: LintCommandOptions, config: Config): number {
  if (text === undefined) return config.maxWarnings ?? Number.POSITIVE_INFINITY;
  if (!/^\d+$/.test(text)) throw new UsageError('bad-number', { data: { option: '--max-warnings', value: text } });
  return Number(text);
}

const LEVELS: ReadonlySet<string> = new Set<RuleLevel>(['off', 'info', 'warning', 'error']);

/** The command line wins over the file. */
function settingsOf({ preset, rule }: LintCommandOptions, config: Config): LintSettings {
  // Without a prototype, so that a rule called __proto__ is an unknown rule like any other.
  const rules = Object.assign(Object.create(null), config.rules) as Record<string, RuleSetting>;
  for (const setting of rule) {
    const at = setting.indexOf('=');
    const level = setting.slice(at + 1);
    if (at <= 0 || !LEVELS.has(level)) throw new UsageError('bad-rule-setting', { data: { setting } });
    rules[setting.slice(0, at)] = level as RuleLevel;
  }
  const chosen = preset ?? config.preset;
  return { ...(chosen && { preset: chosen }), rules };
}
