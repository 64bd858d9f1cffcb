/** `lint --layout flat`: the drafts themselves as rows to import; what was found in them goes to standard error. */
import { flatRows } from '../lint/flat-rows.js';
import { flatList, flatSheets } from '../report/flat-sheet.js';
import { lintNotices, lintTotals } from '../report/lint-stylish.js';
import type { LintResult } from '../schema/index.js';
import type { Checked, LintRun } from './lint-run.js';
import { type CommonOptions, coloursFor, notice } from './options.js';
import { writeSheets } from './sheets.js';

interface FlatOptions extends CommonOptions {
  readonly lang: 'zh' | 'en';
  readonly fix?: boolean;
}

export async function writeFlatRows(
  checked: readonly Checked[],
  result: LintResult,
  run: LintRun,
  given: FlatOptions,
): Promise<void> {
  const drafts = checked.flatMap(({ path, drafts: own }) => {
    const { understanding } = run.linterFor(path);
    return own.map(({ entry: { source, project }, sourced: { draft } }) => ({
      source,
      project,
      rows: flatRows(draft, understanding),
    }));
  });
  // With --fix the file that -o names is the corrected copy.
  const { output, ...rest } = given;
  const options = given.fix || output === undefined ? rest : given;
  const sheets = { sheets: flatSheets(drafts, given.lang), list: flatList(drafts, given.lang) };
  await writeSheets(
    'flat',
    sheets,
    options,
    checked.map(({ path }) => path),
  );
  const style = { language: given.lang, colours: coloursFor({ ...given, color: false }) };
  for (const line of lintNotices(result, style)) notice(line, given);
  notice(lintTotals(result, style), given);
}
