/** A .docx file → running text and tables, as a person sees them: list numbers included, deleted and hidden text not. */
import { InputError } from '../../errors.js';
import { documentOf } from '../blocks/document.js';
import type { SourceDocument } from '../model.js';
import { readXml } from '../xml-events.js';
import { unzip } from '../zip.js';
import { BodyReader, type Context } from './body.js';
import { readNumbering } from './numbering.js';
import { readStyles } from './styles.js';

const DECODER = new TextDecoder();

/** @throws InputError `damaged`, `archive-too-large`, `empty-document` */
export function readDocx(bytes: Uint8Array, source: string): SourceDocument {
  const parts = unzip(bytes, source, (name) => /\.(?:xml|rels)$/i.test(name));
  const main = mainPart(parts);
  const body = parts.get(main);
  if (!body) throw new InputError('damaged', { file: source, data: { part: main } });
  const reader = new BodyReader(bodyContext(parts, main, source));
  readXml(body, reader, { file: source, part: main });
  return documentOf(reader.blocks, { source, format: 'docx' });
}

/** What the other parts say about the text of the main one. */
export function bodyContext(parts: ReadonlyMap<string, Uint8Array>, main: string, source: string): Context {
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const read = (name: string, handler: Parameters<typeof readXml>[1]): void => {
    const part = parts.get(`${folder}${name}`);
    if (part) readXml(part, handler, { file: source, part: name });
  };
  return {
    styles: readStyles((handler) => read('styles.xml', handler)),
    numbering: readNumbering((handler) => read('numbering.xml', handler)),
    // Word notes where its pages broke when it saved; without these notes nobody knows.
    knowsPages: DECODER.decode(parts.get(main)).includes('lastRenderedPageBreak'),
  };
}

/** Where the package says that its document is. */
export function mainPart(parts: ReadonlyMap<string, Uint8Array>): string {
  const relations = parts.get('_rels/.rels');
  const text = relations ? DECODER.decode(relations) : '';
  for (const [tag] of text.matchAll(/<Relationship\s[^>]{1,1000}>/gu)) {
    const target = /\bTarget="\/?([^"]{1,300})"/u.exec(tag)?.[1];
    if (/\bType="[^"]{1,200}\/officeDocument"/u.test(tag) && target !== undefined && parts.has(target)) return target;
  }
  return 'word/document.xml';
}
