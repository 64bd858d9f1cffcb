import stringWidth from 'string-width';

/** Pads to a number of terminal columns; a Chinese character takes two. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)));
}

export { stringWidth };
