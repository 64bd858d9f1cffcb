/** `--fix`: writes corrected copies and checks them again. */
import { basename, extname, join } from 'node:path';
import { applyFixes } from '../documents/fix/apply-fixes.js';
import { resolveFixes } from '../documents/fix/resolve-fixes.js';
import { UsageError } from '../errors.js';
import { plannedFixes } from '../lint/fixes.js';
import { isFolder, writeOutput } from '../platform/files.js';
import { type FixTally, fixText, type Refusal } from '../report/run-notes.js';
import { type Checked, checkBytes, checkFile, type LintRun } from './lint-run.js';
import { type CommonOptions, notice, readEach } from './options.js';

/** A fix may uncover another; more rounds than these would be two rules that undo each other. */
const MOST_ROUNDS = 3;

interface Fixed {
  readonly checked: Checked;
  readonly tally: FixTally;
}

/**
 * Writes a copy of each file; the results are those of the copies.
 * @throws UsageError `fix-output-needed`, `output-folder-needed`, `fix-extension`, `same-output`, `output-is-input`
 */
export async function fixEach(
  paths: readonly string[],
  run: LintRun,
  options: CommonOptions,
): Promise<{ results: Checked[]; failed: boolean }> {
  const targets = new Map(paths.map((path) => [path, targetOf(path, paths.length, options)]));
  const [twice] = [...targets.values()].filter((target, index, all) => all.indexOf(target) !== index);
  if (twice !== undefined) throw new UsageError('same-output', { file: twice });
  const { results, failed } = await readEach(
    paths,
    async (path) => fixOne(await checkFile(path, run), targets.get(path) as string, run),
    options,
  );
  for (const { checked, tally } of results) {
    writeOutput(tally.target, checked.bytes, paths);
    for (const line of fixText(tally, run.language)) notice(line, options);
  }
  return { results: results.map(({ checked }) => checked), failed };
}

async function fixOne(first: Checked, target: string, run: LintRun): Promise<Fixed> {
  const { path } = first;
  let checked = first;
  let applied = 0;
  let recoded: string | undefined;
  let refusals: Refusal[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { fixes, refused } = plan(checked, run);
    const outcome = await applyFixes(checked.document, checked.bytes, fixes);
    refusals = [
      ...refused,
      ...[...outcome.refused].flatMap(([{ changes }, reason]) =>
        changes.slice(0, 1).map(({ location }) => ({ reason, location })),
      ),
    ];
    const made = fixes.length - outcome.refused.size;
    if (made === 0) break;
    applied += made;
    recoded ??= outcome.recoded;
    checked = await checkBytes(outcome.bytes, path, run, target);
  }
  // Where nothing was to be done the copy is the file itself, and the results speak of the copy all the same.
  if (applied === 0) checked = await checkBytes(first.bytes, path, run, target);
  return { checked, tally: { target, applied, refusals, ...(recoded !== undefined && { recoded }) } };
}

function plan({ path, drafts }: Checked, run: LintRun): ReturnType<typeof resolveFixes> {
  const { framework } = run.linterFor(path).understanding;
  const resolved = drafts.map(({ entry, sourced }) =>
    resolveFixes(sourced, plannedFixes(entry.diagnostics, sourced.draft, framework)),
  );
  return {
    fixes: resolved.flatMap(({ fixes }) => fixes),
    refused: resolved.flatMap(({ refused }) => refused),
  };
}

/** The copy has the format of its source: `-o` itself for one input, a file of the same name in the folder `-o` for several. */
function targetOf(path: string, count: number, { output }: CommonOptions): string {
  if (output === undefined) throw new UsageError('fix-output-needed');
  const extension = path === '-' ? '.json' : extname(path).toLowerCase();
  if (isFolder(output)) return join(output, path === '-' ? 'stdin.json' : basename(path));
  if (count > 1) throw new UsageError('output-folder-needed', { data: { format: '--fix' } });
  if (extname(output).toLowerCase() !== extension)
    throw new UsageError('fix-extension', { file: output, data: { extension: extension === '' ? '.txt' : extension } });
  return output;
}
