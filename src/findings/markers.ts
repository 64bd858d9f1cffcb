/**
 * Markers of lists: every kind and mix, and what only looks like one. A candidate is found by form; whether it is a
 * marker depends on what stands around it and on its series.
 */
import type { TextRange } from '../text/mapped-text.js';
import { CLOSERS, insideSpans, isCjk, isDigit, PAUSE_END, quotedSpans, SENTENCE_END } from './characters.js';

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

/** What stands before a candidate. */
export type Boundary = 'line' | 'sentence' | 'comma' | 'space' | 'glued';

export interface Marker extends TextRange {
  readonly kind: MarkerKind;
  /** 1. and 1、 are typed for each other in one list; a family shares its numbering. */
  readonly family: string;
  readonly number: number;
  /** As written, without the comma or space behind it; `end` is behind these. */
  readonly label: string;
  readonly boundary: Boundary;
}

/** Kinds that head a point of its own, as opposed to those that string parts together within a paragraph. */
const PART_KINDS: ReadonlySet<MarkerKind> = new Set(['shi', 'yao', 'qi', 'di', 'first', 'side']);

export function isPartKind(kind: MarkerKind): boolean {
  return PART_KINDS.has(kind);
}

const CN = '一二三四五六七八九十';
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
/** Behind a figure these make it an amount, and no number of a chapter. */
const MEASURED = '(?:[万亿元倍年月天日时分秒米吨亩度立千]|公[里斤顷]|平方|百分|个百分点)';
/** Things are counted in whole numbers: in 2.6个站点 the second figure begins the point. */
const COUNTED = '(?:个(?!百分点|月|小时|工作日|点|多)|[名家项台套处份所辆户起条宗笔座栋人次件]|批次)';
const FORMS = [
  `\\d{1,2}(?:[.．]\\d{1,2}){1,3}(?= ?[\\p{Script=Han}“《])(?! ?${MEASURED})(?!${COUNTED})`,
  `第(?:[${CN}]{1,3}|\\d{1,2})(?:部分|章|节|篇)[，,、：:]?`,
  `[（(〔【] ?(?:[${CN}]{1,3}|\\d{1,2}) ?[）)〕】]、?`,
  `[${CN}]{1,3} ?[、.．](?![${CN}]{1,3}、)`,
  '\\d{1,2} ?[.．、)）]、?',
  '[①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿]、?',
  `[${CN}]{1,3}[是要][，,：:]?`,
  `其[${CN}][，,、：:是]`,
  `第[${CN}]{1,3}(?:[，,、：:]|是)`,
  '(?:首先|其次|再次|再者|最后)(?:[，,：:]|是)?',
  '(?:另一方面|另外一方面|一方面)[，,：:]?',
  `(?:问题|建议|措施)(?:[${CN}]{1,2}|\\d{1,2})[：:、.]`,
  '[•●◆■▪◇□○★※·▲►➢✓◎]',
];
// The class in front passes over ordinary characters at once.
const FIRST = `[（(〔【${CN}\\d①-⑳㈠-㈩⑴-⒇⒈-⒛❶-❿其第首再最另问建措•●◆■▪◇□○★※·▲►➢✓◎]`;
const CANDIDATE = new RegExp(`(?=${FIRST})(?:${FORMS.map((form) => `(?:${form})`).join('|')})`, 'gu');
const AT_START = new RegExp(`^(?:${FORMS.map((form) => `(?:${form})`).join('|')})`, 'u');

/** Does a line begin with a marker? By form alone, since the series is not known yet; “2.5” and “1、2号” are none. */
export function beginsWithMarker(line: string): boolean {
  const match = AT_START.exec(line);
  if (!match) return false;
  const candidate = candidateAt(line, match[0], 0);
  return candidate !== undefined && followedWell(line, candidate);
}

/** Candidates by form, outside quotations, titles and brackets, with what follows them in order. */
export function candidates(text: string): Marker[] {
  const spans = quotedSpans(text);
  const found: Marker[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    const candidate = candidateAt(text, match[0], match.index);
    if (candidate && !insideSpans(spans, match.index) && followedWell(text, candidate)) found.push(candidate);
  }
  return found;
}

function candidateAt(text: string, matched: string, start: number): Marker | undefined {
  const first = matched.charAt(0);
  const before = text.charAt(start - 1);
  // A figure or its unit may not be cut: 2022. → 22., 98.2. → 2.
  if (isDigit(first) && before !== '' && (isDigit(before) || isLatin(before) || '.．-–/~'.includes(before)))
    return undefined;
  // 二十一是: the numeral begins further left than the pattern may reach.
  if (before !== '' && CN.includes(first) && CN.includes(before)) return undefined;
  const form = knownForm(matched);
  if (!form) return undefined;
  const boundary = boundaryOf(text, start, form);
  if (boundary === 'glued' && NAMES_A_NUMBER.includes(before)) return undefined;
  if (boundary !== 'line' && LINE_KINDS.has(form.kind)) return undefined;
  let end = start + matched.length;
  while (text.charAt(end) === ' ') end += 1;
  const { kind, family, number, label } = form;
  return { kind, family, number, label, start, end, boundary };
}

type Form = Pick<Marker, 'kind' | 'family' | 'number' | 'label'>;

/** Forms by what was matched: the same few hundred recur in every text. */
const forms = new Map<string, Form | null>();
const MOST_FORMS = 4096;

function knownForm(matched: string): Form | undefined {
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

function isLatin(char: string): boolean {
  return (char >= 'A' && char <= 'Z') || (char >= 'a' && char <= 'z');
}

/** Chapters and 1.1 head a line, or are none. */
const LINE_KINDS: ReadonlySet<MarkerKind> = new Set(['chapter', 'decimal']);

/** 附件2、 表3. 第（一）: the number belongs to the word before it. */
const NAMES_A_NUMBER = '件表图第条款约为共至达到近超含计得满附';
/** 主要问题一是…: a list may follow these words without a comma; 标准不统一是… is a sentence. */
const LEADS_TO_PARTS = '题足面因议施处';

function boundaryOf(text: string, start: number, { kind, number }: Pick<Marker, 'kind' | 'number'>): Boundary {
  const boundary = boundaryBefore(text, start);
  const led = kind === 'shi' && number === 1 && LEADS_TO_PARTS.includes(text.charAt(start - 1));
  return boundary === 'glued' && led ? 'comma' : boundary;
}

function formOf(matched: string): Pick<Marker, 'kind' | 'family' | 'number'> | undefined {
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

function numbered(matched: string, number: number): Pick<Marker, 'kind' | 'family' | 'number'> {
  const half = /[)）]/u.test(matched);
  const kind: MarkerKind = half ? 'num-half' : matched.includes('、') ? 'num-dun' : 'num-dot';
  return { kind, family: half ? 'num-half' : 'num', number };
}

function ordinalOf(numeral = '', digits?: string): { number: number } {
  return { number: digits === undefined ? chineseNumber(numeral) : Number(digits) };
}

function labelled(numeral = '', digits?: string): Pick<Marker, 'kind' | 'family' | 'number'> | undefined {
  const number = digits === undefined ? chineseNumber(numeral) : Number(digits);
  return number > 0 ? { kind: 'label', family: 'label', number } : undefined;
}

function ordinal(
  kind: MarkerKind,
  numeral: string | undefined,
): Pick<Marker, 'kind' | 'family' | 'number'> | undefined {
  const number = numeral === undefined ? 0 : chineseNumber(numeral);
  return number > 0 ? { kind, family: kind, number } : undefined;
}

function sequence(matched: string): Pick<Marker, 'kind' | 'family' | 'number'> {
  const number = { 首: 1, 其: 2, 再: 3, 最: 4 }[matched.charAt(0)] ?? 4;
  return { kind: 'first', family: 'first', number };
}

function symbol(char: string): Pick<Marker, 'kind' | 'family' | 'number'> {
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

function boundaryBefore(text: string, start: number): Boundary {
  let at = start - 1;
  while (at >= 0 && text.charAt(at) === ' ' && start - at < 16) at -= 1;
  const char = text.charAt(at);
  if (at < 0 || char === '\n') return 'line';
  if (PAUSE_END.includes(char)) return 'sentence';
  if (CLOSERS.includes(char) && SENTENCE_END.includes(text.charAt(at - 1))) return 'sentence';
  if (at < start - 1) return 'space';
  return '，,、'.includes(char) ? 'comma' : 'glued';
}

/** What may stand behind a marker: text; not the rest of a decimal, a date, an enumeration or a proverb. */
function followedWell(text: string, marker: Marker): boolean {
  const next = text.charAt(marker.end);
  if (next === '' || next === '\n') return marker.boundary === 'line' && next !== '';
  const spaced = text.charAt(marker.end - 1) === ' ';
  if (marker.family === 'num' || marker.family === 'num-half') {
    const year = /^(?:19|20)\d\d ?[年-]/u.test(text.slice(marker.end, marker.end + 6));
    if (isDigit(next)) return ((spaced || year) && marker.boundary !== 'glued') || countsAfter(text, marker);
    return !/[.．、，,。；;%％)）/]/u.test(next);
  }
  if (marker.kind === 'shi') return !/[非否]/u.test(next) && !(CN.includes(next) && next === marker.label.charAt(0));
  if (marker.kind === 'cn-dun') {
    // 优化一、二级指标 is an enumeration; 一、二级指标设置不合理 at the head of a line a heading.
    const ranks = CN.includes(next) && /[级类等次季期批档月]/u.test(text.charAt(marker.end + 1));
    return (isCjk(next) || /[“《"A-Za-z0-9]/u.test(next)) && !(ranks && marker.boundary !== 'line');
  }
  return !/[，。、；,;]/u.test(next);
}

/** 2)12个站点…, 2.6个站点… */
function countsAfter(text: string, { kind, end, boundary }: Marker): boolean {
  if (kind === 'num-half' || kind === 'num-dun') return boundary !== 'glued';
  return COUNT.test(text.slice(end, end + 8));
}

const COUNT = new RegExp(`^\\d{1,4}${COUNTED}`, 'u');
