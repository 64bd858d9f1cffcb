/** What a printer puts on a page and no author wrote: 第 1 页 共 3 页, - 2 -, 1/3. */
import { compact } from './fold.js';

/**
 * `marked` where signs or words show it (第3页, — 3 —, 3/15), `bare` where it may number or count anything (3, iv, -3); undefined
 * for all other text.
 */
export type PageNumber = 'marked' | 'bare';

const LONGEST = 32;
const DIGIT = /[\d０-９ivx]|[一二三四五六七八九十]\s?页/i;
const DASHES = '[-—–~·]';
const PAGE = '第(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})页';
const COUNT = '(?:共|总)(?:\\d{1,4}|[一二三四五六七八九十百]{1,5})页';
const WORDS = `(?:${PAGE}(?:[,，/、|]?[(]?${COUNT}[)]?)?|${COUNT}[,，/、|]?${PAGE}|\\d{1,3}页(?:[,，/]?${COUNT})?|\\d{1,4}[/共]{1,2}\\d{1,4}页|p(?:age|\\.)?\\d{1,4}(?:(?:of|/)\\d{1,4})?)`;
const IN_WORDS = new RegExp(`^[(]?${DASHES}{0,3}${WORDS}${DASHES}{0,3}[)]?$`);
const BETWEEN_DASHES = new RegExp(`^${DASHES}{1,3}(?:\\d{1,4}|[ivx]{1,6})${DASHES}{1,3}$`);
const OF_COUNT = /^(\d{1,4})(?:\/|of)(\d{1,4})$/;
const BARE = new RegExp(`^${DASHES}?(?:\\d{1,3}|[ivx]{1,6})${DASHES}?$`);
const AT_END = /第\s{0,3}\d{1,4}\s{0,3}页(?:\s?[,，/]?\s?共\s?\d{1,4}\s?页)?$/u;

/** Whether a line or cell holds a page's number and nothing else. */
export function pageNumber(text: string): PageNumber | undefined {
  if (text.length > LONGEST || !DIGIT.test(text)) return undefined;
  const key = compact(text);
  if (IN_WORDS.test(key) || BETWEEN_DASHES.test(key)) return 'marked';
  const [, page, count] = OF_COUNT.exec(key) ?? [];
  // 3/15 is a page of fifteen, 15/3 is none.
  if (page !== undefined && Number(page) >= 1 && Number(page) <= Number(count)) return 'marked';
  return BARE.test(key) ? 'bare' : undefined;
}

/** What stands before the number in a foot: 某某评价中心      第 3 页 共 15 页; undefined where no number ends the line. */
export function beforePageNumber(line: string): string | undefined {
  const text = line.trimEnd();
  if (!text.endsWith('页')) return undefined;
  const at = text.search(AT_END);
  return at < 0 ? undefined : text.slice(0, at).trim();
}
