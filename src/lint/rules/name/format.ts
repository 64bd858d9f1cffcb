import { z } from 'zod';
import { tidyName } from '../../../indicators/index.js';
import { nameFault } from '../../name-fault.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'name/format',
  data: z.strictObject({}),
  indicator(understood, { understanding, report }) {
    const { raw } = understood.name;
    const { text, flaws } = tidyName(raw);
    const [message] = flaws;
    // What is no name at all is not to be tidied.
    if (message === undefined || !/\p{L}/u.test(text)) return;
    const fault = nameFault(understood, understanding)?.kind;
    if (fault === 'missing' || fault === 'is-category') return;
    report({
      message,
      field: 'name',
      evidence: raw.trim(),
      values: { tidy: text },
      fix: { field: 'name', value: text },
    });
  },
});
