/** What was matched as a marker → its kind, family and number. */

import type { FindingKind } from '../schema/index.js';

export type MarkerKind =
  | 'cn-dun' // 一、
  | 'cn-paren' // （一）
  | 'num-paren' // (1)
  | 'num-half' // 1)
  | 'num-dot' // 1.
  | 'num-dun' // 1、
  | 'circled' // ①
  | 'shi' // 一是
  | 'yao' // 一要
  | 'qi' // 其一，
  | 'di' // 第一，
  | 'first' // 首先
  | 'side' // 一方面
  | 'chapter' // 第一部分
  | 'decimal' // 1.1
  | 'label' // 问题一：
  | 'bullet';

export interface MarkerForm {
  readonly kind: MarkerKind;
  /** 1. and 1、 are typed for each other in one list; a family shares its numbering. */
  readonly family: string;
  readonly number: number;
  /** As written, without the comma or space behind it. */
  readonly label: string;
}

type Form = Omit<MarkerForm, 'label'>;

export const CN = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** Forms by what was matched: the same few hundred recur in every text. */
const forms = new Map<string, MarkerForm | null>();
const MOST_FORMS = 4096;

export function knownForm(matched: string): MarkerForm | undefined {
  const known = forms.get(matched);
  if (known !== undefined) return known ?? undefined;
  if (forms.size === MOST_FORMS) forms.clear();
  const form = formOf(matched);
  const keepsComma = form?.kind === 'num-dun' || form?.kind === 'cn-dun';
  const complete = form ? { ...form, label: keepsComma ? matched : withoutComma(matched) } : null;
  forms.set(matched, complete);
  return complete ?? undefined;
}

function withoutComma(matched: string): string {
  let length = matched.length;
  while (length > 1 && '，,、：: '.includes(matched.charAt(length - 1))) length -= 1;
  return matched.slice(0, length);
}

function formOf(matched: string): Form | undefined {
  const first = matched.charAt(0);
  const numeral = /[一二三四五六七八九十]+/u.exec(matched)?.[0];
  const digits = /\d+/u.exec(matched)?.[0];
  if (/[（(〔【]/u.test(first)) {
    return digits === undefined
      ? ordinal('cn-paren', numeral)
      : { kind: 'num-paren', family: 'num-paren', number: Number(digits) };
  }
  if (/^[问建措]/u.test(first)) return labelled(numeral, digits);
  const path = /^\d{1,2}[.．]\d/u.test(matched) ? matched.split(/[.．]/u) : undefined;
  if (path) return { kind: 'decimal', family: `decimal-${path.length}`, number: Number(path.at(-1)) };
  if (/[部章节篇]/u.test(matched)) return { ...ordinalOf(numeral, digits), kind: 'chapter', family: 'chapter' };
  if (digits !== undefined) return numbered(matched, Number(digits));
  if (first === '其' && numeral !== undefined) return ordinal('qi', numeral);
  if (first === '第') return ordinal('di', numeral);
  if (/^[首其再最]/u.test(first)) return sequence(matched);
  if (matched.includes('方面')) return { kind: 'side', family: 'side', number: first === '一' ? 1 : 2 };
  if (numeral !== undefined && matched.includes('是')) return ordinal('shi', numeral);
  if (numeral !== undefined && matched.includes('要')) return ordinal('yao', numeral);
  if (numeral !== undefined) return ordinal('cn-dun', numeral);
  return symbol(first);
}

function numbered(matched: string, number: number): Form {
  const half = /[)）]/u.test(matched);
  const kind: MarkerKind = half ? 'num-half' : matched.includes('、') ? 'num-dun' : 'num-dot';
  return { kind, family: half ? 'num-half' : 'num', number };
}

function ordinalOf(numeral = '', digits?: string): { number: number } {
  return { number: digits === undefined ? chineseNumber(numeral) : Number(digits) };
}

/** 问题1： heads a problem, 建议1： and 措施1： what is to be done. */
export function labelKind({ kind, label }: Pick<MarkerForm, 'kind' | 'label'>): FindingKind | undefined {
  if (kind !== 'label') return undefined;
  return label.startsWith('问') ? 'problem' : 'suggestion';
}

function labelled(numeral = '', digits?: string): Form | undefined {
  const number = digits === undefined ? chineseNumber(numeral) : Number(digits);
  return number > 0 ? { kind: 'label', family: 'label', number } : undefined;
}

function ordinal(kind: MarkerKind, numeral: string | undefined): Form | undefined {
  const number = numeral === undefined ? 0 : chineseNumber(numeral);
  return number > 0 ? { kind, family: kind, number } : undefined;
}

function sequence(matched: string): Form {
  const number = { 首: 1, 其: 2, 再: 3, 最: 4 }[matched.charAt(0)] ?? 4;
  return { kind: 'first', family: 'first', number };
}

function symbol(char: string): Form {
  const code = char.charCodeAt(0);
  const circled = CIRCLED.indexOf(char) + 1 || (code >= 0x2776 && code <= 0x277f ? code - 0x2775 : 0);
  if (circled > 0) return { kind: 'circled', family: 'circled', number: circled };
  if (code >= 0x3220 && code <= 0x3229) return { kind: 'cn-paren', family: 'cn-paren', number: code - 0x321f };
  if (code >= 0x2474 && code <= 0x2487) return { kind: 'num-paren', family: 'num-paren', number: code - 0x2473 };
  if (code >= 0x2488 && code <= 0x249b) return { kind: 'num-dot', family: 'num', number: code - 0x2487 };
  return { kind: 'bullet', family: 'bullet', number: 0 };
}

/** 一 → 1, 十二 → 12, 二十 → 20; 0 for what is no number (一三). */
function chineseNumber(numeral: string): number {
  const digit = (char: string | undefined): number => (char === undefined ? 0 : CN.indexOf(char) + 1);
  const ten = numeral.indexOf('十');
  if (ten < 0) return numeral.length === 1 ? digit(numeral) : 0;
  const tens = ten === 0 ? 1 : digit(numeral.slice(0, ten));
  return ten <= 1 && numeral.length - ten <= 2 ? tens * 10 + digit(numeral[ten + 1]) : 0;
}
