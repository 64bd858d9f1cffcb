/** Where in a document problems and suggestions stand, and whose they are. */
import type { SourceDocument } from '../documents/model.js';
import { columnRecords } from './column-text.js';
import { gridPassages } from './grid-passages.js';
import type { Owner, Passage } from './passage.js';
import type { ReadingData } from './reading-data.js';
import { TextSource } from './text-lines.js';
import { findSections } from './text-sections.js';
import { ownerFromTitle } from './title.js';

export function locatePassages(document: SourceDocument, data: ReadingData): Passage[] {
  const owner = ownerFromTitle(document, data);
  const inGrids = gridPassages(document, data, owner);
  return [...inGrids, ...textPassages(document, data, owner, inGrids.at(-1)?.record ?? 0)];
}

function textPassages(document: SourceDocument, data: ReadingData, owner: Owner, before: number): Passage[] {
  if (document.lines.length === 0) return [];
  const source = new TextSource(document);
  const records = columnRecords(document.lines, data);
  if (records.length > 0) {
    return records.flatMap((record, index) =>
      record.columns.map(({ role, lines }): Passage => {
        const number = before + index + 1;
        const text = source.passage(lines, lines[0]?.start ?? 0);
        return { record: number, group: `text:${number}`, role, text, place: source.place, ...record.owner };
      }),
    );
  }
  return findSections(document.lines, data).map(({ role, from, lines }): Passage => {
    const text = source.passage(lines, from);
    return { record: before + 1, group: 'text', role, text, place: source.place, ...owner };
  });
}
