/** Codes of categories and tags by what people write: the code itself, or the name in either language. */
import { InputError, type ErrorPlace } from '../errors.js';
import { KIND_WORDS, NO_CATEGORY, type TaxonomyNames } from '../schema/index.js';
import { compact } from '../text/fold.js';
import { nearest } from '../text/nearest.js';
import { type ExampleLabel, type KindName, KINDS, NONE } from './types.js';

const SEPARATORS = /[、,，;；|\n]/;

export interface NamedLabels {
  readonly labels: readonly ExampleLabel[];
  /** Tags of a sheet that belong to none of its categories. */
  readonly dropped: readonly string[];
}

/** One taxonomy's names. Spaces, width and letter case do not matter. */
export class LabelNames {
  readonly #taxonomy: TaxonomyNames;
  readonly #categories: ReadonlyMap<string, string>;
  readonly #tags: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(taxonomy: TaxonomyNames) {
    this.#taxonomy = taxonomy;
    this.#categories = keysOf(Object.entries(taxonomy).map(([code, { zh, en }]) => [code, [zh, en]]));
    this.#tags = new Map(
      Object.entries(taxonomy).map(([category, { tags, enTags = {} }]) => [
        category,
        keysOf(Object.entries(tags).map(([code, zh]) => [code, [zh, ...(enTags[code] ? [enTags[code]] : [])]])),
      ]),
    );
  }

  /** @throws InputError `unknown-kind` */
  kind(text: string, place: ErrorPlace): KindName {
    const key = compact(text);
    const kind = KINDS.find((one) =>
      [one, KIND_WORDS.zh[one], KIND_WORDS.en[one]].some((name) => compact(name) === key),
    );
    if (kind) return kind;
    throw new InputError('unknown-kind', { ...place, data: { name: text, known: Object.values(KIND_WORDS.zh) } });
  }

  /** @throws InputError `unknown-category`, `unknown-tag`, `foreign-tag` */
  label(category: string, tags: readonly string[], place: ErrorPlace): ExampleLabel {
    const code = this.#category(category, place);
    return { category: code, tags: [...new Set(tags.map((tag) => this.#ownTag(code, tag, place)))] };
  }

  /**
   * The labels of a row of a sheet, where one cell has all categories and one all tags. A tag left over from a category
   * that was changed is dropped, and told.
   * @throws InputError `unknown-category`, `unknown-tag`
   */
  row(categories: readonly string[], tagCell: string, place: ErrorPlace): NamedLabels {
    const none = Object.values(NO_CATEGORY).map(compact);
    const codes = [
      ...new Set(
        categories
          .filter((cell) => !none.includes(compact(cell)))
          .flatMap((cell) => split(cell, this.#categories))
          .map((name) => this.#category(name, place)),
      ),
    ];
    const all = new Map([...this.#tags.values()].flatMap((tags) => [...tags]));
    const tagsOf = new Map(codes.map((code) => [code, [] as string[]]));
    const dropped: string[] = [];
    for (const name of split(tagCell, all)) {
      const key = compact(name);
      const owner = codes.find((code) => this.#tags.get(code)?.has(key));
      if (owner !== undefined) tagsOf.get(owner)?.push(this.#tags.get(owner)?.get(key) as string);
      else if (all.has(key)) dropped.push(name);
      else throw unknown('unknown-tag', name, this.#tagNames(codes), place);
    }
    return { labels: codes.map((category) => ({ category, tags: [...new Set(tagsOf.get(category))] })), dropped };
  }

  #category(name: string, place: ErrorPlace): string {
    const code = this.#categories.get(compact(name));
    if (code !== undefined) return code;
    const known = Object.entries(this.#taxonomy).flatMap(([own, { zh }]) => [own, zh]);
    throw unknown('unknown-category', name, known, place);
  }

  #ownTag(category: string, name: string, place: ErrorPlace): string {
    const key = compact(name);
    const code = this.#tags.get(category)?.get(key);
    if (code !== undefined) return code;
    const owner = [...this.#tags].find(([, tags]) => tags.has(key))?.[0];
    if (owner === undefined) throw unknown('unknown-tag', name, this.#tagNames([category]), place);
    throw new InputError('foreign-tag', { ...place, data: { name, category, owner } });
  }

  #tagNames(categories: readonly string[]): string[] {
    return categories.flatMap((category) => Object.entries(this.#taxonomy[category]?.tags ?? {}).flat());
  }
}

function keysOf(entries: readonly (readonly [string, readonly string[]])[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const [code, names] of entries) for (const name of names) keys.set(compact(name), code);
  // A code is meant before a name that reads the same.
  for (const [code] of entries) keys.set(compact(code), code);
  return keys;
}

/** A list in a cell. A name may hold the very sign that parts names (预算编制、执行), so that whole names are looked for first. */
function split(cell: string, known: ReadonlyMap<string, string>): string[] {
  if (known.has(compact(cell))) return [cell.trim()];
  const pieces = cell.split(SEPARATORS).map((piece) => piece.trim());
  const names: string[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = pieces.length;
    while (to > from + 1 && !known.has(joined(pieces.slice(from, to), known))) to -= 1;
    const name = to === from + 1 ? pieces[from] : joined(pieces.slice(from, to), known);
    if (name) names.push(name);
    from = to;
  }
  return names;
}

/** The pieces with the sign between them that makes a known name, or with a comma where none does. */
function joined(pieces: readonly string[], known: ReadonlyMap<string, string>): string {
  const names = ['、', ',', ';'].map((sign) => compact(pieces.join(sign)));
  return names.find((name) => known.has(name)) ?? (names[1] as string);
}

function unknown(code: string, name: string, known: readonly string[], place: ErrorPlace): InputError {
  const meant = nearest(name, known);
  return new InputError(code, { ...place, data: { name, ...(meant !== undefined && { nearest: meant }) } });
}

/** Without a label a text is neither, and the other way round. @throws InputError `kind-without-label` */
export function kindFor(kind: KindName, labels: readonly ExampleLabel[], place: ErrorPlace): KindName {
  if (labels.length === 0) return 'neither';
  if (kind === 'neither')
    throw new InputError('kind-without-label', { ...place, data: { category: labels[0]?.category ?? NONE } });
  return kind;
}
