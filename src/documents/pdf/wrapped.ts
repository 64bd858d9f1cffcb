/** Which line ends were made by the width of the page or cell, and which by the author. */

interface Wrapped {
  readonly text: string;
  readonly right: number;
  readonly size: number;
}

/** What heads a point of a list begins a line of its own. */
const POINT =
  /^(?:[（(〔【]?[一二三四五六七八九十\d]{1,3}[）)〕】、.．]|第[一二三四五六七八九十\d]{1,3}[章条款部节]|[①-⑳●◆■◇○★※•·➢]|[一二三四五六七八九十][是要]|其[一二三四五]|首先|其次|再次|最后)/u;
const SENTENCE_END = /[。！？；;：:]["”’）)]?$/u;

/** Would the first word of the next line still have had room on this one? If not, the line end is no one's wish. */
export function goesOn(line: Wrapped, next: string, edge: number): boolean {
  if (SENTENCE_END.test(line.text) && POINT.test(next)) return false;
  return line.right + firstWord(next) * line.size > edge;
}

/** Of a figure in Chinese fonts. */
const DIGIT = 0.55;

/** The width of what may not be parted at the head of a line, in sizes of a character. */
function firstWord(text: string): number {
  const [word = ''] =
    /^[“‘（(《【[]{0,3}(?:[\p{Script=Latin}\d.,%\-/]{1,40}|[^])[，。、；：！？）”’》】…,.;:!?)]{0,2}/u.exec(text) ?? [];
  return Array.from(word).reduce(
    (sum, one) => sum + (/\d/.test(one) ? DIGIT : /[\u0020-\u024f]/u.test(one) ? 0.5 : 1),
    0,
  );
}

/** Two lines of one paragraph: a blank only between two Latin words. */
export function joint(before: string, after: string): string {
  return /[\p{Script=Latin},;]$/u.test(before) && /^\p{Script=Latin}/u.test(after) ? ' ' : '';
}
