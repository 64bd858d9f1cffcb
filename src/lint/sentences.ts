export type Language = 'zh' | 'en';

type Values = Readonly<Record<string, string | number>>;
/** The value of a slot; undefined where there is none. */
type ValueOf = (slot: string) => string | number | undefined;
/** Plain text, or a slot. */
type Piece = string | { readonly slot: string };
/** Pieces that stand together; a part in brackets only where all its slots have a value. */
interface Part {
  readonly pieces: readonly Piece[];
  readonly isOptional: boolean;
}

/** A sentence with slots (`{name}`), read once and filled many times. A part in `[[ ]]` stands only where all its slots have a value. */
export class Template {
  readonly #parts: readonly Part[];

  constructor(text: string) {
    // Text and optional parts take turns.
    this.#parts = text
      .split(/\[\[([^[\]]{0,200})\]\]/)
      .map((part, index) => ({ pieces: piecesOf(part), isOptional: index % 2 === 1 }));
  }

  /** An unknown slot stays visible. */
  fill(valueOf: ValueOf): string {
    let filled = '';
    for (const { pieces, isOptional } of this.#parts) {
      if (isOptional && pieces.some((piece) => typeof piece !== 'string' && valueOf(piece.slot) === undefined))
        continue;
      for (const piece of pieces)
        filled += typeof piece === 'string' ? piece : String(valueOf(piece.slot) ?? `{${piece.slot}}`);
    }
    return filled;
  }
}

function piecesOf(text: string): Piece[] {
  const pieces = text.split(/\{(\w{1,40})\}/).map((part, index) => (index % 2 === 1 ? { slot: part } : part));
  return pieces.filter((piece) => piece !== '');
}

/** Fills a sentence that is seldom wanted. */
export function fill(template: string, values: Values): string {
  return new Template(template).fill((slot) => values[slot]);
}
