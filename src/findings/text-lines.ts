/** Lines of running text → one passage; what belongs to the page and not to the text is left out. */
import type { SourceDocument, TextLine, TextPlace } from '../documents/model.js';
import type { Location } from '../schema/index.js';
import { MappedText, type TextRange } from '../text/mapped-text.js';
import { pageNumber } from '../text/page-number.js';
import { firstFrom } from '../text/sorted.js';

/** Makes passages over a document's text and tells lines and columns of offsets in it. */
export class TextSource {
  readonly #whole: MappedText;
  readonly #lineStarts: readonly number[];
  readonly #places: readonly TextPlace[] | undefined;

  constructor({ text = '', places }: Pick<SourceDocument, 'text' | 'places'>) {
    this.#whole = MappedText.of(text);
    this.#places = places;
    if (places) {
      this.#lineStarts = places.map(({ start }) => start);
      return;
    }
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
  }

  /** The text of some lines, beginning at an offset inside the first; page numbers and tables between are dropped. */
  passage(lines: readonly TextLine[], from: number): MappedText {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return this.#whole.slice(0, 0);
    const end = Math.min(this.#whole.length, last.start + last.text.length);
    const base = Math.min(from, end);
    const gaps: TextRange[] = [];
    let at = base;
    for (const line of lines) {
      if (pageNumber(line.text)) continue;
      const start = Math.max(line.start, base);
      // The line break before a line stays; anything else between two lines is not theirs.
      if (start > at) gaps.push({ start: at, end: start });
      at = Math.max(at, Math.min(end, line.start + line.text.length));
    }
    if (at < end) gaps.push({ start: at, end });
    const edits = gaps.map(({ start, end: stop }) => ({ start: start - base, end: stop - base, text: '\n' }));
    return this.#whole.slice(base, end).replace(edits);
  }

  /** A text of several ranges of the document, each joined to the next one or on a line of its own. */
  pieces(pieces: readonly (TextRange & { readonly joined: boolean })[]): MappedText {
    const base = pieces[0]?.start ?? 0;
    const edits = pieces.slice(1).map(({ start }, index) => {
      const { end, joined } = pieces[index] as TextRange & { joined: boolean };
      return { start: end - base, end: start - base, text: joined ? '' : '\n' };
    });
    return this.#whole.slice(base, pieces.at(-1)?.end ?? base).replace(edits);
  }

  readonly place = (start: number): Location => {
    const low = firstFrom(this.#lineStarts, start + 1) - 1;
    const known = this.#places?.[low];
    if (known) return { ...known.place, column: start - known.start + 1 };
    return { line: low + 1, column: start - (this.#lineStarts[low] ?? 0) + 1 };
  };
}
