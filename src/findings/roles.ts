/** What a header, label or heading says about the text that belongs to it. */
import type { FindingKind } from '../schema/index.js';
import { holdsAny } from '../text/any-of.js';
import { withoutSpaces, hasWords } from '../text/characters.js';
import { leadingMarker, type Marker } from './markers.js';
import { rememberFor } from '../text/remember-for.js';
import { holdsOtherWords, withoutLabelWords } from './label-words.js';
import type { ReadingData } from './reading-data.js';

export type FindingRole = FindingKind | 'both';
export type HeaderRole = FindingRole | 'project' | 'unit' | 'year' | 'other';

const BRACKETED = /[（(][^（()）]{0,20}[)）]/gu;

export function headerRole(cell: string, { headers }: ReadingData): HeaderRole | undefined {
  const words = withoutSpaces(cell).replace(/[:：*＊]+$/u, '');
  if (words === '' || words.length > headers.maxLength || /[。；，]/u.test(words)) return undefined;
  const bare = words.replace(BRACKETED, '');
  if (headers.project.some((word) => word === words || word === bare)) return 'project';
  if (headers.unit.some((word) => word === words || word === bare)) return 'unit';
  if (headers.year.includes(bare)) return 'year';
  if (headers.other.includes(words) || headers.other.includes(bare)) return 'other';
  if (holdsAny(bare, headers.not)) return 'other';
  return roleOf(bare, headers.problem, headers.suggestion);
}

/** The heading of a section, its marker taken off. */
export function headingRole(heading: string, { headings }: ReadingData): FindingRole | undefined {
  const words = withoutSpaces(heading).replace(/[:：。，]+$/u, '');
  if (words === '' || words.length > headings.maxLength || /[。；]/u.test(words)) return undefined;
  if (headings.problemExact.includes(words) || isMadeOf(words, headings)) return 'problem';
  if (holdsAny(words, headings.not)) return undefined;
  const role = roleOf(words, headings.problem, headings.suggestion);
  return role === 'problem' && holdsAny(words, headings.mixed) ? 'both' : role;
}

/** 问题和短板, 存在的薄弱环节: nothing but words that such headings are made of, and one that names a fault. */
function isMadeOf(words: string, headings: ReadingData['headings']): boolean {
  const { problemWords, suggestion } = headings;
  if (!holdsAny(words, problemWords) || holdsAny(words, suggestion)) return false;
  return withoutLabelWords(words, headings) === '';
}

/** 存在问题, 有关建议, 原因分析: a heading in which nothing says what the matter is. */
export function isBareHeading(words: string, data: ReadingData): boolean {
  if (words.length > data.headings.maxLength || holdsOtherWords(words, data)) return false;
  const bare = withoutSpaces(words).replace(/[:：]$/u, '');
  if (data.labels.problem.includes(bare) || data.labels.suggestion.includes(bare)) return true;
  return headingRole(bare, data) !== undefined && withoutLabelWords(bare, data.headings) === '';
}

function roleOf(words: string, problem: readonly string[], suggestion: readonly string[]): FindingRole | undefined {
  const problems = holdsAny(words, problem);
  const suggestions = holdsAny(words, suggestion);
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
