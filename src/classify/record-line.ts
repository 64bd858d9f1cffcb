/** A line of JSONL → a text with what the caller knows of it. */
import { InputError } from '../errors.js';
import type { TextRecord } from './record.js';

/** @throws InputError `bad-json`; `no-text` where there is no field `text`, or no text in it */
export function recordOfLine(text: string, place: { readonly file: string; readonly line: number }): TextRecord {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch (cause) {
    throw new InputError('bad-json', { ...place, data: { reason: (cause as Error).message }, cause });
  }
  if (typeof record === 'object' && record !== null && 'text' in record && typeof record.text === 'string')
    return record as TextRecord;
  throw new InputError('no-text', { ...place, data: { fields: fieldsOf(record) } });
}

const MOST_FIELDS = 8;

/** What is there instead: mostly it is the text under another name. */
function fieldsOf(record: unknown): string[] {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return [];
  return Object.keys(record).slice(0, MOST_FIELDS);
}
