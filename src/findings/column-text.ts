/**
 * PDF text of a table whose columns follow each other: number, unit, project, goal, a line of figures, problems,
 * suggestions, next number. Known by its shape: figure lines, and numbering that begins anew.
 */
import type { TextLine } from '../documents/model.js';
import type { FindingKind } from '../schema/index.js';
import { withoutSpaces, displayWidth } from '../text/characters.js';
import { rememberFor } from '../text/remember-for.js';
import { kindOf } from './kind.js';
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { type FindingRole, headerRole, lineHead } from './roles.js';

export interface ColumnRecord {
  readonly owner: Owner;
  readonly columns: readonly { readonly role: FindingRole; readonly lines: readonly TextLine[] }[];
}

/** The head of a record (unit, project, goal) takes this many lines at most. */
const HEAD_LINES = 80;

export function columnRecords(all: readonly TextLine[], data: ReadingData): ColumnRecord[] {
  const lines = all.filter(({ text }) => text.trim() !== '' && !isFurniture(text, data));
  const starts: { number: number; figures: number }[] = [];
  lines.forEach(({ text }, index) => {
    if (!isFigures(text, data)) return;
    const after = starts.at(-1)?.figures ?? -1;
    const number = numberBefore(lines, index, Math.max(after, index - HEAD_LINES));
    if (number !== undefined) starts.push({ number, figures: index });
  });
  const projectFirst = namesProjectFirst(all, data);
  return starts.map(({ number, figures }, index) => {
    const body = lines.slice(figures + 1, starts[index + 1]?.number ?? lines.length);
    const names = [
      ...lines.slice(number + 1, figures).map(({ text }) => text),
      namesBeside(lines[figures]?.text ?? ''),
    ];
    const head = names.map(withoutSpaces).filter((text) => text !== '');
    const owner = projectFirst ? projectThenUnit(head, data) : unitThenProject(head, data);
    return { owner, columns: columnsOf(body, data) };
  });
}

const FIGURE = /^-?\d[\d,]*(?:\.\d+)?[%％]?$/u;

/** 2,433.48 2,432.76 99.97% 92.00 优; the last name may stand on the same line: 区司法局 318.60 71.25 中 */
function isFigures(text: string, { grades }: ReadingData): boolean {
  const all = text.trim().split(/\s+/u);
  const beside = namesBeside(text);
  const tokens = beside === '' ? all : all.slice(beside.split(' ').length);
  const figures = tokens.filter((token) => FIGURE.test(token));
  const others = tokens.length - figures.length;
  if (others > 1 || !/[.%％]/u.test(text)) return false;
  // With a grade behind them two are enough: an amount and a score.
  if (grades.includes(tokens.at(-1) ?? '')) return figures.length >= 2;
  if (beside !== '' || figures.length < 3) return false;
  return others === 0 || tokens.some((token) => grades.includes(token));
}

/** Names before the figures of a line; words with punctuation are prose. */
function namesBeside(text: string): string {
  const tokens = text.trim().split(/\s+/u);
  const first = tokens.findIndex((token) => FIGURE.test(token));
  const names = tokens.slice(0, Math.max(0, first));
  return names.length > 2 || names.some((token) => /[，。；：、]/u.test(token)) ? '' : names.join(' ');
}

/** Does the header name the project's column before the unit's? */
function namesProjectFirst(lines: readonly TextLine[], data: ReadingData): boolean {
  for (const { text } of lines) {
    const roles = text
      .trim()
      .split(/\s+/u)
      .map((token) => headerRole(token, data));
    if (roles.includes('project') && roles.includes('unit')) return roles.indexOf('project') < roles.indexOf('unit');
  }
  return false;
}

/** The running number nearest before the figures. */
function numberBefore(lines: readonly TextLine[], figures: number, after: number): number | undefined {
  for (let at = figures - 1; at > after; at -= 1) if (/^\s*\d{1,4}\s*$/u.test(lines[at]?.text ?? '')) return at;
  return undefined;
}

/** Headers and titles that a page repeats: nothing is left of them when header words are taken away. */
function isFurniture(text: string, data: ReadingData): boolean {
  const words = withoutSpaces(text).replace(/[（(][^（()）]{0,20}[)）]/gu, '');
  if (words === '' || words.length > 60 || /[。；，]/u.test(words)) return false;
  if (data.headers.title.some((word) => words.endsWith(word)) && /^(?:19|20)\d\d/u.test(words)) return true;
  const tokens = text.trim().split(/\s+/u);
  // A page's header names most of its columns in words that are known.
  const known = tokens.filter((token) => headerRole(token, data) !== undefined).length;
  if (tokens.length > 1 && known >= (tokens.length > 4 ? 0.7 : 1) * tokens.length) return true;
  return leftOver(words, data) === '';
}

const knownHeaders = rememberFor(({ other, project, unit }: ReadingData['headers']): readonly string[] =>
  [...other, ...project, ...unit].toSorted((a, b) => b.length - a.length),
);

function leftOver(words: string, { headers }: ReadingData): string {
  const known = knownHeaders(headers);
  let rest = words;
  while (rest !== '') {
    const next = known.find((word) => rest.startsWith(word));
    if (next === undefined) return rest;
    rest = rest.slice(next.length);
  }
  return rest;
}

/** A goal is set in a wider column than the names before it. */
const WIDE = 0.8;

/** Narrow columns break both names; the unit's begins at the first line that opens like a body: 区住房和城, 乡建设局. */
function projectThenUnit(texts: readonly string[], data: ReadingData): Owner {
  const whole = texts.join('');
  if (!data.institutions.some((word) => whole.endsWith(word))) return { ...(whole !== '' && { project: whole }) };
  const begins = texts.findIndex((text, index) => index > 0 && data.bodyStarts.some((word) => text.startsWith(word)));
  const cut = begins > 0 ? begins : texts.length - 1;
  const project = texts.slice(0, cut).join('');
  return { ...(project !== '' && { project }), unit: texts.slice(cut).join('') };
}

function unitThenProject(texts: readonly string[], data: ReadingData): Owner {
  let cut = 0;
  for (let end = 1; end <= texts.length && cut === 0; end += 1) {
    const name = texts.slice(0, end).join('');
    if (name.length >= 4 && data.institutions.some((word) => name.endsWith(word))) cut = end;
  }
  const rest = texts.slice(cut);
  const widths = rest.map(displayWidth);
  const widest = Math.max(0, ...widths);
  const goal = widths.findIndex((width, index) => index > 0 && width >= WIDE * widest);
  const project = rest.slice(0, goal < 0 ? rest.length : goal).join('');
  const unit = texts.slice(0, cut).join('');
  return { ...(project !== '' && { project }), ...(unit !== '' && { unit }) };
}

/** Cuts the body where the numbering of its first marker begins anew. */
function columnsOf(body: readonly TextLine[], data: ReadingData): ColumnRecord['columns'] {
  const heads = body.map(({ text }) => lineHead(text).marker);
  const top = heads.find((marker) => marker !== undefined);
  const cuts = heads.flatMap((marker, index) =>
    top && marker?.kind === top.kind && marker.number === 1 ? [index] : [],
  );
  const parts = cuts.map((cut, index) => body.slice(index === 0 ? 0 : cut, cuts[index + 1] ?? body.length));
  if (parts.length < 2) return body.length > 0 ? [{ role: 'both', lines: body }] : [];
  const roles = rolesOf(parts, data);
  return parts.flatMap((lines, index) => {
    const role = roles[index];
    return role ? [{ role, lines }] : [];
  });
}

/** Problems come before suggestions, and both at the end, unless the wording clearly says otherwise. */
function rolesOf(parts: readonly (readonly TextLine[])[], data: ReadingData): (FindingKind | undefined)[] {
  const scores = parts.map((lines) => kindOf(lines.map(({ text }) => text).join(''), data));
  const clear = scores.map(({ problem, suggestion }): FindingKind | undefined => {
    if (problem > 2 * suggestion) return 'problem';
    return suggestion > 2 * problem ? 'suggestion' : undefined;
  });
  const last = parts.length - 1;
  if (clear[last - 1] === 'suggestion' && clear[last] === 'problem') return clear;
  return parts.map((_, index) => (index === last ? 'suggestion' : index === last - 1 ? 'problem' : clear[index]));
}
