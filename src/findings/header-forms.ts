/** Headers that nobody listed: what kind of column it is, told by the words that such headers are made of. */
import { holdsAny } from '../text/any-of.js';
import { withoutSpaces } from '../text/characters.js';
import { rememberFor } from '../text/remember-for.js';
import type { ReadingData } from './reading-data.js';

const oneOf = (...lists: readonly (readonly string[])[]): string => `(?:${lists.flat().join('|')})`;

const forms = rememberFor(({ headers, headings }: ReadingData) => ({
  measure: new RegExp(
    `${oneOf(headers.aims, headings.measureAims)}(?:工作)?的?(?:${oneOf(headings.measureNouns)}[及和与、])?${oneOf(headers.measures)}$`,
    'u',
  ),
  shortfall: new RegExp(
    `${oneOf(headers.shortfalls, headings.problemWords)}\\p{Script=Han}{0,6}${oneOf(headers.tellings)}$`,
    'u',
  ),
  state: new RegExp(`(?<!未)${oneOf(headers.doings)}${oneOf(headers.states)}$`, 'u'),
  evidence: new RegExp(`^${oneOf(headers.beside.factsOf)}?的?${oneOf(headers.beside.facts)}$`, 'u'),
  cause: new RegExp(`${oneOf(headers.causes)}(?:分析|说明|剖析)?$`, 'u'),
}));

/** 纠偏措施, 拟采取的举措: an aim, and at the end what is set out for it. */
export function isMeasureHeader(words: string, data: ReadingData): boolean {
  return forms(data).measure.test(words);
}

/** 偏离目标情况: a shortfall, and at the end that it is told. */
export function isShortfallHeader(words: string, data: ReadingData): boolean {
  return forms(data).shortfall.test(words);
}

/** 措施落实情况, 完成时限: how far something has come, or when it is due; 按月上报进展情况 is a measure. */
export function tellsState(words: string, data: ReadingData): boolean {
  const { headers, headings } = data;
  const found = forms(data).state.exec(words);
  if (!found) return false;
  const before = words.slice(0, found.index);
  return without(before, [...headers.doings, ...headers.problem, ...headers.suggestion, ...headings.fillers]) === '';
}

/** 具体事实: what shows the problem that another column names. */
export function isEvidenceHeader(words: string, data: ReadingData): boolean {
  return data.headers.beside.evidence.includes(words) || forms(data).evidence.test(words);
}

/** 未完成原因, 原因分析: why, and no problem of its own where another column has these; 未说明扣分原因 is a problem. */
export function isCauseHeader(cell: string, data: ReadingData): boolean {
  const { headers, headings } = data;
  const words = withoutSpaces(cell).replace(/[:：]$/u, '');
  const found = forms(data).cause.exec(words);
  if (!found) return false;
  const before = words.slice(0, found.index);
  const parts = [...headers.shortfalls, ...headings.problemWords, ...headings.fillers, ...headings.around];
  // 问题及原因 has both.
  return without(before, parts) === '' && !headings.problemExact.some((word) => before.includes(word));
}

/** 民生实事项目: a project, where it does not say what is checked or counted. */
export function isProjectHeader(words: string, { headers }: ReadingData): boolean {
  return headers.projectEnds.some((end) => words.endsWith(end)) && !holdsAny(words, headers.projectNot);
}

function without(words: string, known: readonly string[]): string {
  const longestFirst = known.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), words);
}
