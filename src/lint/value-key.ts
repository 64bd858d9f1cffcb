/** Whether two indicators state the same value, whatever the scale it is written in. */
import type { NumberPart, Understood } from '../indicators/index.js';
import { compact } from '../text/fold.js';
import { textMark } from '../text/word-set.js';

/** The same for values that say the same, whatever the scale; undefined where there is no value. */
export function valueKey({ value, unit }: Understood): string | undefined {
  if (!value || value.kind === 'missing') return undefined;
  const [number] = value.numbers;
  return number ? `${(number.unit ?? unit)?.dimension ?? ''} ${scaled(number)}` : compact(value.text);
}

/** The same for the same `valueKey`, never 0. */
export function valueMark({ value }: Understood): number {
  if (!value || value.kind === 'missing') return 1;
  const [number] = value.numbers;
  return number ? Math.imul(scaled(number) * 1e4, 0x9e3779b1) | 1 : textMark(compact(value.text));
}

function scaled({ value, unit }: NumberPart): number {
  return Math.round(value * (unit?.factor ?? 1) * 1e4) / 1e4;
}
