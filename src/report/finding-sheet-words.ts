/** Names and headers of the sheets that hold findings. */
import { FINDING_COLUMNS, KIND_WORDS, NO_CATEGORY } from '../schema/index.js';

const zh = {
  findings: '问题与建议',
  headers: FINDING_COLUMNS.zh as readonly string[],
  kinds: KIND_WORDS.zh,
  yes: '是',
  none: NO_CATEGORY.zh,
  unnamed: '（未写明）',
  byCategory: { name: '分类汇总', headers: ['类别', '问题', '建议', '合计'], widths: [28] },
  byUnit: { name: '单位汇总', headers: ['单位', '问题', '建议', '无对应建议的问题'], widths: [32, 10, 10, 18] },
  byYear: { name: '年度汇总', headers: ['年度', '问题', '建议', '无对应建议的问题'], widths: [12, 10, 10, 18] },
  unanswered: {
    name: '无对应建议的问题',
    headers: ['单位', '项目', '问题', '类别', '位置', '来源'],
    widths: [22, 26, 64, 20, 14, 24],
  },
  keywords: { name: '关键词', headers: ['关键词', '条目', '问题', '建议', 'TF-IDF'], widths: [20] },
};

export type FindingSheetWords = typeof zh;

const en: FindingSheetWords = {
  findings: 'Findings',
  headers: FINDING_COLUMNS.en,
  kinds: KIND_WORDS.en,
  yes: 'yes',
  none: NO_CATEGORY.en,
  unnamed: '(not named)',
  byCategory: { name: 'By category', headers: ['Category', 'Problems', 'Suggestions', 'Total'], widths: [28] },
  byUnit: { name: 'By unit', headers: ['Unit', 'Problems', 'Suggestions', 'Unanswered'], widths: [32] },
  byYear: { name: 'By year', headers: ['Year', 'Problems', 'Suggestions', 'Unanswered'], widths: [12] },
  unanswered: {
    name: 'Unanswered problems',
    headers: ['Unit', 'Project', 'Problem', 'Category', 'Place', 'Source'],
    widths: [22, 26, 64, 20, 14, 24],
  },
  keywords: { name: 'Keywords', headers: ['Keyword', 'Findings', 'Problems', 'Suggestions', 'TF-IDF'], widths: [20] },
};

export const FINDING_SHEETS: Readonly<Record<'zh' | 'en', FindingSheetWords>> = { zh, en };
