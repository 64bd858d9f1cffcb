/** Problem ↔ suggestion: by number, wording, matter and, where labels are given, category. */
import type { Finding } from '../schema/index.js';
import { holdsAny } from '../text/any-of.js';
import { firstFrom } from '../text/sorted.js';
import type { ReadingData } from './reading-data.js';

export interface Pairable extends Pick<Finding, 'id' | 'kind' | 'text' | 'parentId' | 'labels' | 'marker'> {
  /** Its place among its siblings, from 1. */
  readonly position: number;
}

export interface PairOptions {
  readonly concepts: ReadingData['concepts'];
  /** They stand in one point (问题一：… 建议：…): all that is suggested answers the only problem, and the other way round. */
  readonly together?: boolean;
}

/** Two findings below this have nothing to do with each other but their place. */
const LEAST = 0.34;
/** Where both sides have as many, the number alone is enough, unless another one fits better. */
const SAME_NUMBER = LEAST;
/** Where one side has only one, less must be shared; and where it states a measure a problem, nothing. */
const ONLY_ONE = 0.2;
/** A second partner must be nearly as good as the first. */
const NEARLY = 0.85;
const PARTS_LEAST = 0.4;
/** No report lists more headlines; where one seems to, only near ones are compared, so that the work stays bounded. */
const MANY = 200;
const NEAR = 20;

/**
 * Pairs the findings of one passage pair (one row, one report). Headlines are paired first, their parts only within
 * paired headlines. Several may answer one, and one several; who has no answer is not in the result.
 */
export function pairFindings(
  findings: readonly Pairable[],
  { concepts, together = false }: PairOptions,
): Map<string, string[]> {
  const trees = treesOf(findings, concepts);
  const pairs = new Map<string, string[]>();
  const link = (problem: Tree, suggestion: Tree): void => {
    pairs.set(problem.id, [...(pairs.get(problem.id) ?? []), suggestion.id]);
    pairs.set(suggestion.id, [...(pairs.get(suggestion.id) ?? []), problem.id]);
  };
  const linkTrees = (problem: Tree, suggestion: Tree): void => {
    link(problem, suggestion);
    for (const [part, answer] of match(problem.parts, suggestion.parts, PARTS_LEAST, false)) link(part, answer);
  };
  const tops = trees.filter(({ parentId }) => parentId === null);
  const problems = tops.filter(({ kind }) => kind === 'problem');
  const suggestions = tops.filter(({ kind }) => kind === 'suggestion');
  // The only suggestion of a row, or of a point, answers its only problem.
  const [few, many] = [problems.length, suggestions.length].toSorted((a, b) => a - b);
  const only = few === 1 ? (problems.length === 1 ? problems[0] : suggestions[0]) : undefined;
  if (only && (many === 1 || together || statements(only.text) >= (many ?? 0))) {
    for (const problem of problems) for (const suggestion of suggestions) linkTrees(problem, suggestion);
    return pairs;
  }
  for (const [problem, suggestion] of match(problems, suggestions, only ? ONLY_ONE : LEAST, true))
    linkTrees(problem, suggestion);
  return pairs;
}

/** 更换器材；每半年轮训一次；简化流程: three, though nobody numbered them. */
function statements(text: string): number {
  return text.split(/[；;。\n]/u).filter((part) => /\p{L}/u.test(part)).length;
}

interface Tree {
  readonly id: string;
  readonly text: string;
  readonly kind: Finding['kind'];
  readonly parentId: string | null;
  readonly position: number;
  readonly own: Profile;
  /** The headline with all its parts. */
  readonly whole: Profile;
  readonly categories: ReadonlySet<string>;
  readonly parts: Tree[];
}

interface Profile {
  readonly bigrams: ReadonlySet<string>;
  readonly concepts: ReadonlyMap<number, number>;
}

function treesOf(findings: readonly Pairable[], concepts: ReadingData['concepts']): Tree[] {
  const below = new Map<string, Pairable[]>();
  for (const finding of findings) {
    if (finding.parentId === null) continue;
    const parts = below.get(finding.parentId) ?? [];
    below.set(finding.parentId, parts);
    parts.push(finding);
  }
  const build = (finding: Pairable): Tree => {
    const parts = (below.get(finding.id) ?? []).map(build);
    const text = [finding.text, ...parts.map((part) => part.text)].join('\n');
    const categories = new Set([
      ...finding.labels.map(({ category }) => category),
      ...parts.flatMap((part) => [...part.categories]),
    ]);
    const { id, kind, parentId, position } = finding;
    return {
      id,
      kind,
      parentId,
      position,
      own: profile(finding.text, concepts),
      whole: profile(text, concepts),
      categories,
      parts,
      text,
    };
  };
  return findings.filter(({ parentId }) => parentId === null).map(build);
}

/** Every suggestion with the problem it fits best, then every problem left over with its best suggestion. */
function match(problems: readonly Tree[], suggestions: readonly Tree[], least: number, tops: boolean): [Tree, Tree][] {
  const sameCount = problems.length === suggestions.length;
  const partners = tops ? clearPartners(problems, suggestions) : NONE;
  // Who says in its own words whom it belongs to has no place; the others follow each other without it.
  const places = new Map([problems, suggestions].flatMap((trees) => placesOf(trees, sameCount, partners)));
  const byPlace = (problem: Tree, suggestion: Tree): number => {
    if (partners.get(problem) === suggestion) return SAME_NUMBER;
    const place = places.get(problem);
    if (place === undefined || place !== places.get(suggestion)) return 0;
    return sameCount && tops ? SAME_NUMBER : 0.12;
  };
  const score = (problem: Tree, suggestion: Tree): number =>
    likeness(problem, suggestion) + byPlace(problem, suggestion);
  const found = new Map<string, [Tree, Tree]>();
  const take = (problem: Tree, suggestion: Tree): void => {
    found.set(`${problem.id} ${suggestion.id}`, [problem, suggestion]);
  };
  const nearProblems = nearOf(problems);
  for (const suggestion of suggestions) {
    for (const problem of best(nearProblems(suggestion), (candidate) => score(candidate, suggestion), least))
      take(problem, suggestion);
  }
  const answered = new Set([...found.values()].map(([problem]) => problem.id));
  const nearSuggestions = nearOf(suggestions);
  for (const problem of problems) {
    if (answered.has(problem.id)) continue;
    for (const suggestion of best(nearSuggestions(problem), (candidate) => score(problem, candidate), least))
      take(problem, suggestion);
  }
  return [...found.values()];
}

/** Those of `trees` that a tree is compared with. */
function nearOf(trees: readonly Tree[]): (tree: Tree) => readonly Tree[] {
  if (trees.length <= MANY) return () => trees;
  const sorted = trees.toSorted((a, b) => a.position - b.position);
  const positions = sorted.map(({ position }) => position);
  return ({ position }) =>
    sorted.slice(firstFrom(positions, position - NEAR), firstFrom(positions, position + NEAR + 1));
}

/** Their own numbers; where both sides have as many, their rank among those that are left. */
function placesOf(trees: readonly Tree[], ranked: boolean, partners: ReadonlyMap<Tree, Tree>): [Tree, number][] {
  return trees
    .filter((tree) => !partners.has(tree))
    .map((tree, index) => [tree, ranked && partners.size > 0 ? index : tree.position]);
}

const NONE: ReadonlyMap<Tree, Tree> = new Map();

/**
 * Problem ↔ suggestion, both ways, where words that one problem and one suggestion have alone leave no doubt (消防水压不足 ↔
 * 消防水压每月检测): what stands at the same number does not matter then.
 */
function clearPartners(problems: readonly Tree[], suggestions: readonly Tree[]): Map<Tree, Tree> {
  const holders = new Map<string, { problem?: Tree | null; suggestion?: Tree | null }>();
  for (const tree of [...problems, ...suggestions]) {
    const side = tree.kind === 'problem' ? 'problem' : 'suggestion';
    for (const bigram of tree.own.bigrams) {
      const known = holders.get(bigram) ?? {};
      holders.set(bigram, known);
      known[side] = known[side] === undefined ? tree : null;
    }
  }
  const shared = new Map<Tree, Map<Tree, number>>();
  const count = (from: Tree, to: Tree): void => {
    const counts = shared.get(from) ?? new Map<Tree, number>();
    shared.set(from, counts.set(to, (counts.get(to) ?? 0) + 1));
  };
  for (const { problem, suggestion } of holders.values()) {
    if (!problem || !suggestion) continue;
    count(problem, suggestion);
    count(suggestion, problem);
  }
  const favourites = new Map([...shared].flatMap(([tree, counts]) => favourite(tree, counts)));
  return new Map([...favourites].filter(([tree, other]) => favourites.get(other) === tree));
}

/** Twice as much is shared with it as with any other, and more than a chance pair of characters. */
function favourite(tree: Tree, counts: ReadonlyMap<Tree, number>): [Tree, Tree][] {
  const [first, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (!first || first[1] < CLEAR || first[1] < 2 * (second?.[1] ?? 0)) return [];
  return [[tree, first[0]]];
}

const CLEAR = 2;

function best(trees: readonly Tree[], score: (tree: Tree) => number, least: number): Tree[] {
  const scored = trees.map((tree) => ({ tree, value: score(tree) }));
  const top = Math.max(0, ...scored.map(({ value }) => value));
  if (top < least) return [];
  return scored.filter(({ value }) => value >= least && value >= NEARLY * top).map(({ tree }) => tree);
}

/**
 * 0 to 1. Concepts and categories count where both sides have them; where they say nothing, the wording says all.
 */
function likeness(problem: Tree, suggestion: Tree): number {
  const wording = Math.max(
    overlap(problem.own.bigrams, suggestion.own.bigrams),
    0.8 * overlap(problem.whole.bigrams, suggestion.whole.bigrams),
  );
  const matter = Math.max(
    cosine(problem.own.concepts, suggestion.own.concepts),
    0.7 * cosine(problem.whole.concepts, suggestion.whole.concepts),
  );
  const evidence = [{ value: wording, weight: 0.45 }];
  if (problem.whole.concepts.size > 0 && suggestion.whole.concepts.size > 0)
    evidence.push({ value: matter, weight: 0.35 });
  if (problem.categories.size > 0 && suggestion.categories.size > 0)
    evidence.push({ value: overlap(problem.categories, suggestion.categories), weight: 0.2 });
  const weights = evidence.reduce((sum, { weight }) => sum + weight, 0);
  return evidence.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}

function profile(text: string, concepts: ReadingData['concepts']): Profile {
  const bigrams = new Set<string>();
  const words = text.replace(/[^\p{Script=Han}]+/gu, ' ');
  for (let i = 0; i + 1 < words.length; i += 1) {
    const pair = words.slice(i, i + 2);
    if (!pair.includes(' ')) bigrams.add(pair);
  }
  const hits = new Map<number, number>();
  concepts.forEach((group, index) => {
    if (!holdsAny(text, group)) return;
    hits.set(index, Math.sqrt(group.filter((word) => text.includes(word)).length));
  });
  return { bigrams, concepts: hits };
}

/** Shared part of the smaller set: a short headline may lie inside a long measure. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return 0;
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return shared / smaller;
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let product = 0;
  for (const [key, value] of a) product += value * (b.get(key) ?? 0);
  const norm = (map: ReadonlyMap<number, number>): number =>
    Math.sqrt([...map.values()].reduce((sum, value) => sum + value * value, 0));
  return product === 0 ? 0 : product / (norm(a) * norm(b));
}
