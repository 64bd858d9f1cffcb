import type { CommonOptions } from './options.js';
import { InputError, UsageError } from '../errors.js';
import { lintResult } from '../lint/result.js';
import type { PresetName } from '../lint/rule-data.js';
import { type LintSettings, readLevel, type RuleSetting } from '../lint/settings.js';
import { type Config, loadConfig } from '../platform/config.js';
import { packageVersion } from '../platform/version.js';
import { printFault } from './fault.js';
import { isCopyFormat, requireOwnCopies } from './annotated-copy.js';
import { writeLintResult } from './lint-output.js';
import { type Checked, checkFile, type LintRun, startRun } from './lint-run.js';
import { inputPaths } from './input-paths.js';
import { naturalNumber, readEach, sheetFormat } from './options.js';

export interface LintCommandOptions extends CommonOptions {
  readonly preset?: PresetName;
  readonly profile?: string;
  readonly rule: readonly string[];
  readonly maxWarnings?: string;
  readonly config?: string;
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly explain?: boolean;
  readonly showReading?: boolean;
  readonly layout: 'report' | 'flat';
  readonly mapping?: string;
}

/** `jixiao lint`; returns the exit code. */
export async function lintCommand(files: readonly string[], given: LintCommandOptions): Promise<number> {
  const paths = await inputPaths(files, given);
  const config = await loadConfig(given.config, process.cwd());
  const limit = maxWarnings(given, config);
  const language = given.lang ?? config.lang ?? 'zh';
  const options = { ...given, lang: language };
  requireSense(paths, options);
  const run = await startRun(config, requestOf(options), { ...options, language });
  const { results, failures, fixes } = await checkAll(paths, run, options);
  const failed = failures.length > 0;
  const crashes = results.flatMap((one) => one.crashes);
  const checked = await withoutKnown(results, { failed, crashed: crashes.length > 0 }, options);
  const entries = checked.flatMap(({ drafts }) => drafts.map(({ entry }) => entry));
  const result = lintResult(entries, packageVersion(), {
    notices: run.waivers?.notices(language),
    failures,
    fixes,
  });
  if (options.layout === 'flat') await (await import('./flat.js')).writeFlatRows(checked, result, run, options);
  else await writeLintResult(checked, result, run.book, options);
  for (const crash of crashes) printFault(crash, language, options.verbose);
  if (failed || crashes.length > 0) return 2;
  return result.summary.errors > 0 || result.summary.warnings > limit ? 1 : 0;
}

async function checkAll(paths: readonly string[], run: LintRun, options: LintCommandOptions & { lang: 'zh' | 'en' }) {
  try {
    if (options.fix) return await (await import('./fix.js')).fixEach(paths, run, options);
    // A report that a program reads says so itself where nothing could be read.
    const isReported = options.layout === 'report' && options.format !== 'stylish' && !isCopyFormat(options.format);
    return { ...(await readEach(paths, (path) => checkFile(path, run), options, isReported)), fixes: undefined };
  } catch (error) {
    if (error instanceof InputError && options.updateBaseline && options.baseline !== undefined)
      (await import('./baseline.js')).tellUnwritten(options.baseline, options);
    throw error;
  }
}

/** @throws UsageError where options do not go together, or two inputs would be written to one file (`same-output`) */
function requireSense(paths: readonly string[], options: LintCommandOptions): void {
  const { fix, format, baseline, updateBaseline, layout } = options;
  if (updateBaseline && baseline === undefined) throw new UsageError('update-without-baseline');
  if (fix && isCopyFormat(format)) throw new UsageError('fix-format', { data: { format } });
  if (layout === 'flat') sheetFormat(layout, options);
  if (!fix && isCopyFormat(format) && layout !== 'flat') requireOwnCopies(paths, options);
}

async function withoutKnown(
  checked: readonly Checked[],
  incomplete: { readonly failed: boolean; readonly crashed: boolean },
  options: LintCommandOptions,
): Promise<readonly Checked[]> {
  if (options.baseline === undefined) return checked;
  return (await import('./baseline.js')).applyBaseline(checked, { ...options, ...incomplete, file: options.baseline });
}

function maxWarnings({ maxWarnings: text }: LintCommandOptions, config: Config): number {
  if (text === undefined) return config.maxWarnings ?? Number.POSITIVE_INFINITY;
  return naturalNumber(text, '--max-warnings');
}

/** What the command line itself asks for. */
export function requestOf({
  preset,
  profile,
  rule,
}: Pick<LintCommandOptions, 'preset' | 'profile' | 'rule'>): LintSettings {
  // Without a prototype, so that a rule called __proto__ is an unknown rule like any other.
  const rules = Object.create(null) as Record<string, RuleSetting>;
  for (const setting of rule) {
    const at = setting.indexOf('=');
    const level = readLevel(setting.slice(at + 1));
    if (at <= 0 || level === undefined) throw new UsageError('bad-rule-setting', { data: { setting } });
    rules[setting.slice(0, at)] = level;
  }
  return { ...(preset && { preset }), ...(profile !== undefined && { profile }), rules };
}
