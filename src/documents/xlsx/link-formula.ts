/** Excel allows 65,530 links in a sheet, but as many formulas as there are cells; no text in a formula is longer. */
const MOST_TEXT = 255;

/**
 * A formula that opens a file beside the workbook, at a place in it as `'Sheet1'!D12`; undefined where it would be too long.
 * Its address is one of a URL: `#` begins a place, `%` a sign that is written in digits, `?` a query, a blank ends it. All
 * else, Chinese too, programs take as it stands, and encoded it would fill the room of a formula threefold.
 */
export function linkFormula({ file, place }: { file: string; place?: string }, text: string): string | undefined {
  const address = file
    .split('/')
    .map((piece) => piece.replace(/[%#? ]/g, encodeURIComponent))
    .join('/');
  const target = place === undefined ? address : `${address}#${place}`;
  if (target.length > MOST_TEXT || text.length > MOST_TEXT) return undefined;
  const quoted = (one: string): string => `"${one.replaceAll('"', '""')}"`;
  return `HYPERLINK(${quoted(target)},${quoted(text)})`;
}
