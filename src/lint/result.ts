import type { FixedFile, LintEntry, LintResult, LintSource, Notice, Severity, UnreadFile } from '../schema/index.js';

/** What is told beside the drafts. */
export interface RunTold {
  /** About the whole run. */
  readonly notices?: readonly Notice[] | undefined;
  /** Files that could not be read. */
  readonly failures?: readonly UnreadFile[] | undefined;
  /** What `--fix` made of each file. */
  readonly fixes?: readonly FixedFile[] | undefined;
}

/** Entries, one a draft → the document that `lint --format json` prints. */
export function lintResult(
  entries: readonly LintEntry[],
  version: string,
  { notices = [], failures = [], fixes }: RunTold = {},
): LintResult {
  const count = (severity: Severity) =>
    entries.reduce((sum, { diagnostics }) => sum + diagnostics.filter((one) => one.severity === severity).length, 0);
  return {
    schemaVersion: 1,
    tool: { name: 'jixiao', version },
    ...byFile(entries),
    ...(fixes && { fixes: [...fixes] }),
    notices: [...notices],
    ...(failures.length > 0 && { failures: [...failures] }),
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

/** What concerns a file of several drafts is none of its first one's. */
function byFile(entries: readonly LintEntry[]): { results: LintEntry[]; sources?: LintSource[] } {
  const counts = new Map<string, number>();
  for (const { source } of entries) counts.set(source, (counts.get(source) ?? 0) + 1);
  const several = (source: string): boolean => (counts.get(source) ?? 0) > 1;
  const isOfFile = ({ about }: Notice): boolean => about === 'file';
  const sources = entries.flatMap(({ source, notices }): LintSource[] => {
    const ofFile = several(source) ? notices.filter(isOfFile) : [];
    return ofFile.length > 0 ? [{ source, notices: ofFile }] : [];
  });
  return {
    results: entries.map((entry) =>
      several(entry.source) ? { ...entry, notices: entry.notices.filter((one) => !isOfFile(one)) } : entry,
    ),
    ...(sources.length > 0 && { sources }),
  };
}
