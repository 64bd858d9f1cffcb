/** `--fix`: writes corrected copies and checks them again. */
import { basename, extname, join } from 'node:path';
import { applyFixes } from '../documents/fix/apply-fixes.js';
import type { Fix } from '../documents/fix/model.js';
import { resolveFixes } from '../documents/fix/resolve-fixes.js';
import { UsageError } from '../errors.js';
import { plannedFixes } from '../lint/fixes.js';
import { isFolder, writeOutput } from '../platform/files.js';
import { type CellChange, changeLines, type FixTally, fixText, type Refusal } from '../report/run-notes.js';
import { type Checked, checkBytes, checkFile, type LintRun } from './lint-run.js';
import { type CommonOptions, notice, readEach } from './options.js';

/** A fix may uncover another; more rounds than these would be two rules that undo each other. */
const MOST_ROUNDS = 3;

/** What a fix may change, in the order of the columns. */
const FIELDS = ['level1', 'level2', 'scope', 'name', 'operator', 'value', 'unit'] as const;

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
    if (!options.verbose) continue;
    for (const line of changeLines(tally.changes, run.language)) notice(line, options);
  }
  return { results: results.map(({ checked }) => checked), failed };
}

async function fixOne(first: Checked, target: string, run: LintRun): Promise<Fixed> {
  const { path } = first;
  let checked = first;
  let isChanged = false;
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
    if (fixes.length === outcome.refused.size) break;
    isChanged = true;
    recoded ??= outcome.recoded;
    checked = await checkBytes(outcome.bytes, path, run, target);
  }
  // Where nothing was to be done the copy is the file itself, and the results speak of the copy all the same.
  if (!isChanged) checked = await checkBytes(first.bytes, path, run, target);
  const changes = changesBetween(first, checked);
  return { checked, tally: { target, changes, refusals, ...(recoded !== undefined && { recoded }) } };
}

/** Fields that differ at the end: what one round changes and the next changes back or again counts as it stands. */
function changesBetween(first: Checked, last: Checked): CellChange[] {
  return first.drafts.flatMap(({ sourced: { draft, place } }, index) => {
    const after = new Map(last.drafts[index]?.sourced.draft.indicators.map((one) => [one.id, one]));
    return draft.indicators.flatMap((one) =>
      FIELDS.flatMap((field): CellChange[] => {
        const location = place(one.id, field);
        const [old = '', now = ''] = [one[field], after.get(one.id)?.[field]];
        return location && old !== now ? [{ location, field, before: old, after: now }] : [];
      }),
    );
  });
}

function plan({ path, drafts }: Checked, run: LintRun): { fixes: Fix[]; refused: Refusal[] } {
  const { framework } = run.linterFor(path).understanding;
  const fixes: Fix[] = [];
  const refused: Refusal[] = [];
  for (const { entry, sourced } of drafts) {
    for (const one of plannedFixes(entry.diagnostics, sourced.draft, framework)) {
      // One by one, so that a refusal is known by its rule.
      const resolved = resolveFixes(sourced, [one]);
      fixes.push(...resolved.fixes);
      const field = one.changes.find((change) => !sourced.place(one.indicatorId, change.field))?.field ?? '';
      for (const { reason, location } of resolved.refused) {
        const lacking = { field, ruleId: one.ruleId };
        refused.push({ reason, location, ...(reason === 'no-column' && { lacking }) });
      }
    }
  }
  return { fixes, refused };
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
