/** What a page shows of the documents that it speaks of. */
import type { SourceDocument } from '../documents/model.js';
import type { DocumentView, Location } from '../schema/index.js';

export interface Located {
  readonly source: string;
  readonly location: Location;
}

/** On a whole page; of tables beyond it the rows that something is said of. */
const MOST_CELLS = 120_000;

export async function viewsOf(
  documents: readonly SourceDocument[],
  places: readonly Located[],
): Promise<DocumentView[]> {
  const { documentView } = await import('../documents/view.js');
  const spoken = new Map<string, Location[]>();
  for (const { source, location } of places) {
    const own = spoken.get(source);
    if (own) own.push(location);
    else spoken.set(source, [location]);
  }
  let room = MOST_CELLS;
  return documents.flatMap((document) => {
    const own = spoken.get(document.source);
    // Behind so many tables only those are shown that something is said of.
    if (!own && room <= 0) return [];
    const view = documentView(document, own ?? [], { mostCells: room });
    room -= view.tables.reduce((sum, { columns, rows }) => sum + columns.length * rows.length, 0);
    return [view];
  });
}
