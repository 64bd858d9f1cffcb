/** The frame of a page that needs nothing else: no network, its one script named by its hash. */
import { escapeHtml } from './escape.js';
import { SCRIPT, SCRIPT_HASH, STYLE } from './html-style.js';

type Language = 'zh' | 'en';

/** `body` is HTML already; `title` is text. */
export function htmlPage(title: string, language: Language, body: readonly string[]): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>`,
    ...body,
    `</main><script>${SCRIPT}</script></body></html>`,
    '',
  ].join('\n');
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

export interface FilterWords {
  readonly legend: string;
  readonly subject: string;
  readonly all: string;
  readonly reset: string;
  /** With {n} and {all}. */
  readonly shown: string;
}

/** Hidden until the script runs. */
export function filterForm(
  words: FilterWords,
  kinds: readonly Choice[],
  subjects: readonly Choice[],
  only?: string,
): string {
  const boxes = kinds.map(
    ({ value, label, count }) =>
      `<label><input type="checkbox" name="kind" value="${escapeHtml(value)}" checked> ${escapeHtml(label)} (${count})</label>`,
  );
  const options = subjects.map(
    ({ value, label, count }) => `<option value="${escapeHtml(value)}">${escapeHtml(label)} (${count})</option>`,
  );
  const box = only === undefined ? '' : `<label><input type="checkbox" name="only"> ${escapeHtml(only)}</label>`;
  return [
    '<form class="filter" hidden autocomplete="off">',
    `<fieldset><legend>${escapeHtml(words.legend)}</legend>${boxes.join('')}</fieldset>`,
    `<label>${escapeHtml(words.subject)} <select><option value="">${escapeHtml(words.all)}</option>${options.join('')}</select></label>`,
    box,
    `<button type="reset">${escapeHtml(words.reset)}</button>`,
    `<output aria-live="polite" data-text="${escapeHtml(words.shown)}"></output></form>`,
  ].join('\n');
}
