/** Problems as a work paper (工作底稿). */
import type { SheetSpec, TaxonomyNames, WorkPaperRow } from '../schema/index.js';
import { categoryName } from './label-text.js';
import { locationText } from './location.js';

const WORDS = {
  zh: {
    name: '工作底稿',
    headers: ['问题类别', '问题事实', '涉及金额', '定性依据', '证据索引', '责任主体', '整改建议'],
  },
  en: {
    name: 'Work paper',
    headers: ['Category', 'Facts', 'Amounts', 'Basis', 'Evidence', 'Responsible', 'Advice'],
  },
} as const;
const WIDTHS = [20, 60, 16, 36, 34, 26, 48];

export function workPaperSheet(
  rows: readonly WorkPaperRow[],
  language: 'zh' | 'en',
  taxonomy?: TaxonomyNames,
): SheetSpec {
  const { name, headers } = WORDS[language];
  const comma = language === 'zh' ? '、' : ', ';
  return {
    name,
    columns: headers.map((header, index) => ({ header, width: WIDTHS[index] ?? 20 })),
    rows: rows.map(({ categories, facts, amounts, basis, source, location, project, unit, advice }) => [
      categories.map((category) => categoryName(category, language, taxonomy)).join(comma),
      facts.join('\n'),
      amounts.join(comma),
      basis.join('\n'),
      [project ?? '', source.replace(/^.*[\\/]/, ''), locationText(location, language)]
        .filter((part) => part !== '')
        .join(' · '),
      unit ?? '',
      advice.join('\n'),
    ]),
  };
}
