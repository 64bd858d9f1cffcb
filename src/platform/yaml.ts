import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { ConfigError, DataError } from '../errors.js';

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

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
