/** Names and numbers of a WordprocessingML part: the prefix that it gives its own elements, and ids that are still free. */
import { attributesOf, escapeXml, rootOf, type Tag, type XmlElement } from '../xlsx/xml.js';

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main';

/** An attribute by its local name, whatever prefix the part gives it. */
export function wordAttribute(xml: string, tag: Tag | XmlElement, name: string): string | undefined {
  for (const [key, value] of attributesOf(xml, tag)) if (key.slice(key.indexOf(':') + 1) === name) return value;
  return undefined;
}

export class WordNames {
  readonly namespace: string;
  /** With its colon. Attributes need one, so that a part without any gets `w:`. */
  readonly prefix: string;
  readonly #declaration: string;
  readonly #elementPrefix: string;

  constructor(xml: string) {
    const root = rootOf(xml);
    const declared = [...attributesOf(xml, root)].filter(([, value]) => value === TRANSITIONAL || value === STRICT);
    const own = declared.find(([name]) => name === `xmlns:${root.prefix.slice(0, -1)}`);
    const named = own ?? declared.find(([name]) => name.startsWith('xmlns:'));
    this.namespace = declared[0]?.[1] ?? TRANSITIONAL;
    this.#elementPrefix = root.prefix;
    this.prefix = named ? `${named[0].slice('xmlns:'.length)}:` : 'w:';
    this.#declaration = named ? '' : ` xmlns:w="${this.namespace}"`;
  }

  element(name: string, attributes: Readonly<Record<string, string | number>> = {}, content?: string): string {
    const { prefix } = this;
    const written = Object.entries(attributes).map(([key, value]) => ` ${prefix}${key}="${escapeXml(String(value))}"`);
    const start = `<${prefix}${name}${this.#declaration}${written.join('')}`;
    return content === undefined ? `${start}/>` : `${start}>${content}</${prefix}${name}>`;
  }

  run(content: string): string {
    return this.element('r', {}, content);
  }

  /** The end tag of an element that the part itself has written. */
  close(name: string): string {
    return `</${this.#elementPrefix}${name}>`;
  }
}

/** Numbers for `w:id` that no element of the part has. */
export class WordIds {
  readonly #taken: Set<number>;
  #next = 0;

  constructor(parts: readonly string[]) {
    this.#taken = new Set(
      parts.flatMap((xml) => [...xml.matchAll(/\bid\s*=\s*["'](\d{1,10})["']/g)].map(([, id]) => Number(id))),
    );
  }

  take(): number {
    while (this.#taken.has(this.#next)) this.#next += 1;
    this.#next += 1;
    return this.#next - 1;
  }

  /** A copy of properties; a tracked change in them must have a number of its own. */
  renewed(properties: string): string {
    return properties.replace(
      /(Change\s[^>]{0,500}?\bid\s*=\s*["'])\d{1,10}(?=["'])/g,
      (_, head: string) => `${head}${this.take()}`,
    );
  }
}
