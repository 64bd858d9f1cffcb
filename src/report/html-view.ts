/** The user's own table or text with what is said of it marked, each mark a link back. */
import type { DocumentView, Location, ViewGap, ViewLine, ViewRow, ViewTable } from '../schema/index.js';
import { placeKey } from '../schema/index.js';
import { escapeHtml } from './escape.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';

/** Something said of a place: the id of its element on the page, the number it shows, its tone. */
export interface Mark {
  readonly id: string;
  readonly number: number;
  readonly tone: string;
  readonly title: string;
  readonly location: Location;
}

const WORDS = {
  zh: {
    table: (name: string) => `读取的表格${name === '' ? '' : `：${name}`}`,
    text: '读取的正文',
    skipped: (count: number) => `……省略 ${count} 行……`,
    hidden: '隐藏行',
    row: '行',
  },
  en: {
    table: (name: string) => `Table as it was read${name === '' ? '' : `: ${name}`}`,
    text: 'Text as it was read',
    skipped: (count: number) => `… ${count} rows left out …`,
    hidden: 'hidden row',
    row: 'Row',
  },
} as const;

/** Where marks of one document lead to, and the document with them. */
export class MarkedView {
  readonly #view: DocumentView;
  readonly #marks = new Map<string, Mark[]>();
  readonly #anchors = new Map<string, string>();
  readonly #used = new Set<string>();

  /** `prefix` keeps the ids of several documents on one page apart. */
  constructor(view: DocumentView, marks: readonly Mark[], prefix: string) {
    this.#view = view;
    const known = new Set([...cellKeys(view), ...lineKeys(view)]);
    for (const mark of marks) {
      const key = keysFor(mark.location).find((one) => known.has(one));
      if (key === undefined) continue;
      const own = this.#marks.get(key);
      if (own) own.push(mark);
      else this.#marks.set(key, [mark]);
      if (!this.#anchors.has(key)) this.#anchors.set(key, `${prefix}${this.#anchors.size + 1}`);
    }
  }

  /** The id of the cell or line that this place means; undefined where the view has none. */
  anchor(location: Location): string | undefined {
    for (const key of keysFor(location)) {
      const id = this.#anchors.get(key);
      if (id !== undefined) return id;
    }
    return undefined;
  }

  /** Empty where the document has neither tables nor text. */
  html(language: Language): string {
    const { tables, lines } = this.#view;
    const parts = tables.filter(({ rows }) => rows.length > 0).map((table) => this.#table(table, language));
    if (lines.length > 0) parts.push(this.#text(lines, language));
    return parts.length === 0 ? '' : `<div class="view">${parts.join('\n')}</div>`;
  }

  #table({ name, columns, rows }: ViewTable, language: Language): string {
    const words = WORDS[language];
    const title = words.table(name === undefined ? '' : plain(name));
    const heads = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join('');
    const body = rows.map((row) =>
      'skipped' in row
        ? `<tr><td class="gap" colspan="${columns.length + 1}">${words.skipped(row.skipped)}</td></tr>`
        : this.#row(row, words.hidden),
    );
    return [
      `<h3>${escapeHtml(title)}</h3>`,
      `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(title)}"><table>`,
      `<thead><tr><th scope="col"><span aria-label="${words.row}"></span></th>${heads}</tr></thead><tbody>`,
      ...body,
      '</tbody></table></div>',
    ].join('\n');
  }

  #row({ number, hidden, cells }: ViewRow, hiddenTitle: string): string {
    const tds = cells.map(({ text, location, rowSpan, columnSpan }) => {
      const spans = `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${columnSpan > 1 ? ` colspan="${columnSpan}"` : ''}`;
      const { attributes, links } = this.#marked(placeKey(location));
      return `<td${spans}${attributes}>${escapeHtml(text)}${links}</td>`;
    });
    const note = hidden ? ` class="hidden-row" title="${hiddenTitle}"` : '';
    return `<tr${note}><th scope="row">${escapeHtml(number)}</th>${tds.join('')}</tr>`;
  }

  #text(lines: readonly (ViewLine | ViewGap)[], language: Language): string {
    const words = WORDS[language];
    const body = lines.map((line) => {
      if ('skipped' in line) return `<p class="text-line note">${words.skipped(line.skipped)}</p>`;
      const { attributes, links } = this.#marked(lineKey(line.line), 'text-line');
      return `<p${attributes}><span class="no">${line.line}</span>${escapeHtml(line.text)}${links}</p>`;
    });
    return `<h3>${words.text}</h3>\n<div class="scroll" tabindex="0" role="region" aria-label="${words.text}">${body.join('\n')}</div>`;
  }

  #marked(key: string, base = ''): { attributes: string; links: string } {
    const marks = this.#marks.get(key) ?? [];
    const [first] = marks;
    if (!first) return { attributes: base === '' ? '' : ` class="${base}"`, links: '' };
    const id = this.#used.has(key) ? '' : ` id="${this.#anchors.get(key)}"`;
    this.#used.add(key);
    const links = marks.map(
      (mark) => `<a class="back" href="#${mark.id}" title="${escapeHtml(plain(mark.title))}">${mark.number}</a>`,
    );
    return { attributes: `${id} class="${base === '' ? '' : `${base} `}${first.tone}"`, links: links.join('') };
  }
}

/** The very place, then the line that it stands on. */
function keysFor(location: Location): string[] {
  const { line, cell, pointer } = location;
  const exact = placeKey(location);
  return line === undefined || cell !== undefined || pointer !== undefined ? [exact] : [exact, lineKey(line)];
}

function lineKey(line: number): string {
  return placeKey({ line });
}

function cellKeys({ tables }: DocumentView): string[] {
  return tables.flatMap(({ rows }) =>
    rows.flatMap((row) => ('skipped' in row ? [] : row.cells.map(({ location }) => placeKey(location)))),
  );
}

function lineKeys({ lines }: DocumentView): string[] {
  return lines.flatMap((line) => ('skipped' in line ? [] : [lineKey(line.line)]));
}
