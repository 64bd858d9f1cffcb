/** Columns that hold unit and project in one cell: 被评价单位及项目, 项目名称及单位, 项目名称（实施单位）. */
import { withoutSpaces } from '../text/characters.js';
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { unitIn } from './title-owner.js';

/** Which of the two the header names first. */
export type OwnerOrder = 'unit' | 'project';

/** Undefined where the header names one alone, or neither. */
export function ownerOrder(header: string, data: ReadingData): OwnerOrder | undefined {
  const words = withoutSpaces(header).replace(/[:：*＊]+$/u, '');
  if (words.length > data.headers.maxLength) return undefined;
  const [, main, inside] = /^([^（()）]{2,12})[（(]([^（()）]{2,10})[)）]$/u.exec(words) ?? [];
  const parts = main !== undefined && inside !== undefined ? [main, inside] : words.split(JOINED);
  const [first, second] = parts;
  if (parts.length !== 2 || first === undefined || second === undefined) return undefined;
  const [one, other] = [nameRole(first, data), nameRole(second, data)];
  // 项目单位及名称: the name is that of the project.
  if (one === 'unit' && data.headers.bareName.includes(second)) return 'unit';
  return one !== undefined && other !== undefined && one !== other ? one : undefined;
}

const JOINED = /以及|[及和与、/／+＋]/u;

function nameRole(words: string, { headers }: ReadingData): OwnerOrder | undefined {
  if (headers.unit.includes(words)) return 'unit';
  if (headers.project.includes(words)) return 'project';
  if (headers.unitNot.some((word) => words.includes(word))) return undefined;
  if (headers.unitEnds.some((end) => words.endsWith(end))) return 'unit';
  return headers.project.some((name) => words.endsWith(name)) ? 'project' : undefined;
}

/** 市农业农村局⏎高标准农田建设, 高标准农田建设（市农业农村局）, 市农业农村局：高标准农田建设. */
export function ownerInCell(cell: string, order: OwnerOrder, data: ReadingData): Owner {
  const text = cell.replace(/<[^<>]{1,40}>/gu, '\n').trim();
  const bracket = /^([^（()）]{2,60})[（(]([^（()）]{2,40})[)）]$/u.exec(text.replace(/\s/gu, ''));
  if (bracket?.[1] !== undefined && bracket[2] !== undefined && isBody(bracket[1], data) !== isBody(bracket[2], data))
    return named(bracket[1], bracket[2], order, data);
  const pieces = text.split(/\s*[\n\r／/：:|｜；;、]\s*|\s{1,20}/u).filter((piece) => piece !== '');
  if (pieces.length === 1) return alone(text, data);
  // A narrow cell breaks both names: the cut is where a body's name ends, or begins.
  const cuts = pieces
    .slice(1)
    .map((_, at) => [pieces.slice(0, at + 1).join(''), pieces.slice(at + 1).join('')] as const);
  const [first, second] = cuts.find(([a, b]) => isBody(a, data) !== isBody(b, data)) ?? cuts[0] ?? [text, ''];
  return named(first, second, order, data);
}

function isBody(name: string, { institutions }: ReadingData): boolean {
  return institutions.some((ending) => name.length > ending.length && name.endsWith(ending));
}

/** What tells them apart is how they end; where that says nothing, the header's order. */
function named(first: string, second: string, order: OwnerOrder, data: ReadingData): Owner {
  const [one, other] = [isBody(first, data), isBody(second, data)];
  const isUnitFirst = one === other ? order === 'unit' : one;
  return isUnitFirst ? { unit: first, project: second } : { unit: second, project: first };
}

function alone(name: string, data: ReadingData): Owner {
  const unit = unitIn(name, data);
  if (unit !== undefined && unit !== name) return { unit, project: name.slice(unit.length) };
  return isBody(name, data) ? { unit: name } : { project: name };
}
