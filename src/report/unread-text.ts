/** Sentences about places that were left unread. */
import type { FindingKind, Location, ReviewNotice, UnreadFile } from '../schema/index.js';
import { LINT_WORDS } from './lint-words.js';
import { locationText } from './location.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';

interface Chapter {
  readonly what: 'chapter';
  readonly heading: string;
  readonly kind: FindingKind;
  readonly line: number;
}

interface Sheet {
  readonly what: 'sheet' | 'hidden-sheet';
  readonly sheet: string;
}

interface HiddenRows {
  readonly what: 'hidden-rows';
  readonly rows: number;
  readonly location: Location;
}

export function unreadNotice(source: string, place: Chapter | Sheet | HiddenRows, language: Language): ReviewNotice {
  const code = CODES[place.what];
  if (place.what === 'chapter')
    return { code, source, message: chapterText(place, language), location: { line: place.line } };
  if (place.what === 'hidden-rows')
    return { code, source, message: rowsText(place, language), location: place.location };
  return { code, source, message: sheetText(place, language), location: { sheet: place.sheet } };
}

/** Of a file that could not be read at all; the message names it already, which the notice does itself. */
export function failureNotice({ source, code, message }: UnreadFile, language: Language): ReviewNotice {
  const named = source === '-' ? STANDARD_INPUT[language] : plain(source);
  const told = message.startsWith(named) ? message.slice(named.length).replace(/^[：:\s]+/, '') : message;
  return {
    code,
    source,
    message: `${LINT_WORDS[language].unreadFile}${LINT_WORDS[language].colon}${told}`,
    location: {},
  };
}

const STANDARD_INPUT = { zh: '标准输入', en: 'standard input' } as const;

const CODES = {
  chapter: 'chapter-unread',
  sheet: 'sheet-without-findings',
  'hidden-sheet': 'sheet-hidden',
  'hidden-rows': 'rows-hidden',
} as const;

function chapterText({ heading, kind }: Chapter, language: Language): string {
  const name = kind === 'problem' ? '存在问题' : '工作建议';
  return language === 'zh'
    ? `“${heading}”一章没有读取，内容像是${kind === 'problem' ? '问题' : '建议'}；如果是，请把标题改为“${name}”`
    : `the chapter “${heading}” was not read, though it looks like ${kind}s; if it is, head it ${name}`;
}

function sheetText({ what, sheet }: Sheet, language: Language): string {
  if (what === 'hidden-sheet')
    return language === 'zh'
      ? `隐藏的工作表“${sheet}”里有问题或建议，没有读取；需要读取请先取消隐藏`
      : `the hidden sheet “${sheet}” has problems or suggestions that were not read; unhide it to have them read`;
  return language === 'zh'
    ? `工作表“${sheet}”里没有找到问题和建议，没有读取；如果有，表头请写“存在问题”“工作建议”`
    : `no problems and suggestions were found on sheet “${sheet}”, which was not read; if it has some, head the columns 存在问题 and 工作建议`;
}

function rowsText({ rows }: HiddenRows, language: Language): string {
  return language === 'zh'
    ? `有 ${rows} 个隐藏的行里有问题或建议，没有读取（这里是第一行）；需要读取请先取消隐藏`
    : `${rows} hidden row(s) with problems or suggestions were not read (here is the first); unhide them to have them read`;
}

/** One line for standard error. */
export function noticeLine({ code, source, message, location }: ReviewNotice, language: Language): string {
  const { line } = location;
  const text = line === undefined ? '' : language === 'zh' ? ` 第 ${line} 行` : `:${line}`;
  const place = code === CODES['hidden-rows'] ? ` ${locationText(location, language)}` : text;
  return `${plain(source)}${place}${language === 'zh' ? '：' : ': '}${plain(message)}`;
}
