/** Lint results file by file: the drafts of each, and what is said of it as a whole. */
import type { LintEntry, LintResult, Notice } from '../schema/index.js';

export interface FileResults {
  readonly source: string;
  readonly entries: readonly LintEntry[];
  readonly notices: readonly Notice[];
}

/** In the order of the drafts. */
export function byFile({ results, sources = [] }: Pick<LintResult, 'results' | 'sources'>): FileResults[] {
  const files = new Map<string, LintEntry[]>();
  for (const entry of results) {
    const own = files.get(entry.source);
    if (own) own.push(entry);
    else files.set(entry.source, [entry]);
  }
  const told = new Map(sources.map(({ source, notices }) => [source, notices]));
  return [...files].map(([source, entries]) => ({ source, entries, notices: told.get(source) ?? [] }));
}

/** Every entry with its own notices, the first one of each file with those of the file too: for lists that name the file. */
export function withFileNotices(result: Pick<LintResult, 'results' | 'sources'>): LintEntry[] {
  return byFile(result).flatMap(({ entries, notices: ofFile }) =>
    entries.map((entry, index) => (index === 0 ? { ...entry, notices: [...ofFile, ...entry.notices] } : entry)),
  );
}
