/** Columns of the sheets of findings and words in them: what is written, and what is read back after a reviewer's edit. */

export type KindWord = 'problem' | 'suggestion' | 'neither';

export const KIND_WORDS: Readonly<Record<'zh' | 'en', Readonly<Record<KindWord, string>>>> = {
  zh: { problem: '问题', suggestion: '建议', neither: '都不是' },
  en: { problem: 'problem', suggestion: 'suggestion', neither: 'neither' },
};

/** How a cell says that there is no category. */
export const NO_CATEGORY: Readonly<Record<'zh' | 'en', string>> = { zh: '（无类别）', en: '(no category)' };

export const CLASSIFIED_COLUMNS = {
  zh: ['文本', '性质', '类别', '标签', '得分', '其他类别', '待复核', '模型判断（勿改）'],
  en: ['text', 'kind', 'category', 'tags', 'score', 'other categories', 'needs review', 'model answer (keep)'],
} as const;

export const FINDING_COLUMNS = {
  zh: [
    '单位',
    '项目',
    '问题/建议',
    '层级',
    '标号',
    '内容',
    '类别',
    '标签',
    '待复核',
    '概率',
    '对应条目',
    '位置',
    '来源',
    '编号',
    '年度',
    '无对应建议',
    '模型判断（勿改）',
  ],
  en: [
    'Unit',
    'Project',
    'Kind',
    'Level',
    'Marker',
    'Text',
    'Category',
    'Tags',
    'Check',
    'Score',
    'Paired with',
    'Place',
    'Source',
    'Id',
    'Year',
    'Unanswered',
    'Model answer (keep)',
  ],
} as const;

export type LabelColumn = 'text' | 'kind' | 'category' | 'tags' | 'others' | 'review' | 'answer';

/** By which headers a column is known, in either language and of either sheet. */
export const LABEL_COLUMNS: Readonly<Record<LabelColumn, readonly string[]>> = {
  text: named(0, 5),
  kind: named(1, 2),
  category: named(2, 6),
  tags: named(3, 7),
  others: named(5),
  review: named(6, 8),
  answer: named(7, 16),
};

function named(classified: number, finding?: number): string[] {
  return (['zh', 'en'] as const).flatMap((language) => [
    CLASSIFIED_COLUMNS[language][classified] as string,
    ...(finding === undefined ? [] : [FINDING_COLUMNS[language][finding] as string]),
  ]);
}
