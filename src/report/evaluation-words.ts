/** What the reports on models say, in both languages. */
import type { EvaluationTotals } from '../schema/index.js';

const zh = {
  title: '模型评测',
  texts: (count: number, files: number) => `${count} 条标注文本，来自 ${files} 个文件`,
  methods: { 'as-is': '按模型现状评测', 'leave-one-part-out': '逐份留出：每一份由只学过其余各份的模型来判' },
  model: '模型',
  figures: {
    primaryAccuracy: '类别正确率',
    macroF1: '类别宏平均 F1',
    tagMicroF1: '标签微平均 F1',
    kindAccuracy: '性质正确率',
    calibrationError: '校准误差',
    abstention: '待复核占比',
    acceptedAccuracy: '其余的正确率',
  },
  categories: '各类别',
  tags: '各标签',
  columns: ['条数', '精确率', '召回率', 'F1'],
  f1: '各类别 F1',
  confusion: '混淆矩阵（行：人工标注；列：模型判断）',
  parts: '各份',
  part: '份',
  curve: '学习曲线',
  curveColumns: ['训练条数', '检验条数', '类别正确率', '宏平均 F1'],
  none: '（无类别）',
};

export type EvaluationWords = typeof zh;

const en: EvaluationWords = {
  title: 'Evaluation of models',
  texts: (count, files) => `${count} labelled texts in ${files} file${files === 1 ? '' : 's'}`,
  methods: {
    'as-is': 'models as they are',
    'leave-one-part-out': 'leave one part out: each part is judged by a model trained on the others only',
  },
  model: 'Model',
  figures: {
    primaryAccuracy: 'category right',
    macroF1: 'macro-F1 of categories',
    tagMicroF1: 'micro-F1 of tags',
    kindAccuracy: 'kind right',
    calibrationError: 'calibration error',
    abstention: 'to be checked',
    acceptedAccuracy: 'right among the rest',
  },
  categories: 'Categories',
  tags: 'Tags',
  columns: ['texts', 'precision', 'recall', 'F1'],
  f1: 'F1 by category',
  confusion: 'Confusion (rows: given by people; columns: answered)',
  parts: 'Parts',
  part: 'part',
  curve: 'Learning curve',
  curveColumns: ['trained on', 'tested on', 'category right', 'macro-F1'],
  none: '(no category)',
};

export const EVALUATION_WORDS: Readonly<Record<'zh' | 'en', EvaluationWords>> = { zh, en };

export const FIGURES = [
  'primaryAccuracy',
  'macroF1',
  'tagMicroF1',
  'kindAccuracy',
  'calibrationError',
  'abstention',
  'acceptedAccuracy',
] as const satisfies readonly (keyof EvaluationTotals)[];

/** Shares of texts in percent, F1 and errors as they are. */
export function figureText(name: (typeof FIGURES)[number], value: number | null): string {
  if (value === null) return '–';
  const isShare = name === 'macroF1' || name === 'tagMicroF1' || name === 'calibrationError';
  return isShare ? value.toFixed(3) : percent(value);
}

export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`;
}
