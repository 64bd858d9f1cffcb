/** Project and unit as the title of a document names them. */
import type { Grid, SourceDocument, TextLine } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import { asSeen } from '../text/normalize/normalize.js';
import { letterOwner } from './letter.js';
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { lineHead } from './roles.js';
import { labelledOwner } from './text-owners.js';
import { ownerOf } from './title-owner.js';
import { withArabicYears, yearIn } from './years.js';

/** 附件2 above a title. */
const ATTACHMENT = /^附[件表录]?\d{0,2}[:：]?$/u;

/** A title spreads over this many lines at most. */
const TITLE_LINES = 5;

export function ownerFromTitle(document: SourceDocument, data: ReadingData): Owner {
  const title = titleOf(document, data);
  const labelled = ownerFromLabels(document, data);
  const named = title === undefined ? {} : ownerOf(title, data);
  const year = yearIn(title ?? '') ?? yearBelow(document) ?? yearInName(document.source);
  return { ...(year !== undefined && { year }), ...named, ...letterOwner(document.lines, data), ...labelled };
}

/** What of an owner was taken out of titles, and the year out of the name of the file: it stands in no label or column. */
export interface TitleGuesses {
  readonly units: ReadonlySet<string>;
  readonly year?: number;
}

export function titleGuesses(document: SourceDocument, data: ReadingData): TitleGuesses {
  const seen = { ...document, lines: document.lines.map((line) => ({ ...line, text: asSeen(line.text, data.slips) })) };
  const title = titleOf(seen, data);
  const isSaid = { ...letterOwner(seen.lines, data), ...ownerFromLabels(seen, data) }.unit !== undefined;
  const ofTitle = title === undefined || isSaid ? undefined : ownerOf(title, data).unit;
  const units = [ofTitle, ...document.grids.map((grid) => ownerOfSheet(grid, data)?.unit)];
  const isStated = yearIn(title ?? '') !== undefined || yearBelow(seen) !== undefined;
  const year = isStated ? undefined : yearInName(document.source);
  // What a cell holds by itself is stated there.
  const isCell = (unit: string): boolean => document.grids.some(({ rows }) => rows.some((row) => row.includes(unit)));
  const guessed = units.filter((unit) => unit !== undefined && !isCell(unit)) as string[];
  return { units: new Set(guessed), ...(year !== undefined && { year }) };
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

/** What the title above a table says; undefined where it has none. */
export function ownerOfSheet(grid: Grid, data: ReadingData): Owner | undefined {
  const title = titleOfGrid(grid, data);
  if (title === undefined) return undefined;
  const year = yearIn(title);
  return { ...(year !== undefined && { year }), ...ownerOf(title, data) };
}

/** The lines of a running text, else of the rows of the first table that is shown. */
function titleOf(document: SourceDocument, data: ReadingData): string | undefined {
  const grid = document.grids.find(({ hidden }) => !hidden);
  return titleIn(document.lines, data) ?? (grid && titleOfGrid(grid, data));
}

/** Above the title of a web page stands its menu, an entry a line. */
const MENU_LINES = 40;

function titleIn(all: readonly TextLine[], data: ReadingData): string | undefined {
  const lines: string[] = [];
  for (const { text } of all.slice(0, MENU_LINES)) {
    const words = withoutSpaces(text);
    if (words === '' || ATTACHMENT.test(words)) continue;
    if (lineHead(text).marker || /[。；]/u.test(words)) break;
    if (isMenu(text)) {
      lines.length = 0;
      continue;
    }
    lines.push(words);
    if (!isReport(words, data)) continue;
    if (isWhole(words, data) && !isBody(lines.at(-2) ?? '', data)) return words;
    return lines.length > TITLE_LINES ? undefined : lines.join('');
  }
  return undefined;
}

/** 首页 政务公开 解读回应; 当前位置：首页 > 财政信息: several entries side by side, or what a title has not in it. */
function isMenu(text: string): boolean {
  if (/[>＞»›|｜：:]/u.test(text)) return true;
  const entries = text.trim().split(/\s+/u);
  return entries.length > 2 && entries.every((entry) => entry.length > 1);
}

/** 2024年…报告, 关于…的报告: nothing of it stands on the line above. */
function isWhole(words: string, { title }: ReadingData): boolean {
  return /^\d{4}/u.test(withArabicYears(words)) || title.leading.some((word) => words.startsWith(word));
}

function isBody(words: string, { institutions }: ReadingData): boolean {
  return institutions.some((ending) => words.length > ending.length && words.endsWith(ending));
}

function titleOfGrid({ rows }: Grid, data: ReadingData): string | undefined {
  for (const row of rows.slice(0, TITLE_LINES)) {
    const [cell = '', ...others] = row.map(withoutSpaces).filter((text) => text !== '');
    if (others.length === 0 && isReport(cell, data)) return cell;
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
