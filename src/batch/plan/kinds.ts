/** Which files are of use to a task, by extension. */
import type { TaskName } from '../types.js';

const TABLES = [
  'xlsx',
  'xlsm',
  'xls',
  'et',
  'ods',
  'csv',
  'tsv',
  'docx',
  'doc',
  'pdf',
  'html',
  'htm',
  'md',
  'txt',
  'zip',
];
const LINES = ['jsonl', 'ndjson'];

const READ: Readonly<Record<TaskName, ReadonlySet<string>>> = {
  lint: new Set([...TABLES, 'markdown', 'json', ...LINES]),
  review: new Set([...TABLES, 'markdown']),
  classify: new Set(['txt', ...LINES]),
};

/** The extension in small letters; '' where there is none. */
export function kindOf(path: string): string {
  return /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
}

export function isRead(kind: string, task: TaskName): boolean {
  return READ[task].has(kind);
}

/** Whether every line of such a file is worked on by itself, so that it may be cut into pieces. */
export function isLines(kind: string, task: TaskName): boolean {
  return LINES.includes(kind) || (task === 'classify' && kind === 'txt');
}
