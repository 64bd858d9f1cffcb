import { writeOutput } from '../platform/files.js';
import { sheetCsv } from '../report/csv-line.js';
import type { SheetSpec } from '../schema/index.js';
import { type CommonOptions, emit, sheetFormat } from './options.js';

/** Sheets of one kind: a workbook of all, or the one list that stands for them as .csv. */
export async function writeSheets(
  layout: string,
  { sheets, list }: { readonly sheets: readonly SheetSpec[]; readonly list: SheetSpec },
  options: CommonOptions,
  inputs: readonly string[],
): Promise<void> {
  if (sheetFormat(layout, options) === 'csv') return emit(sheetCsv(list), options, inputs);
  const { buildWorkbook } = await import('../documents/xlsx/build.js');
  writeOutput(options.output as string, buildWorkbook(sheets), inputs);
}
