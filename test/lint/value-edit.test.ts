import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

/** What a fix of the rule makes of the value. */
function fixed(rule: string, name: string, value: string): string | undefined {
  const draft = draftSchema.parse({ project: { name: '示例' }, indicators: [{ name, value }] });
  const found = lintDraft(draft, ruleBook(), { settings: { rules: { [rule]: 'error' } } });
  const own = found.filter(({ ruleId }) => ruleId === rule);
  expect(own).toHaveLength(1);
  return own[0]?.suggestions[0]?.fix?.value;
}

describe('a fix changes the characters at fault and leaves the rest as it was written', () => {
  it.each([
    ['value/direction', '物业服务投诉率', '≥ 5 ％', '≤ 5 ％'],
    ['value/direction', '物业服务投诉率', '＞＝５％（含外包）', '≤５％（含外包）'],
    ['value/direction', '物业服务投诉率', '>=5%', '≤5%'],
    ['value/direction', '受益群众满意度', '≦９０％', '≥９０％'],
    ['value/direction', '单位养护成本', '≥ １２ 元／平方米', '≤ １２ 元／平方米'],
    ['value/direction', '围栏验收合格率', '≤ １００ ％', '１００ ％'],
    ['value/out-of-range', '验收合格率', '≥ 100 ％', '100 ％'],
    ['value/out-of-range', '验收合格率', '>=100％', '100％'],
    ['value/operator-missing', '服务对象满意度', '９０ ％', '≥９０ ％'],
    ['value/operator-missing', '项目总成本', '1 200 万元', '≤1 200 万元'],
    ['value/unit-missing', '培训人次', '≥ ３００', '≥ ３００人次'],
  ])('%s: %s %s', (rule, name, value, expected) => {
    expect(fixed(rule, name, value)).toBe(expected);
  });
});
