/** What is said of a plan beside its totals: what the user may not have meant. */
import type { PlanNotice } from '../schema/plan-notice.js';
import { sizeText } from './batch-units.js';
import { plain } from './width.js';

const TEXTS = {
  zh: {
    'results-folder': '是一次批处理的结果，没有读取',
    'linked-folder': '是指向文件夹的符号链接，其中的文件没有读取；需要的话请直接写出它指向的文件夹',
    dangling: '是符号链接，指向的文件不存在，没有处理',
    'pattern-idle': '没有与之相符的文件；请检查写法',
    'manifest-column': '清单中没有用到的列；用得到的是 path（路径、文件）、unit（单位）、year（年度）、region（地区）',
    'manifest-missing': '找不到文件，或是一个文件夹；清单中的路径从清单所在的文件夹算起',
    'manifest-twice': '前面已经列出，只处理一次；请删去这一行',
  },
  en: {
    'results-folder': 'holds the results of a batch and was not read',
    'linked-folder': 'is a link to a folder, which was not followed; name the folder itself if it is meant',
    dangling: 'is a link that leads nowhere and was left out',
    'pattern-idle': 'fits no file; check how it is written',
    'manifest-column': 'a column of the manifest that is not used; path, unit, year and region are',
    'manifest-missing': 'no such file, or a folder; paths count from the folder of the manifest',
    'manifest-twice': 'is listed before and worked on once; delete this line',
  },
} as const;

/** Where a document and the manifest differ on whose it is. */
export function manifestNoticeText(
  {
    code,
    field,
    own,
    listed,
  }: {
    readonly code: 'manifest-over-title' | 'manifest-differs';
    readonly field: 'unit' | 'year';
    readonly own: string;
    readonly listed: string;
  },
  language: 'zh' | 'en',
): string {
  if (language === 'zh') {
    const name = field === 'unit' ? '单位' : '年度';
    const from = field === 'unit' ? '标题' : '文件名';
    return code === 'manifest-over-title'
      ? `${from}看来是${name}“${own}”，清单写的是“${listed}”：以清单为准`
      : `文件写明的${name}“${own}”与清单的“${listed}”不同：以文件为准，请核对清单`;
  }
  const from = field === 'unit' ? 'title' : 'file name';
  return code === 'manifest-over-title'
    ? `the ${from} seems to name the ${field} “${own}”, the manifest says “${listed}”, which holds`
    : `the document names the ${field} “${own}”, the manifest “${listed}”: that of the document holds; check the manifest`;
}

/** Of a workbook that `--annotated` has made. */
export function markedCopyText(language: 'zh' | 'en'): string {
  return language === 'zh'
    ? '这是 jixiao 做的带批注的副本，其中的表已照原样检查、统计；原文件若也在内，指标就算了两遍，请用 --exclude 排除副本'
    : 'this is a marked copy made by jixiao; its table was checked and counted: where the file itself is among the inputs, too, it counts twice; leave copies out with --exclude';
}

/** A manifest may name thousands of files that are not there. */
const MOST_OF_A_KIND = 20;

export function noticeLines(notices: readonly PlanNotice[], language: 'zh' | 'en'): string[] {
  const counts = new Map<PlanNotice['code'], number>();
  const told: string[] = [];
  for (const notice of notices) {
    const count = (counts.get(notice.code) ?? 0) + 1;
    counts.set(notice.code, count);
    if (count <= MOST_OF_A_KIND) told.push(noticeLine(notice, language));
  }
  for (const [code, count] of counts) {
    const more = count - MOST_OF_A_KIND;
    if (more <= 0) continue;
    const text = TEXTS[language][code];
    told.push(language === 'zh' ? `  …还有 ${more} 处：${text}` : `  … and ${more} more: ${text}`);
  }
  return told;
}

function noticeLine({ code, about, manifest, line }: PlanNotice, language: 'zh' | 'en'): string {
  const at = line === undefined ? '' : language === 'zh' ? ` 第 ${line} 行` : ` line ${line}`;
  const place = manifest === undefined ? '' : `${plain(manifest)}${at} `;
  return `  ${place}${plain(about)}${language === 'zh' ? '：' : ': '}${TEXTS[language][code]}`;
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
