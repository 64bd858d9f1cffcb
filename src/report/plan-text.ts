/** What is said of a plan beside its totals: what the user may not have meant. */
import { sizeText } from './batch-units.js';
import { plain } from './width.js';

interface Notice {
  readonly code: 'results-folder' | 'pattern-idle';
  readonly about: string;
}

const TEXTS = {
  zh: {
    'results-folder': '是一次批处理的结果，没有读取',
    'pattern-idle': '没有与之相符的文件；请检查写法',
  },
  en: {
    'results-folder': 'holds the results of a batch and was not read',
    'pattern-idle': 'fits no file; check how it is written',
  },
} as const;

export function noticeLines(notices: readonly Notice[], language: 'zh' | 'en'): string[] {
  return notices.map(
    ({ code, about }) => `  ${plain(about)}${language === 'zh' ? '：' : ': '}${TEXTS[language][code]}`,
  );
}

interface PlannedFile {
  readonly source: string;
  readonly kind: string;
  readonly size: number | null;
  readonly unit?: string;
  readonly year?: number;
  readonly region?: string;
  readonly parts?: readonly Part[];
  readonly entries?: readonly string[];
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A file of the plan: its kind and size, what the manifest says of it, and below it the pieces or documents that it is worked on in. */
export function planFileLines(file: PlannedFile, language: 'zh' | 'en', most = Number.POSITIVE_INFINITY): string[] {
  const { source, kind, size, unit, year, region, parts = [], entries = [] } = file;
  const isChinese = language === 'zh';
  const missing = isChinese ? '找不到或不能读取' : 'missing or unreadable';
  const tags = [unit, year === undefined ? undefined : String(year), region].filter((tag) => tag !== undefined);
  const own = [source, kind === '' ? '-' : kind, size === null ? missing : sizeText(size), ...tags].map(plain);
  const inside = [
    ...(parts.length > 1 ? parts.map((part) => partText(part, isChinese)) : []),
    ...entries.map((entry) => plain(entry)),
  ];
  const told = inside.slice(0, most).map((text) => `    ${text}`);
  const more = inside.length > told.length ? [`    ${planMoreText(inside.length - told.length, language)}`] : [];
  return [`  ${own.join('  ')}`, ...told, ...more];
}

function partText({ start, end, firstLine, lastLine }: Part, isChinese: boolean): string {
  const size = sizeText(end - start);
  return isChinese
    ? `第 ${firstLine}–${lastLine} 行（字节 ${start}–${end}，${size}）`
    : `lines ${firstLine}–${lastLine} (bytes ${start}–${end}, ${size})`;
}

/** What a terminal is not filled with. */
export function planMoreText(count: number, language: 'zh' | 'en'): string {
  const number = count.toLocaleString('en');
  return language === 'zh'
    ? `…还有 ${number} 项（输出到文件或管道时全部列出）`
    : `… and ${number} more (all are listed where the output goes to a file or pipe)`;
}
