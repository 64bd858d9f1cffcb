/** An HTML page, or a table that a system exported as one → running text and tables. */
import { documentOf } from '../blocks/document.js';
import { decodeText } from '../decode.js';
import type { SourceDocument } from '../model.js';
import { readTags } from './tags.js';
import { PageReader } from './page.js';

/** @throws InputError `unknown-encoding`, `empty-document` */
export function readHtml(bytes: Uint8Array, source: string): SourceDocument {
  const { text } = decodeText(bytes, source);
  const reader = new PageReader();
  readTags(text, reader);
  return documentOf(reader.finish(), { source, format: 'html' });
}
