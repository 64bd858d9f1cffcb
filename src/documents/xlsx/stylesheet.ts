import { appendTo, applyEdits, attributesOf, childrenOf, type Edit, rootOf, startTag, type XmlElement } from './xml.js';

type Collection = 'fonts' | 'fills' | 'borders' | 'cellXfs';

/** In the order the schema demands. */
const CHILDREN = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'];
/** What indexes into a missing collection already mean. Excel takes fills 0 and 1 for itself, whatever they hold. */
const DEFAULTS: Readonly<Record<Collection, readonly string[]>> = {
  fonts: ['<font><sz val="11"/><name val="宋体"/><family val="3"/><charset val="134"/></font>'],
  fills: ['<fill><patternFill patternType="none"/></fill>', '<fill><patternFill patternType="gray125"/></fill>'],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
};

export function emptyStylesheet(namespace: string): string {
  const collection = (name: Collection) =>
    `<${name} count="${DEFAULTS[name].length}">${DEFAULTS[name].join('')}</${name}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<styleSheet xmlns="${namespace}">${collection('fonts')}${collection('fills')}${collection('borders')}`,
    `<cellStyleXfs count="1">${DEFAULTS.cellXfs[0]}</cellStyleXfs>`,
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join('');
}

/** A styles part that only grows: what is in it keeps its index. */
export class Stylesheet {
  readonly #xml: string;
  readonly #root: XmlElement;
  readonly #children: ReadonlyMap<string, XmlElement>;
  readonly #items = new Map<Collection, XmlElement[]>();
  readonly #added = new Map<Collection, string[]>();
  readonly #known = new Map<string, number>();
  readonly #places = new Map<Collection, ReadonlyMap<string, number>>();

  constructor(xml: string) {
    this.#xml = xml;
    this.#root = rootOf(xml);
    this.#children = new Map([...childrenOf(xml, this.#root)].map((child) => [child.name, child]));
  }

  get hasNamedStyles(): boolean {
    return this.#children.has('cellStyleXfs');
  }

  get changed(): boolean {
    return this.#added.size > 0;
  }

  /** The index of an item, which is added once; it is written without namespace prefixes. */
  add(collection: Collection, item: string): number {
    return this.#addPrefixed(collection, this.#prefixed(item));
  }

  /** A copy of a cell format that differs in some attributes only. */
  variant(base: number, changes: Readonly<Record<string, string | number>>): number {
    const formats = this.#existing('cellXfs');
    const format = formats[base] ?? formats[0];
    if (!format) {
      const plain = DEFAULTS.cellXfs[0] as string;
      return this.add('cellXfs', startTag(plain, rootOf(plain), changes));
    }
    const rest = this.#xml.slice(format.openEnd, format.end);
    return this.#addPrefixed('cellXfs', startTag(this.#xml, format, changes) + rest);
  }

  /** The fill of a cell format as it is written; '' where there is none. */
  fillOf(format: number): string {
    const element = this.#existing('cellXfs')[format];
    const id = element && Number(attributesOf(this.#xml, element).get('fillId') ?? 0);
    const fill = id === undefined ? undefined : this.#existing('fills')[id];
    return fill ? this.#xml.slice(fill.start, fill.end) : '';
  }

  toXml(): string {
    const edits: Edit[] = [];
    let place = this.#root.openEnd;
    for (const name of CHILDREN) {
      const child = this.#children.get(name);
      const added = this.#added.get(name as Collection) ?? [];
      const count = this.#size(name as Collection);
      if (child && added.length > 0) edits.push(...appendTo(this.#xml, child, added.join(''), { count }));
      if (!child && added.length > 0) {
        const items = this.#defaults(name as Collection)
          .concat(added)
          .join('');
        const text = this.#prefixed(`<${name} count="${count}">`) + items + this.#prefixed(`</${name}>`);
        edits.push({ start: place, end: place, text });
      }
      if (child) place = child.end;
    }
    return applyEdits(this.#xml, edits);
  }

  #size(collection: Collection): number {
    const before = this.#children.has(collection) ? this.#existing(collection) : (DEFAULTS[collection] ?? []);
    return before.length + (this.#added.get(collection)?.length ?? 0);
  }

  #addPrefixed(collection: Collection, item: string): number {
    const key = `${collection} ${item}`;
    const known = this.#known.get(key) ?? this.#place(collection, item);
    if (known !== undefined) return known;
    const index = this.#size(collection);
    this.#added.set(collection, [...(this.#added.get(collection) ?? []), item]);
    this.#known.set(key, index);
    return index;
  }

  /** Where the very same item is already, so that a copy of a copy does not grow. */
  #place(collection: Collection, item: string): number | undefined {
    let places = this.#places.get(collection);
    if (!places) {
      const items = this.#existing(collection).map(({ start, end }) => this.#xml.slice(start, end));
      // Excel takes the first two fills for its own.
      const first = collection === 'fills' ? 2 : 0;
      const found = items.map((text, index) => [text, index] as const).slice(first);
      places = new Map(found.toReversed());
      this.#places.set(collection, places);
    }
    return places.get(item);
  }

  #existing(collection: Collection): readonly XmlElement[] {
    const known = this.#items.get(collection);
    if (known) return known;
    const parent = this.#children.get(collection);
    const items = parent ? [...childrenOf(this.#xml, parent)] : [];
    this.#items.set(collection, items);
    return items;
  }

  #defaults(collection: Collection): string[] {
    return DEFAULTS[collection].map((item) => this.#prefixed(item));
  }

  #prefixed(item: string): string {
    return this.#root.prefix === '' ? item : item.replace(/<(\/?)(?=\w)/g, `<$1${this.#root.prefix}`);
  }
}
