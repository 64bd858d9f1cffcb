/** Passages in the order of the document: its tables stand between the lines of its text. */
import type { Grid, SourceDocument } from '../documents/model.js';
import type { Passage } from './passage.js';

/** `tables` and `texts` each in their order. Records are numbered anew where the order is another one. */
export function inOrder(document: SourceDocument, tables: readonly Passage[], texts: readonly Passage[]): Passage[] {
  if (tables.length === 0 || texts.length === 0) return [...tables, ...texts];
  const anchors = gridAnchors(document);
  const placed = [
    ...tables.map((passage) => ({ passage, at: anchors[passage.grid ?? 0] ?? 0 })),
    ...texts.map((passage) => ({ passage, at: passage.text.origin(0, passage.text.length).start })),
  ];
  // What stands between two lines comes before the line whose text begins behind it.
  const sorted = placed.toSorted((one, other) => one.at - other.at).map(({ passage }) => passage);
  const isSame = sorted.every((passage, index) => passage === placed[index]?.passage);
  return isSame ? sorted : renumbered(sorted);
}

function renumbered(passages: readonly Passage[]): Passage[] {
  const numbers = new Map<number, number>();
  for (const { record } of passages) if (!numbers.has(record)) numbers.set(record, numbers.size + 1);
  return passages.map((passage) => ({ ...passage, record: numbers.get(passage.record) ?? passage.record }));
}

/** Of each table the UTF-16 offset in the text behind which it stands; one with nothing above it follows the table before. */
function gridAnchors(document: SourceDocument): number[] {
  let last = 0;
  return document.grids.map((grid) => {
    last = Math.max(last, anchorOf(grid, document) ?? 0);
    return last;
  });
}

function anchorOf({ above, lines }: Grid, document: SourceDocument): number | undefined {
  const place = above?.at(-1)?.place;
  if (place) {
    const key = JSON.stringify(place);
    return document.places?.findLast((one) => JSON.stringify(one.place) === key)?.start;
  }
  const first = lines?.[0];
  return first === undefined ? undefined : document.lines.findLast(({ line }) => line < first)?.start;
}
