/** Findings → rows of a work paper: one a problem that has no parts, with what its own words say of sums and policies. */
import type { Finding, WorkPaperRow } from '../schema/index.js';
import type { ReadingData } from './reading-data.js';

/** 12.5万元, 1,200元, 三十万元, 300余万元; “38元/人” is a price, no sum. */
const AMOUNT =
  /(?:\d[\d,，]{0,18}(?:\.\d{1,6})?|[〇零一二两三四五六七八九十百千]{1,12})[余多]?(?:亿|千万|百万|十万|万|千|百)?[余多]?元(?![/／每])/g;
/** A title in 书名号, with the number of the document that often stands behind it. */
const TITLE = /《([^《》]{2,60})》(?:[（(]?[一-龥]{1,12}[〔[【（(]\d{4}[〕\]】）)]\d{1,5}号[）)]?)?/g;
const NUMBER = /[一-龥]{1,12}[〔[【]\d{4}[〕\]】]\d{1,5}号/g;
const TRIAL = /[（(][^（）()]{1,12}[）)]$/;

export function workPaperRows(findings: readonly Finding[], { workPaper }: ReadingData): WorkPaperRow[] {
  const byId = new Map(findings.map((finding) => [keyOf(finding.source, finding.id), finding]));
  const parents = new Set(
    findings.flatMap(({ source, parentId }) => (parentId === null ? [] : [keyOf(source, parentId)])),
  );
  const leaves = findings.filter(({ kind, source, id }) => kind === 'problem' && !parents.has(keyOf(source, id)));
  return leaves.map((finding) => {
    const line = lineage(finding, byId);
    const facts = line.map(({ text }) => text);
    const told = facts.join('\n');
    const { source, location, project, unit, labels } = finding;
    return {
      categories: labels.map(({ category }) => category),
      facts,
      amounts: [...new Set(told.match(AMOUNT) ?? [])],
      basis: policies(told, workPaper),
      source,
      location,
      ...(project !== undefined && { project }),
      ...(unit !== undefined && { unit }),
      advice: adviceFor(line, byId),
    };
  });
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
function adviceFor(line: readonly Finding[], byId: ReadonlyMap<string, Finding>): string[] {
  const answered = line.findLast(({ pairedWith }) => pairedWith.length > 0);
  if (!answered) return [];
  return answered.pairedWith.flatMap((id) => byId.get(keyOf(answered.source, id))?.text ?? []);
}

/** 《…办法（试行）》 is a policy, 《购销合同》 is none; numbers of documents stand for themselves. */
function policies(text: string, { policyEnds, citing }: ReadingData['workPaper']): string[] {
  const titles = [...text.matchAll(TITLE)].flatMap(([whole, title = '']) => {
    const core = title.replace(TRIAL, '');
    return policyEnds.some((end) => core.endsWith(end)) ? [whole] : [];
  });
  const numbers = (text.match(NUMBER) ?? [])
    .map((number) => withoutCiting(number, citing))
    .filter((number) => !titles.some((title) => title.includes(number)));
  return [...new Set([...titles, ...numbers])];
}

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
