/** Groups of rules, the first part of a rule's id, in the order of every list. */
export const RULE_GROUPS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  name: { zh: '三级指标名称', en: 'Names of indicators' },
  scope: { zh: '指标性质', en: 'Nature of indicators' },
  value: { zh: '指标值', en: 'Target values' },
  class: { zh: '指标归类', en: 'Boxes of the framework' },
  coverage: { zh: '指标完整性', en: 'Completeness' },
  goal: { zh: '绩效目标文本', en: 'Texts of goals' },
  measure: { zh: '可衡量性', en: 'Measurability' },
  weight: { zh: '权重', en: 'Weights' },
  selfeval: { zh: '自评表', en: 'Self-evaluation' },
};
