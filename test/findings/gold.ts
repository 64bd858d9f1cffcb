/** Compares findings with a gold list that was written by reading. */
import type { Finding } from '../../src/schema/index.js';

export interface GoldFinding {
  readonly level: number;
  readonly marker: string;
  readonly text: string;
}

export interface GoldProject {
  readonly project: string;
  readonly unit: string;
  readonly problems: readonly GoldFinding[];
  readonly suggestions: readonly GoldFinding[];
  /** Headline numbers, problem first. */
  readonly pairs: readonly (readonly [number, number])[];
}

export interface Score {
  readonly f1: number;
  readonly missed: readonly string[];
  readonly spurious: readonly string[];
}

/** Project, kind, level, marker and text must all agree. */
export function scoreFindings(found: readonly Finding[], gold: readonly GoldProject[]): Score {
  const left = new Set(found);
  const missed: string[] = [];
  let hits = 0;
  for (const project of gold) {
    for (const kind of ['problem', 'suggestion'] as const) {
      for (const wanted of project[`${kind}s`]) {
        const hit = [...left].find(
          (finding) =>
            finding.project === project.project &&
            finding.unit === project.unit &&
            finding.kind === kind &&
            finding.level === wanted.level &&
            finding.marker === wanted.marker &&
            reads(finding.text, wanted.text),
        );
        if (hit) hits += 1;
        else missed.push(`${project.project} ${kind} ${wanted.marker} ${wanted.text}`);
        if (hit) left.delete(hit);
      }
    }
  }
  return {
    ...f1(hits, found.length, hits + missed.length),
    missed,
    spurious: [...left].map(({ id, text }) => `${id} ${text}`),
  };
}

/** Pairs of headlines. */
export function scorePairs(found: readonly Finding[], gold: readonly GoldProject[]): Score {
  const wanted = new Set(gold.flatMap(({ project, pairs }) => pairs.map(([a, b]) => `${project} ${a}-${b}`)));
  const number = (id: string): string => id.split('.')[2] ?? '';
  const made = new Set(
    found
      .filter(({ kind, level }) => kind === 'problem' && level === 1)
      .flatMap(({ id, project, pairedWith }) => pairedWith.map((other) => `${project} ${number(id)}-${number(other)}`)),
  );
  const missed = [...wanted].filter((pair) => !made.has(pair));
  return {
    ...f1(wanted.size - missed.length, made.size, wanted.size),
    missed,
    spurious: [...made].filter((pair) => !wanted.has(pair)),
  };
}

function f1(hits: number, found: number, wanted: number): { f1: number } {
  return { f1: (2 * hits) / Math.max(1, found + wanted) };
}

/** `……` in the gold text stands for words left out. */
function reads(text: string, gold: string): boolean {
  const parts = gold.split('……');
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const at = text.indexOf(part, from);
    if (at < 0 || (index === 0 && at !== 0)) return false;
    from = at + part.length;
  }
  return text.endsWith(parts.at(-1) ?? '') && (parts.length > 1 || text === gold);
}
