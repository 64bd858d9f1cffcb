import type { Location } from '../schema/index.js';
import { plain } from './width.js';

/** A place as a person looks it up: Sheet1!D12, 第7行 D列, /indicators/3/value. */
export function locationText({ sheet, cell, line, column, pointer }: Location): string {
  if (pointer !== undefined) return line === undefined ? pointer : `${line}:${pointer}`;
  if (sheet !== undefined) return `${plain(sheet)}!${cell ?? ''}`;
  if (cell !== undefined) return cell;
  if (line !== undefined) return column === undefined ? `${line}` : `${line}:${column}`;
  return '';
}
