/** `--baseline`: reads, writes and applies the file of what was known before. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { ConfigError, UsageError } from '../errors.js';
import { Baseline, type BaselineData, baselineOf, baselineSchema } from '../lint/baseline.js';
import { writeOutput } from '../platform/files.js';
import { baselineKeptText, baselineText, baselineUnwrittenText } from '../report/run-notes.js';
import type { Checked } from './lint-run.js';
import { type CommonOptions, notice } from './options.js';

interface BaselineOptions extends CommonOptions {
  readonly file: string;
  readonly updateBaseline?: boolean;
  /** Some files could not be read: what is known of them must not be lost. */
  readonly failed: boolean;
  /** The same where rules threw. */
  readonly crashed: boolean;
}

/** @throws UsageError `baseline-missing`; ConfigError `bad-baseline`, `unreadable` */
export function applyBaseline(checked: readonly Checked[], options: BaselineOptions): readonly Checked[] {
  const { file, updateBaseline, failed, crashed } = options;
  const before = readBaseline(file);
  if (!before && !updateBaseline) throw new UsageError('baseline-missing', { file });
  let known = before;
  if (updateBaseline) {
    const language = options.lang ?? 'zh';
    const isGone = (name: string) =>
      !name.startsWith(OUTSIDE) && name !== '-' && !existsSync(resolve(dirname(file), name));
    const now = baselineOf(draftsOf(checked, file), before, { isGone });
    // A project may go on in the file that could not be read: what looks mended is kept until all of it is read.
    known = (failed || crashed) && before ? withAll(now, before) : now;
    const inputs = checked.map(({ path }) => path);
    writeOutput(file, `${JSON.stringify(known, null, 2)}\n`, inputs);
    const count = known.diagnostics.reduce((sum, one) => sum + one.count, 0);
    notice(baselineText(count, file, language), options);
    if (failed || crashed) notice(baselineKeptText(before !== undefined, { failed, language }), options);
  }
  if (!known) return checked;
  const names = new Map(checked.map(({ path }) => [path, fileKey(path, file)]));
  const baseline = new Baseline(known, names.values());
  return checked.map((one) => ({
    ...one,
    drafts: one.drafts.map(({ entry, sourced }) => ({
      sourced,
      entry: baseline.apply({ entry, draft: sourced.draft, file: names.get(one.path) ?? one.path }),
    })),
  }));
}

/** `now` with everything that `before` knows, each as often as the one that counts it more often. */
function withAll(now: BaselineData, before: BaselineData): BaselineData {
  // Of two entries for one fault the later is taken.
  const diagnostics = [...now.diagnostics, ...before.diagnostics].sort((a, b) => a.count - b.count);
  return baselineOf([], { ...now, diagnostics });
}

function draftsOf(checked: readonly Checked[], baseline: string) {
  return checked.flatMap(({ path, drafts }) => {
    const file = fileKey(path, baseline);
    return drafts.map(({ entry, sourced }) => ({ entry, draft: sourced.draft, file }));
  });
}

const OUTSIDE = '*/';

/**
 * How the baseline calls a file: by its way from the baseline's own folder, so that both may be moved or checked out
 * together; a file outside of that folder by its folder's and its own name.
 */
function fileKey(path: string, baseline: string): string {
  if (path === '-') return path;
  const way = relative(dirname(resolve(baseline)), resolve(path));
  const isInside = !way.startsWith('..') && !isAbsolute(way);
  if (isInside) return way.split(sep).join('/');
  return OUTSIDE + resolve(path).split(sep).slice(-2).join('/');
}

/** Says that nothing was remembered where no file could be read. */
export function tellUnwritten(file: string, options: CommonOptions): void {
  notice(baselineUnwrittenText(file, existsSync(file), options.lang ?? 'zh'), options);
}

function readBaseline(file: string): BaselineData | undefined {
  if (!existsSync(file)) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError('unreadable', { file, data: { reason: (cause as NodeJS.ErrnoException).code ?? '' }, cause });
  }
  try {
    return baselineSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new ConfigError('bad-baseline', { file, cause });
  }
}
