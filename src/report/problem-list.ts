/** The list of problems (问题清单) that is sent out to be worked off (整改): one row a problem, the last columns to be filled in. */
import type { Diagnostic, LintEntry, LongCell, SheetColumn, TaxonomyNames, WorkPaperRow } from '../schema/index.js';
import { categoryName } from './label-text.js';
import { adviceText, basisText } from './lint-texts.js';
import { LINT_WORDS } from './lint-words.js';
import { locationText } from './location.js';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    name: '问题清单',
    number: '序号',
    owner: ['单位', '地区', '年度', '项目', '文件', '位置'],
    lint: ['程度', '问题', '依据', '修改建议', '规则'],
    review: ['类别', '问题', '依据', '整改建议', '涉及金额'],
    fill: ['整改责任人', '完成时限', '整改情况'],
    unlisted: (count: string) => `大型 JSONL 文件的 ${count} 条问题不列入问题清单，见 results.jsonl`,
    leftOut: (count: string) => `问题清单写满了一张工作表，另有 ${count} 条未列出，见 results.jsonl`,
  },
  en: {
    name: 'Problems',
    number: 'No.',
    owner: ['Unit', 'Region', 'Year', 'Project', 'File', 'Place'],
    lint: ['Severity', 'Problem', 'Basis', 'Advice', 'Rule'],
    review: ['Category', 'Problem', 'Basis', 'Advice', 'Sums'],
    fill: ['Responsible', 'Due', 'Done'],
    unlisted: (count: string) => `${count} problems of long JSONL files are not listed; they are in results.jsonl`,
    leftOut: (count: string) => `The sheet of problems is full; ${count} more are in results.jsonl`,
  },
} as const;

const OWNER_WIDTHS = [18, 10, 7, 22, 24, 14];
const WIDTHS = { lint: [7, 44, 18, 46, 25], review: [18, 50, 26, 46, 12] } as const;
const FILL_WIDTHS = [12, 12, 22];

export interface ProblemSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}

export function problemSheet(task: 'lint' | 'review', language: Language): ProblemSheet {
  const { name, number, owner, fill, ...words } = WORDS[language];
  const widths = [6, ...OWNER_WIDTHS, ...WIDTHS[task], ...FILL_WIDTHS];
  const headers = [number, ...owner, ...words[task], ...fill];
  return { name, columns: headers.map((header, index) => ({ header, width: widths[index] ?? 16 })) };
}

export function problemsLeftOutText(count: number, language: Language): string {
  return WORDS[language].leftOut(count.toLocaleString('en'));
}

export function problemsUnlistedText(count: number, language: Language): string {
  return WORDS[language].unlisted(count.toLocaleString('en'));
}

/** Whose it is, and the marked copy beside the workbook, if there is one. */
export interface ProblemOwner {
  readonly unit?: string;
  readonly year?: number;
  readonly region?: string;
  readonly copy?: { readonly file: string; readonly hasSheets: boolean };
}

/** The cells behind the number, of each diagnostic. */
export function* lintProblems(
  { source, project, diagnostics }: LintEntry,
  owner: ProblemOwner,
  language: Language,
): Generator<LongCell[]> {
  for (const one of diagnostics)
    yield [
      ...ownerCells({ source, project, location: one.location }, owner, language),
      { text: LINT_WORDS[language].severity[one.severity], tone: one.severity },
      one.message,
      basisText(one),
      advice(one, language),
      one.ruleId,
    ];
}

/** What to do, and one example of it. */
function advice({ suggestions }: Diagnostic, language: Language): string {
  const example = suggestions.find(({ proposal }) => proposal);
  return [
    ...suggestions.filter(({ proposal }) => !proposal).map(({ message }) => message),
    ...(example ? [adviceText(example, language)] : []),
  ].join('\n');
}

/** The cells behind the number, of a problem of a report. */
export function reviewProblem(
  { categories, facts, amounts, basis, source, location, project, unit, year, advice: told }: WorkPaperRow,
  owner: ProblemOwner,
  language: Language,
  taxonomy?: TaxonomyNames,
): LongCell[] {
  const comma = language === 'zh' ? '、' : ', ';
  const known = { ...owner, ...(unit !== undefined && { unit }), ...(year !== undefined && { year }) };
  return [
    ...ownerCells({ source, project: project ?? '', location }, known, language),
    categories.map((category) => categoryName(category, language, taxonomy)).join(comma),
    facts.join('\n'),
    basis.join('\n'),
    told.join('\n'),
    amounts.join(comma),
  ];
}

function ownerCells(
  { source, project, location }: Pick<LintEntry, 'source' | 'project'> & Pick<Diagnostic, 'location'>,
  { unit = '', region = '', year, copy }: ProblemOwner,
  language: Language,
): LongCell[] {
  const { sheet, cell } = location;
  const place = locationText(location, language);
  const isLinked = copy?.hasSheets === true && sheet !== undefined && cell !== undefined;
  return [
    unit,
    region,
    year ?? '',
    project,
    copy ? { text: source, link: { file: copy.file } } : source,
    isLinked ? { text: place, link: { file: copy.file, place: `'${sheet.replaceAll("'", "''")}'!${cell}` } } : place,
  ];
}
