import type { MappedColumn, MappingNames } from '../documents/mapping/mapping-data.js';
import type { ReadingData } from './reading-data.js';
import { headerRole } from './roles.js';

const COLUMNS: Readonly<Record<string, MappedColumn>> = {
  problem: 'problem',
  suggestion: 'suggestion',
  project: 'projectName',
  unit: 'organisation',
  year: 'year',
};

/** What the reader of findings calls the columns and labels of a mapping: the first word of each list. */
export function findingTableNames(data: ReadingData): MappingNames {
  const { problem, suggestion, project, unit, year, other } = data.headers;
  const [name, organisation, of] = [project[0], unit[0], year[0]] as [string, string, string];
  return {
    columns: {
      problem: problem[0] as string,
      suggestion: suggestion[0] as string,
      projectName: name,
      organisation,
      year: of,
      none: other[0] as string,
    },
    labels: { name, unit: organisation, year: of },
    columnOf: (heading) => COLUMNS[headerRole(heading, data) ?? ''],
  };
}
