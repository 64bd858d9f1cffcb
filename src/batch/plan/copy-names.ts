/** Where the marked copies of documents go, so that none takes the place of another. */

/** Endings that a copy may get beside its own: a list for what cannot be marked, the right one for what was renamed. */
const ENDINGS = ['', '.xlsx', '.docx'];

export class CopyNames {
  readonly #taken = new Set<string>();

  /** The way of a document's copy below the folder of copies. Of two documents whose copies would meet, the second gets a number. */
  of(source: string): string {
    const name = plainName(source);
    for (let number = 1; ; number += 1) {
      const tried = number === 1 ? name : numbered(name, number);
      // Some systems do not tell small letters from capitals.
      const names = ENDINGS.map((ending) => `${tried}${ending}`.toLowerCase());
      if (names.some((one) => this.#taken.has(one))) continue;
      for (const one of names) this.#taken.add(one);
      return tried;
    }
  }
}

/** The same way as that of the document, whatever the names in an archive are: no step leads up or out. */
function plainName(source: string): string {
  return source
    .replaceAll('!/', '/')
    .split('/')
    .map((step) => step.replace(/[<>:"|?*\p{Cc}]/gu, '_').replace(/^\.{1,2}$/, '_'))
    .filter((step) => step !== '')
    .join('/');
}

/** a.csv → a (2).csv */
function numbered(name: string, number: number): string {
  const [, stem = name, ending = ''] = /^(.+?)(\.[^./]{1,10})?$/s.exec(name) ?? [];
  return `${stem} (${number})${ending}`;
}
