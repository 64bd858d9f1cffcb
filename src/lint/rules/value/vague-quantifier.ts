import { z } from 'zod';
import { PrefixIndex, type Quantity } from '../../../indicators/index.js';
import { compact } from '../../../text/fold.js';
import { manyOf } from '../../many-of.js';
import { defineRule } from '../../rule.js';

const data = z
  .strictObject({
    words: z.array(z.string()).min(1),
    /** Words that hold one of those and mean something else: 基本农田, 约定. */
    within: z.array(z.string()),
    /** These make a wordy value unmeasurable as any adverb does: value/qualitative-only speaks of them. */
    adverbs: z.array(z.string()),
  })
  .transform(({ words, within, adverbs }) => ({
    index: new PrefixIndex([
      ...words.map((word) => [word, true] as const),
      ...within.map((word) => [word, false] as const),
    ]),
    adverbs,
  }));

export const rule = defineRule({
  id: 'value/vague-quantifier',
  data,
  indicator({ value, indicator }, { data: { index, adverbs }, understanding, report }) {
    const { units } = understanding;
    if (!value || value.kind === 'missing' || value.kind === 'standard') return;
    const around = aroundDate(value);
    if (around !== undefined)
      return report({
        message: 'vague',
        field: 'value',
        evidence: around,
        values: { value: value.text, word: around },
      });
    // Titles of papers and remarks in brackets are not the target.
    const text = compact(value.text)
      .replace(/《[^》]{0,60}》/g, '')
      .replace(/(?<=.)[(（][^)）]{0,60}[)）]/g, '');
    const loose = value.numbers.find(({ approximate }) => approximate);
    const word =
      firstWord(text, index) ??
      NEAR.exec(text)?.[0] ??
      manyOf(text, units) ??
      (loose && value.text.slice(loose.start, loose.end));
    if (word === undefined || understanding.words.hasScale(value.text)) return;
    const wordy = value.kind === 'words' && understanding.words.qualitative(value.text) !== undefined;
    if (adverbs.includes(word) && (wordy || (value.kind !== 'number' && word !== '部分'))) return;
    if (understanding.words.hasScale(indicator.explanation) && value.kind === 'words') return;
    report({ message: 'vague', field: 'value', evidence: word, values: { value: value.text, word } });
  },
});

/** 近1200人, 几万元: how many is left open. 近三年平均, 近12个月 are times. */
const NEAR = /^[≥≤>=<]{0,2}(?:接?近(?=[\d一二两三四五六七八九十百千万](?!.{0,3}[年月季届天日周]))|几(?=[十百千万]))/u;

/** 2025年6月左右: no day that could be kept to. */
function aroundDate({ dates, text }: Quantity): string | undefined {
  const [last] = dates.slice(-1);
  return last && AROUND.exec(text.slice(last.end))?.[0];
}

const AROUND = /^(?:左右|前后|上下)/;

/** The first vague word that is not part of another one. */
function firstWord(text: string, index: PrefixIndex<boolean>): string | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const hit = index.at(text, at);
    if (!hit) continue;
    if (hit.value) return hit.word;
    at += hit.word.length - 1;
  }
  return undefined;
}
