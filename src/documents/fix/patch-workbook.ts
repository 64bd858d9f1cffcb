import type { SourceDocument } from '../model.js';
import { type CellText, CellWriter } from '../xlsx/write-cells.js';
import type { Fix, FixOutcome, RefusalReason } from './model.js';

export function patchWorkbook({ source }: SourceDocument, bytes: Uint8Array, fixes: readonly Fix[]): FixOutcome {
  const writer = new CellWriter(bytes, source);
  const cells = new Map(fixes.map((fix) => [fix, cellsOf(fix)]));
  const formulas = writer.formulas([...cells.values()].flat());
  const refused = new Map<Fix, RefusalReason>();
  for (const [fix, own] of cells) if (own.some((cell) => formulas.has(cell))) refused.set(fix, 'formula');
  const made = [...cells].filter(([fix]) => !refused.has(fix)).flatMap(([, own]) => own);
  return { bytes: made.length === 0 ? bytes : writer.write(made), refused };
}

function cellsOf({ changes }: Fix): CellText[] {
  return changes.map(({ location, value }) => ({
    sheet: location.sheet ?? '',
    cell: location.cell ?? '',
    text: value,
  }));
}
