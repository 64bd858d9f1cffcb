import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

const data = z.strictObject({
  words: z.array(z.string()).min(1),
  /** Words that hold one of those and mean something else: 基本农田, 约定. */
  within: z.array(z.string()),
  /** These make a wordy value unmeasurable as any adverb does: value/qualitative-only speaks of them. */
  adverbs: z.array(z.string()),
});

export const rule = defineRule({
  id: 'value/vague-quantifier',
  data,
  indicator({ value, indicator }, { data: { words, within, adverbs }, understanding, report }) {
    if (!value || value.kind === 'missing' || value.kind === 'standard') return;
    let text = compact(value.text);
    for (const word of within) if (text.includes(word)) text = text.replaceAll(word, '＿');
    const word = longest(words, text);
    if (word === undefined || understanding.words.hasScale(value.text)) return;
    const wordy = value.kind === 'words' && understanding.words.qualitative(value.text) !== undefined;
    if (adverbs.includes(word) && (wordy || value.kind !== 'number')) return;
    if (understanding.words.hasScale(indicator.explanation) && value.kind === 'words') return;
    report({ message: 'vague', field: 'value', evidence: word, values: { value: value.text, word } });
  },
});

function longest(words: readonly string[], text: string): string | undefined {
  let best: string | undefined;
  for (const word of words) if (text.includes(word) && word.length > (best?.length ?? 0)) best = word;
  return best;
}
