/** Findings as sheets: one row a finding, and the counts by category. */
import { TAXONOMY, type Category, type Finding, type ReviewResult, type SheetSpec } from '../schema/index.js';
import { categoryName } from './findings-stylish.js';
import { locationText } from './location.js';

const WORDS = {
  zh: {
    findings: '问题与建议',
    headers: [
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
    ],
    kinds: { problem: '问题', suggestion: '建议' },
    review: '是',
    summary: '分类汇总',
    summaryHeaders: ['类别', '问题', '建议', '合计'],
    none: '（无类别）',
  },
  en: {
    findings: 'Findings',
    headers: [
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
    ],
    kinds: { problem: 'problem', suggestion: 'suggestion' },
    review: 'yes',
    summary: 'By category',
    summaryHeaders: ['Category', 'Problems', 'Suggestions', 'Total'],
    none: '(no category)',
  },
} as const;

const WIDTHS = [22, 26, 10, 6, 7, 64, 20, 22, 8, 7, 20, 14, 24, 18];

export function findingSheets({ findings, summary }: ReviewResult, language: 'zh' | 'en'): SheetSpec[] {
  const words = WORDS[language];
  return [
    {
      name: words.findings,
      columns: words.headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 16 })),
      rows: findings.map((finding) => findingRow(finding, language)),
    },
    {
      name: words.summary,
      columns: words.summaryHeaders.map((header, index) => ({ header, width: index === 0 ? 28 : 10 })),
      rows: Object.entries(summary.byCategory).map(([category, { problems, suggestions }]) => [
        categoryName(category, language),
        problems,
        suggestions,
        problems + suggestions,
      ]),
    },
  ];
}

function findingRow(finding: Finding, language: 'zh' | 'en') {
  const words = WORDS[language];
  const { labels } = finding;
  return [
    finding.unit ?? '',
    finding.project ?? '',
    { text: words.kinds[finding.kind], ...(finding.kind === 'problem' && { tone: 'warning' as const }) },
    finding.level,
    finding.marker,
    finding.text,
    labels.length === 0 ? words.none : labels.map(({ category }) => categoryName(category, language)).join('、'),
    labels.flatMap(({ category, tags }) => tags.map((tag) => tagName(category, tag, language))).join('、'),
    finding.needsReview ? { text: words.review, tone: 'info' as const } : '',
    labels[0] ? Number(labels[0].score.toFixed(2)) : null,
    finding.pairedWith.join(' '),
    locationText(finding.location),
    finding.source.replace(/^.*[\\/]/, ''),
    finding.id,
  ];
}

function tagName(category: string, tag: string, language: 'zh' | 'en'): string {
  if (language === 'en' || !(category in TAXONOMY)) return tag;
  return (TAXONOMY[category as Category].tags as Readonly<Record<string, string>>)[tag] ?? tag;
}
