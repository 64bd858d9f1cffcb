/** The runs of text in a cell → its text, words joined again over line ends. */
import type { TextRun } from './geometry.js';
import { linesOf, spacedText } from './text-lines.js';
import { goesOn, joint } from './wrapped.js';

/** Between a cell's edge and its text there is this much at most; more, and the text is centred. */
const WIDEST_PADDING = 6;

export function cellText(runs: readonly TextRun[], left: number, right: number): string {
  const lines = linesOf(runs);
  const padding = lines.reduce((least, line) => Math.min(least, line.left - left), WIDEST_PADDING);
  const edge = right - Math.max(0.5, padding);
  return lines.reduce((text, line, index) => {
    const own = spacedText(line);
    const before = lines[index - 1];
    if (!before) return own;
    const wrapped = goesOn({ text, right: before.right, size: before.size }, own, edge);
    return text + (wrapped ? joint(text, own) : '\n') + own;
  }, '');
}
