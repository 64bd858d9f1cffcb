/** Findings → rows of a work paper: one a problem that has no parts, with what its own words say of sums and policies. */
import type { Finding, WorkPaperRow } from '../schema/index.js';
import type { ReadingData } from './reading-data.js';

/** 12.5万元, 1,200元, 三十万元, 300余万元; “38元/人” is a price, no sum. */
const AMOUNT =
  /(?:\d[\d,，]{0,18}(?:\.\d{1,6})?|[〇零一二两三四五六七八九十百千]{1,12})[余多]?(?:亿|千万|百万|十万|万|千|百)?[余多]?元(?![/／每])/g;
/** A title in 书名号, with the number of the document that often stands behind it. */
const TITLE = /《([^《》]{2,60})》(?:[（(]?[一-龥]{1,12}[〔[【（(]\d{4}[〕\]】）)]\d{1,5}号[）)]?)?/g;
const NUMBER = /[一-龥]{1,12}[〔[【]\d{4}[〕\]】]\d{1,5}号/g;
/** 第十五条第二款第（三）项, 第八条、第九条和第十一条: what it says stands right behind the title or number. */
const NUMERAL = '[〇零一二三四五六七八九十百\\d]{1,6}';
const CLAUSE = `第${NUMERAL}[章节条](?:之${NUMERAL})?(?:第${NUMERAL}款)?(?:第?[（(]?${NUMERAL}[）)]?项)?`;
const ARTICLES = new RegExp(`^[中的]?(${CLAUSE}(?:[、，,和及与至]{1,2}${CLAUSE}){0,9})`, 'u');
const TRIAL = /[（(][^（）()]{1,12}[）)]$/;

export function workPaperRows(findings: readonly Finding[], { workPaper }: ReadingData): WorkPaperRow[] {
  const byId = new Map(findings.map((finding) => [keyOf(finding.source, finding.id), finding]));
  const parts = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.parentId === null) continue;
    const key = keyOf(finding.source, finding.parentId);
    const siblings = parts.get(key);
    if (siblings) siblings.push(finding);
    else parts.set(key, [finding]);
  }
  const leaves = findings.filter(({ kind, source, id }) => kind === 'problem' && !parts.has(keyOf(source, id)));
  return leaves.map((finding) => {
    const line = lineage(finding, byId);
    const facts = line.map(({ text }) => text);
    const told = facts.join('\n');
    const { source, location, project, unit, year, labels } = finding;
    return {
      categories: labels.map(({ category }) => category),
      facts,
      amounts: [...new Set(told.match(AMOUNT) ?? [])],
      basis: policies(told, workPaper),
      source,
      location,
      ...(project !== undefined && { project }),
      ...(unit !== undefined && { unit }),
      ...(year !== undefined && { year }),
      advice: adviceFor(line, { byId, parts }),
    };
  });
}

interface Tree {
  readonly byId: ReadonlyMap<string, Finding>;
  /** What stands right below each headline, in order. */
  readonly parts: ReadonlyMap<string, readonly Finding[]>;
}

/** From the headline down to the finding itself. */
function lineage(finding: Finding, byId: ReadonlyMap<string, Finding>): Finding[] {
  const line = [finding];
  for (let at = finding; at.parentId !== null && line.length < 20; ) {
    const above = byId.get(keyOf(at.source, at.parentId));
    if (!above) break;
    line.unshift(above);
    at = above;
  }
  return line;
}

/** What answers the problem itself, else what answers the nearest headline above it. */
function adviceFor(line: readonly Finding[], all: Tree): string[] {
  const answered = line.findLast(({ pairedWith }) => pairedWith.length > 0);
  if (!answered) return [];
  const own = new Set(line.map(({ id }) => id));
  const answers = answered.pairedWith.flatMap((id) => all.byId.get(keyOf(answered.source, id)) ?? []);
  // The headline says what to do, the sentence below it how: neither is the advice without the other.
  const whole = answers.flatMap((answer) => [...lineage(answer, all.byId), ...partsOf(answer, own, all)]);
  return [...new Set(whole.map(({ text }) => text))];
}

/** All that stands below a headline, but for a point of its list that answers another problem by itself. */
function partsOf({ source, id }: Finding, own: ReadonlySet<string>, all: Tree): Finding[] {
  return (all.parts.get(keyOf(source, id)) ?? []).flatMap((part) => {
    // A sentence without a number explains the headline, whatever else it may fit.
    const isOthers =
      part.marker !== '' && part.pairedWith.length > 0 && !part.pairedWith.some((problem) => own.has(problem));
    return isOthers ? [] : [part, ...partsOf(part, own, all)];
  });
}

/** 《…办法（试行）》 is a policy, 《购销合同》 is none; numbers of documents stand for themselves. */
function policies(text: string, { policyEnds, citing }: ReadingData['workPaper']): string[] {
  const titles = [...text.matchAll(TITLE)].flatMap(({ 0: whole, 1: title = '', index }) => {
    const core = title.replace(TRIAL, '');
    return policyEnds.some((end) => core.endsWith(end)) ? [whole + articlesAt(text, index + whole.length)] : [];
  });
  const numbers = [...text.matchAll(NUMBER)]
    .map(({ 0: whole, index }) => withoutCiting(whole, citing) + articlesAt(text, index + whole.length))
    .filter((number) => !titles.some((title) => title.includes(number)));
  const all = [...new Set([...titles, ...numbers])];
  // Named once with its article and once without, it is the same basis.
  return all.filter((one) => !all.some((other) => other !== one && other.startsWith(`${one}第`)));
}

function articlesAt(text: string, at: number): string {
  return ARTICLES.exec(text.slice(at, at + LONGEST_ARTICLES))?.[1] ?? '';
}

const LONGEST_ARTICLES = 80;

/** 未按粤财绩〔2019〕5号 → 粤财绩〔2019〕5号. */
function withoutCiting(number: string, citing: readonly string[]): string {
  const name = number.slice(0, number.search(/[〔[【]/));
  const ends = citing.flatMap((word) => {
    const at = name.lastIndexOf(word);
    return at < 0 || at + word.length === name.length ? [] : [at + word.length];
  });
  return number.slice(Math.max(0, ...ends));
}

function keyOf(source: string, id: string): string {
  return JSON.stringify([source, id]);
}
