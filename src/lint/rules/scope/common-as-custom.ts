import { z } from 'zod';
import type { Draft } from '../../../schema/index.js';
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
    // A department as a whole is judged by how it manages itself: 三公经费控制率 is its own.
    if (!level || (level !== 'error' && isDepartment(draft.draft.project))) return;
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

function isDepartment({ name, unit, duties }: Draft['project']): boolean {
  return (
    duties !== undefined || (unit !== undefined && compact(name) === compact(unit)) || /整体(?:支出|绩效)/.test(name)
  );
}
