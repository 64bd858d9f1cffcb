import { z } from 'zod';
import { wordIndex } from '../../../indicators/index.js';
import { serves } from '../../project-kind.js';
import { defineRule } from '../../rule.js';

const words = z
  .array(z.string().min(1))
  .min(1)
  .transform((list) => wordIndex(list));

export const rule = defineRule({
  id: 'coverage/no-satisfaction',
  data: z.strictObject({
    /** Drafts of fewer indicators are excerpts. */
    least: z.number().int().positive(),
    /** Categories of projects that serve the unit itself. */
    inward: z.array(z.string()),
    /** Those that a name alone does not tell: a care home runs as well. */
    inwardIfStated: z.array(z.string()),
    /** In the name of a project: whom it is for needs no saying. */
    livelihood: words,
    /** There too: it is for the unit itself. */
    own: words,
  }),
  whole({ draft, data, understanding, report }) {
    const { frame, kind } = draft;
    if (draft.incomplete || !frame.isKnown || frame.counted < data.least || frame.hasSatisfaction) return;
    const isStated = draft.draft.project.category !== undefined;
    const inward = isStated ? [...data.inward, ...data.inwardIfStated] : data.inward;
    if (kind.category !== undefined && inward.includes(kind.category)) return;
    const texts = [draft.draft.project.name, ...draft.goals.map(({ text }) => text)];
    const names = draft.indicators.map(({ name }) => name.core);
    const { name } = draft.draft.project;
    const isForPeople = data.livelihood.find(name) !== undefined && data.own.find(name) === undefined;
    if (!isForPeople && !serves([...texts, ...names].join('。'), understanding)) return;
    report({
      message: 'absent',
      field: 'indicators',
      evidence: '',
      seek: { text: texts.join('，').slice(0, 120), box: 'service-satisfaction' },
    });
  },
});
