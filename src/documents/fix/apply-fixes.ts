/** A copy of the user's file with fixes made in it; what no fix touches stays as it was written. */
import type { DocumentFormat, SourceDocument } from '../model.js';
import type { Fix, FixOutcome } from './model.js';

/**
 * Makes the fixes, each wholly or not at all; those that cannot be made are returned with the reason. Two fixes must not
 * touch one cell.
 *
 * Throws what reading the file throws.
 */
export async function applyFixes(
  document: SourceDocument,
  bytes: Uint8Array,
  fixes: readonly Fix[],
): Promise<FixOutcome> {
  if (fixes.length === 0) return { bytes, refused: new Map() };
  return (await patcherOf(document.format))(document, bytes, fixes);
}

async function patcherOf(format: DocumentFormat) {
  if (format === 'xlsx') return (await import('./patch-workbook.js')).patchWorkbook;
  if (format === 'csv' || format === 'txt') return (await import('./patch-delimited.js')).patchDelimited;
  return (await import('./patch-json.js')).patchJson;
}
