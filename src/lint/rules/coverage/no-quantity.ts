import { defineRule } from '../../rule.js';
import { lacksOutput, outputData } from '../../output-kinds.js';

export const rule = defineRule({
  id: 'coverage/no-quantity',
  data: outputData,
  whole({ draft, data, report }) {
    if (!lacksOutput(draft, 'quantity', data)) return;
    report({ message: 'absent', field: 'indicators', evidence: '', seek: { text: '', box: 'quantity' } });
  },
});
