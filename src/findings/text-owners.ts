/** Whose sections they are, where one text tells of several projects, each under a heading or label of its own. */
import type { TextLine } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import { isPartKind } from './markers.js';
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { headerRole, headingRole, lineHead } from './roles.js';

export interface OwnerMark extends Owner {
  /** Number of the line that names them. */
  readonly line: number;
}

/** Every line that names a project, with the unit beside, below or above it, or a unit alone, in order. */
export function ownerMarks(lines: readonly TextLine[], data: ReadingData): OwnerMark[] {
  const marks: OwnerMark[] = [];
  // A unit above its projects is that of all of them, until another one comes.
  let above: string | undefined;
  for (const { text, line } of lines) {
    const label = labelledOwner(text, data);
    const last = marks.at(-1);
    const isNear = last !== undefined && line - last.line <= NEAR;
    if (label?.unit !== undefined && isNear && last.unit === undefined) {
      marks[marks.length - 1] = { ...last, unit: label.unit };
      above = undefined;
    } else if (label?.unit !== undefined) {
      // 主管部门 below 项目单位: the same project’s, named already.
      if (isNear && last.project !== undefined) continue;
      above = label.unit;
      if (isNear) marks.pop();
      marks.push({ unit: label.unit, line });
    } else {
      const named = label?.project === undefined ? heading(text, data) : label;
      if (named?.project === undefined) continue;
      if (label && isNear && last.project === undefined) marks.pop();
      marks.push({ ...(label && above !== undefined && { unit: above }), ...named, line });
    }
  }
  return marks;
}

/** A unit's line stands at most so far below or above its project's. */
const NEAR = 4;

/** “项目名称：城市书房”, “项目单位：区文化馆”; a PDF leaves a space in place of the cell's edge. */
export function labelledOwner(text: string, data: ReadingData): Owner | undefined {
  const words = text.trim();
  const match =
    /^([^：:]{2,12})[：:]\s?(\S.{0,79})$/u.exec(words) ?? /^(\S{2,12})\s{1,8}(\S[^，。；：:]{0,39})$/u.exec(words);
  if (!match?.[1] || !match[2]) return undefined;
  const label = withoutSpaces(match[1]);
  const value = match[2].trim();
  const { projectLabels, unitLabels } = data.title;
  const isProject = projectLabels.includes(label);
  if (!isProject && !unitLabels.includes(label)) return undefined;
  // 项目名称 单位 存在问题: the header of a table.
  if (value.split(/\s+/u).some((word) => headerRole(word, data) !== undefined)) return undefined;
  return isProject ? { project: value } : { unit: value };
}

/** “填报单位（盖章）：市交通运输局  填报日期：…” above a table; “单位：万元” names nobody. */
export function ownerLine(text: string, data: ReadingData): Owner | undefined {
  const known = labelledOwner(text, data);
  if (known) return known;
  const [, label = '', value = ''] = /^\s*([^：:]{2,20})[：:]\s*([^\s：:，。；]{3,40})/u.exec(text) ?? [];
  const isUnit = headerRole(label, data) === 'unit' && data.institutions.some((ending) => value.endsWith(ending));
  return isUnit ? { unit: value } : undefined;
}

const LONGEST = 40;

/** “一、智慧校园二期项目（区教育局）”, “（二）区水利局河长制经费”. */
function heading(text: string, data: ReadingData): Owner | undefined {
  const { marker, rest } = lineHead(text);
  if (!marker || isPartKind(marker.kind) || rest.length > LONGEST || /[，。；：:]/u.test(rest)) return undefined;
  const words = rest.trim();
  const bracket = /^(.*\S)\s?[（(]([^（()）]{3,30})[)）]$/u.exec(words);
  const name = bracket?.[1] ?? words;
  const unit = bracket?.[2];
  const isUnit = unit !== undefined && data.institutions.some((ending) => unit.endsWith(ending));
  if (headingRole(words, data) !== undefined || data.title.generic.includes(name)) return undefined;
  const isProject = name.length >= 4 && data.title.projectEnds.some((ending) => name.endsWith(ending));
  return isProject || isUnit ? { project: name, ...(isUnit && { unit }) } : undefined;
}
