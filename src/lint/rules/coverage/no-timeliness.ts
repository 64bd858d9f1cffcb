import { defineRule } from '../../rule.js';
import { lacksOutput, outputData } from '../../output-kinds.js';

export const rule = defineRule({
  id: 'coverage/no-timeliness',
  data: outputData,
  whole({ draft, data, report }) {
    if (!lacksOutput(draft, 'timeliness', data)) return;
    report({ message: 'absent', field: 'indicators', evidence: '', seek: { text: '', box: 'timeliness' } });
  },
});
