/**
 * Findings against a gold list that was written by reading. Gold is JSON (test/fixtures/gold) or lines
 * “项目 | name | unit”, “问题 | level | marker | text”, “建议 | …”, “对应 | 1-1 2-2” (headline numbers, problem first; a bare
 * line 对应 says that pairs are not judged). `*` is any name; …… stands for words left out.
 */
import type { Finding, FindingKind } from '../schema/index.js';

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
  readonly pairs: readonly (readonly [number, number])[];
}

/** Counts, so that documents can be added up. */
export interface Tally {
  right: number;
  found: number;
  wanted: number;
  readonly missed: string[];
  readonly spurious: string[];
}

export function f1Of({ right, found, wanted }: Tally): number {
  return found + wanted === 0 ? 1 : (2 * right) / (found + wanted);
}

export function parseGold(text: string): GoldProject[] {
  const projects: {
    project: string;
    unit: string;
    problems: GoldFinding[];
    suggestions: GoldFinding[];
    pairs: [number, number][];
  }[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const [key = '', first = '', second = '', ...rest] = line.split('|').map((field) => field.trim());
    if (key === '项目') projects.push({ project: first, unit: second, problems: [], suggestions: [], pairs: [] });
    const last = projects.at(-1);
    if (!last) throw new Error(`a gold file begins with 项目: ${line}`);
    const finding = { level: Number(first), marker: second, text: rest.join('|') };
    if (key === '问题') last.problems.push(finding);
    else if (key === '建议') last.suggestions.push(finding);
    else if (key === '对应') last.pairs.push(...first.split(' ').filter(Boolean).map(pairOf));
    else if (key !== '项目') throw new Error(`unknown key in a gold file: ${line}`);
  }
  return projects;
}

function pairOf(text: string): [number, number] {
  const [problem, suggestion] = text.split('-').map(Number);
  return [problem ?? 0, suggestion ?? 0];
}

const KINDS = ['problem', 'suggestion'] as const;
type Matches = ReadonlyMap<
  Finding,
  { readonly project: number; readonly kind: FindingKind; readonly gold: GoldFinding }
>;

/** Project, kind, level, marker and text must all agree. */
export function scoreFindings(found: readonly Finding[], gold: readonly GoldProject[]): Tally {
  const matches = matched(found, gold, true);
  const hits = new Set([...matches.values()].map((match) => match.gold));
  const wanted = gold.flatMap(({ project, problems, suggestions }) =>
    [...problems, ...suggestions].map((one) => ({ project, one })),
  );
  return {
    right: matches.size,
    found: found.length,
    wanted: wanted.length,
    missed: wanted
      .filter(({ one }) => !hits.has(one))
      .map(({ project, one }) => `${project} ${one.level} ${one.marker} ${one.text}`),
    spurious: found
      .filter((one) => !matches.has(one))
      .map(({ project, level, kind, marker, text }) => `${project ?? ''} ${kind} ${level} ${marker} ${text}`),
  };
}

/** Of the findings whose text is right, those of the right kind. */
export function scoreKinds(found: readonly Finding[], gold: readonly GoldProject[]): Tally {
  const matches = [...matched(found, gold, false)];
  const wrong = matches.filter(([finding, { kind }]) => finding.kind !== kind);
  const right = matches.length - wrong.length;
  return {
    right,
    found: matches.length,
    wanted: matches.length,
    missed: [],
    spurious: wrong.map(([{ kind, text }]) => `${kind} ${text}`),
  };
}

/** Pairs of headlines. A found pair counts where both its findings are those of the gold pair. */
export function scorePairs(found: readonly Finding[], gold: readonly GoldProject[]): Tally {
  const matches = matched(found, gold, true);
  const nameOf = (finding: Finding | undefined): string => {
    const match = finding && matches.get(finding);
    if (!finding || !match) return `?${finding?.id ?? ''}`;
    const heads = (gold[match.project]?.[`${match.kind}s`] ?? []).filter(({ level }) => level === 1);
    return String(heads.indexOf(match.gold) + 1);
  };
  const byId = new Map(found.map((finding) => [finding.id, finding]));
  const wanted = new Set(gold.flatMap(({ project, pairs }) => pairs.map(([a, b]) => `${project} ${a}-${b}`)));
  const made = new Set<string>();
  for (const finding of found) {
    if (finding.kind !== 'problem' || finding.level !== 1) continue;
    const match = matches.get(finding);
    const project = match ? gold[match.project]?.project : (finding.project ?? '');
    for (const other of finding.pairedWith) made.add(`${project} ${nameOf(finding)}-${nameOf(byId.get(other))}`);
  }
  const right = [...wanted].filter((pair) => made.has(pair));
  return {
    right: right.length,
    found: made.size,
    wanted: wanted.size,
    missed: [...wanted].filter((pair) => !made.has(pair)),
    spurious: [...made].filter((pair) => !wanted.has(pair)),
  };
}

/** Each finding with the gold one that it is; with `strict` off the kind, level and marker may differ. */
function matched(found: readonly Finding[], gold: readonly GoldProject[], strict: boolean): Matches {
  const matches = new Map<Finding, { project: number; kind: FindingKind; gold: GoldFinding }>();
  for (const [index, project] of gold.entries()) {
    for (const kind of KINDS) {
      for (const wanted of project[`${kind}s`]) {
        const hit = found.find(
          (finding) =>
            !matches.has(finding) &&
            isNamed(finding.project, project.project) &&
            isNamed(finding.unit, project.unit) &&
            (!strict ||
              (finding.kind === kind && finding.level === wanted.level && finding.marker === wanted.marker)) &&
            reads(finding.text, wanted.text),
        );
        if (hit) matches.set(hit, { project: index, kind, gold: wanted });
      }
    }
  }
  return matches;
}

function isNamed(name: string | undefined, gold: string): boolean {
  return gold === '*' || name === gold;
}

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
