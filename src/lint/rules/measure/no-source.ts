import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'measure/no-source',
  data: z.strictObject({}),
  indicator({ indicator, name }, { draft, report }) {
    if (!draft.has('source') || /[\p{Script=Han}a-z]/u.test(compact(indicator.source ?? ''))) return;
    report({ message: 'none', field: 'source', evidence: '', values: { core: name.core } });
  },
});
