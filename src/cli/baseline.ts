/** `--baseline`: reads, writes and applies the file of what was known before. */
import { existsSync, readFileSync } from 'node:fs';
import { ConfigError, UsageError } from '../errors.js';
import { Baseline, type BaselineData, baselineOf, baselineSchema } from '../lint/baseline.js';
import { writeOutput } from '../platform/files.js';
import { baselineKeptText, baselineText } from '../report/run-notes.js';
import type { Checked } from './lint-run.js';
import { type CommonOptions, notice } from './options.js';

interface BaselineOptions extends CommonOptions {
  readonly file: string;
  readonly updateBaseline?: boolean;
  /** Some files could not be read: what is known of them must not be lost. */
  readonly failed: boolean;
}

/** @throws UsageError `baseline-missing`; ConfigError `bad-baseline`, `unreadable` */
export function applyBaseline(checked: readonly Checked[], options: BaselineOptions): readonly Checked[] {
  const { file, updateBaseline, failed } = options;
  const before = readBaseline(file);
  if (!before && !updateBaseline) throw new UsageError('baseline-missing', { file });
  let known = before;
  if (updateBaseline) {
    const language = options.lang ?? 'zh';
    const now = baselineOf(draftsOf(checked), before);
    // A project may go on in the file that could not be read: what looks mended is kept until all of it is read.
    known = failed && before ? withAll(now, before) : now;
    const inputs = checked.map(({ path }) => path);
    writeOutput(file, `${JSON.stringify(known, null, 2)}\n`, inputs);
    const count = known.diagnostics.reduce((sum, one) => sum + one.count, 0);
    notice(baselineText(count, file, language), options);
    if (failed) notice(baselineKeptText(before !== undefined, language), options);
  }
  if (!known) return checked;
  const baseline = new Baseline(known);
  return checked.map((one) => ({
    ...one,
    drafts: one.drafts.map(({ entry, sourced }) => ({
      sourced,
      entry: baseline.apply({ entry, draft: sourced.draft }),
    })),
  }));
}

/** `now` with everything that `before` knows, each as often as the one that counts it more often. */
function withAll(now: BaselineData, before: BaselineData): BaselineData {
  // Of two entries for one fault the later is taken.
  const diagnostics = [...now.diagnostics, ...before.diagnostics].sort((a, b) => a.count - b.count);
  return baselineOf([], { ...now, diagnostics });
}

function draftsOf(checked: readonly Checked[]) {
  return checked.flatMap(({ drafts }) => drafts.map(({ entry, sourced }) => ({ entry, draft: sourced.draft })));
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
