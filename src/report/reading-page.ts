/** What was read of a draft, on pages and in Markdown. */
import type { Reading } from '../schema/index.js';
import { escapeHtml, escapeMarkdown } from './escape.js';
import { markdownTable } from './markdown-table.js';
import { READING_WORDS, readingTable } from './reading-table.js';

type Language = 'zh' | 'en';

/** A browser takes long to lay more out. */
const MOST_ROWS = 2000;

export function readingHtml(reading: Reading | undefined, language: Language): string {
  if (!reading) return '';
  const { title } = READING_WORDS[language];
  const { fields, headers, rows } = readingTable(reading, language);
  const left = Math.max(0, rows.length - MOST_ROWS);
  const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
  return [
    `<details open><summary>${title} (${rows.length})</summary>`,
    ...fields.map(([label, text]) => `<p class="note">${escapeHtml(label)}: ${escapeHtml(text)}</p>`),
    `<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table>`,
    `<thead><tr>${headers.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join('')}</tr></thead>`,
    `<tbody>${rows.slice(0, MOST_ROWS).map(row).join('\n')}</tbody></table></div></details>`,
    ...(left > 0 ? [`<p class="note">${READING_WORDS[language].left(left)}</p>`] : []),
  ].join('\n');
}

export function readingMarkdown(reading: Reading | undefined, language: Language): string[] {
  if (!reading) return [];
  const { fields, headers, rows } = readingTable(reading, language);
  return [
    `### ${READING_WORDS[language].title}\n`,
    ...(fields.length === 0
      ? []
      : [`${fields.map(([label, text]) => `- ${escapeMarkdown(label)}: ${escapeMarkdown(text)}`).join('\n')}\n`]),
    markdownTable(
      headers,
      rows.map((cells) => cells.map(escapeMarkdown)),
    ),
  ];
}
