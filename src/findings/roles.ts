/** What a header, label or heading says about the text that belongs to it. */
import type { FindingKind } from '../schema/index.js';
import { holdsAny } from '../text/any-of.js';
import { withoutSpaces, hasWords } from '../text/characters.js';
import { cuesOf } from './kind.js';
import { leadingMarker, type Marker } from './markers.js';
import { rememberFor } from '../text/remember-for.js';
import { isMeasureHeader, isShortfallHeader, tellsState } from './header-forms.js';
import { holdsOtherWords, withoutLabelWords } from './label-words.js';
import { ownerOrder } from './owner-column.js';
import type { ReadingData } from './reading-data.js';

export type FindingRole = FindingKind | 'both';
/** `owner`: unit and project in one cell. */
export type HeaderRole = FindingRole | 'project' | 'unit' | 'owner' | 'year' | 'other';

const BRACKETED = /[（(][^（()）]{0,20}[)）]/gu;

export function headerRole(cell: string, data: ReadingData): HeaderRole | undefined {
  const { headers } = data;
  const words = withoutSpaces(cell).replace(/[:：*＊]+$/u, '');
  if (words === '' || words.length > headers.maxLength || /[。；，]/u.test(words)) return undefined;
  const bare = words.replace(BRACKETED, '');
  if (ownerOrder(words, data) !== undefined && !headers.project.includes(words) && !headers.unit.includes(words))
    return 'owner';
  if (headers.project.some((word) => word === words || word === bare)) return 'project';
  if (headers.unit.some((word) => word === words || word === bare)) return 'unit';
  if (headers.year.includes(bare)) return 'year';
  if (headers.other.includes(words) || headers.other.includes(bare)) return 'other';
  if (namesUnit(bare, headers)) return 'unit';
  if (holdsAny(bare, headers.not) || tellsState(bare, data)) return 'other';
  const role = roleOf(bare, headers.problem, headers.suggestion, isMeasureHeader(bare, data));
  return role ?? (isShortfallHeader(bare, data) ? 'problem' : undefined);
}

/** 责任部门, 牵头单位, 业务处室: who it is about, whatever they do; not who checks, helps or delivers. */
function namesUnit(words: string, { unitEnds, unitNot }: ReadingData['headers']): boolean {
  if (words.length > LONGEST_UNIT || !unitEnds.some((end) => words.endsWith(end))) return false;
  return !holdsAny(words, unitNot);
}

const LONGEST_UNIT = 8;

/** The heading of a section, its marker taken off. */
export function headingRole(heading: string, data: ReadingData): FindingRole | undefined {
  const { headings } = data;
  const words = withoutSpaces(heading).replace(/[:：。，]+$/u, '');
  if (words === '' || words.length > headings.maxLength || /[。；]/u.test(words)) return undefined;
  if (headings.problemExact.includes(words) || isMadeOf(words, headings)) return 'problem';
  if (holdsAny(words, headings.not)) return undefined;
  const role = roleOf(words, headings.problem, headings.suggestion, endsInMeasures(words, headings));
  if (role === undefined || isStatement(words, role, data)) return undefined;
  return role === 'problem' && holdsAny(words, headings.mixed) ? 'both' : role;
}

/** 设备采购程序缺失，建议规范采购; 专家建议采纳不及时; 缺少改进措施: sentences in which a word of headings stands. */
function isStatement(words: string, role: FindingRole, data: ReadingData): boolean {
  const { headings } = data;
  if (/[，,]/u.test(words)) return withoutLabelWords(words.replace(/[，,]/gu, ''), headings) !== '';
  if (role !== 'suggestion') return false;
  const ends = headings.suggestion.map((word) => words.lastIndexOf(word) + word.length * Number(words.includes(word)));
  const tail = words.slice(Math.max(0, ...ends));
  return cuesOf(words.slice(0, OPENING), data).problem >= STATED || cuesOf(tail, data).problem >= STATED;
}

/** So many characters tell whether a heading opens with a denial. */
const OPENING = 3;
/** A plain word of fault. */
const STATED = 1.5;

/** 完善措施, 提升路径, 后续工作计划, 改进工作的措施: what it is for, and what is set out for it, at the end. */
function endsInMeasures(words: string, headings: ReadingData['headings']): boolean {
  const ends = measureForm(headings).exec(words);
  return ends !== null && withoutLabelWords(words.slice(ends.index + ends[0].length), headings) === '';
}

const measureForm = rememberFor(({ measureAims, measureNouns }: ReadingData['headings']) => {
  const [aims, nouns] = [measureAims, measureNouns].map((list) => list.join('|'));
  return new RegExp(`(?:${aims})(?:工作)?的?(?:${nouns})`, 'u');
});

/** 工作要求, 审核意见, 有关措施: measures where problems stand before, and anything elsewhere. */
export function mayHeadMeasures(heading: string, { headings }: ReadingData): boolean {
  const words = withoutSpaces(heading).replace(/[:：。]+$/u, '');
  const noun = headings.measureNouns.find((one) => words.endsWith(one));
  if (noun === undefined || words.length > LONGEST_BARE || holdsAny(words, headings.not)) return false;
  return without(words.slice(0, -noun.length), [...headings.around, ...headings.fillers]) === '';
}

const LONGEST_BARE = 12;

function without(words: string, known: readonly string[]): string {
  let rest = words;
  for (const word of known.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  return rest;
}

/** 问题和短板, 存在的薄弱环节: nothing but words that such headings are made of, and one that names a fault. */
function isMadeOf(words: string, headings: ReadingData['headings']): boolean {
  const { problemWords, suggestion, around } = headings;
  if (!holdsAny(words, problemWords) || holdsAny(words, suggestion)) return false;
  const rest = withoutLabelWords(words, headings);
  return rest === '' || (rest.length < words.length && without(rest, around) === '');
}

/** 存在问题, 有关建议, 原因分析: a heading in which nothing says what the matter is. */
export function isBareHeading(words: string, data: ReadingData): boolean {
  if (words.length > data.headings.maxLength || holdsOtherWords(words, data)) return false;
  const bare = withoutSpaces(words).replace(/[:：]$/u, '');
  if (data.labels.problem.includes(bare) || data.labels.suggestion.includes(bare)) return true;
  return headingRole(bare, data) !== undefined && withoutLabelWords(bare, data.headings) === '';
}

function roleOf(
  words: string,
  problem: readonly string[],
  suggestion: readonly string[],
  measures = false,
): FindingRole | undefined {
  const problems = holdsAny(words, problem);
  const suggestions = measures || holdsAny(words, suggestion);
  if (problems && suggestions) return 'both';
  if (problems) return 'problem';
  return suggestions ? 'suggestion' : undefined;
}

/** “/”, “无”, “暂无”, a bare figure: the cell holds no finding. */
export function isVoid(cell: string, data: VoidData): boolean {
  // A denial with all the white space that a cell may hold is short.
  if (cell.length > LONGEST_VOID || !openings(data).has(cell.trimStart().charAt(0))) return !hasWords(cell);
  const words = withoutSpaces(cell).replace(/[。.；;，,]+$/u, '');
  return !hasWords(words) || data.void.includes(words) || isDenial(words, data.voidForms);
}

type VoidData = Pick<ReadingData, 'void' | 'voidForms'>;

/** What says nothing begins with one of these. */
const openings = rememberFor(
  (data: VoidData) => new Set([...data.void, ...data.voidForms.deny].map((word) => word.charAt(0))),
);

const LONGEST_VOID = 80;
const LONGEST_DENIAL = 16;

/** 无明显问题: what is denied, with nothing beside it. */
function isDenial(words: string, { deny, degree, denied }: ReadingData['voidForms']): boolean {
  if (words.length > LONGEST_DENIAL) return false;
  return deny.some((no) => {
    if (!words.startsWith(no)) return false;
    const rest = words.slice(no.length);
    const how = degree.filter((word) => rest.startsWith(word)).toSorted((a, b) => b.length - a.length)[0] ?? '';
    return denied.includes(rest.slice(how.length));
  });
}

/** The marker a line opens with, if any, and the words behind it. */
export function lineHead(line: string): { marker?: Marker; rest: string; offset: number } {
  const indent = line.length - line.trimStart().length;
  const first = leadingMarker(line.slice(indent, indent + 24));
  if (!first || first.kind === 'bullet') return { rest: line.slice(indent), offset: indent };
  const offset = indent + first.end;
  return { marker: first, rest: line.slice(offset), offset };
}
