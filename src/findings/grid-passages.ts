/** Tables: findings by the header of the column, or by a label to the left. */
import { cellLocation, type Grid, type SourceDocument } from '../documents/model.js';
import { MappedText } from '../text/mapped-text.js';
import { holdsAny } from '../text/any-of.js';
import { withoutSpaces } from '../text/characters.js';
import { kindOf } from './kind.js';
import type { Owner, Passage } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { yearIn } from './title.js';
import {
  type Cell,
  type Columns,
  FORM_CELLS,
  headerCells,
  isFinding,
  isHeader,
  isSubHeader,
  learnColumns,
  learnParts,
  partOf,
  withMergedHeads,
} from './grid-header.js';
import { type FindingRole, isBareHeading, isVoid } from './roles.js';
import { ownerLine } from './text-owners.js';

/** Shorter than this a cell says nothing: 返工 is a measure. */
const SHORTEST = 2;

/** `hasPlaces`: some column or label is one of findings, though its cells may be empty. */
export function gridPassages(
  document: SourceDocument,
  data: ReadingData,
  owner: Owner,
): { passages: Passage[]; hasPlaces: boolean } {
  const reader = new GridReader(data, owner);
  for (const [index, grid] of document.grids.entries()) if (!grid.hidden) reader.read(grid, index);
  return { passages: reader.passages, hasPlaces: reader.hasPlaces };
}

class GridReader {
  readonly passages: Passage[] = [];
  hasPlaces = false;
  readonly #data: ReadingData;
  readonly #default: Owner;
  #labelled: Owner = {};
  #columns: Columns | undefined;
  #afterHeader = false;
  #record = 0;
  #current: Owner | undefined;
  #group = '';

  constructor(data: ReadingData, owner: Owner) {
    this.#data = data;
    this.#default = owner;
  }

  read(grid: Grid, index: number): void {
    // A text table goes on over a page break without its header; a new sheet begins anew.
    if (grid.lines === undefined) {
      this.#columns = undefined;
      this.#current = undefined;
    }
    this.#afterHeader = false;
    this.#labelled = {};
    for (const [row, texts] of grid.rows.entries()) {
      const cells = this.#cells(texts);
      if (cells.length === 0) continue;
      const stated = this.#ownerAlone(cells);
      if (stated) {
        for (const role of ['project', 'unit'] as const) if (stated[role] !== undefined) this.#name(role, stated[role]);
        continue;
      }
      const above: Columns | undefined = this.#afterHeader ? this.#columns : undefined;
      // 类型 | 内容 | 措施 | 完成时限 under 问题 and 整改: each says more about the head above it.
      const header: boolean =
        isHeader(cells, this.#data) && !(above && isSubHeader(cells, above) && !cells.some(isFinding));
      if (header)
        this.#columns = learnColumns(withMergedHeads(cells, grid, row, this.#data), {
          grid,
          row,
          before: above,
          data: this.#data,
        });
      else if (above && isSubHeader(cells, above)) this.#columns = learnParts(cells, above, this.#data);
      else this.#take(grid, row, cells, `${index}:${row}`);
      if (header && (this.#columns?.findings.size ?? 0) > 0) this.hasPlaces = true;
      this.#afterHeader = header;
    }
  }

  #cells(texts: readonly string[]): Cell[] {
    const cells = headerCells(texts, this.#data);
    return cells.map((cell, index) => (this.#isValue(cells, index) ? { ...cell, role: undefined } : cell));
  }

  /** “存在问题 | 选址论证不足” in a form: what stands beside a label and says more than it is no label of the same kind. */
  #isValue(cells: readonly Cell[], index: number): boolean {
    const [label, value] = [cells[index - 1], cells[index]];
    if (index % 2 === 0 || cells.length % 2 > 0 || cells.length > FORM_CELLS || !label || !value) return false;
    return (
      (value.role === 'problem' || value.role === 'suggestion') &&
      value.role === label.role &&
      isBareHeading(label.text, this.#data) &&
      !isBareHeading(value.text, this.#data)
    );
  }

  #take(grid: Grid, row: number, cells: readonly Cell[], group: string): void {
    this.#takeLabels(grid, row, cells, group);
    const columns = this.#columns;
    if (!columns || columns.findings.size === 0) return;
    const named = columns.project.size > 0 || columns.unit.size > 0;
    const owner = {
      ...keyed('project', this.#nameIn(grid, row, columns.project, this.#data.headers.project)),
      ...keyed('unit', this.#nameIn(grid, row, this.#unitColumns(columns), this.#data.headers.unit)),
    };
    const year = yearsIn(grid, row, columns.year);
    // A title with its points in the rows below: what has something beside it is a label of the form.
    if (columns.isTitle && cells.length > 1) return;
    const held = cells.filter(({ column, text }) => columns.findings.has(column) && this.#holds(text));
    if (named && !sameOwner(owner, this.#current) && Object.keys(owner).length > 0) {
      this.#current = owner;
      this.#record += 1;
    } else if (held.length > 0) this.#openDefault();
    // A row that names nobody goes on with the row above: the page broke inside it.
    if (columns.isTitle) this.#group = `form:${this.#record}`;
    else if (!named || Object.keys(owner).length > 0) this.#group = group;
    for (const { column, text } of held) {
      const role = columns.findings.get(column) ?? 'both';
      const part = partOf(column, columns);
      this.#add(grid, row, { column, text, role, part, explains: columns.evidence.has(column) }, year);
    }
  }

  #openDefault(): void {
    if (this.#current) return;
    this.#current = {};
    this.#record += 1;
  }

  /** “存在问题 | …”, “项目名称 | …”: label and value side by side, outside any table body. */
  #takeLabels(grid: Grid, row: number, cells: readonly Cell[], group: string): void {
    const body = Math.min(...(this.#columns?.findings.keys() ?? []));
    cells.forEach(({ column, role }, index) => {
      const value = cells[index + 1];
      if (role === undefined || role === 'other' || !value || value.role !== undefined || value.column > body) return;
      if (role === 'year') this.#labelled = { ...this.#labelled, ...yearOf(value.text) };
      else if (role === 'project' || role === 'unit') {
        if (!isVoid(value.text, this.#data)) this.#name(role, value.text.trim());
      } else if (column < body) {
        this.hasPlaces = true;
        if (!this.#holds(value.text)) return;
        this.#openDefault();
        // 存在问题 and 工作建议 on rows of their own in a form answer each other, too.
        const both = ['problem', 'suggestion'].every((kind) => cells.some((cell) => cell.role === kind));
        this.#group = both ? group : `form:${this.#record}`;
        this.#add(grid, row, { column: value.column, text: value.text, role });
      }
    });
  }

  /** “填报单位：…” alone in its row, above a table: what stands in a column of findings is one. */
  #ownerAlone(cells: readonly Cell[]): Owner | undefined {
    const [cell, more] = cells;
    if (!cell || more) return undefined;
    const isHeld = this.#columns?.findings.has(cell.column) && !this.#columns.isTitle;
    return isHeld ? undefined : ownerLine(cell.text, this.#data);
  }

  #name(role: 'project' | 'unit', name: string): void {
    const before = this.#current?.project ?? this.#labelled.project;
    // Another form begins on the same sheet.
    if (role === 'project' && (before ?? name) !== name) {
      this.#labelled = {};
      this.#current = undefined;
      this.#columns = undefined;
    }
    this.#labelled = { ...this.#labelled, [role]: name };
  }

  #add(grid: Grid, row: number, { column, text, role, part = '', explains = false }: Held, year?: number): void {
    const location = cellLocation(grid, row, column);
    const owner = { ...this.#default, ...this.#labelled, ...this.#current, ...(year !== undefined && { year }) };
    const place = (): typeof location => location;
    this.passages.push({
      record: Math.max(1, this.#record),
      group: part === '' ? this.#group : `${this.#group}:${part}`,
      role,
      ...(explains && { explains }),
      text: MappedText.of(text),
      place,
      ...owner,
    });
  }

  #holds(text: string): boolean {
    const words = withoutSpaces(text);
    if (words.length < SHORTEST || isVoid(words, this.#data)) return false;
    const explains = this.#data.explanations.some((opening) => words.startsWith(opening));
    return !explains || kindOf(words, this.#data).kind !== 'neither';
  }

  #unitColumns({ unit }: Columns): ReadonlyMap<number, string> {
    if (this.#labelled.unit === undefined) return unit;
    return new Map([...unit].filter(([, header]) => !holdsAny(header, this.#data.headers.unitCharged)));
  }

  /** The name in the column whose header the data prefer; a covered cell has the name of its merged block. */
  #nameIn(
    grid: Grid,
    row: number,
    columns: ReadonlyMap<number, string>,
    preferred: readonly string[],
  ): string | undefined {
    const rank = (header: string): number => {
      const at = preferred.indexOf(header);
      return at < 0 ? preferred.length : at;
    };
    const ordered = [...columns].toSorted(([, a], [, b]) => rank(a) - rank(b));
    for (const [column] of ordered) {
      const name = cellText(grid, row, column)
        .replace(/<[^<>]{1,40}>/gu, '')
        .replace(/\s*\n\s*/gu, '')
        .trim();
      if (name !== '' && !isVoid(name, this.#data)) return name;
    }
    return undefined;
  }
}

interface Held {
  readonly column: number;
  readonly text: string;
  readonly role: FindingRole;
  readonly part?: string;
  readonly explains?: boolean;
}

function yearOf(text: string): { year?: number } {
  const year = yearIn(`${text}年`);
  return year === undefined ? {} : { year };
}

/** A figure alone says nothing anywhere else. */
function yearsIn(grid: Grid, row: number, columns: ReadonlyMap<number, string>): number | undefined {
  for (const column of columns.keys()) {
    const year = yearIn(`${withoutSpaces(cellText(grid, row, column)).replace(/年?度?$/u, '')}年`);
    if (year !== undefined) return year;
  }
  return undefined;
}

function cellText(grid: Grid, row: number, column: number): string {
  const own = grid.rows[row]?.[column] ?? '';
  if (own.trim() !== '') return own;
  const merge = grid.merges.find(
    ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return merge ? (grid.rows[merge.top]?.[merge.left] ?? '') : '';
}

function keyed<K extends string>(key: K, value: string | undefined): { [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: string };
}

function sameOwner(owner: Owner, current: Owner | undefined): boolean {
  return current !== undefined && owner.project === current.project && owner.unit === current.unit;
}
