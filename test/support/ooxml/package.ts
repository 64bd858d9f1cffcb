/** What every OOXML package must keep to (ECMA-376 part 2), whatever it holds. */
import { unzipSync } from 'fflate';
import { type Node, parse, repeated, walk } from './tree.js';

export interface Relation {
  readonly id: string;
  readonly type: string;
  /** The part it points to; absent where it leads out of the package. */
  readonly target?: string;
}

const RELATIONS = /\/officeDocument\/relationships$/;

export class Package {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly faults: string[] = [];
  readonly #trees = new Map<string, Node>();
  readonly #types = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
    this.#readTypes();
    for (const path of this.parts.keys()) {
      if (!/\.(?:xml|rels|vml)$/i.test(path)) continue;
      try {
        this.#trees.set(path, parse(this.parts.get(path) as Uint8Array));
      } catch (error) {
        this.faults.push(`${path}: ${String(error)}`);
      }
    }
    for (const path of this.parts.keys()) this.#checkPart(path);
  }

  tree(path: string | undefined): Node | undefined {
    return path === undefined ? undefined : this.#trees.get(path);
  }

  typeOf(path: string): string | undefined {
    const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
    return this.#types.get(`/${path}`.toLowerCase()) ?? this.#types.get(extension);
  }

  relations(path: string): Relation[] {
    const tree = this.tree(relationsPath(path));
    return (tree?.children ?? []).map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
      const relation = { id: Id, type: Type.slice(Type.lastIndexOf('/') + 1) };
      return TargetMode === 'External' ? relation : { ...relation, target: resolve(path, Target) };
    });
  }

  target(path: string, type: string): string | undefined {
    return this.relations(path).find((relation) => relation.type === type)?.target;
  }

  #readTypes(): void {
    const bytes = this.parts.get('[Content_Types].xml');
    if (!bytes) return void this.faults.push('[Content_Types].xml is missing');
    const { children } = parse(bytes);
    const keys = children.map(({ name, attributes: { Extension = '', PartName = '' } }) =>
      (name === 'Default' ? Extension : PartName).toLowerCase(),
    );
    for (const key of repeated(keys)) this.faults.push(`[Content_Types].xml: ${key} twice`);
    const known = new Set([...this.parts.keys()].map((path) => `/${path}`.toLowerCase()));
    for (const [index, { name, attributes }] of children.entries()) {
      this.#types.set(keys[index] as string, attributes.ContentType ?? '');
      if (name === 'Override' && !known.has(keys[index] as string))
        this.faults.push(`[Content_Types].xml: no part ${attributes.PartName}`);
    }
  }

  #checkPart(path: string): void {
    if (path === '[Content_Types].xml') return;
    if (!this.typeOf(path)) this.faults.push(`${path}: no content type`);
    if (path.endsWith('.rels')) return;
    const relations = this.relations(path);
    for (const id of repeated(relations.map((one) => one.id))) this.faults.push(`${path}: relationship ${id} twice`);
    for (const { id, target } of relations)
      if (target !== undefined && !this.parts.has(target))
        this.faults.push(`${path}: ${id} leads to ${target}, which is not there`);
    const tree = this.tree(path);
    if (!tree) return;
    const ids = new Set(relations.map((one) => one.id));
    for (const { name, qualified } of walk(tree))
      for (const { uri, value } of qualified)
        if (RELATIONS.test(uri) && !ids.has(value)) this.faults.push(`${path}: <${name}> names relationship ${value}`);
  }
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolve(from: string, target: string): string {
  const segments = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const segment of decodeURI(target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}

/** Of parts that both packages have: those whose bytes differ. Those that one lacks are named with a sign. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [unzipSync(before), unzipSync(after)];
  const gone = Object.keys(old).filter((name) => !(name in now) && !name.endsWith('/'));
  const changed = Object.keys(now).filter(
    (name) => old[name] && !Buffer.from(old[name]).equals(now[name] as Uint8Array),
  );
  const added = Object.keys(now).filter((name) => !(name in old));
  return [...gone.map((name) => `-${name}`), ...changed, ...added.map((name) => `+${name}`)].toSorted();
}
