/** Findings for a terminal: by source and project, problems before suggestions, nested as they were written. */
import type { Finding, FindingKind, ReviewResult, TaxonomyNames } from '../schema/index.js';
import { categoryName } from './label-text.js';
import { locationText } from './location.js';
import type { Palette } from './palette.js';
import { clip, padEnd, plain, stringWidth } from './width.js';

const WORDS = {
  zh: {
    kinds: { problem: '问题', suggestion: '建议' },
    none: '（无类别）',
    unnamed: '（未写明项目）',
    review: '待复核',
    unanswered: '无对应建议',
    headlines: (count: number) => `（含 ${count} 条下面另有分条的标题）`,
    total: ({ findings, problems, suggestions, projects, needsReview }: ReviewResult['summary']) =>
      `共 ${findings} 条：问题 ${problems} 条，建议 ${suggestions} 条，来自 ${projects} 个项目；${needsReview} 条类别待复核`,
    category: '类别',
    unansweredTotal: (count: number) => `无对应建议的问题 ${count} 条`,
    unit: '单位',
    year: '年度',
    unansweredShort: '无对应',
    unknown: '（未写明）',
    keywords: '关键词',
    colon: '：',
    comma: '、',
    more: (count: number) => `……另有 ${count} 个单位（见 --format json 或 xlsx）`,
  },
  en: {
    kinds: { problem: 'Problems', suggestion: 'Suggestions' },
    none: '(no category)',
    unnamed: '(project not named)',
    review: 'check',
    unanswered: 'no suggestion',
    headlines: (count: number) => ` (${count} of them headlines with parts)`,
    total: ({ findings, problems, suggestions, projects, needsReview }: ReviewResult['summary']) =>
      `${findings} findings: ${problems} problems, ${suggestions} suggestions in ${projects} projects; the category of ${needsReview} needs a look`,
    category: 'Category',
    unansweredTotal: (count: number) => `problems without a suggestion: ${count}`,
    unit: 'Unit',
    year: 'Year',
    unansweredShort: 'unanswered',
    unknown: '(not named)',
    keywords: 'Keywords',
    colon: ': ',
    comma: ', ',
    more: (count: number) => `… and ${count} more units (see --format json or xlsx)`,
  },
} as const;

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
  /** Of the model; ours where nothing is said. */
  readonly taxonomy?: TaxonomyNames;
}

export function findingsStylish(result: ReviewResult, style: Style): string {
  const groups = new Map<string, Finding[]>();
  for (const finding of result.findings) {
    const key = JSON.stringify([finding.source, finding.unit ?? '', finding.project ?? '']);
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  const blocks = [...groups.values()].map((findings) => projectBlock(findings, style));
  return [...blocks, summary(result, style)].join('\n');
}

function projectBlock(findings: readonly Finding[], style: Style): string {
  const { colours, language } = style;
  const [first] = findings;
  const title = first?.project ?? WORDS[language].unnamed;
  const head = `${colours.bold(plain(title))}${first?.unit ? `  ${plain(first.unit)}` : ''}  ${colours.dim(plain(first?.source ?? ''))}`;
  const parts = (['problem', 'suggestion'] as const).flatMap((kind) => kindLines(findings, kind, style));
  return `${[head, ...parts].join('\n')}\n`;
}

function kindLines(findings: readonly Finding[], kind: FindingKind, { language, colours, taxonomy }: Style): string[] {
  const own = findings.filter((finding) => finding.kind === kind);
  if (own.length === 0) return [];
  const words = WORDS[language];
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const tone = kind === 'problem' ? colours.tone.warning : colours.tone.good;
  const head = locationText(own[0]?.location ?? {});
  return [
    `  ${tone(`${words.kinds[kind]} ${own.length}`)}  ${colours.dim(head)}`,
    ...own.map((finding) => {
      const { labels, level, marker, text, location, needsReview } = finding;
      const categories = labels.map(({ category }) => categoryName(category, language, taxonomy)).join('、');
      const place = locationText(location);
      const notes = [
        colours.tone.info(`[${categories === '' ? words.none : categories}]`),
        needsReview ? colours.tone.error(words.review) : '',
        level === 1 ? partners(finding, byId, words, colours) : '',
        // The place is said again only where it is another one than the heading's.
        place === head || level > 1 ? '' : colours.dim(place),
      ].filter((note) => note !== '');
      return `  ${'  '.repeat(level)}${marker}${marker === '' ? '' : ' '}${plain(text)}  ${notes.join(' ')}`;
    }),
  ];
}

/** “→ 建议 2.” beside a problem, “无对应建议” where nothing answers it. */
function partners(
  { kind, pairedWith }: Finding,
  byId: ReadonlyMap<string, Finding>,
  words: (typeof WORDS)['zh' | 'en'],
  colours: Palette,
): string {
  const other = kind === 'problem' ? 'suggestion' : 'problem';
  const markers = pairedWith.map((id) => byId.get(id)?.marker ?? '').filter((marker) => marker !== '');
  if (pairedWith.length === 0) return kind === 'problem' ? colours.tone.warning(words.unanswered) : '';
  return colours.dim(`→ ${words.kinds[other]} ${markers.join(' ')}`.trimEnd());
}

function summary({ findings, summary: figures }: ReviewResult, style: Style): string {
  const { language, colours } = style;
  const words = WORDS[language];
  const headlines = new Set(
    findings.flatMap(({ source, parentId }) => (parentId === null ? [] : [`${source} ${parentId}`])),
  ).size;
  const total = `${words.total(figures)}${headlines === 0 ? '' : words.headlines(headlines)}`;
  const parts = [
    colours.bold(total),
    ...(figures.unanswered === 0 ? [] : [colours.tone.warning(words.unansweredTotal(figures.unanswered))]),
    ...countTables(figures, style),
    ...keywordLines(figures, language, colours),
  ];
  return `${parts.join('\n')}\n`;
}

type Figures = ReviewResult['summary'];
type Language = 'zh' | 'en';

/** More units than this make the terminal useless; the other formats have them all. */
const MOST_UNITS = 12;
/** Of a name, in terminal columns. */
const LONGEST_NAME = 40;
/** Keywords wrap below each other at this width. */
const LINE_WIDTH = 78;

type Row = readonly [name: string, ...counts: (number | string)[]];

/** Counts by category, and by unit and by year where there are several; figures under their headings, in one line of columns. */
function countTables(figures: Figures, { language, colours, taxonomy }: Style): string[] {
  const words = WORDS[language];
  const { byCategory, byUnit, byYear } = figures;
  const heads = [words.kinds.problem, words.kinds.suggestion, words.unansweredShort];
  const categories = Object.entries(byCategory).map(
    ([category, { problems, suggestions }]): Row => [categoryName(category, language, taxonomy), problems, suggestions],
  );
  const units = byUnit
    .slice(0, MOST_UNITS)
    .map(({ unit, ...counts }): Row => [unit === '' ? words.unknown : plain(unit), ...counted(counts)]);
  const years = byYear.map(
    ({ year, ...counts }): Row => [year === null ? words.unknown : String(year), ...counted(counts)],
  );
  const tables: Row[][] = [
    [[words.category, ...heads.slice(0, 2)], ...categories],
    ...(byUnit.length < 2 ? [] : [[[words.unit, ...heads] as Row, ...units]]),
    ...(byYear.length < 2 ? [] : [[[words.year, ...heads] as Row, ...years]]),
  ];
  const all = tables.flat();
  const nameWidth = Math.min(LONGEST_NAME, Math.max(...all.map(([name]) => stringWidth(name))));
  const cellWidth = Math.max(...heads.map(stringWidth)) + CELL_GAP;
  const left = byUnit.length - units.length;
  return tables.flatMap((rows) => {
    const [head = '', ...body] = rows.map(([name, ...counts]) => {
      const cells = counts.map((count) => padStart(String(count), cellWidth)).join('');
      return `  ${padEnd(clip(name, nameWidth), nameWidth)}${cells}`;
    });
    const more = rows[0]?.[0] === words.unit && left > 0 ? [colours.dim(`  ${words.more(left)}`)] : [];
    return [colours.dim(head), ...body, ...more];
  });
}

const CELL_GAP = 4;

function counted({ problems, suggestions, unanswered }: Record<'problems' | 'suggestions' | 'unanswered', number>) {
  return [problems, suggestions, unanswered];
}

function keywordLines({ keywords }: Figures, language: Language, colours: Palette): string[] {
  if (keywords.length === 0) return [];
  const { keywords: title, colon, comma } = WORDS[language];
  const head = `  ${title}${colon}`;
  const indent = stringWidth(head);
  const lines = [''];
  keywords.forEach(({ word, findings }, index) => {
    const entry = `${plain(word)} ${findings}${index < keywords.length - 1 ? comma : ''}`;
    const last = lines.at(-1) ?? '';
    if (last !== '' && indent + stringWidth(last + entry) > LINE_WIDTH) lines.push(entry);
    else lines[lines.length - 1] = last + entry;
  });
  return lines.map((line, index) => `${index === 0 ? colours.dim(head) : ' '.repeat(indent)}${line.trimEnd()}`);
}

function padStart(text: string, width: number): string {
  return `${' '.repeat(Math.max(0, width - stringWidth(text)))}${text}`;
}
