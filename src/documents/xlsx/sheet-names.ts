import { holdable } from './xml.js';

/** The hidden name by which a sheet of results is known again, whatever the user has called it since. */
export const RESULT_NAME = '_jixiao.results';

const MAX_LENGTH = 31;

/** A name that Excel accepts and no other sheet has, and so that `taken` knows it from now on. */
export function claimSheetName(wanted: string, taken: Set<string>): string {
  const name = cut(legal(wanted), MAX_LENGTH);
  let unique = name;
  for (let number = 2; taken.has(fold(unique)); number++) {
    const suffix = ` (${number})`;
    unique = cut(name, MAX_LENGTH - suffix.length) + suffix;
  }
  taken.add(fold(unique));
  return unique;
}

/** Sheet names differ only if they differ beyond case. */
export function fold(name: string): string {
  return name.toLowerCase();
}

/** `'表 一'!B3`, as formulas and hyperlinks refer to a cell. */
export function sheetReference(sheet: string, cell: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${cell}`;
}

function legal(name: string): string {
  // Names that differ only in what a part cannot hold would be the same in it.
  const cleaned = holdable(name)
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .trim()
    .replace(/^'+|'+$/g, '')
    .trim();
  // Excel keeps this one for its change log.
  return cleaned === '' || fold(cleaned) === 'history' ? `${cleaned}_` : cleaned;
}

function cut(name: string, length: number): string {
  if (name.length <= length) return name;
  return name
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
}
