/** What a page shows of the documents that it speaks of. */
import type { SourceDocument } from '../documents/model.js';
import type { DocumentView, Location } from '../schema/index.js';

export interface Located {
  readonly source: string;
  readonly location: Location;
}

export async function viewsOf(
  documents: readonly SourceDocument[],
  places: readonly Located[],
): Promise<DocumentView[]> {
  const { documentView } = await import('../documents/view.js');
  return documents.map((document) =>
    documentView(
      document,
      places.filter(({ source }) => source === document.source).map(({ location }) => location),
    ),
  );
}
