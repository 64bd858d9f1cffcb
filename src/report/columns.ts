/**
 * How many terminal columns a text takes. 汉字, letters, digits and their punctuation are told by their codes; anything
 * else (emoji, marks that combine) takes `string-width`, whose tables cost a tenth of a short run: it is loaded for whom needs it.
 */

/** From and to, inclusive: one column, two columns. */
const NARROW: readonly (readonly [number, number])[] = [
  [0x20, 0x7e],
  [0xa1, 0xac],
  [0xae, 0xff],
  [0x2010, 0x2027],
  [0x2030, 0x203b],
  [0x2160, 0x2193],
  [0x2200, 0x22ff],
  [0x2460, 0x24bf],
  [0x2500, 0x25a9],
];
const WIDE: readonly (readonly [number, number])[] = [
  [0x3000, 0x3029],
  [0x3400, 0x9fff],
  [0xff01, 0xff60],
];

const widths = new Uint8Array(0x10000);
for (const [from, to] of NARROW) widths.fill(1, from, to + 1);
for (const [from, to] of WIDE) widths.fill(2, from, to + 1);

let exact: ((text: string) => number) | undefined;
let isGuessed = false;

export function stringWidth(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) {
    const own = widths[text.charCodeAt(at)] as number;
    if (own === 0) return unusualWidth(text);
    width += own;
  }
  return width;
}

function unusualWidth(text: string): number {
  if (exact) return exact(text);
  isGuessed = true;
  let width = 0;
  for (const character of text) width += character.length === 2 ? 2 : widths[character.charCodeAt(0)] || 1;
  return width;
}

/** Does work that measures texts; where a width was only guessed, it is done again with the exact ones. */
export async function exactly<Result>(work: () => Result): Promise<Result> {
  isGuessed = false;
  const result = work();
  if (!isGuessed) return result;
  exact = (await import('string-width')).default;
  return work();
}
