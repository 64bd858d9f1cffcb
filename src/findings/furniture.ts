/** Running heads and feet of pages, which stand beside the page's number and belong to no text. */
import type { TextLine } from '../documents/model.js';
import { beforePageNumber, pageNumber } from '../text/page-number.js';
import { withoutSpaces } from '../text/characters.js';
import type { ReadingData } from './reading-data.js';
import { headingRole, lineHead } from './roles.js';

const LONGEST = 40;
const LONGEST_FOOT = 60;

/** Lines without running heads and feet; bare page numbers stay, since a column may be numbered like that. */
export function withoutFurniture(lines: readonly TextLine[], data: ReadingData): TextLine[] {
  const beside = neighbours(lines);
  if (beside.length === 0 && !lines.some(({ text }) => isFooter(text))) return [...lines];
  const counts = new Map<string, number>();
  for (const { text } of beside) counts.set(keyOf(text), (counts.get(keyOf(text)) ?? 0) + 1);
  const furniture = new Set(
    beside.filter(({ text }) => mayRun(text, data) && ((counts.get(keyOf(text)) ?? 0) > 1 || names(text, data))),
  );
  return lines.filter((line) => !furniture.has(line) && !isFooter(line.text));
}

/** 某某评价中心      第 3 页 共 15 页 */
function isFooter(text: string): boolean {
  const before = beforePageNumber(text);
  const isFoot = before !== undefined && before.length <= LONGEST_FOOT && !/[，。；：]/u.test(before);
  return isFoot && lineHead(text).marker === undefined;
}

/** The lines nearest to page numbers, above and below. */
function neighbours(lines: readonly TextLine[]): TextLine[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  return filled.filter((line, index) => {
    if (pageNumber(line.text)) return false;
    return [filled[index - 1], filled[index + 1]].some(
      (other) => other !== undefined && pageNumber(other.text) === 'marked',
    );
  });
}

function keyOf(text: string): string {
  return withoutSpaces(text).replace(/\d+/gu, '#');
}

function mayRun(text: string, data: ReadingData): boolean {
  const words = withoutSpaces(text);
  if (words.length > LONGEST || /[，。；：？！、]/u.test(words)) return false;
  return lineHead(text).marker === undefined && headingRole(words, data) === undefined;
}

/** The body that wrote the report, or its title. */
function names(text: string, { institutions, title }: ReadingData): boolean {
  const words = withoutSpaces(text);
  const isBody = institutions.some((end) => (end.length > 1 || title.bodies.includes(end)) && words.endsWith(end));
  return isBody || title.report.some((end) => words.endsWith(end));
}
