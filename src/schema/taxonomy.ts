/**
 * Categories and tags of findings. The codes are public: they stand in JSON, sheets, corpora and models.
 * Order is the order of every table that lists categories.
 */
export interface CategoryInfo {
  readonly zh: string;
  readonly en: string;
  /** Code → Chinese name. */
  readonly tags: Readonly<Record<string, string>>;
  /** Code → English name, where there is one. */
  readonly enTags?: Readonly<Record<string, string>> | undefined;
}

/** Ours, or one of a province's own; the order is that of every table. */
export type TaxonomyNames = Readonly<Record<string, CategoryInfo>>;

export const TAXONOMY = {
  'target-setting': {
    zh: '绩效目标与指标设置',
    en: 'Target setting',
    tags: {
      goal: '目标设置',
      'indicator-general': '指标设置(笼统)',
      'indicator-completeness': '指标不全面',
      'indicator-name': '指标名称',
      'indicator-value': '指标值',
      'indicator-measurability': '可衡量性',
      'indicator-relevance': '相关性/归类/重复',
      'indicator-weight': '权重分值',
    },
  },
  budget: {
    zh: '预算编制与执行',
    en: 'Budget',
    tags: {
      'budget-preparation': '预算编制',
      'budget-adjustment': '预算调整',
      'execution-rate': '执行率/支出进度',
      'cost-control': '成本控制/超概算',
      disclosure: '预决算公开',
    },
  },
  finance: {
    zh: '资金与财务管理',
    en: 'Finance',
    tags: {
      payment: '资金拨付/兑付',
      'fund-use': '资金使用合规',
      'fund-surplus': '结余结转/沉淀',
      accounting: '会计核算/凭证/收入',
      'fund-rules': '资金管理制度',
    },
  },
  'performance-management': {
    zh: '绩效管理',
    en: 'Performance management',
    tags: {
      'management-general': '绩效管理(笼统)',
      'ex-ante': '事前评估',
      monitoring: '运行监控',
      'self-evaluation': '自评',
      evidence: '佐证材料',
      awareness: '理念/制度/培训',
      'result-use': '结果应用',
    },
  },
  supervision: {
    zh: '监督管理',
    en: 'Supervision',
    tags: {
      'process-supervision': '过程监管',
      'third-party': '第三方监管',
      assessment: '考核评分',
      rectification: '整改跟踪',
      'fund-supervision': '资金监管',
    },
  },
  implementation: {
    zh: '项目实施管理',
    en: 'Implementation',
    tags: {
      progress: '进度',
      preparation: '前期工作',
      workflow: '流程',
      records: '台账档案',
      staffing: '人员队伍',
      'information-system': '信息系统',
      coordination: '协调联动',
      publicity: '宣传',
    },
  },
  assets: {
    zh: '资产管理',
    en: 'Assets',
    tags: {
      inventory: '盘点清查',
      registration: '入账/账实',
      'idle-disposal': '闲置/处置',
      'asset-use': '配置使用',
    },
  },
  procurement: {
    zh: '采购与合同管理',
    en: 'Procurement',
    tags: {
      'procurement-process': '采购程序',
      contract: '合同',
      filing: '备案公开',
      'procurement-control': '采购内控',
    },
  },
  policy: {
    zh: '政策制定与执行',
    en: 'Policy',
    tags: {
      'policy-design': '条款设计',
      'policy-targeting': '扶持对象/标准',
      'policy-forecast': '资金测算',
      'policy-followup': '实施跟踪',
    },
  },
  outcomes: {
    zh: '产出与效益',
    en: 'Outcomes',
    tags: {
      'output-shortfall': '产出未达标',
      'benefit-shortfall': '效益未达预期',
      satisfaction: '满意度/受益对象反馈',
      sustainability: '可持续性/利用率',
    },
  },
} as const satisfies Record<string, CategoryInfo>;

export type Category = keyof typeof TAXONOMY;
