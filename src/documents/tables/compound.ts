/**
 * Several indicators in one cell (“1.培训180人次；2.发布技术15项”), or name and target in one cell of a form that has no
 * column for targets.
 */
import { compact } from '../../text/fold.js';

export interface NamedTarget {
  readonly name: string;
  /** Absent where the text states none. */
  readonly value?: string;
}

const NUMBERED = /^\s{0,9}(?:\d{1,2}[.、．)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])\s{0,9}/;
const COUNTED = /^\s{0,9}(\d{1,2})[.、．]\s{0,9}/;
/** Where a list begins its next item: a new line, a circled number, or another number behind the end of a sentence. */
const ITEM_ENDS = /\r?\n|(?<=[^\s①-⑳])(?=[②-⑳])|(?<=[；;。])\s{0,9}(?=\d{1,2}[.、．)）](?!\d)|[(（]\d{1,2}[)）]|[①-⑳])/;
const LAST_NUMBER = /^(.{2,60}[^\d.,，])(\d[\d.,，]{0,15}(?:[-~～—至]\d[\d.,，]{0,15})?[^\d，。；;]{0,10})$/;
const LONGEST = 600;

/**
 * The indicators of a row whose cells hold more than one each, in order; undefined where it is an ordinary row.
 * `value` is undefined in a form without a column for targets. `signs` are words and signs that a target begins with.
 */
export function namedTargets(
  name: string,
  value: string | undefined,
  signs: readonly string[],
): readonly NamedTarget[] | undefined {
  if (name.length > LONGEST) return undefined;
  const names = itemsOf(name);
  if (value === undefined) {
    const split = names.map((text) => apart(text, signs));
    return split.some((one) => one.value !== undefined) ? split : undefined;
  }
  const values = itemsOf(value);
  if (names.length < 2 || names.length !== values.length) return pairedBySemicolon(name, value);
  // A name that was broken over two lines has no numbers, nor has its target two figures.
  const isList = isNumbered(name) || (isNumbered(value) && values.every((text) => /\d/.test(text)));
  const isPaired = values.every((text) => /\d/.test(text)) && names.every((text) => compact(text).length >= 4);
  if (!isList && !isPaired) return undefined;
  return names.map((text, index) => ({ name: text, value: values[index] as string }));
}

/** “互派访问学者；举办讲座” beside “8人次；2次”: each name has its target. */
function pairedBySemicolon(name: string, value: string): NamedTarget[] | undefined {
  if (!/[；;]/.test(name)) return undefined;
  const [names, values] = [name, value].map((text) =>
    text
      .split(/[；;]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ) as [string[], string[]];
  if (names.length < 2 || names.length !== values.length) return undefined;
  if (names.some((part) => compact(part).length < 3) || values.some((part) => !/\d/.test(part))) return undefined;
  // “1.≥98%；2.100%” beside “1.合格率；2.归档率”: both count from one on.
  const number = isCountedOn(names) && isCountedOn(values) ? COUNTED : /^/;
  return names.map((part, index) => ({
    name: part.replace(number, ''),
    value: (values[index] as string).replace(number, ''),
  }));
}

function isCountedOn(parts: readonly string[]): boolean {
  return parts.every((part, index) => COUNTED.exec(part)?.[1] === String(index + 1));
}

function isNumbered(text: string): boolean {
  return itemsOf(text, false).every((item) => NUMBERED.test(item) || COUNTED.test(item));
}

/** The items of a cell without their numbers and closing marks. */
function itemsOf(text: string, isBare = true): string[] {
  const items = text.split(ITEM_ENDS).filter((item) => item.trim() !== '');
  // “2.2万册” behind “1.150场” is the second item of a list, alone it is a number.
  const isCounted = items.length > 1 && isCountedOn(items);
  const number = isCounted ? COUNTED : NUMBERED;
  return isBare ? items.map((item) => item.replace(number, '').replace(/[；;。\s]{1,9}$/, '')) : items;
}

/** “养护面积≥120公顷”, “完工时间：9月底前”, “培训180人次” → name and target. */
function apart(text: string, signs: readonly string[]): NamedTarget {
  const at = firstOf(text, signs);
  if (at !== undefined)
    return { name: text.slice(0, at).replace(/[:：，,\s]{1,9}$/, ''), value: text.slice(at).trim() };
  const colon = text.search(/[:：]/);
  if (colon >= 2 && text.slice(colon + 1).trim() !== '')
    return { name: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
  const [, before, target] = LAST_NUMBER.exec(text) ?? [];
  return before === undefined || target === undefined ? { name: text } : { name: before.trim(), value: target.trim() };
}

/** Where the first of the signs stands, behind a name of two characters or more. */
function firstOf(text: string, signs: readonly string[]): number | undefined {
  let first: number | undefined;
  for (const sign of signs) {
    const at = text.indexOf(sign, 2);
    if (at >= 2 && (first === undefined || at < first)) first = at;
  }
  return first;
}
