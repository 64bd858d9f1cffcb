import type { LintEntry, LintResult, Severity } from '../schema/index.js';

/** Entries, one a draft → the document that `lint --format json` prints. */
export function lintResult(entries: readonly LintEntry[], version: string): LintResult {
  const count = (severity: Severity) =>
    entries.reduce((sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length, 0);
  return {
    schemaVersion: 1,
    tool: { name: 'jixiao', version },
    results: [...entries],
    summary: {
      sources: new Set(entries.map(({ source }) => source)).size,
      drafts: entries.length,
      indicators: entries.reduce((sum, { indicators }) => sum + indicators, 0),
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
    },
  };
}
