/** Words that reports of findings share. */
import type { ReviewResult } from '../schema/index.js';

export const FINDING_WORDS = {
  zh: {
    title: '存在问题与工作建议',
    project: '（未写明项目）',
    review: '类别待复核',
    unanswered: '无对应建议',
    paired: '对应：',
    kinds: { problem: '存在问题', suggestion: '工作建议' },
    total: ({ findings, problems, suggestions, projects, needsReview }: ReviewResult['summary']) =>
      `共 ${findings} 条：问题 ${problems} 条，建议 ${suggestions} 条，来自 ${projects} 个项目；${needsReview} 条类别待复核`,
  },
  en: {
    title: 'Problems and suggestions',
    project: '(project not named)',
    review: 'category to be checked',
    unanswered: 'no suggestion',
    paired: 'Paired with: ',
    kinds: { problem: 'Problems', suggestion: 'Suggestions' },
    total: ({ findings, problems, suggestions, projects, needsReview }: ReviewResult['summary']) =>
      `Findings: ${findings}, problems: ${problems}, suggestions: ${suggestions}, projects: ${projects}; categories to be checked: ${needsReview}`,
  },
} as const;
