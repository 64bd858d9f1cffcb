/** `--fix`: writes corrected copies and checks them again. */
import { basename, extname, join } from 'node:path';
import { applyFixes } from '../documents/fix/apply-fixes.js';
import type { Fix } from '../documents/fix/model.js';
import { resolveFixes } from '../documents/fix/resolve-fixes.js';
import { UsageError } from '../errors.js';
import { type PlannedFix, plannedFixes } from '../lint/fixes.js';
import { isFolder, writeOutput } from '../platform/files.js';
import { changeLines, fixText } from '../report/run-notes.js';
import type { FixedFile, UnreadFile } from '../schema/index.js';
import { type Checked, checkBytes, checkFile, type LintRun } from './lint-run.js';
import { type CommonOptions, notice, readEach } from './options.js';

/** A fix may uncover another; more rounds than these would be two rules that undo each other. */
const MOST_ROUNDS = 3;

/** What a fix may change, in the order of the columns. */
const FIELDS = ['level1', 'level2', 'scope', 'name', 'operator', 'value', 'unit'] as const;

interface Fixed {
  readonly checked: Checked;
  readonly file: FixedFile;
}

const MOST_SHOWN = 20;

/**
 * Writes a copy of each file; the results are those of the copies.
 * @throws UsageError `fix-output-needed`, `output-folder-needed`, `fix-extension`, `same-output`, `output-is-input`
 */
export async function fixEach(
  paths: readonly string[],
  run: LintRun,
  options: CommonOptions,
): Promise<{ results: Checked[]; fixes: FixedFile[]; failures: UnreadFile[] }> {
  const targets = new Map(paths.map((path) => [path, targetOf(path, paths.length, options)]));
  const [twice] = [...targets.values()].filter((target, index, all) => all.indexOf(target) !== index);
  if (twice !== undefined) throw new UsageError('same-output', { file: twice });
  const { results, failures } = await readEach(
    paths,
    async (path) => fixOne(await checkFile(path, run), targets.get(path) as string, run),
    options,
  );
  for (const { checked, file } of results) {
    writeOutput(file.target, checked.bytes, paths);
    for (const line of fixText(file, run.language)) notice(line, options);
    const lines = changeLines(file, run.language);
    // A few are shown at once; of many --verbose tells.
    if (options.verbose || lines.length <= MOST_SHOWN) for (const line of lines) notice(line, options);
  }
  return { results: results.map(({ checked }) => checked), fixes: results.map(({ file }) => file), failures };
}

async function fixOne(first: Checked, target: string, run: LintRun): Promise<Fixed> {
  const { path } = first;
  let checked = first;
  let isChanged = false;
  let recoded: string | undefined;
  let refused: FixedFile['refused'] = [];
  const authors = new Authors();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const plan = planOf(checked, run);
    const outcome = await applyFixes(
      checked.document,
      checked.bytes,
      plan.fixes.map(({ fix }) => fix),
    );
    refused = [...plan.refused];
    for (const { fix, planned, draft } of plan.fixes) {
      const reason = outcome.refused.get(fix);
      const [change] = planned.changes;
      const location = fix.changes[0]?.location;
      if (reason === undefined) authors.add(draft, planned);
      else if (change && location) refused.push({ reason, location, field: change.field, ruleId: planned.ruleId });
    }
    if (plan.fixes.length === outcome.refused.size) break;
    isChanged = true;
    recoded ??= outcome.recoded;
    checked = await checkBytes(outcome.bytes, path, run, target);
  }
  // Where nothing was to be done the copy is the file itself, and the results speak of the copy all the same.
  if (!isChanged) checked = await checkBytes(first.bytes, path, run, target);
  const changes = changesBetween(first, checked, authors);
  return { checked, file: { source: path, target, changes, refused, ...(recoded !== undefined && { recoded }) } };
}

/** Which rules have changed a field. */
class Authors {
  readonly #rules = new Map<string, Set<string>>();

  add(draft: number, { ruleId, indicatorId, changes }: PlannedFix): void {
    for (const { field } of changes) {
      const key = keyOf(draft, indicatorId, field);
      this.#rules.set(key, (this.#rules.get(key) ?? new Set()).add(ruleId));
    }
  }

  of(draft: number, indicatorId: string, field: string): string[] {
    return [...(this.#rules.get(keyOf(draft, indicatorId, field)) ?? [])];
  }
}

function keyOf(draft: number, indicatorId: string, field: string): string {
  return [draft, indicatorId, field].join('\u0000');
}

/** Fields that differ at the end: what one round changes and the next changes back or again counts as it stands. */
function changesBetween(first: Checked, last: Checked, authors: Authors): FixedFile['changes'] {
  return first.drafts.flatMap(({ sourced: { draft, place } }, index) => {
    const after = new Map(last.drafts[index]?.sourced.draft.indicators.map((one) => [one.id, one]));
    return draft.indicators.flatMap((one) =>
      FIELDS.flatMap((field) => {
        const location = place(one.id, field);
        const [old = '', now = ''] = [one[field], after.get(one.id)?.[field]];
        if (!location || old === now) return [];
        return [{ location, field, before: old, after: now, ruleIds: authors.of(index, one.id, field) }];
      }),
    );
  });
}

interface Plan {
  readonly fixes: { readonly fix: Fix; readonly planned: PlannedFix; readonly draft: number }[];
  readonly refused: FixedFile['refused'];
}

function planOf({ path, drafts }: Checked, run: LintRun): Plan {
  const { framework } = run.linterFor(path).understanding;
  const plan: Plan = { fixes: [], refused: [] };
  for (const [draft, { entry, sourced }] of drafts.entries()) {
    for (const planned of plannedFixes(entry.diagnostics, sourced.draft, framework)) {
      // One by one, so that a refusal is known by its rule.
      const resolved = resolveFixes(sourced, [planned]);
      for (const fix of resolved.fixes) plan.fixes.push({ fix, planned, draft });
      const field = planned.changes.find((change) => !sourced.place(planned.indicatorId, change.field))?.field ?? '';
      for (const refusal of resolved.refused) plan.refused.push({ ...refusal, field, ruleId: planned.ruleId });
    }
  }
  return plan;
}

/** Other documents are read, but no cell of theirs is written. */
const FIXABLE = /^(?:\.(?:xlsx|xlsm|xltx|xltm|csv|tsv|txt|json|jsonl))?$/;

/** The copy has the format of its source: `-o` itself for one input, a file of the same name in the folder `-o` for several. */
function targetOf(path: string, count: number, { output }: CommonOptions): string {
  if (output === undefined) throw new UsageError('fix-output-needed');
  const extension = path === '-' ? '.json' : extname(path).toLowerCase();
  if (!FIXABLE.test(extension)) throw new UsageError('fix-unsupported', { file: path, data: { extension } });
  if (isFolder(output)) return join(output, path === '-' ? 'stdin.json' : basename(path));
  if (count > 1) throw new UsageError('output-folder-needed', { data: { format: '--fix' } });
  if (extname(output).toLowerCase() !== extension)
    throw new UsageError('fix-extension', { file: output, data: { extension: extension === '' ? '.txt' : extension } });
  return output;
}
