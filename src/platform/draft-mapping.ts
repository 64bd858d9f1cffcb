import type { SourceDocument } from '../documents/model.js';
import { loadTableData } from './shipped.js';

/** Columns and labels of drafts named as the user's mapping says; what it takes is loaded here. Throws as `readMapping`. */
export async function draftMapping(
  path: string,
  folder: string,
): Promise<(document: SourceDocument) => SourceDocument> {
  const [{ readMapping }, { applyMapping }, { tableNames }] = await Promise.all([
    import('./mapping-file.js'),
    import('../documents/mapping/apply-mapping.js'),
    import('../documents/mapping/table-names.js'),
  ]);
  const mapping = readMapping(path, folder);
  const names = tableNames(await loadTableData());
  return (document) => applyMapping(document, mapping, names);
}
