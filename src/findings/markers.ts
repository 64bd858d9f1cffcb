/**
 * Markers of lists: every kind and mix, and what only looks like one. A candidate is found by form; whether it is a
 * marker depends on what stands around it and on its series.
 */
import type { TextRange } from '../text/mapped-text.js';
import { CLOSERS, codesOf, isCjk, isDigit, PAUSE_END, SENTENCE_END } from '../text/characters.js';
import { insideSpans, quotedSpans } from './quotations.js';
import { CN, knownForm, type MarkerForm, type MarkerKind } from './marker-forms.js';

/** What stands before a candidate. */
export type Boundary = 'line' | 'sentence' | 'comma' | 'space' | 'glued';

/** `end` is behind the comma or space that follows its label. */
export interface Marker extends TextRange, MarkerForm {
  readonly boundary: Boundary;
}

/** Kinds that head a point of its own, as opposed to those that string parts together within a paragraph. */
const PART_KINDS: ReadonlySet<MarkerKind> = new Set(['shi', 'yao', 'qi', 'di', 'first', 'side']);

export function isPartKind(kind: MarkerKind): boolean {
  return PART_KINDS.has(kind);
}

/** Behind a figure these make it an amount, and no number of a chapter. */
const MEASURED = '(?:[万亿元倍年月天日时分秒米吨亩度立千]|公[里斤顷]|平方|百分|个百分点)';
/** … unless a word begins with it: 6.1 分类制定标准, 3.1 元宵灯会. */
const WORDS =
  '分[类别配析管工解散级期批段区档项包层次流离阶]|元[宵旦件]|年[度终初末检报均审]|月[度报]|日[常均照]|天[然气]|时[间效]|立[项案足]|度假|米[面粉]|万人计划';
/** Things are counted in whole numbers: in 2.6个站点 the second figure begins the point. */
const COUNTED = '(?:个(?!百分点|月|小时|工作日|点|多)|[名家项台套处份所辆户起条宗笔座栋人次件号]|批次)';
const FORMS = [
  `\\d{1,2}(?:[.．]\\d{1,2}){1,3}(?= ?[\\p{Script=Han}“《])(?! ?(?!${WORDS})${MEASURED})(?!${COUNTED})`,
  `第(?:[${CN}]{1,3}|\\d{1,2})(?:部分|章|节|篇)[，,、：:]?`,
  `[（(〔【] ?(?:[${CN}]{1,3}|\\d{1,3}) ?[）)〕】]、?`,
  `[${CN}]{1,3} ?[、.．](?![${CN}]{1,3}、)`,
  '\\d{1,3} ?[.．、)）]、?',
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
  return leadingMarker(line) !== undefined;
}

/** The marker that a line begins with, by form alone. */
export function leadingMarker(line: string): Marker | undefined {
  const match = AT_START.exec(line);
  const candidate = match ? candidateAt(line, match[0], 0) : undefined;
  return candidate && followedWell(line, candidate) ? candidate : undefined;
}

/** Candidates by form, outside quotations, titles and brackets, with what follows them in order. */
export function candidates(text: string): Marker[] {
  const spans = quotedSpans(text);
  const found: Marker[] = [];
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(text); match; match = CANDIDATE.exec(text)) {
    if (insideSpans(spans, match.index)) continue;
    const candidate = candidateAt(text, match[0], match.index);
    if (candidate && followedWell(text, candidate)) found.push(candidate);
  }
  return found;
}

function candidateAt(text: string, matched: string, start: number): Marker | undefined {
  const first = matched.charCodeAt(0);
  const before = start === 0 ? -1 : text.charCodeAt(start - 1);
  // A figure or its unit may not be cut: 2022. → 22., 98.2. → 2.
  if (FIGURE.has(first) && BEFORE_FIGURE.has(before)) return undefined;
  // 二十一是: the numeral begins further left than the pattern may reach.
  if (NUMERAL.has(first) && NUMERAL.has(before)) return undefined;
  const form = knownForm(matched);
  if (!form) return undefined;
  const boundary = boundaryOf(text, start, form);
  if (boundary === 'glued' && NAMES_A_NUMBER.has(before)) return undefined;
  if (boundary !== 'line' && LINE_KINDS.has(form.kind)) return undefined;
  let end = start + matched.length;
  while (text.charAt(end) === ' ') end += 1;
  const { kind, family, number, label } = form;
  return { kind, family, number, label, start, end, boundary };
}

const FIGURES = '0123456789';
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const FIGURE = codesOf(FIGURES);
const BEFORE_FIGURE = codesOf(`${FIGURES}${LATIN}${LATIN.toLowerCase()}.．-–/~`);
const NUMERAL = codesOf(CN);

/** Chapters and 1.1 head a line, or are none. */
const LINE_KINDS: ReadonlySet<MarkerKind> = new Set(['chapter', 'decimal']);

/** 附件2、 表3. 第（一）: the number belongs to the word before it. */
const NAMES_A_NUMBER = codesOf('件表图第条款约为共至达到近超含计得满附');
/** 主要问题一是…: a list may follow these words without a comma; 标准不统一是… is a sentence. */
const LEADS_TO_PARTS = codesOf('题足面因议施处');

function boundaryOf(text: string, start: number, { kind, number }: Pick<Marker, 'kind' | 'number'>): Boundary {
  const boundary = boundaryBefore(text, start);
  const led = boundary === 'glued' && kind === 'shi' && number === 1 && LEADS_TO_PARTS.has(text.charCodeAt(start - 1));
  return led ? 'comma' : boundary;
}

function boundaryBefore(text: string, start: number): Boundary {
  let at = start - 1;
  while (at >= 0 && text.charCodeAt(at) === SPACE && start - at < 16) at -= 1;
  const code = at < 0 ? LINE_FEED : text.charCodeAt(at);
  if (code === LINE_FEED) return 'line';
  if (PAUSE_END.has(code)) return 'sentence';
  if (CLOSERS.has(code) && (at === 0 || SENTENCE_END.has(text.charCodeAt(at - 1)))) return 'sentence';
  if (at < start - 1) return 'space';
  return COMMA.has(code) ? 'comma' : 'glued';
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const COMMA = codesOf('，,、');

/** What may stand behind a marker: text; not the rest of a decimal, a date, an enumeration or a proverb. */
function followedWell(text: string, marker: Marker): boolean {
  const next = text.charAt(marker.end);
  if (next === '' || next === '\n') return marker.boundary === 'line' && next !== '';
  const spaced = text.charAt(marker.end - 1) === ' ';
  if (marker.family === 'num' || marker.family === 'num-half') {
    if (isDigit(next)) {
      const apart = spaced || /^(?:19|20)\d\d ?[年-]/u.test(text.slice(marker.end, marker.end + 6));
      return (apart && marker.boundary !== 'glued') || countsAfter(text, marker);
    }
    return !GOES_ON.has(next.charCodeAt(0));
  }
  // 一是非, 一是一 are words.
  if (marker.kind === 'shi') return next !== '非' && next !== '否' && next !== marker.label.charAt(0);
  if (marker.kind === 'cn-dun') {
    // 优化一、二级指标 is an enumeration; 一、二级指标设置不合理 at the head of a line a heading.
    const ranks = NUMERAL.has(next.charCodeAt(0)) && /[级类等次季期批档月]/u.test(text.charAt(marker.end + 1));
    return (isCjk(next) || /[“《"A-Za-z0-9]/u.test(next)) && !(ranks && marker.boundary !== 'line');
  }
  return !STOPS.has(next.charCodeAt(0));
}

/** 1.%, 1.）: no number of a point. */
const GOES_ON = codesOf('.．、，,。；;%％)）/');
const STOPS = codesOf('，。、；,;');

/** 2)12个站点…, 2.6个站点… */
function countsAfter(text: string, { kind, end, boundary }: Marker): boolean {
  if (kind === 'num-half' || kind === 'num-dun') return boundary !== 'glued';
  const next = text.slice(end, end + 8);
  return COUNT.test(next) || (boundary === 'line' && DAY.test(next));
}

/** 7.12月底才启动: there is no tenth of a month. */
const DAY = /^\d{1,2}[月日]/u;
const COUNT = new RegExp(`^\\d{1,4}${COUNTED}`, 'u');
