import { defineRule } from '../../rule.js';
import { lacksOutput, outputData } from '../../output-kinds.js';

export const rule = defineRule({
  id: 'coverage/no-quality',
  data: outputData,
  whole({ draft, data, report }) {
    if (!lacksOutput(draft, 'quality', data)) return;
    report({ message: 'absent', field: 'indicators', evidence: '', seek: { text: '', box: 'quality' } });
  },
});
