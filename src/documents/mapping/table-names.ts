import type { ColumnRole, TableData } from '../table-data.js';
import { findTables } from '../tables/find.js';
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
    tableOf: (grid, framework) => {
      const [table] = findTables(grid, headings, framework);
      if (!table) return undefined;
      const { header, plan, view } = table;
      // A table on its side has no columns of fields: none is guessed.
      if (plan.fields.size < 2)
        return {
          header: header.top,
          fields: new Map(),
          aside: new Set(Array.from({ length: view.width }, (_, at) => at)),
        };
      const known = [...plan.fields, ...plan.project].flatMap(([field, column]) => {
        const role = roles.find((one) => one === field);
        return role === undefined ? [] : [[column, role] as const];
      });
      const aside = [...header.roles.keys(), ...header.groups, ...Object.values(plan.levelWeights)];
      return { header: header.bottom, fields: new Map(known), aside: new Set(aside) };
    },
  };
}
