import type { FixedFile, LintEntry, LintResult, Notice, Severity } from '../schema/index.js';

/**
 * Entries, one a draft → the document that `lint --format json` prints. `notices` are those about the whole run, `fixes`
 * what `--fix` made of each file.
 */
export function lintResult(
  entries: readonly LintEntry[],
  version: string,
  notices: readonly Notice[] = [],
  fixes?: readonly FixedFile[],
): LintResult {
  const count = (severity: Severity) =>
    entries.reduce((sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length, 0);
  return {
    schemaVersion: 1,
    tool: { name: 'jixiao', version },
    results: [...entries],
    ...(fixes && { fixes: [...fixes] }),
    notices: [...notices],
    summary: {
      sources: new Set(entries.map(({ source }) => source)).size,
      drafts: entries.length,
      indicators: entries.reduce((sum, { indicators }) => sum + indicators, 0),
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      waived: entries.reduce((sum, { waived }) => sum + waived.length, 0),
      baseline: entries.reduce((sum, { old }) => sum + old, 0),
    },
  };
}
