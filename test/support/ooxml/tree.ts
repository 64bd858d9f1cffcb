/** XML as a small tree, read by a parser that the program's own writers do not use. */
import { SaxesParser } from 'saxes';

export interface Node {
  /** Without prefix. */
  readonly name: string;
  readonly uri: string;
  /** By local name; `qualified` keeps those of a namespace apart. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly qualified: readonly { readonly uri: string; readonly name: string; readonly value: string }[];
  readonly children: Node[];
  text: string;
  readonly parent: Node | undefined;
}

/** Throws where the part is not well-formed or holds characters that XML 1.0 forbids. */
export function parse(bytes: Uint8Array): Node {
  const parser = new SaxesParser({ xmlns: true });
  let root: Node | undefined;
  let at: Node | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const all = Object.values(attributes);
    const node: Node = {
      name: local,
      uri,
      attributes: Object.fromEntries(all.map((one) => [one.local, one.value])),
      qualified: all.map((one) => ({ uri: one.uri, name: one.local, value: one.value })),
      children: [],
      text: '',
      parent: at,
    };
    at?.children.push(node);
    root ??= node;
    at = node;
  });
  parser.on('text', (text) => {
    if (at) at.text += text;
  });
  parser.on('cdata', (text) => {
    if (at) at.text += text;
  });
  parser.on('closetag', () => {
    at = at?.parent;
  });
  parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  if (!root) throw new Error('no element');
  return root;
}

/** The node and all below it, in order. */
export function* walk(node: Node): Generator<Node> {
  yield node;
  for (const below of node.children) yield* walk(below);
}

export function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((one) => one.name === name);
}

export function named(node: Node, name: string): Node[] {
  return [...walk(node)].filter((one) => one.name === name);
}

export function isInside(node: Node, name: string): boolean {
  for (let at = node.parent; at; at = at.parent) if (at.name === name) return true;
  return false;
}

export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

/** The names of children must come in this order; those not listed are another matter. */
export function orderFaults(node: Node, order: readonly string[], where: string): string[] {
  const places = node.children.map(({ name }) => order.indexOf(name));
  const faults = node.children
    .filter((_, index) => places[index] === -1)
    .map(({ name }) => `${where}: unknown <${name}>`);
  const known = places.filter((place) => place >= 0);
  if (known.some((place, index) => index > 0 && place < (known[index - 1] as number)))
    faults.push(`${where}: children out of order (${node.children.map(({ name }) => name).join(' ')})`);
  return faults;
}
