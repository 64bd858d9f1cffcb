/** Figures of models as one page that needs nothing else: no script, no network, every text escaped. */
import type { Confusion, EvaluatedModel, Evaluation, TaxonomyNames } from '../schema/index.js';
import { escapeHtml } from './escape.js';
import { inOrder, nameOf } from './evaluation-stylish.js';
import { EVALUATION_WORDS, type EvaluationWords, FIGURES, figureText, percent } from './evaluation-words.js';

interface Page {
  readonly language: 'zh' | 'en';
  readonly taxonomy: TaxonomyNames;
  readonly words: EvaluationWords;
}

const STYLE = `
body{font:15px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1d2733;max-width:70rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2.5rem}h3{font-size:1rem}
table{border-collapse:collapse;margin:.5rem 0}caption{text-align:left;font-weight:600;padding:.3rem 0}
th,td{padding:.2rem .6rem;border-bottom:1px solid #dde3ea;text-align:right;white-space:nowrap}
th:first-child,td:first-child{text-align:left}thead th{border-bottom:2px solid #8a97a6}
.matrix td,.matrix thead th{text-align:center;border:1px solid #eef1f4;min-width:1.6rem}.matrix tbody th{text-align:left}
.wide{overflow-x:auto}.note{color:#5a6877}svg{max-width:100%}`;

export function evaluationHtml(
  { method, files, models }: Evaluation,
  { language, taxonomy }: { readonly language: 'zh' | 'en'; readonly taxonomy: TaxonomyNames },
): string {
  const words = EVALUATION_WORDS[language];
  const page: Page = { language, taxonomy, words };
  const body = [
    `<h1>${escapeHtml(words.title)}</h1>`,
    `<p>${escapeHtml(words.texts(models[0]?.figures.texts ?? 0, files.length))}<br><span class="note">${escapeHtml(words.methods[method])}</span></p>`,
    `<p class="note">${files.map(escapeHtml).join('<br>')}</p>`,
    totals(models, page),
    ...models.map((model) => section(model, page)),
  ];
  return [
    '<!doctype html>',
    `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeHtml(words.title)}</title><style>${STYLE}</style></head><body>`,
    ...body,
    '</body></html>',
    '',
  ].join('\n');
}

function totals(models: readonly EvaluatedModel[], { words }: Page): string {
  const head = [words.model, ...models.map(({ name }) => name)];
  const rows = FIGURES.map((figure) => [
    words.figures[figure],
    ...models.map(({ figures }) => figureText(figure, figures[figure])),
  ]);
  return table('', head, rows);
}

function section(model: EvaluatedModel, page: Page): string {
  const { words } = page;
  const { figures, parts, curve } = model;
  const labels = (title: string, own: EvaluatedModel['figures']['categories']) =>
    table(
      title,
      ['', ...words.columns],
      inOrder(Object.keys(own), page).map((label) => {
        const { support = 0, precision = 0, recall = 0, f1 = 0 } = own[label] ?? {};
        return [nameOf(label, words, page), String(support), percent(precision), percent(recall), f1.toFixed(3)];
      }),
    );
  return [
    `<h2>${escapeHtml(model.name)}</h2>`,
    labels(words.categories, figures.categories),
    `<h3>${escapeHtml(words.confusion)}</h3>`,
    matrix(model.confusion, page),
    labels(words.tags, figures.tags),
    ...(parts ? [partTable(parts, page)] : []),
    ...(curve ? [curveBlock(curve, page)] : []),
  ].join('\n');
}

/** The deeper the colour, the larger the share of its row; what is right is blue, what is not is red. */
function matrix({ labels, counts }: Confusion, page: Page): string {
  const names = labels.map((label) => nameOf(label, page.words, page));
  const head = names.map((name, at) => `<th title="${escapeHtml(name)}">${at + 1}</th>`).join('');
  const rows = counts.map((row, at) => {
    const sum = Math.max(
      1,
      row.reduce((total, count) => total + count, 0),
    );
    const cells = row.map((count, column) => {
      const colour = at === column ? '37,99,165' : '190,60,40';
      const style = count === 0 ? '' : ` style="background:rgba(${colour},${(0.08 + (0.6 * count) / sum).toFixed(2)})"`;
      return `<td${style} title="${escapeHtml(`${names[at]} → ${names[column]}`)}">${count === 0 ? '' : count}</td>`;
    });
    return `<tr><th scope="row">${at + 1} ${escapeHtml(names[at] ?? '')}</th>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table class="matrix"><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`;
}

function partTable(parts: NonNullable<EvaluatedModel['parts']>, { words }: Page): string {
  return table(
    words.parts,
    [words.part, words.columns[0] ?? '', ...FIGURES.map((figure) => words.figures[figure])],
    Object.entries(parts).map(([part, figures]) => [
      part,
      String(figures.texts),
      ...FIGURES.map((figure) => figureText(figure, figures[figure])),
    ]),
  );
}

const WIDTH = 520;
const HEIGHT = 220;

function curveBlock(curve: NonNullable<EvaluatedModel['curve']>, { words }: Page): string {
  const most = Math.max(1, ...curve.map(({ trained }) => trained));
  const line = (figure: 'primaryAccuracy' | 'macroF1', colour: string) => {
    const points = curve.map(
      (point) =>
        `${(40 + ((WIDTH - 60) * point.trained) / most).toFixed(1)},${(HEIGHT - 20 - (HEIGHT - 40) * point[figure]).toFixed(1)}`,
    );
    const dots = points.map((point) => {
      const [x, y] = point.split(',');
      return `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`;
    });
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.join(' ')}"/>${dots.join('')}`;
  };
  const frame = [0, 0.5, 1].map((share) => {
    const y = HEIGHT - 20 - (HEIGHT - 40) * share;
    return `<line x1="40" x2="${WIDTH - 20}" y1="${y}" y2="${y}" stroke="#dde3ea"/><text x="34" y="${y + 4}" font-size="11" text-anchor="end">${share}</text>`;
  });
  const [, , accuracy = '', macro = ''] = words.curveColumns;
  return [
    table(
      words.curve,
      words.curveColumns,
      curve.map((point) => [
        String(point.trained),
        String(point.tested),
        percent(point.primaryAccuracy),
        point.macroF1.toFixed(3),
      ]),
    ),
    `<svg role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}"><title>${escapeHtml(words.curve)}</title>${frame.join('')}${line('primaryAccuracy', '#2563a5')}${line('macroF1', '#be3c28')}</svg>`,
    `<p class="note"><span style="color:#2563a5">●</span> ${escapeHtml(accuracy)} <span style="color:#be3c28">●</span> ${escapeHtml(macro)}</p>`,
  ].join('\n');
}

function table(caption: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const title = caption === '' ? '' : `<caption>${escapeHtml(caption)}</caption>`;
  const heads = head.map((cell) => `<th scope="col">${escapeHtml(cell)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('\n');
  return `<div class="wide"><table>${title}<thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table></div>`;
}
