/** Classified texts, one at a time: for a terminal, for spreadsheets, for programs. */
import { type Category, type ClassifiedText, TAXONOMY } from '../schema/index.js';
import { csvLine } from './csv-line.js';
import { categoryName } from './findings-stylish.js';
import type { Palette } from './palette.js';
import { plain } from './width.js';

export type ClassifiedFormat = 'stylish' | 'json' | 'jsonl' | 'csv';

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
}

const WORDS = {
  zh: {
    problem: '问题',
    suggestion: '建议',
    neither: '都不是',
    none: '无类别',
    review: '待复核',
    for: '支持',
    against: '反对',
  },
  en: {
    problem: 'problem',
    suggestion: 'suggestion',
    neither: 'neither',
    none: 'no category',
    review: 'check',
    for: 'for',
    against: 'against',
  },
} as const;

const CSV_HEAD = {
  zh: ['文本', '性质', '类别', '标签', '得分', '其他类别', '待复核'],
  en: ['text', 'kind', 'category', 'tags', 'score', 'other categories', 'needs review'],
} as const;

/** What stands before, between and behind the records of a format. */
export function frameOf(
  format: ClassifiedFormat,
  language: 'zh' | 'en',
): { head: string; between: string; tail: string } {
  if (format === 'json') return { head: '{"schemaVersion":1,"findings":[\n', between: ',\n', tail: '\n]}\n' };
  // The byte order mark lets Excel see that the file is UTF-8.
  if (format === 'csv') return { head: `\ufeff${csvLine(CSV_HEAD[language])}`, between: '', tail: '' };
  return { head: '', between: '', tail: '' };
}

export function classifiedText(record: ClassifiedText, format: ClassifiedFormat, style: Style): string {
  if (format === 'json') return JSON.stringify(record);
  if (format === 'jsonl') return `${JSON.stringify(record)}\n`;
  return format === 'csv' ? csvRow(record, style.language) : stylish(record, style);
}

function csvRow({ text, kind, labels, needsReview }: ClassifiedText, language: 'zh' | 'en'): string {
  const words = WORDS[language];
  const [first, ...others] = labels;
  return csvLine([
    text,
    words[kind],
    first ? categoryName(first.category, language) : '',
    first ? tagNames(first.category, first.tags, language) : '',
    first ? first.score.toFixed(2) : '',
    others.map(({ category }) => categoryName(category, language)).join(language === 'zh' ? '、' : ', '),
    needsReview ? words.review : '',
  ]);
}

function stylish({ text, kind, labels, needsReview, evidence }: ClassifiedText, { language, colours }: Style): string {
  const words = WORDS[language];
  const told = labels.map(({ category, tags, score }) => {
    const tagText = tags.length === 0 ? '' : ` · ${tagNames(category, tags, language)}`;
    return colours.tone.info(`[${categoryName(category, language)}${tagText} ${score.toFixed(2)}]`);
  });
  const tone = { problem: colours.tone.warning, suggestion: colours.tone.good, neither: colours.dim }[kind];
  const notes = [...(told.length > 0 ? told : [colours.dim(`[${words.none}]`)])];
  if (needsReview) notes.push(colours.tone.error(words.review));
  const lines = [`${tone(words[kind])}  ${plain(text)}  ${notes.join(' ')}`];
  for (const side of ['for', 'against'] as const) {
    const pieces = evidence?.[side] ?? [];
    if (pieces.length === 0) continue;
    const shown = pieces.map(({ piece, weight }) => `${piece} ${weight > 0 ? '+' : ''}${weight.toFixed(2)}`);
    lines.push(colours.dim(`      ${words[side]}  ${shown.join('  ')}`));
  }
  return `${lines.join('\n')}\n`;
}

/** Tags in the reader's language; one that a province added itself shows its code. */
function tagNames(category: string, tags: readonly string[], language: 'zh' | 'en'): string {
  const known: Readonly<Record<string, string>> = category in TAXONOMY ? TAXONOMY[category as Category].tags : {};
  return tags.map((tag) => (language === 'zh' ? (known[tag] ?? tag) : tag)).join(language === 'zh' ? '、' : ', ');
}
