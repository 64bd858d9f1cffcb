import { z } from 'zod';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'value/unparsable',
  data: z.strictObject({}),
  indicator({ value }, { understanding, report }) {
    const [piece] = value?.unread ?? [];
    const falling = value?.numbers.find(({ value: from, high = from }) => from > high && high > 0);
    if (value && !piece && falling && value.dates.length === 0) {
      // 健全(100%-80%);较健全(80%-60%): grades from the best down.
      if (understanding.words.hasScale(value.text)) return;
      const range = value.text.slice(falling.start, falling.end);
      return report({ message: 'falling', field: 'value', evidence: range, values: { value: value.text } });
    }
    if (!value || !piece) return;
    const likely = withDigits(piece.text);
    if (likely !== undefined)
      return report({
        message: 'letters',
        field: 'value',
        evidence: piece.text,
        values: { value: value.text, piece: piece.text, likely },
      });
    report({
      message: 'unread',
      field: 'value',
      evidence: piece.text,
      values: { value: value.text, piece: piece.text },
    });
  },
});

/** 43o → 430: the number that was meant where letters stand for the digits that they look like. */
function withDigits(piece: string): string | undefined {
  if (!/^[\doli.]+%?$/.test(piece) || !/\d/.test(piece) || !/[oli]/.test(piece)) return undefined;
  return piece.replace(/o/g, '0').replace(/[li]/g, '1');
}
