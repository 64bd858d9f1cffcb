/** Whose sections they are, where one text tells of several projects, each under a heading or label of its own. */
import type { TextLine } from '../documents/model.js';
import { withoutSpaces } from '../text/characters.js';
import { isPartKind } from './markers.js';
import type { Owner } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { headingRole, lineHead } from './roles.js';

export interface OwnerMark extends Owner {
  /** Number of the line that names them. */
  readonly line: number;
}

/** Every line that names a project, and the unit beside or below it, in order. */
export function ownerMarks(lines: readonly TextLine[], data: ReadingData): OwnerMark[] {
  const marks: OwnerMark[] = [];
  for (const { text, line } of lines) {
    const label = labelledOwner(text, data);
    const last = marks.at(-1);
    if (label?.unit !== undefined && last && last.unit === undefined && line - last.line <= NEAR) {
      marks[marks.length - 1] = { ...last, unit: label.unit };
    } else {
      const named = label?.project === undefined ? heading(text, data) : label;
      if (named?.project !== undefined) marks.push({ ...named, line });
    }
  }
  return marks;
}

/** A unit's line stands at most so far below its project's. */
const NEAR = 4;

/** “项目名称：城市书房”, “项目单位：区文化馆”. */
export function labelledOwner(text: string, { title }: ReadingData): Owner | undefined {
  const match = /^([^：:]{2,12})[：:]\s?(\S.{0,79})$/u.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  const label = withoutSpaces(match[1]);
  if (title.projectLabels.includes(label)) return { project: match[2].trim() };
  return title.unitLabels.includes(label) ? { unit: match[2].trim() } : undefined;
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
