/** Forms that give every indicator a card of its own: 指标1 | 改造户数 | 类别 | 产出指标, under it 目标 | ≥310 | 计量单位 | 户. */
import type { Framework } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import type { Headings } from './heading.js';
import type { IndicatorField } from './columns.js';
import type { CellPlace, IndicatorRow } from './indicator-row.js';
import type { SheetView } from './sheet-view.js';

export interface Cards {
  readonly top: number;
  /** The row after the last card. */
  readonly end: number;
  /** The column of the names. */
  readonly column: number;
  readonly rows: readonly IndicatorRow[];
}

const CARD = /^(?:三级|绩效)?指标[（(]?[\d一二三四五六七八九十]{1,3}[)）]?[:：]?$/;
const FIELDS: ReadonlySet<string> = new Set<IndicatorField>([
  'level1',
  'level2',
  'operator',
  'value',
  'unit',
  'weight',
  'explanation',
  'source',
  'lastActual',
  'actual',
  'score',
  'deviationReason',
]);
/** Taller cards are sheets of their own. */
const MOST_ROWS = 8;

/** All cards of a sheet; undefined where fewer than two begin alike, or one of them has no target. */
export function cardsOf(view: SheetView, headings: Headings, framework: Framework): Cards | undefined {
  const tops: number[] = [];
  for (let row = 0; row < view.height; row += 1) {
    const [first] = view.filled(row);
    if (first !== undefined && CARD.test(compact(view.own(row, first)))) tops.push(row);
  }
  const [top, second] = tops;
  if (top === undefined || second === undefined) return undefined;
  const height = second - top;
  if (height < 2 || height > MOST_ROWS || tops.some((row, index) => row !== top + index * height)) return undefined;
  const rows = tops.map((row) => cardAt(view, row, row + height, { headings, framework }));
  if (rows.some(({ texts }) => !texts.name || !texts.value)) return undefined;
  const column = rows[0]?.places.name?.column ?? 0;
  return { top, end: top + tops.length * height, column, rows };
}

function cardAt(
  view: SheetView,
  top: number,
  bottom: number,
  { headings, framework }: { headings: Headings; framework: Framework },
): IndicatorRow {
  const texts: Partial<Record<IndicatorField, string>> = {};
  const places: Partial<Record<IndicatorField, CellPlace>> = {};
  for (let row = top; row < bottom; row += 1) {
    let isName = row === top;
    for (let at = view.filled(row)[0] ?? view.width; at < view.width; ) {
      const beside = view.after(row, at);
      const text = view.own(row, beside);
      const field = isName ? 'name' : fieldOf(view.own(row, at), text, headings, framework);
      if (field !== undefined && text !== '' && texts[field] === undefined) {
        texts[field] = text;
        places[field] = { row, column: beside };
      }
      isName = false;
      at = view.after(row, beside);
    }
  }
  return { row: top, texts, places, headings: levelPlaces(places), project: {} };
}

/** What a label of a card stands for; 类别 and the like are levels where they hold one. */
function fieldOf(label: string, text: string, headings: Headings, framework: Framework): IndicatorField | undefined {
  const { level1Stated, level2 } = framework.resolve('', text);
  if (level2 !== undefined) return 'level2';
  if (level1Stated || framework.isHeading(text)) return 'level1';
  const role = headings.column(label);
  if (role === 'unitOrOrganisation') return 'unit';
  if (role === 'valuePart') return 'value';
  return role !== undefined && FIELDS.has(role) ? (role as IndicatorField) : undefined;
}

function levelPlaces(places: IndicatorRow['places']): IndicatorRow['headings'] {
  return {
    ...(places.level1 && { level1: places.level1 }),
    ...(places.level2 && { level2: places.level2 }),
  };
}
