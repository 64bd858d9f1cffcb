/** The 三级指标 name, freed of what tables and templates put around it. */
import { CharacterSet, WHITE_SPACE } from '../text/character-set.js';
import { foldWidth } from '../text/fold.js';

export interface IndicatorName {
  /** As in the source. */
  readonly raw: string;
  /** Without marks, numbering and white space; brackets kept. What its length is judged by, brackets aside. */
  readonly text: string;
  /** `text` without bracketed definitions: what is measured. */
  readonly core: string;
  /** What stood in brackets. */
  readonly brackets: readonly string[];
  /** A 是否… name: `core` is the question without 是否. */
  readonly asks: boolean;
}

/** ★, 【新增】, “指标1：”, 其中：, numbering: marks of the table, not of the name. */
const MARKS: readonly RegExp[] = [
  /^[★☆▲△●○◆◇■□※*＊#•·√✓]+/u,
  /^【[^】]{0,8}】/,
  /^\[[^\]]{0,8}\]/,
  /^(?:三级)?指标\s?(?:\d{1,2}\s?[:、.\-—]?|[一二三四五六七八九十]{1,2}\s?[:、.])(?=.)/,
  /^其中[:、]/,
  // 一、二级公路里程 and 二、三产业 are names.
  /^[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)、](?![\d一二三四五六七八九十])\s?/,
  /^\d{1,2}(?:[.]\d{1,2}){0,2}[.]\s?(?=\D)/,
  /^\d{1,2}(?:[.]\d{1,2}){2,3}(?=\p{Script=Han})/u,
  /^[a-zA-Z][.)、](?=\p{Script=Han})/u,
  /^[①-⑳⑴-⒇]/u,
  /^[-—–]+/,
];

const ASKS = /^(?:项目)?(?:是否|有无|能否)(?=.{2})/;

/** Most names begin with a character that begins no mark. */
const MAY_BE_MARKED = /^(?:[^\p{Script=Han}a-zA-Z]|三级|指标|其中|[一二三四五六七八九十])/u;

/** Nothing but 汉字, and not such as begin a mark: most names. */
const BARE = /^(?!三级|指标|其中|项目|[一二三四五六七八九十是有能])[一-龥]+$/;
/** What the first steps take away or fold. */
const UNTIDY = new CharacterSet(`${WHITE_SPACE}\u200b-\u200f\u2060\ufeff₀-₉【（）`);
const CLOSING = new CharacterSet(';,.:。；，、：');
const BRACKETS = new CharacterSet('()');
const NONE: readonly never[] = [];

export function readName(raw: string): IndicatorName {
  if (BARE.test(raw)) return { raw, text: raw, core: raw, brackets: NONE, asks: false };
  const folded = foldWidth(raw);
  return readFolded(raw, UNTIDY.isIn(folded) ? tidied(folded) : folded);
}

function tidied(folded: string): string {
  return (
    folded
      // “1.2 戒毒人员…”: a number apart from the name is a number of the list; 2.5公里… is not.
      .replace(/^\s*\d{1,2}\.\d{1,2}\s+(?=\p{Script=Han})/u, '')
      .replace(/(?<=.)【([^】]{0,60})】$/, '($1)')
      .replace(/[\s\u200b-\u200f\u2060\ufeff]+/g, '')
      .replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080))
      .replace(/（/g, '(')
      .replace(/）/g, ')')
  );
}

function readFolded(raw: string, folded: string): IndicatorName {
  let text = folded;
  // A few marks may stand in a row; nothing sound has more.
  for (let changed = MAY_BE_MARKED.test(text), rounds = 0; changed && rounds < 8; rounds += 1) {
    const before = text;
    for (const mark of MARKS) text = text.replace(mark, '');
    changed = text !== before;
  }
  if (CLOSING.hasAt(text, text.length - 1)) text = text.replace(/[;,.:。；，、：]{1,20}$/, '');
  const brackets: string[] = [];
  let bare = withoutBrackets(text, brackets);
  if (bare.endsWith('%')) bare = bare.replace(/(?<!\d)%{1,5}$/, '');
  // A name that stands wholly in brackets is the name.
  if (bare === '' && brackets[0]) return { raw, text, core: brackets[0], brackets: [], asks: false };
  const asks = ASKS.test(bare);
  return { raw, text, core: asks ? bare.replace(ASKS, '') : bare, brackets, asks };
}

/** The text without what stands in brackets, which goes into the list; a bracket may be left open. */
function withoutBrackets(text: string, brackets: string[]): string {
  let bare = '';
  let from = 0;
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', from)) {
    let end = open + 1;
    while (end < text.length && !BRACKETS.hasAt(text, end)) end += 1;
    brackets.push(text.slice(open + 1, end));
    bare += text.slice(from, open);
    from = text[end] === ')' ? end + 1 : end;
  }
  return from === 0 ? text : bare + text.slice(from);
}
