/** A marked copy that an earlier run made: it holds the user's table once more. */
import type { SourceDocument } from '../../documents/model.js';
import { RESULT_NAME } from '../../documents/xlsx/sheet-names.js';
import { unzip } from '../../documents/zip.js';
import { isLintSheet } from '../../report/lint-sheet.js';
import { markedCopyText } from '../../report/plan-text.js';
import type { Notice } from '../../schema/index.js';

/** The reader leaves our own list out; its hidden name tells, or the list itself where another program has dropped the name. */
export function markedCopyNotice(
  { format, grids, source }: SourceDocument,
  bytes: Uint8Array,
  language: 'zh' | 'en',
): Notice | undefined {
  const list = grids.find(({ sheet, rows }) => sheet !== undefined && isLintSheet(sheet, rows[0] ?? []))?.sheet;
  if (list === undefined && !(format === 'xlsx' && hasResultName(bytes, source))) return undefined;
  const location = list === undefined ? {} : { sheet: list };
  return { code: 'marked-copy', message: markedCopyText(language), location };
}

function hasResultName(bytes: Uint8Array, source: string): boolean {
  const parts = unzip(bytes, source, (name) => /(?:^|[\\/])workbook\.xml$/i.test(name));
  return [...parts.values()].some((part) => Buffer.from(part).includes(RESULT_NAME));
}
