/** Tables: findings by the header of the column, or by a label to the left. */
import { cellLocation, type Grid } from '../documents/model.js';
import { MappedText } from '../text/mapped-text.js';
import { holdsAny } from '../text/any-of.js';
import { withoutSpaces } from '../text/characters.js';
import { kindOf } from './kind.js';
import { ownerInCell, ownerOrder } from './owner-column.js';
import type { Owner } from './owner.js';
import type { Passage } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { ownerOfRow, sameOwner, yearOf, yearsIn } from './grid-names.js';
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
import { type FindingRole, headingRole, isBareHeading, isVoid } from './roles.js';
import { behindNumber, pointBelow } from './grid-points.js';
import { RowBlocks } from './row-blocks.js';
import { ownerLine } from './text-owners.js';

/** Shorter than this a cell says nothing: 返工 is a measure. */
const SHORTEST = 2;

/** What one table holds. */
export interface GridRead {
  /** Some column or label is one of findings, though its cells may be empty. */
  hasPlaces: boolean;
  passages: number;
  /** Rows below a title of findings that were taken for something else. */
  dropped: number;
  /** Rows that hold findings and that the user has hidden. */
  hiddenRows: number[];
}

export class GridReader {
  readonly passages: Passage[] = [];
  readonly #data: ReadingData;
  #default: Owner = {};
  #read: GridRead = nothingRead();
  #labelled: Owner = {};
  #columns: Columns | undefined;
  #afterHeader = false;
  #record = 0;
  #current: Owner | undefined;
  #group = '';
  #grid = 0;

  constructor(data: ReadingData) {
    this.#data = data;
  }

  /** `owner`: whose findings they are where the table itself says nothing. */
  read(grid: Grid, index: number, owner: Owner): GridRead {
    this.#default = owner;
    this.#read = nothingRead();
    this.#grid = index;
    // A text table goes on over a page break without its header; a new sheet begins anew.
    if (grid.lines === undefined) {
      this.#columns = undefined;
      this.#current = undefined;
    }
    this.#afterHeader = false;
    this.#labelled = {};
    const blocks = new RowBlocks(grid);
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
      else this.#take(grid, row, cells, { index, blocks });
      if (header && (this.#columns?.findings.size ?? 0) > 0) this.#read.hasPlaces = true;
      this.#afterHeader = header;
    }
    return this.#read;
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

  #take(
    grid: Grid,
    row: number,
    cells: readonly Cell[],
    { index, blocks }: { index: number; blocks: RowBlocks },
  ): void {
    const own = `${index}:${row}`;
    this.#takeLabels(grid, row, this.#withLabelBeside(blocks, row, cells), own);
    const columns = this.#columns;
    if (!columns || columns.findings.size === 0) return;
    const named = columns.project.size > 0 || columns.unit.size > 0 || columns.owner.size > 0;
    const owner = ownerOfRow(grid, row, { ...columns, unit: this.#unitColumns(columns) }, this.#data);
    const year = yearsIn(grid, row, columns.year);
    const points = columns.isTitle ? pointBelow(cells, columns) : cells;
    if (points.length === 0) this.#read.dropped += 1;
    const held = points.filter(
      ({ column, text }) => (columns.isTitle || columns.findings.has(column)) && this.#holds(text),
    );
    if (named && !sameOwner(owner, this.#current) && Object.keys(owner).length > 0) {
      this.#current = owner;
      this.#record += 1;
    } else if (held.length > 0) this.#openDefault();
    // A row that names nobody goes on with the row above: the page broke inside it.
    const block = columns.isTitle ? undefined : blocks.of(row, columns.findings);
    if (columns.isTitle) this.#group = `form:${this.#record}`;
    else if (block !== undefined) this.#group = `${index}:${block}:block`;
    else if (!named || Object.keys(owner).length > 0) this.#group = own;
    for (const { column, text } of held) {
      const [below] = columns.findings.values();
      const role = columns.findings.get(column) ?? below ?? 'both';
      const part = partOf(column, columns);
      const explains = columns.evidence.has(column);
      this.#add(grid, row, { column, text, role, part, explains, row: own, block: block !== undefined }, year);
    }
  }

  /** With the label at the left that a merge carries down into this row (存在问题 beside three rows of points). */
  #withLabelBeside(blocks: RowBlocks, row: number, cells: readonly Cell[]): readonly Cell[] {
    const label = blocks.labelBeside(row, cells[0]?.column ?? 0);
    if (label === undefined || !isBareHeading(label.text, this.#data)) return cells;
    const role = headingRole(withoutSpaces(label.text), this.#data);
    return role === undefined ? cells : [{ ...label, role }, ...cells];
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
      const value = behindNumber(cells, index + 1);
      if (role === undefined || role === 'other' || !value || value.role !== undefined || value.column > body) return;
      if (role === 'year') this.#labelled = { ...this.#labelled, ...yearOf(value.text) };
      else if (role === 'owner') {
        const order = ownerOrder(cells[index]?.text ?? '', this.#data) ?? 'project';
        this.#labelled = { ...this.#labelled, ...ownerInCell(value.text, order, this.#data) };
      } else if (role === 'project' || role === 'unit') {
        if (!isVoid(value.text, this.#data)) this.#name(role, value.text.trim());
      } else if (column < body) {
        this.#read.hasPlaces = true;
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

  #add(grid: Grid, row: number, held: Held, year?: number): void {
    if (grid.hiddenRows?.has(row)) {
      if (this.#read.hiddenRows.at(-1) !== row) this.#read.hiddenRows.push(row);
      return;
    }
    const { column, text, role, part = '', explains = false, block = false } = held;
    this.#read.passages += 1;
    const location = cellLocation(grid, row, column);
    const owner = { ...this.#default, ...this.#labelled, ...this.#current, ...(year !== undefined && { year }) };
    const place = (): typeof location => location;
    this.passages.push({
      record: Math.max(1, this.#record),
      grid: this.#grid,
      group: part === '' ? this.#group : `${this.#group}:${part}`,
      role,
      ...(held.row !== undefined && { row: held.row }),
      ...(explains && { explains }),
      ...(block && { block }),
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

  /** Where the sheet names whose it is, who is to set things right is somebody else. */
  #unitColumns({ unit }: Columns): Map<number, string> {
    if (this.#labelled.unit === undefined) return unit;
    return new Map([...unit].filter(([, header]) => !holdsAny(header, this.#data.headers.unitCharged)));
  }
}

function nothingRead(): GridRead {
  return { hasPlaces: false, passages: 0, dropped: 0, hiddenRows: [] };
}

interface Held {
  readonly column: number;
  readonly text: string;
  readonly role: FindingRole;
  readonly part?: string;
  readonly explains?: boolean;
  readonly row?: string;
  readonly block?: boolean;
}
