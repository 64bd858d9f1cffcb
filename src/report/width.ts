import { stringWidth } from './columns.js';

/** Pads to a number of terminal columns; a Chinese character takes two. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** At most so many terminal columns, “…” in the place of what does not fit. */
export function clip(text: string, columns: number): string {
  if (stringWidth(text) <= columns) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += stringWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Characters that no line may begin with. */
const CLOSING = /^[，。；：、？！）》”’〕】,.;:!?)\]}]$/;

/** Breaks plain text into lines of at most `columns` terminal columns; Latin words and numbers stay whole. */
export function wrap(text: string, columns: number): string[] {
  if (!Number.isFinite(columns)) return [text];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.match(/[\w./%≥≤<>=-]{1,80}|\s{1,80}|[^]/gu) ?? []) {
    const own = stringWidth(piece);
    // Two columns are kept for a closing mark, which may not begin the next line.
    if (width + own <= (CLOSING.test(piece) ? columns : columns - 2) || line === '') {
      line += piece;
      width += own;
    } else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
      width = stringWidth(line);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Without control characters: a cell may hold escape sequences, and a terminal would obey them. */
export function plain(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

export { stringWidth };
