/** Where in a document problems and suggestions stand, and whose they are. */
import type { SourceDocument } from '../documents/model.js';
import { columnRecords } from './column-text.js';
import { withoutFurniture } from './furniture.js';
import { gridPassages } from './grids.js';
import { inOrder } from './in-order.js';
import { type LayoutTable, layoutTables } from './layout-table.js';
import { asSeen } from '../text/normalize/normalize.js';
import type { Owner } from './owner.js';
import type { Passage } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { TextSource } from './text-lines.js';
import { ownerMarks, type OwnerMark } from './text-owners.js';
import { findSections, type Section } from './text-sections.js';
import { ownerFromTitle } from './title.js';
import { withUnlabelled } from './unlabelled.js';
import { type UnreadPlace, unreadChapters } from './unread.js';

export interface Located {
  readonly passages: readonly Passage[];
  /** Is there a column, label or chapter of findings at all, be it an empty one? */
  readonly hasPlaces: boolean;
  readonly unread: readonly UnreadPlace[];
}

export function locatePassages(read: SourceDocument, data: ReadingData): Located {
  // Places are those of the text as it was read; the same line as it is seen has the same length.
  const seen = read.lines.map((line) => ({ ...line, text: asSeen(line.text, data.slips) }));
  const document = { ...read, lines: withoutFurniture(seen, data) };
  const owner = ownerFromTitle({ ...read, lines: seen }, data);
  const { passages: inGrids, hasPlaces, unread } = gridPassages(document, data, owner);
  const inText = textPassages(document, data, owner, inGrids.at(-1)?.record ?? 0);
  return {
    passages: inOrder(document, inGrids, inText.passages),
    hasPlaces: hasPlaces || inText.passages.length > 0,
    unread: [...unread, ...inText.unread],
  };
}

type InText = Pick<Located, 'passages' | 'unread'>;

function textPassages(document: SourceDocument, data: ReadingData, owner: Owner, before: number): InText {
  if (document.lines.length === 0) return { passages: [], unread: [] };
  const source = new TextSource(document);
  const tables = layoutTables(document.lines, data);
  if (tables.length > 0) {
    const passages = layoutPassages(tables, source, owner, before);
    const taken = new Set(tables.flatMap(({ lines }) => [...lines]));
    const rest = { ...document, lines: document.lines.filter(({ line }) => !taken.has(line)) };
    const { passages: others, unread } = textPassages(rest, data, owner, passages.at(-1)?.record ?? before);
    return { passages: [...passages, ...others], unread };
  }
  const year = owner.year === undefined ? {} : { year: owner.year };
  const records = columnRecords(document.lines, data);
  if (records.length > 0) {
    const passages = records.flatMap((record, index) =>
      record.columns.map(({ role, lines }): Passage => {
        const number = before + index + 1;
        const text = source.passage(lines, lines[0]?.start ?? 0);
        return {
          record: number,
          group: `text:${number}`,
          role,
          text,
          wrapped: true,
          place: source.place,
          ...year,
          ...record.owner,
        };
      }),
    );
    return { passages, unread: [] };
  }
  const sections = withUnlabelled(findSections(document.lines, data), data);
  const owners = sectionOwners(sections, document, data, owner.project);
  const passages = sections.map(({ role, base, from, lines }, index): Passage => {
    const text = source.passage(lines, from);
    const { number, ...own } = owners?.[index] ?? { number: 1, ...owner };
    const record = before + number;
    return {
      record,
      group: `text:${record}`,
      role,
      ...(base && { base }),
      text,
      place: source.place,
      ...year,
      ...own,
    };
  });
  return { passages, unread: unreadChapters(document.lines, sections, data) };
}

/** A record for each project that the rows name, or one for a table that names none. */
function layoutPassages(tables: readonly LayoutTable[], source: TextSource, owner: Owner, before: number): Passage[] {
  let record = before;
  return tables.flatMap(({ cells }, table) => {
    let current: string | undefined;
    return cells.map(({ role, row, pieces, ...own }): Passage => {
      const name = JSON.stringify(own);
      if (name !== current) record += 1;
      current = name;
      const text = source.pieces(pieces);
      return { record, group: `layout:${table}:${row}`, role, text, place: source.place, ...owner, ...own };
    });
  });
}

/**
 * The owner of each section with its running number, where the text names one project after the other and at least two of
 * them have sections; else undefined: headings like “（二）专项资金” are then parts of the one report.
 */
function sectionOwners(
  sections: readonly Section[],
  document: SourceDocument,
  data: ReadingData,
  titled: string | undefined,
): (Owner & { readonly number: number })[] | undefined {
  const named = ownerMarks(document.lines, data);
  // One unit after the other: what the title names is the project of them all.
  const shared = titled !== undefined && named.every(({ project }) => project === undefined);
  const marks = shared ? named.map((mark): OwnerMark => ({ project: titled, ...mark })) : named;
  const at = sections.map(({ lines }) => marks.findLastIndex(({ line }) => line <= (lines[0]?.line ?? 0)));
  const used = [...new Set(at)];
  const repeats = used.some((mark) => repeatsRole(sections, at, mark));
  if (used.length < 2 || used.includes(-1) || !repeats) return undefined;
  return at.map((mark) => {
    const { line: _, ...owner } = marks[mark] as OwnerMark;
    return { ...owner, number: used.indexOf(mark) + 1 };
  });
}

/** Does another project have a section of the same kind as this one? One report has its problems in one place. */
function repeatsRole(sections: readonly Section[], at: readonly number[], mark: number): boolean {
  return sections.some(
    ({ role }, index) => at[index] === mark && sections.some((other, i) => at[i] !== mark && other.role === role),
  );
}
