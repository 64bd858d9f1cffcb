import { z } from 'zod';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

const data = z.strictObject({
  /** Measurable indicators to propose where a slogan speaks of one of these topics. */
  topics: z.array(z.strictObject({ about: z.array(z.string()).min(1), propose: z.array(z.string()).min(1) })),
  fallback: z.array(z.string()).min(1),
});

export const rule = defineRule({
  id: 'name/slogan',
  data,
  indicator(understood, { data: { topics, fallback }, understanding, report }) {
    const fault = nameFault(understood, understanding);
    if (fault?.kind !== 'slogan') return;
    const { core } = understood.name;
    const message = understood.measure.wish?.kind === 'task' ? 'task' : 'wish';
    report({
      message,
      field: 'name',
      evidence: fault.evidence,
      values: { samples: proposals(core, topics, fallback).join('、') },
    });
  },
});

/** The proposals of the topic with the longest word in the name: 基层党建 is nearer than 基层. */
function proposals(core: string, topics: z.output<typeof data>['topics'], fallback: readonly string[]) {
  let best: { length: number; propose: readonly string[] } = { length: 0, propose: fallback };
  for (const { about, propose } of topics) {
    for (const word of about)
      if (word.length > best.length && core.includes(word)) best = { length: word.length, propose };
  }
  return best.propose.slice(0, 3);
}
