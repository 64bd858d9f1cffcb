import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigError, DataError } from '../errors.js';
import { nearest } from '../text/nearest.js';
import { keysAt } from './schema-keys.js';

/**
 * YAML text → checked data. `ErrorType` is what a fault is thrown as.
 * @throws `bad-yaml`, `bad-data` with file, line and column
 */
export function parseYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  ErrorType: typeof DataError | typeof ConfigError = DataError,
): z.output<Schema> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const fault = document.errors[0];
  if (fault) {
    const { line, col } = counter.linePos(fault.pos[0]);
    throw new ErrorType('bad-yaml', { file, line, column: col, data: { reason: firstLine(fault.message) } });
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const misspelt = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (misspelt) throw unknownKey(misspelt, { file, text, schema, ErrorType });
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key));
  const node = document.getIn(path, true) ?? document.getIn(path.slice(0, -1), true);
  const { line, col } = counter.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
  throw new ErrorType('bad-data', {
    file,
    line,
    column: col,
    data: { path: path.join('.'), reason: issue?.message ?? '' },
  });
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly schema: z.ZodType;
  readonly ErrorType: typeof DataError | typeof ConfigError;
}

/** A key that nothing knows is told before all else: what it was meant for is then missing, too. */
function unknownKey(
  { path, keys, message }: z.core.$ZodIssueUnrecognizedKeys,
  source: Source,
): DataError | ConfigError {
  const { file, text, schema, ErrorType } = source;
  const at = path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  const key = keys[0] ?? '';
  const meant = nearest(key, keysAt(schema, at));
  return new ErrorType('bad-data', {
    file,
    ...placeInYaml(text, [...at, key]),
    data: { path: at.join('.'), reason: message, ...(meant !== undefined && { nearest: meant }) },
  });
}

/** Where the entry at a path begins: its key in a mapping, its value in a list. */
export function placeInYaml(
  text: string,
  path: readonly (string | number)[],
): { line: number; column: number } | undefined {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const parent = document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const node = pair?.key ?? document.getIn(path, true);
  if (!isNode(node) || !node.range) return undefined;
  const { line, col } = counter.linePos(node.range[0]);
  return { line, column: col };
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
