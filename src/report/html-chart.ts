/** Horizontal bars as plain SVG: colours come from the style of the page, so that they follow light, dark and print. */
import { stringWidth } from './columns.js';
import { escapeHtml } from './escape.js';
import { clip, plain } from './width.js';

export interface Bar {
  readonly label: string;
  /** Drawn one behind the other; `tone` is a class of the page's style. */
  readonly parts: readonly { readonly tone: string; readonly count: number; readonly name: string }[];
}

const ROW = 26;
const LABEL = 236;
const BARS = 300;
const RIGHT = 48;
const LONGEST_LABEL = 32;

/** A figure with a caption, or nothing where there is nothing to count. */
export function barChart(title: string, bars: readonly Bar[]): string {
  const counted = bars.filter((bar) => total(bar) > 0);
  if (counted.length === 0) return '';
  const most = Math.max(...counted.map(total));
  const height = counted.length * ROW + 6;
  const width = LABEL + BARS + RIGHT;
  const rows = counted.map((bar, index) => row(bar, index * ROW + 4, most));
  // A screen reader is told the numbers; it cannot make them out of bars.
  const spoken = counted.map((bar) => `${plain(bar.label)} ${total(bar)}`).join('; ');
  return [
    `<figure><figcaption>${escapeHtml(title)}${legend(counted)}</figcaption>`,
    `<svg role="img" aria-label="${escapeHtml(`${title}: ${spoken}`)}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    ...rows,
    '</svg></figure>',
  ].join('\n');
}

/** Which colour is what; one colour alone needs no key. */
function legend(bars: readonly Bar[]): string {
  const used = new Set(bars.flatMap(({ parts }) => parts.filter(({ count }) => count > 0).map(({ tone }) => tone)));
  const tones = new Map(
    // In the order in which bars are drawn; what is nowhere needs no key.
    bars.flatMap(({ parts }) =>
      parts.filter(({ tone }) => used.has(tone)).map(({ tone, name }) => [tone, name] as const),
    ),
  );
  if (tones.size < 2) return '';
  const key = ([tone, name]: readonly [string, string]) =>
    `<span class="key"><svg aria-hidden="true" viewBox="0 0 10 10"><rect class="bar-${tone}" width="10" height="10"/></svg>${escapeHtml(name)}</span>`;
  return [...tones].map(key).join('');
}

function row(bar: Bar, y: number, most: number): string {
  let x = LABEL;
  const pieces = bar.parts
    .filter(({ count }) => count > 0)
    .map(({ tone, count, name }) => {
      const size = Math.max(2, (BARS * count) / most);
      const piece = `<rect class="bar-${tone}" x="${x.toFixed(1)}" y="${y}" width="${size.toFixed(1)}" height="18"><title>${escapeHtml(`${plain(bar.label)} · ${name}: ${count}`)}</title></rect>`;
      x += size;
      return piece;
    });
  const label = plain(bar.label);
  const shown = stringWidth(label) > LONGEST_LABEL ? clip(label, LONGEST_LABEL) : label;
  return `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${escapeHtml(shown)}<title>${escapeHtml(label)}</title></text>${pieces.join('')}<text class="count" x="${(x + 6).toFixed(1)}" y="${y + 14}">${total(bar)}</text>`;
}

function total({ parts }: Bar): number {
  return parts.reduce((sum, { count }) => sum + count, 0);
}
