/** What pdf.js reads from a page → runs of text at their places. */
import { applied, combined, type Matrix, type TextRun, toMatrix } from './geometry.js';
import { withoutRadicals } from './radicals.js';

/** As pdf.js gives it. */
export interface PageItem {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

/**
 * Only upright text: what stands askew is a watermark or a stamp. Gaps are told by position, so that runs of nothing but
 * blanks are left out.
 */
export function runsOf(items: readonly PageItem[], page: Matrix): TextRun[] {
  const runs: TextRun[] = [];
  for (const { str, width, transform } of items) {
    const text = withoutRadicals(str.replaceAll('\0', '').replaceAll('\u00a0', ' ')).trim();
    if (text === '') continue;
    const matrix = combined(page, toMatrix(transform));
    const [a, b, c, d] = matrix;
    const size = Math.hypot(c, d);
    if (a <= 0 || Math.abs(b) > 0.05 * a || size <= 0.5 || size > 400 || !Number.isFinite(width)) continue;
    const [x, y] = applied(matrix, 0, 0);
    const lead = str.length - str.trimStart().length;
    const share = str.length === 0 ? 0 : width / str.length;
    const left = x + lead * share;
    runs.push({ text, left, right: left + Math.max(0, width - (str.length - text.length) * share), y, size });
  }
  return runs;
}
