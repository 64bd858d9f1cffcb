/** Levels that a form repeats by a mark (〃, 同上) instead of writing them again. */
import type { IndicatorRow } from '../indicators/index.js';

const LONGEST = 3;
const DITTO = /^(?:[〃″”"'＂〞々]{1,2}|同上|同前|[-—]["”〃][-—]?)$/;

/** The rows with each such mark replaced by the level that stands above it; most drafts have none and stay as they are. */
export function withoutDittos(rows: readonly IndicatorRow[]): readonly IndicatorRow[] {
  if (!rows.some((row) => isDitto(row.level1) || isDitto(row.level2))) return rows;
  let [level1, level2]: [IndicatorRow['level1'], IndicatorRow['level2']] = [undefined, undefined];
  return rows.map((row) => {
    if (!isDitto(row.level1)) level1 = row.level1;
    if (!isDitto(row.level2)) level2 = row.level2;
    return { ...row, level1, level2 };
  });
}

function isDitto(level: string | undefined): boolean {
  return level !== undefined && level.length <= LONGEST && DITTO.test(level.trim());
}
