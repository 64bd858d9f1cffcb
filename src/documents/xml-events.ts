/** XML parts from outside as a stream of events; no document type, no entities of its own, names without prefix. */
import { SaxesParser } from 'saxes';
import { InputError } from '../errors.js';
import { decodeXml } from './xlsx/xml.js';

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names and attribute names come without their namespace prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** @throws InputError `damaged` */
export function readXml(bytes: Uint8Array, handler: XmlHandler, { file, part }: { file: string; part: string }): void {
  const fault = (cause?: unknown): InputError => new InputError('damaged', { file, data: { part }, cause });
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw fault();
  });
  parser.on('error', (cause) => {
    throw fault(cause);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const own: Record<string, string> = {};
    for (const key of Object.keys(attributes)) own[local(key)] = attributes[key] as unknown as string;
    handler.open(local(name), own);
  });
  parser.on('closetag', ({ name }) => {
    handler.close(local(name));
  });
  parser.on('text', (text) => {
    handler.text(text);
  });
  parser.on('cdata', (text) => {
    handler.text(text);
  });
  let xml: string;
  try {
    xml = decodeXml(bytes);
  } catch (cause) {
    throw fault(cause);
  }
  parser.write(xml).close();
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
