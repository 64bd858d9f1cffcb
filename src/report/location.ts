import type { Location } from '../schema/index.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';

/** A place as a person looks it up: Sheet1!D12, 7:4, 第3个指标的 value. People count from 1, JSON pointers from 0. */
export function locationText(location: Location, language: Language = 'zh'): string {
  const { sheet, cell, line, column, pointer } = location;
  if (pointer !== undefined) {
    const place = pointerText(pointer, language);
    return line === undefined ? place : `${lineText(line, language)}${language === 'zh' ? '' : ', '}${place}`;
  }
  if (sheet !== undefined) return cell === undefined ? plain(sheet) : `${plain(sheet)}!${cell}`;
  if (cell !== undefined) return cell;
  if (location.table !== undefined || location.page !== undefined || location.paragraph !== undefined)
    return pageText(location, language);
  if (line !== undefined) return column === undefined ? `${line}` : `${line}:${column}`;
  return '';
}

/** 第3页表1第5行第2列, 第3页第12行, 第40段. */
function pageText({ page, table, row, line, paragraph, column }: Location, language: Language): string {
  const isChinese = language === 'zh';
  const parts: string[] = [];
  const add = (count: number | undefined, zh: string, en: string): void => {
    if (count !== undefined) parts.push(isChinese ? zh.replace('#', `${count}`) : `${en} ${count}`);
  };
  add(page, '第#页', 'page');
  if (table === undefined) {
    add(line, '第#行', 'line');
    add(paragraph, '第#段', 'paragraph');
  } else {
    add(table, '表#', 'table');
    add(row, '第#行', 'row');
    add(column, '第#列', 'column');
  }
  return parts.join(isChinese ? '' : ', ');
}

function lineText(line: number, language: Language): string {
  return language === 'zh' ? `第${line}行` : `line ${line}`;
}

const LISTS: Readonly<Record<string, (count: number, language: Language) => string>> = {
  drafts: (count, language) => (language === 'zh' ? `第${count}份` : `draft ${count}`),
  indicators: (count, language) => (language === 'zh' ? `第${count}个指标` : `indicator ${count}`),
};

/** /drafts/1/indicators/2/value → 第2份第3个指标的 value; /project/goal → project.goal. */
function pointerText(pointer: string, language: Language): string {
  const keys = pointer.split('/').slice(1).map(plain);
  const parts: string[] = [];
  while (keys.length > 1) {
    const list = LISTS[keys[0] ?? ''];
    if (!list || !/^\d+$/.test(keys[1] ?? '')) break;
    const [, index] = keys.splice(0, 2);
    parts.push(list(Number(index) + 1, language));
  }
  const field = keys.join('.');
  if (language === 'en') return [...parts, ...(field === '' ? [] : [field])].join(', ');
  const list = parts.join('');
  return list === '' || field === '' ? list + field : `${list}的 ${field}`;
}

/** So that page, table and row make one number that sorts. */
const MOST_ROWS = 1_000_000;
const MOST_TABLES = 1000;

/** Where a place stands in its sheet or source, so that a list can be put in the order of what it speaks of. */
export function placeOrder({ cell, line, column, pointer, ...location }: Location): readonly [number, number] {
  const [, letters = '', row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(cell ?? '') ?? [];
  if (row !== undefined)
    return [Number(row), Array.from(letters).reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0)];
  const { page, table, row: ofTable, paragraph } = location;
  if (table !== undefined || page !== undefined || paragraph !== undefined) {
    const inPage = table === undefined ? (line ?? paragraph ?? 0) : table * MOST_ROWS + (ofTable ?? 0);
    return [(page ?? 0) * MOST_ROWS * MOST_TABLES + inPage, column ?? 0];
  }
  if (line !== undefined && pointer === undefined) return [line, column ?? 0];
  return [Number.POSITIVE_INFINITY, 0];
}
