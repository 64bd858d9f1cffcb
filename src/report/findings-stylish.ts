/** Findings for a terminal: by source and project, problems before suggestions, nested as they were written. */
import { TAXONOMY, type Category, type Finding, type FindingKind, type ReviewResult } from '../schema/index.js';
import { locationText } from './location.js';
import type { Palette } from './palette.js';
import { padEnd, plain } from './width.js';

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
  },
} as const;

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
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

function kindLines(findings: readonly Finding[], kind: FindingKind, { language, colours }: Style): string[] {
  const own = findings.filter((finding) => finding.kind === kind);
  if (own.length === 0) return [];
  const words = WORDS[language];
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const isAnswered = findings.some((finding) => finding.kind !== kind);
  const tone = kind === 'problem' ? colours.tone.warning : colours.tone.good;
  const head = locationText(own[0]?.location ?? {});
  return [
    `  ${tone(`${words.kinds[kind]} ${own.length}`)}  ${colours.dim(head)}`,
    ...own.map((finding) => {
      const { labels, level, marker, text, location, needsReview } = finding;
      const categories = labels.map(({ category }) => categoryName(category, language)).join('、');
      const place = locationText(location);
      const notes = [
        colours.tone.info(`[${categories === '' ? words.none : categories}]`),
        needsReview ? colours.tone.error(words.review) : '',
        isAnswered && level === 1 ? partners(finding, byId, words, colours) : '',
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

function summary({ findings, summary: figures }: ReviewResult, { language, colours }: Style): string {
  const words = WORDS[language];
  const headlines = new Set(
    findings.flatMap(({ source, parentId }) => (parentId === null ? [] : [`${source} ${parentId}`])),
  ).size;
  const total = `${words.total(figures)}${headlines === 0 ? '' : words.headlines(headlines)}`;
  const rows = Object.entries(figures.byCategory).map(([category, { problems, suggestions }]) =>
    [
      padEnd(`  ${categoryName(category, language)}`, 26),
      String(problems).padStart(6),
      String(suggestions).padStart(6),
    ].join(''),
  );
  const header = `${padEnd(`  ${words.category}`, 26)}${' '.repeat(Math.max(0, 2))}${words.kinds.problem}  ${words.kinds.suggestion}`;
  return `${colours.bold(total)}\n${[colours.dim(header), ...rows].join('\n')}\n`;
}

/** The category in the reader's language; one that a province added itself shows its code. */
export function categoryName(category: string, language: 'zh' | 'en'): string {
  return category in TAXONOMY ? TAXONOMY[category as Category][language] : category;
}
