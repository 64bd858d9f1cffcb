/** Project and unit as the title of a document names them. */
import type { SourceDocument } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import type { Owner } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { lineHead } from './roles.js';
import { labelledOwner } from './text-owners.js';

/** 附件2 above a title. */
const ATTACHMENT = /^附[件表录]?\d{0,2}[:：]?$/u;

/** A title spreads over this many lines at most. */
const TITLE_LINES = 5;

export function ownerFromTitle(document: SourceDocument, data: ReadingData): Owner {
  const title = titleOf(document, data);
  const labelled = ownerFromLabels(document, data);
  const named = title === undefined ? {} : ownerOf(title, data);
  const year = yearIn(title ?? '') ?? yearBelow(document) ?? yearInName(document.source);
  return { ...(year !== undefined && { year }), ...named, ...labelled };
}

/** 2022年度…, （2023）; of 2021-2023年 the last one. */
export function yearIn(text: string): number | undefined {
  const years = /(?:^|\D)((?:19|20)\d\d)(?:\s?[-—–至]\s?((?:19|20)\d\d))?(?:\s?年|$|[）)])/u.exec(
    withArabicYears(text),
  );
  const year = years?.[2] ?? years?.[1];
  return year === undefined ? undefined : Number(year);
}

/** 二〇二二年: digit by digit, with whatever circle was typed for the nought. */
const CHINESE_YEAR = /二[〇○零ＯO][一二三四五六七八九〇○零ＯO]{2}(?=\s?年)/gu;

function withArabicYears(text: string): string {
  return text.replace(CHINESE_YEAR, (year) => Array.from(year, digitOf).join(''));
}

function digitOf(char: string): string {
  return String('一二三四五六七八九'.indexOf(char) + 1);
}

/** A line of a title block that states a year alone: （2023年度）. */
function yearBelow(document: SourceDocument): number | undefined {
  const rows = document.grids.find(({ hidden }) => !hidden)?.rows.slice(0, TITLE_LINES) ?? [];
  const lines = [...document.lines.slice(0, TITLE_LINES).map(({ text }) => text), ...rows.flat()].map(withoutSpaces);
  const stated = lines.find((line) => /^[（(]?(?:19|20)\d\d年?度?[）)]?$/u.test(line) && !/^\d+$/u.test(line));
  return stated === undefined ? undefined : yearIn(`${stated}年`);
}

/** huangpu-2022-review.xlsx; eight digits are a date, and of what is not known. */
function yearInName(source: string): number | undefined {
  const name = source.replace(/^.*[\\/]/u, '');
  const year = /(?:^|\D)((?:19|20)\d\d)(?:\D|$)/u.exec(name)?.[1];
  return year === undefined ? undefined : Number(year);
}

function titleOf(document: SourceDocument, data: ReadingData): string | undefined {
  const lines: string[] = [];
  for (const { text } of document.lines) {
    const words = withoutSpaces(text);
    if (words === '' || ATTACHMENT.test(words)) continue;
    if (lineHead(text).marker || lines.length === TITLE_LINES || /[。；]/u.test(words)) break;
    lines.push(words);
    if (isReport(words, data)) return lines.join('');
  }
  const grid = document.grids.find(({ hidden }) => !hidden);
  for (const row of grid?.rows.slice(0, TITLE_LINES) ?? []) {
    const cells = row.map(withoutSpaces).filter((cell) => cell !== '');
    if (cells.length === 1 && isReport(cells[0] ?? '', data)) return cells[0];
  }
  return undefined;
}

function isReport(words: string, { title }: ReadingData): boolean {
  const bare = words.replace(/[（(][^（()）]{0,20}[)）]$/u, '');
  return title.report.some((word) => bare.endsWith(word));
}

/** “项目名称：…” in the first lines of a report. */
function ownerFromLabels(document: SourceDocument, data: ReadingData): Owner {
  const owner: { project?: string; unit?: string } = {};
  for (const { text } of document.lines.slice(0, 60)) {
    const { project, unit } = labelledOwner(text, data) ?? {};
    if (project !== undefined) owner.project ??= project;
    if (unit !== undefined) owner.unit ??= unit;
  }
  return owner;
}

const YEARS = /(?:19|20)\d\d(?:[-—–](?:19|20)?\d\d)?年?度?/u;

function ownerOf(title: string, data: ReadingData): Owner {
  const lead = data.title.leading.find((word) => title.startsWith(word)) ?? '';
  const bare = withoutReport(title.slice(lead.length), data).replace(lead === '' ? /(?!)/u : /的$/u, '');
  const undated = withArabicYears(bare).replace(YEARS, '');
  const unit = unitIn(undated, data);
  const rest = unit === undefined ? undated : undated.slice(unit.length);
  const specific = rest.length >= 4 && !data.title.generic.includes(rest);
  const project = specific ? rest : bare;
  return { ...(project !== '' && !isActivity(project, data) && { project }), ...(unit !== undefined && { unit }) };
}

/** 绩效评价整改“回头看”: what was done, of no project in particular. */
function isActivity(words: string, { title }: ReadingData): boolean {
  if (title.generic.includes(words)) return false;
  const longestFirst = title.activity.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), words.replace(YEARS, '')) === '';
}

function withoutReport(title: string, { title: { trailing } }: ReadingData): string {
  const longestFirst = trailing.toSorted((a, b) => b.length - a.length);
  let words = title.replace(/[（(][^（()）]{0,20}[)）]$/u, '');
  for (let end = longestFirst.find((word) => words.endsWith(word)); end !== undefined; ) {
    words = words.slice(0, -end.length);
    end = longestFirst.find((word) => words.endsWith(word));
  }
  return words;
}

/** The longest beginning that ends like a public body and leaves a project (or a generic word) behind it. */
function unitIn(words: string, { institutions, title }: ReadingData): string | undefined {
  for (let end = words.length; end >= 4; end -= 1) {
    const name = words.slice(0, end);
    const rest = words.slice(end);
    if (
      rest.length === 1 ||
      !institutions.some((word) => (word.length > 1 || title.bodies.includes(word)) && name.endsWith(word))
    )
      continue;
    if (rest === '' || [...title.generic, ...title.projectEnds].some((word) => rest.endsWith(word))) return name;
  }
  return undefined;
}
