/** An .ods workbook → grids of the texts that a person sees in the cells. */
import { InputError } from '../../errors.js';
import type { SourceDocument } from '../model.js';
import { cutNotice } from '../sheet-limits.js';
import { readXml } from '../xml-events.js';
import { unzip } from '../zip.js';
import { SheetReader } from './sheets.js';

const WANTED: ReadonlySet<string> = new Set(['content.xml', 'META-INF/manifest.xml']);

/** @throws InputError `encrypted-workbook`, `damaged`, `archive-too-large`, `empty-workbook` */
export function readOds(bytes: Uint8Array, source: string): SourceDocument {
  const parts = unzip(bytes, source, (name) => WANTED.has(name));
  const manifest = parts.get('META-INF/manifest.xml');
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data'))
    throw new InputError('encrypted-workbook', { file: source });
  const content = parts.get('content.xml');
  if (!content) throw new InputError('damaged', { file: source, data: { part: 'content.xml' } });
  const reader = new SheetReader();
  readXml(content, reader, { file: source, part: 'content.xml' });
  const { grids, cut } = reader;
  if (grids.every(({ rows }) => rows.every((row) => row.every((text) => text.trim() === ''))))
    throw new InputError('empty-workbook', { file: source });
  return { source, format: 'ods', grids, lines: [], notices: [...cut].map(cutNotice) };
}
