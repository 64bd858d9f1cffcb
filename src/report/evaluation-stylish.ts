/** Figures of models for a terminal: one model in full, several side by side. */
import type { Confusion, EvaluatedModel, Evaluation, TaxonomyNames } from '../schema/index.js';
import { EVALUATION_WORDS, type EvaluationWords, FIGURES, figureText, percent } from './evaluation-words.js';
import { categoryName, tagName } from './label-text.js';
import type { Palette } from './palette.js';
import { textTable } from './text-table.js';
import { plain } from './width.js';

export interface EvaluationStyle {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
  readonly taxonomy: TaxonomyNames;
}

export function evaluationStylish({ method, files, models }: Evaluation, style: EvaluationStyle): string {
  const words = EVALUATION_WORDS[style.language];
  const [first] = models;
  const blocks = [
    [words.texts(first?.figures.texts ?? 0, files.length), style.colours.dim(words.methods[method])],
    totals(models, words, style),
    ...(models.length > 1 ? [f1Table(models, words, style)] : []),
    ...models.flatMap((model) => [
      ...(models.length === 1 ? labelTables(model, words, style) : []),
      ...(model.parts ? [partTable(model, words, style, models.length)] : []),
      ...(model.curve ? [curveTable(model, words, style, models.length)] : []),
    ]),
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function totals(models: readonly EvaluatedModel[], words: EvaluationWords, { colours }: EvaluationStyle): string[] {
  const [head = '', ...rows] = textTable([
    [words.model, ...models.map(({ name }) => plain(name))],
    ...FIGURES.map((figure) => [
      words.figures[figure],
      ...models.map(({ figures }) => figureText(figure, figures[figure])),
    ]),
  ]);
  return [colours.bold(head), ...rows];
}

function f1Table(models: readonly EvaluatedModel[], words: EvaluationWords, style: EvaluationStyle): string[] {
  const categories = new Set(models.flatMap(({ figures }) => inOrder(Object.keys(figures.categories), style)));
  const [head = '', ...rows] = textTable([
    [words.f1, ...models.map(({ name }) => plain(name))],
    ...[...categories].map((category) => [
      nameOf(category, words, style),
      ...models.map(({ figures }) => figures.categories[category]?.f1.toFixed(3) ?? '–'),
    ]),
  ]);
  return [style.colours.bold(head), ...rows];
}

function labelTables(
  { figures, confusion }: EvaluatedModel,
  words: EvaluationWords,
  style: EvaluationStyle,
): string[][] {
  const tags = Object.keys(figures.tags);
  return [
    labelTable(words.categories, inOrder(Object.keys(figures.categories), style), figures.categories, words, style),
    ...(tags.length > 0 ? [labelTable(words.tags, inOrder(tags, style), figures.tags, words, style)] : []),
    confusionTable(confusion, words, style),
  ];
}

function labelTable(
  title: string,
  labels: readonly string[],
  figures: EvaluatedModel['figures']['categories'],
  words: EvaluationWords,
  style: EvaluationStyle,
): string[] {
  const [head = '', ...rows] = textTable([
    [title, ...words.columns],
    ...labels.map((label) => {
      const { support = 0, precision = 0, recall = 0, f1 = 0 } = figures[label] ?? {};
      return [nameOf(label, words, style), String(support), percent(precision), percent(recall), f1.toFixed(3)];
    }),
  ]);
  return [style.colours.bold(head), ...rows];
}

/** Numbers stand for the names above the columns, which would be far too wide. */
function confusionTable({ labels, counts }: Confusion, words: EvaluationWords, style: EvaluationStyle): string[] {
  const rows = labels.map((label, at) => [
    `${String(at + 1).padStart(2)} ${nameOf(label, words, style)}`,
    ...(counts[at] ?? []).map((count) => (count === 0 ? '·' : String(count))),
  ]);
  const [head = '', ...body] = textTable([['', ...labels.map((_, at) => String(at + 1))], ...rows]);
  return [style.colours.bold(words.confusion), style.colours.dim(head), ...body];
}

function partTable(model: EvaluatedModel, words: EvaluationWords, style: EvaluationStyle, count: number): string[] {
  const shown = ['primaryAccuracy', 'macroF1', 'tagMicroF1', 'abstention', 'acceptedAccuracy'] as const;
  const [head = '', ...rows] = textTable([
    [titled(words.parts, model, count), words.columns[0] ?? '', ...shown.map((figure) => words.figures[figure])],
    ...Object.entries(model.parts ?? {}).map(([part, figures]) => [
      plain(part),
      String(figures.texts),
      ...shown.map((figure) => figureText(figure, figures[figure])),
    ]),
  ]);
  return [style.colours.bold(head), ...rows];
}

function curveTable(model: EvaluatedModel, words: EvaluationWords, style: EvaluationStyle, count: number): string[] {
  const [head = '', ...rows] = textTable([
    ['', ...words.curveColumns],
    ...(model.curve ?? []).map(({ trained, tested, primaryAccuracy, macroF1 }) => [
      '',
      String(trained),
      String(tested),
      percent(primaryAccuracy),
      macroF1.toFixed(3),
    ]),
  ]);
  return [style.colours.bold(titled(words.curve, model, count)), style.colours.dim(head), ...rows];
}

function titled(title: string, { name }: EvaluatedModel, count: number): string {
  return count > 1 ? `${title} ${plain(name)}` : title;
}

/** `category`, `category/tag` or "none" in the reader's language. */
export function nameOf(
  label: string,
  words: EvaluationWords,
  { language, taxonomy }: Pick<EvaluationStyle, 'language' | 'taxonomy'>,
): string {
  if (label === 'none') return words.none;
  const slash = label.indexOf('/');
  if (slash < 0) return plain(categoryName(label, language, taxonomy));
  const [category, tag] = [label.slice(0, slash), label.slice(slash + 1)];
  return plain(`${categoryName(category, language, taxonomy)} · ${tagName(category, tag, language, taxonomy)}`);
}

/** As the taxonomy has them; "none" and what it does not know behind. */
export function inOrder(labels: readonly string[], { taxonomy }: Pick<EvaluationStyle, 'taxonomy'>): string[] {
  const order = Object.entries(taxonomy).flatMap(([category, { tags }]) => [
    category,
    ...Object.keys(tags).map((tag) => `${category}/${tag}`),
  ]);
  const known = order.filter((label) => labels.includes(label));
  return [...known, ...labels.filter((label) => !known.includes(label))];
}
