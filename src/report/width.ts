import stringWidth from 'string-width';

/** Pads to a number of terminal columns; a Chinese character takes two. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

/** Characters that no line may begin with. */
const CLOSING = /^[，。；：、？！）》”’〕】,.;:!?)\]}]$/;

/** Breaks plain text into lines of at most `columns` terminal columns; Latin words and numbers stay whole. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[\w./%≥≤<>=-]+|\s+|[^]/gu) ?? []) {
    // Two columns are kept for a closing mark, which may not begin the next line.
    const fits = stringWidth(line + piece) <= (CLOSING.test(piece) ? columns : columns - 2);
    if (fits || line === '') line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

export { stringWidth };
