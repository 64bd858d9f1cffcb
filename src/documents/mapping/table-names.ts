import type { ColumnRole, TableData } from '../table-data.js';
import { Headings } from '../tables/heading.js';
import { INDICATOR_COLUMNS, type MappedColumn, type MappingNames } from './mapping-data.js';

/** What the reader of indicator tables calls the columns and labels of a mapping: the first word of each list. */
export function tableNames(data: TableData): MappingNames {
  const headings = new Headings(data);
  const roles: readonly MappedColumn[] = [...INDICATOR_COLUMNS, 'projectName', 'organisation', 'year'];
  const columns = Object.fromEntries(roles.map((role) => [role, data.columns[role as ColumnRole][0]]));
  const labels = Object.fromEntries(Object.entries(data.labels).map(([role, [first]]) => [role, first]));
  return {
    columns: { ...columns, none: data.columns.remark[0] ?? '' },
    labels,
    columnOf: (heading) => {
      const role = headings.column(heading);
      return roles.find((one) => one === role);
    },
  };
}
