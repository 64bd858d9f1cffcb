/** Found tables → the parts that drafts are made of: project, indicators, places. */
import type { Grid } from '../model.js';
import type { IndicatorField, ProjectField } from './columns.js';
import type { FoundTable } from './find.js';
import { type GoalBeside, goalBeside } from './goal-beside.js';
import type { Headings } from './heading.js';
import { findYear, type Labelled, type Labels, readLabels, readYear } from './labels.js';
import { codedUnit, titledName, titledUnit } from './title.js';
import { readMoney, sheetMoneyUnit } from './money.js';
import { decimalsOf } from '../../text/decimal.js';
import { compact } from '../../text/fold.js';
import { readAmount } from './amounts.js';
import type { CellPlace, IndicatorRow } from './indicator-row.js';
import { flatSelfEvaluation, mergeResults, readSelfEvaluation, type StatedResults } from './self-evaluation.js';

export interface DraftParts {
  readonly grid: Grid;
  readonly project: {
    name?: string;
    unit?: string;
    year?: number;
    budget?: number;
    goal?: string;
    annualGoal?: string;
    duties?: string;
  };
  readonly projectPlaces: Readonly<Record<string, CellPlace>>;
  readonly selfEvaluation: StatedResults;
  /** Header cells, for what concerns a whole column. */
  readonly tablePlaces: Readonly<Record<string, CellPlace>>;
  readonly indicators: readonly {
    readonly row: number;
    readonly fields: Readonly<Record<string, string | number | undefined>>;
    readonly places: Readonly<Record<string, CellPlace>>;
    readonly shared: NonNullable<IndicatorRow['shared']>;
    readonly headings: IndicatorRow['headings'];
  }[];
  readonly skipped: readonly number[];
  /** Header cells of columns that were not understood. */
  readonly unknownColumns: readonly CellPlace[];
  /** Of several columns of targets the one that was taken for its year, and the others. */
  readonly valueColumns?: { readonly taken: CellPlace; readonly others: readonly CellPlace[] };
  /** The table goes on over the page, in other columns than here: its end was not read. */
  readonly isCut?: boolean;
  /** The table carries no project of its own and follows another on the same sheet. */
  readonly continues: boolean;
}

export function draftParts(grid: Grid, tables: readonly FoundTable[], headings: Headings): DraftParts[] {
  return tables.flatMap((table, index) => {
    if (table.plan.project.has('projectName')) return flatParts(grid, table, headings);
    const labels = {
      ...readLabels(table.view, table.end, table.belowEnd, headings),
      ...readLabels(table.view, table.regionTop, table.header.top, headings),
    };
    const selfEvaluation = readSelfEvaluation(table, headings);
    const beside = labels.goal || labels.annualGoal ? undefined : goalBeside(table, headings);
    return [
      {
        grid,
        ...withBudget(labelledProject(table, { labels, beside }, headings), selfEvaluation),
        selfEvaluation,
        tablePlaces: headerPlaces(table),
        indicators: table.rows.map(indicatorEntry),
        skipped: table.skipped,
        unknownColumns: unknownPlaces(table).filter(({ column }) => column !== beside?.column),
        ...valueColumns(table),
        continues: index > 0 && labels.name === undefined,
      },
    ];
  });
}

type OwnProject = Pick<DraftParts, 'project' | 'projectPlaces'>;

/** The budget of a form that states it in its block of funds alone. */
function withBudget({ project, projectPlaces }: OwnProject, { fields, places }: StatedResults): OwnProject {
  const { budget } = fields;
  if (project.budget !== undefined || typeof budget !== 'number' || !places.budget) return { project, projectPlaces };
  return { project: { ...project, budget }, projectPlaces: { ...projectPlaces, budget: places.budget } };
}

function labelledProject(
  table: FoundTable,
  { labels, beside }: { labels: Labels; beside: GoalBeside | undefined },
  headings: Headings,
): OwnProject {
  const { view, regionTop, header } = table;
  const above = sheetMoneyUnit(view, regionTop, header.top);
  const money = above === 1 ? sheetMoneyUnit(view, table.end, table.belowEnd) : above;
  const year =
    (labels.year && readYear(`${labels.year.text}年`)) ??
    targetYear(table) ??
    findYear(view, regionTop, header.top) ??
    yearOfBudget(table);
  const budget = labels.budget && readMoney(labels.budget, money);
  const text = (labelled: Labelled | undefined) => labelled?.text.trim();
  const coded = labels.unit
    ? undefined
    : (codedUnit(view, regionTop, header.top, headings.title.whose) ??
      titledUnit(view, regionTop, header.top, headings.title));
  const project = {
    ...optional('name', nameWithoutCode(text(labels.name)) ?? titledName(view, regionTop, header.top, headings.title)),
    ...optional('unit', withoutCode(unitOf(labels.unit) ?? coded?.text)),
    ...optional('year', year),
    ...optional('budget', budget),
    ...(labels.goal && { goal: labels.goal.text.trim() }),
    ...(labels.annualGoal && { annualGoal: labels.annualGoal.text.trim() }),
    ...optional('duties', text(labels.duties)),
    ...(beside && { [beside.field]: beside.text }),
  };
  const projectPlaces = Object.fromEntries(
    Object.entries({
      ...labels,
      ...(coded && { unit: coded }),
      ...(beside && { [beside.field]: beside }),
    }).map(([role, { row, column }]) => [role, { row, column }]),
  );
  return { project, projectPlaces };
}

/** 本表由2026年度预算单位填报, below the indicators; a day there is that of a signature. */
function yearOfBudget({ view, rows, belowEnd }: FoundTable): number | undefined {
  const last = rows.at(-1)?.row ?? belowEnd;
  for (let row = last + 1; row < belowEnd; row += 1)
    for (const column of view.filled(row)) {
      const [, year] = /(?<!\d)(20\d{2})年度/.exec(view.own(row, column)) ?? [];
      if (year !== undefined) return Number(year);
    }
  return undefined;
}

/** 2026年预期值: surer than the day on which the form was handed in. */
function targetYear({ view, header, plan }: FoundTable): number | undefined {
  const column = plan.fields.get('value');
  return column === undefined ? undefined : readYear(view.own(header.bottom, column));
}

/** 312006-苍梧市中医医院: the number of the unit in the budget system. */
function withoutCode(unit: string | undefined): string | undefined {
  return unit?.replace(/^\d{3,12}\s?[-－—_]?\s?(?=\p{Script=Han}{2})/u, '');
}

/** 50023026T000004918837-农村寄宿制学校取暖: the number of the project in the budget system. */
function nameWithoutCode(name: string | undefined): string | undefined {
  return name?.replace(/^(?=[^-－—_]{0,32}\d{6})[\dA-Z]{10,32}\s?[-－—_]\s?(?=\p{Script=Han})/u, '');
}

/** 项目单位及联系人 | 新野县文物保护中心 赵启明: behind the unit stands a person. */
function unitOf(labelled: Labelled | undefined): string | undefined {
  const text = labelled?.text.trim();
  return labelled && /人[:：]?$/.test(labelled.label.trim()) ? text?.split(/\s/, 1)[0] : text;
}

function optional<Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } {
  return (value === undefined || value === '' ? {} : { [key]: value }) as { [K in Key]?: Value };
}

function headerPlaces({ header, plan }: FoundTable): Record<string, CellPlace> {
  const places: Record<string, CellPlace> = {};
  for (const [field, column] of plan.fields) places[field] = { row: header.top, column };
  return places;
}

function valueColumns({ header, plan }: FoundTable): Pick<DraftParts, 'valueColumns'> {
  const { chosen } = plan;
  if (chosen === undefined) return {};
  const others = [...header.roles].flatMap(([column, role]) =>
    role === 'value' && column !== chosen ? [{ row: header.bottom, column }] : [],
  );
  return { valueColumns: { taken: { row: header.bottom, column: chosen }, others } };
}

function unknownPlaces({ view, header, plan }: FoundTable): CellPlace[] {
  return plan.unknown.map((column) => ({
    row: view.own(header.bottom, column) === '' ? header.top : header.bottom,
    column,
  }));
}

/** Every row is an indicator and repeats its project: one draft a project. */
function flatParts(grid: Grid, table: FoundTable, headings: Headings): DraftParts[] {
  const groups = new Map<string, IndicatorRow[]>();
  for (const row of table.rows) {
    const key = [row.project.organisation ?? '', row.project.projectName ?? ''].join('\u0000');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const above = readLabels(table.view, table.regionTop, table.header.top, headings);
  const money = sheetMoneyUnit(table.view, table.regionTop, table.header.top);
  const sheetYear = findYear(table.view, table.regionTop, table.header.top);
  const only = groups.size === 1 ? readSelfEvaluation(table, headings) : undefined;
  const owners = ownerOf([...groups.values()]);
  return [...groups.values()].map((rows, index) => ({
    grid,
    project: {
      ...optional('unit', withoutCode(above.unit?.text)),
      ...flatProject(table, rows[0]?.project ?? {}, money, sheetYear),
    },
    projectPlaces: flatPlaces(table, rows[0]?.row ?? 0),
    selfEvaluation: mergeResults(flatSelfEvaluation(table, rows, money), only),
    tablePlaces: headerPlaces(table),
    indicators: rows.map(indicatorEntry),
    skipped: table.skipped.filter((row) => owners(row) === index),
    unknownColumns: index === 0 ? unknownPlaces(table) : [],
    ...(index === 0 && valueColumns(table)),
    continues: false,
  }));
}

/** A row that was not read belongs to the project of the indicator right above it, the first ones to the first. */
function ownerOf(groups: readonly (readonly IndicatorRow[])[]): (row: number) => number {
  const above = groups.flatMap((rows, index) => rows.map(({ row }) => ({ row, index }))).sort((a, b) => a.row - b.row);
  return (row) => above.findLast((one) => one.row < row)?.index ?? 0;
}

function flatProject(
  { plan, header, view }: FoundTable,
  { projectName, organisation, budget, goal, year }: Partial<Record<ProjectField, string>>,
  money: number,
  sheetYear: number | undefined,
): DraftParts['project'] {
  const headingOf = (field: ProjectField) => {
    const column = plan.project.get(field);
    return column === undefined ? '' : view.seen(header.bottom, column);
  };
  const heading = headingOf('budget');
  const isAnnual = /年/.test(headingOf('goal'));
  return {
    ...optional('name', nameWithoutCode(projectName)),
    ...optional('unit', withoutCode(organisation)),
    ...optional('year', (year === undefined ? undefined : readYear(`${year}年`)) ?? sheetYear),
    ...optional('budget', budget === undefined ? undefined : readMoney({ text: budget, label: heading }, money)),
    ...(plan.project.has('goal') && { [isAnnual ? 'annualGoal' : 'goal']: goal ?? '' }),
  };
}

function flatPlaces({ plan }: FoundTable, row: number): Record<string, CellPlace> {
  const names: Readonly<Partial<Record<ProjectField, string>>> = {
    projectName: 'name',
    organisation: 'unit',
    budget: 'budget',
    goal: 'goal',
    year: 'year',
  };
  const places = Object.fromEntries(
    [...plan.project].flatMap(([field, column]) => (names[field] ? [[names[field], { row, column }]] : [])),
  ) as Record<string, CellPlace>;
  const named = [...(plan.projectRows?.keys() ?? [])].findLast((own) => own < row);
  if (named !== undefined && places.name && places.goal) {
    places.name = { ...places.name, row: named };
    places.goal = { ...places.goal, row: named + 1 };
  }
  return places.goal ? { ...places, annualGoal: places.goal } : places;
}

const AMOUNTS: ReadonlySet<IndicatorField> = new Set(['weight', 'score']);

function indicatorEntry({
  row,
  texts,
  places: own,
  headings,
  shared = {},
}: IndicatorRow): DraftParts['indicators'][number] {
  const fields: Record<string, string | number | undefined> = {};
  const places: Record<string, CellPlace> = { ...own };
  for (const [field, text] of Object.entries(texts) as [IndicatorField, string][]) {
    if (AMOUNTS.has(field)) fields[field] = readAmount(text);
    // A slash in the unit or operator column says that there is none.
    else if ((field === 'unit' || field === 'operator') && /^[/\\\-—]$/.test(text)) fields[field] = '';
    else fields[field] = text;
  }
  fields.name ??= '';
  // To how many decimals a score is given shows in its text alone: 9.10.
  const decimals = /\.\d{1,20}/.exec(texts.score ?? '');
  if (typeof fields.score === 'number' && decimals && decimals[0].length - 1 !== decimalsOf(fields.score)) {
    fields.scoreText = texts.score;
  }
  // Where the measures have a column of their own they are a reason too.
  if (isBlank(texts.deviationReason) && !isBlank(texts.improvement)) {
    fields.deviationReason = texts.improvement;
    if (places.improvement) places.deviationReason = places.improvement;
  }
  return { row, fields, places, headings, shared };
}

function isBlank(text: string | undefined): boolean {
  return /^(?:[\p{P}\p{S}]*|无)$/u.test(compact(text ?? ''));
}
