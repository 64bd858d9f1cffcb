/** The table as it was read, in aligned columns. */
import type { LintEntry, LintResult } from '../schema/index.js';
import type { Palette } from './palette.js';
import { READING_WORDS, readingTable } from './reading-table.js';
import { clip, padEnd, plain, stringWidth } from './width.js';

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
  readonly columns?: number;
}

/** No column is wider; on a narrow terminal the widest give way first. */
const WIDEST = 40;
const NARROWEST = 8;
const GAP = 2;
const LONGEST_FIELD = 100;

export function readingStylish({ results }: LintResult, style: Style): string {
  return results.map((entry) => block(entry, style)).join('\n');
}

function block({ source, project, reading }: LintEntry, style: Style): string {
  const { colours, language } = style;
  const head = `${colours.bold(plain(source))}  ${plain(project)}  ${colours.dim(READING_WORDS[language].title)}`;
  if (!reading) return `${head}\n`;
  const { fields: stated, headers, rows } = readingTable(reading, language);
  const wide = stated.reduce((most, [label]) => Math.max(most, stringWidth(label)), 0);
  const fields = stated.map(
    ([label, text]) =>
      `  ${colours.dim(padEnd(label, wide))}  ${clip(text, (style.columns ?? LONGEST_FIELD) - wide - 4)}`,
  );
  return `${[head, ...fields, ...table([headers, ...rows], style)].join('\n')}\n`;
}

function table(rows: readonly (readonly string[])[], { colours, columns }: Style): string[] {
  const natural = (rows[0] ?? []).map((_, column) =>
    rows.reduce((most, row) => Math.min(WIDEST, Math.max(most, stringWidth(row[column] ?? ''))), 0),
  );
  const widths = fitting(natural, columns);
  return rows.map((row, index) => {
    const line = row.map((text, column) => padEnd(clip(text, widths[column] ?? 0), widths[column] ?? 0));
    const text = `  ${line.join(' '.repeat(GAP)).trimEnd()}`;
    return index === 0 ? colours.dim(text) : text;
  });
}

/** Takes from the widest columns until the table fits. */
function fitting(widths: readonly number[], columns = Number.POSITIVE_INFINITY): number[] {
  const fitted = [...widths];
  let excess = fitted.reduce((sum, width) => sum + width + GAP, 0) - columns;
  for (; excess > 0; excess -= 1) {
    const widest = Math.max(...fitted);
    if (widest <= NARROWEST) break;
    fitted[fitted.indexOf(widest)] = widest - 1;
  }
  return fitted;
}
