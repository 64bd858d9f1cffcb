import { z } from 'zod';
import { compact } from '../../../text/fold.js';
import { commonLevel, isCommonTitle } from '../../common-indicators.js';
import { defineRule } from '../../rule.js';

export const rule = defineRule({
  id: 'scope/common-as-custom',
  data: z.strictObject({}),
  indicator({ name, indicator, levels }, { profile, draft, report }) {
    // Under 预算执行 or 管理 headings, common indicators are where they belong.
    const scope = indicator.scope ?? '';
    if (/^(?:共性|通用)/.test(compact(scope)) || levels.level1 === 'management') return;
    const level = commonLevel(name.core, profile.common, draft.draft.project.name);
    if (!level) return;
    report({
      message: level === 'error' ? 'execution' : 'management',
      field: 'name',
      evidence: name.core,
      // 资金支付进度 relabelled would still count twice, only nobody would be told.
      ...(isCommonTitle(name.core, profile.common) && {
        fix: { field: 'scope', value: /个性/.test(scope) ? scope.replace('个性', '共性') : '共性' },
      }),
    });
  },
});
