/** The parts of an Office file with what binds them together: relationships and content types. */
import { InputError } from '../../errors.js';
import { appendTo, applyEdits, attributesOf, childOf, childrenOf, decodeXml, escapeXml, rootOf } from '../xlsx/xml.js';

export interface Relationship {
  readonly id: string;
  /** The last word of the type, the same in transitional and strict files: `worksheet`, `comments`. */
  readonly type: string;
  /** The name of the part it points to; absent for links out of the package. */
  readonly target?: string;
}

const CONTENT_TYPES = '[Content_Types].xml';
const TYPES_NAMESPACE = 'http://schemas.openxmlformats.org/package/2006';
/** Where the types of relationships begin, in usual and in strict files. */
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

export class OfficePackage {
  /** The part that the package is about, or the usual name of it where none is named. */
  readonly mainPath: string;
  readonly #parts: Map<string, Uint8Array>;
  /** Part names are compared without regard to case; producers do not always spell them alike. */
  readonly #spelling = new Map<string, string>();

  constructor(parts: ReadonlyMap<string, Uint8Array>, usualPath: string) {
    this.#parts = new Map(parts);
    for (const name of parts.keys()) this.#spelling.set(name.toLowerCase(), name);
    const main = this.relationshipsOf('').find(({ type }) => type === 'officeDocument')?.target;
    this.mainPath = main !== undefined && this.has(main) ? main : usualPath;
  }

  /** Does the main part speak the strict dialect, whose namespaces are others? */
  get isStrict(): boolean {
    const xml = this.read(this.mainPath);
    return [...attributesOf(xml, rootOf(xml)).values()].some((value) =>
      value.startsWith('http://purl.oclc.org/ooxml/'),
    );
  }

  get parts(): ReadonlyMap<string, Uint8Array> {
    return this.#parts;
  }

  has(path: string): boolean {
    return this.#spelling.has(path.toLowerCase());
  }

  read(path: string): string {
    const bytes = this.#parts.get(this.#spelled(path));
    if (!bytes) throw new InputError('damaged', { data: { part: path } });
    return decodeXml(bytes);
  }

  write(path: string, xml: string): void {
    const name = this.#spelled(path);
    this.#spelling.set(name.toLowerCase(), name);
    this.#parts.set(name, new TextEncoder().encode(xml));
  }

  remove(path: string): void {
    this.#parts.delete(this.#spelled(path));
    this.#spelling.delete(path.toLowerCase());
  }

  /** A part name that is still free: `xl/comments3.xml`. */
  freePath(stem: string, extension: string): string {
    let number = 1;
    while (this.has(`${stem}${number}.${extension}`)) number++;
    return `${stem}${number}.${extension}`;
  }

  /** Those of a part, or of the whole package (''). */
  relationshipsOf(path: string): Relationship[] {
    const rels = relationshipsPath(path);
    if (!this.has(rels)) return [];
    const xml = this.read(rels);
    return [...childrenOf(xml, rootOf(xml))].flatMap((child) => {
      const attributes = attributesOf(xml, child);
      const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attributes.get(name));
      if (id === undefined || type === undefined || target === undefined) return [];
      const inside = attributes.get('TargetMode') !== 'External';
      const relationship = { id, type: type.slice(type.lastIndexOf('/') + 1) };
      return [inside ? { ...relationship, target: this.#spelled(resolve(path, target)) } : relationship];
    });
  }

  /** Returns the id of the new relationship. */
  relate(from: string, type: string, to: string): string {
    const path = relationshipsPath(from);
    const xml = this.has(path)
      ? this.read(path)
      : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${TYPES_NAMESPACE}/relationships"/>`;
    const root = rootOf(xml);
    const taken = new Set([...childrenOf(xml, root)].map((child) => attributesOf(xml, child).get('Id')?.toLowerCase()));
    let number = taken.size + 1;
    while (taken.has(`rid${number}`)) number++;
    const id = `rId${number}`;
    const fullType = `${this.isStrict ? STRICT : TRANSITIONAL}/${type}`;
    const added = `<${root.prefix}Relationship Id="${id}" Type="${fullType}" Target="${escapeXml(encodeURI(relative(from, to)))}"/>`;
    this.write(path, applyEdits(xml, appendTo(xml, root, added)));
    return id;
  }

  declareType(path: string, type: string): void {
    const xml = this.read(CONTENT_TYPES);
    const root = rootOf(xml);
    for (const child of childrenOf(xml, root)) {
      if (attributesOf(xml, child).get('PartName')?.toLowerCase() === `/${path}`.toLowerCase()) return;
    }
    const added = `<${root.prefix}Override PartName="${escapeXml(`/${path}`)}" ContentType="${type}"/>`;
    this.write(CONTENT_TYPES, applyEdits(xml, appendTo(xml, root, added)));
  }

  /** Declares the type of a file extension, or of the one part where the extension has another type already. */
  declareExtension(extension: string, type: string, path: string): void {
    const xml = this.read(CONTENT_TYPES);
    const root = rootOf(xml);
    for (const child of childrenOf(xml, root)) {
      const attributes = attributesOf(xml, child);
      if (attributes.get('Extension')?.toLowerCase() !== extension) continue;
      if (attributes.get('ContentType') !== type) this.declareType(path, type);
      return;
    }
    const added = `<${root.prefix}Default Extension="${extension}" ContentType="${type}"/>`;
    const first = root.empty ? undefined : childOf(xml, root, 'Default');
    const edits = first ? [{ start: first.start, end: first.start, text: added }] : appendTo(xml, root, added);
    this.write(CONTENT_TYPES, applyEdits(xml, edits));
  }

  #spelled(path: string): string {
    return this.#spelling.get(path.toLowerCase()) ?? path;
  }
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolve(from: string, target: string): string {
  const segments = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of decoded(target).replaceAll('\\', '/').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** As Excel writes targets; some readers know no other form. */
function relative(from: string, to: string): string {
  const base = from.split('/').slice(0, -1);
  const path = to.split('/');
  let shared = 0;
  while (shared < base.length && base[shared] === path[shared]) shared++;
  return [...base.slice(shared).map(() => '..'), ...path.slice(shared)].join('/');
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
