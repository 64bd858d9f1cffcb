/** Classified texts, one at a time: for a terminal, for spreadsheets, for programs. */
import { CLASSIFIED_COLUMNS, type ClassifiedText, KIND_WORDS, type TaxonomyNames } from '../schema/index.js';
import { csvLine } from './csv-line.js';
import { categoryName, tagName } from './label-text.js';
import type { Palette } from './palette.js';
import { plain } from './width.js';

export type ClassifiedFormat = 'stylish' | 'json' | 'jsonl' | 'csv';

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
  /** Of the model; ours where nothing is said. */
  readonly taxonomy?: TaxonomyNames;
}

const WORDS = {
  zh: {
    ...KIND_WORDS.zh,
    none: '无类别',
    review: '待复核',
    for: '支持',
    against: '反对',
  },
  en: {
    ...KIND_WORDS.en,
    none: 'no category',
    review: 'check',
    for: 'for',
    against: 'against',
  },
} as const;

/** What stands before, between and behind the records of a format. */
export function frameOf(
  format: ClassifiedFormat,
  language: 'zh' | 'en',
): { head: string; between: string; tail: string } {
  if (format === 'json') return { head: '{"schemaVersion":1,"findings":[\n', between: ',\n', tail: '\n]}\n' };
  // The byte order mark lets Excel see that the file is UTF-8.
  if (format === 'csv') return { head: `\ufeff${csvLine(CLASSIFIED_COLUMNS[language])}`, between: '', tail: '' };
  return { head: '', between: '', tail: '' };
}

export function classifiedText(record: ClassifiedText, format: ClassifiedFormat, style: Style): string {
  if (format === 'json') return JSON.stringify(record);
  if (format === 'jsonl') return `${JSON.stringify(record)}\n`;
  return format === 'csv' ? csvRow(record, style) : stylish(record, style);
}

function csvRow({ text, kind, labels, needsReview, modelAnswer }: ClassifiedText, style: Style): string {
  const { language, taxonomy } = style;
  const words = WORDS[language];
  const comma = language === 'zh' ? '、' : ', ';
  const [first, ...others] = labels;
  return csvLine([
    text,
    words[kind],
    first ? categoryName(first.category, language, taxonomy) : '',
    labels
      .map(({ category, tags }) => tagNames(category, tags, style))
      .filter((names) => names !== '')
      .join(comma),
    first ? first.score.toFixed(2) : '',
    others.map(({ category }) => categoryName(category, language, taxonomy)).join(comma),
    needsReview ? words.review : '',
    modelAnswer ?? '',
  ]);
}

function stylish({ text, kind, labels, needsReview, evidence }: ClassifiedText, style: Style): string {
  const { language, colours, taxonomy } = style;
  const words = WORDS[language];
  const told = labels.map(({ category, tags, score }) => {
    const tagText = tags.length === 0 ? '' : ` · ${tagNames(category, tags, style)}`;
    return colours.tone.info(`[${categoryName(category, language, taxonomy)}${tagText} ${score.toFixed(2)}]`);
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

function tagNames(category: string, tags: readonly string[], { language, taxonomy }: Style): string {
  return tags.map((tag) => tagName(category, tag, language, taxonomy)).join(language === 'zh' ? '、' : ', ');
}
