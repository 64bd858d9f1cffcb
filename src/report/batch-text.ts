/** What is said on a terminal and in logs while many files are worked on. */
import type { BatchSummary } from '../schema/index.js';
import { sizeText, spanText } from './batch-units.js';
import { BATCH_WORDS, leftText, totalsText } from './batch-words.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';
type Task = 'lint' | 'review' | 'classify';

interface Plan {
  readonly task: Task;
  readonly files: readonly { readonly source: string; readonly size: number }[];
  readonly skipped: Readonly<Record<string, number>>;
}

/** How many files of which kinds and sizes. */
export function planLines({ task, files, skipped }: Plan, language: Language): string[] {
  const isChinese = language === 'zh';
  const kinds = new Map<string, { count: number; size: number }>();
  for (const { source, size } of files) {
    const kind = /\.([a-z0-9]+)$/i.exec(source)?.[1]?.toLowerCase() ?? '-';
    const known = kinds.get(kind) ?? { count: 0, size: 0 };
    kinds.set(kind, { count: known.count + 1, size: known.size + Math.max(0, size) });
  }
  const total = files.reduce((sum, { size }) => sum + Math.max(0, size), 0);
  const head = isChinese
    ? `计划：${task}，${files.length} 个文件，${sizeText(total)}`
    : `plan: ${task}, ${files.length} files, ${sizeText(total)}`;
  const rows = [...kinds]
    .toSorted(([a, first], [b, second]) => second.size - first.size || (a < b ? -1 : 1))
    .map(([kind, { count, size }]) => `  ${kind.padEnd(8)}${String(count).padStart(8)}${sizeText(size).padStart(12)}`);
  const left = Object.entries(skipped).map(([kind, count]) => `${plain(kind === '' ? '-' : kind)} ${count}`);
  const missing = files.filter(({ size }) => size < 0).length;
  return [
    head,
    ...rows,
    ...(left.length > 0
      ? [`${isChinese ? '  不处理的格式：' : '  not read: '}${left.join(isChinese ? '、' : ', ')}`]
      : []),
    ...(missing > 0 ? [isChinese ? `  找不到的文件：${missing} 个` : `  missing files: ${missing}`] : []),
  ];
}

interface State {
  readonly task: Task;
  readonly files: number;
  readonly filesDone: number;
  readonly rows: number;
  readonly failures: number;
  readonly failuresByCode: Readonly<Record<string, number>>;
  readonly rate: number;
  /** Seconds; undefined while nobody can tell. */
  readonly left: number | undefined;
}

const ROWS: Readonly<Record<Language, Readonly<Record<Task, string>>>> = {
  zh: { lint: '条指标', review: '条问题与建议', classify: '条文本' },
  en: { lint: 'indicators', review: 'findings', classify: 'texts' },
};

/** Codes of failures in words; what is not among them is `other`. */
const SORTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  zh: {
    'no-table': '没有相关内容',
    'no-findings-source': '没有相关内容',
    timeout: '超时',
    'out-of-memory': '内存不足',
    'worker-crashed': '意外终止',
    'worker-died': '意外终止',
    'bad-json': '有误的行',
    'bad-draft': '有误的行',
    'no-text': '有误的行',
    'rule-crashed': '规则出错',
    other: '读不了',
  },
  en: {
    'no-table': 'nothing of the kind',
    'no-findings-source': 'nothing of the kind',
    timeout: 'timeout',
    'out-of-memory': 'memory',
    'worker-crashed': 'crashed',
    'worker-died': 'crashed',
    'bad-json': 'faulty',
    'bad-draft': 'faulty',
    'no-text': 'faulty',
    'rule-crashed': 'rule failed',
    other: 'unread',
  },
};

/** “（超时 2、读不了 5）”, the most frequent first. */
function sortsText(byCode: Readonly<Record<string, number>>, language: Language): string {
  const sorts = new Map<string, number>();
  for (const [code, count] of Object.entries(byCode)) {
    const name = SORTS[language][code] ?? SORTS[language].other ?? code;
    sorts.set(name, (sorts.get(name) ?? 0) + count);
  }
  const told = [...sorts].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
  if (told.length === 0) return '';
  return language === 'zh' ? `（${told.join('、')}）` : ` (${told.join(', ')})`;
}

export function stateText(
  { task, files, filesDone, rows, failures, failuresByCode, rate, left }: State,
  language: Language,
): string {
  const unit = ROWS[language][task];
  const rest = left === undefined ? '' : spanText(left, language);
  const sorts = sortsText(failuresByCode, language);
  if (language === 'zh') {
    const time = rest === '' ? '' : `，约剩 ${rest}`;
    return `文件 ${filesDone}/${files}，${rows} ${unit}，每秒 ${Math.round(rate)} ${unit.slice(0, 1)}${time}，失败 ${failures}${sorts}`;
  }
  const time = rest === '' ? '' : `, ${rest} left`;
  return `files ${filesDone}/${files}, ${rows} ${unit}, ${Math.round(rate)}/s${time}, failures ${failures}${sorts}`;
}

export function resumedText(known: number, isStale: boolean, language: Language): string {
  if (isStale)
    return language === 'zh'
      ? '程序、规则、模型或配置与上次不同：之前处理过的重新处理'
      : 'program, rules, models or configuration have changed: what was done before is done again';
  return language === 'zh' ? `接着上次：已完成 ${known} 项` : `going on: ${known} jobs are done`;
}

export function failedMoreText(source: string, lines: number, language: Language): string {
  const count = lines.toLocaleString('en');
  return language === 'zh'
    ? `${plain(source)}：另有 ${count} 行有误，见 failures.jsonl`
    : `${plain(source)}: ${count} more faulty lines, see failures.jsonl`;
}

export function duplicateText(source: string, of: string, language: Language): string {
  return language === 'zh'
    ? `${plain(source)}：与 ${plain(of)} 内容完全相同，只处理、统计一次`
    : `${plain(source)}: the same as ${plain(of)}, worked on and counted once`;
}

export function collectingText(language: Language): string {
  return language === 'zh' ? '全部处理完，正在汇总' : 'all done, putting the results together';
}

export interface Stopped {
  readonly why: 'signal' | 'failure';
  readonly output: string;
  readonly done: number;
  readonly files: number;
}

export function batchStoppedText({ why, output, done, files }: Stopped, language: Language): string {
  const name = plain(output);
  if (language === 'zh') {
    const reason = why === 'signal' ? '已停止' : '有文件失败，按 --fail-fast 停止';
    return `${reason}：完成 ${done}/${files} 个文件，进度已保存；接着跑：jixiao batch --resume -o ${name}`;
  }
  const reason = why === 'signal' ? 'stopped' : 'stopped at a failure, as --fail-fast says';
  return `${reason}: ${done} of ${files} files done and kept; to go on: jixiao batch --resume -o ${name}`;
}

export interface Done {
  readonly output: string;
  readonly summary: BatchSummary;
  /** Failures that trying again may cure. */
  readonly retryable: number;
}

const MOST_WAIVERS = 20;

export function batchDoneLines({ output, summary, retryable }: Done, language: Language): string[] {
  const { failures } = summary.totals;
  const name = plain(output);
  const told = [totalsText(summary, language)];
  if (failures > 0)
    told.push(
      language === 'zh'
        ? `${leftText(summary, language)}，见 ${name}/failures.jsonl`
        : `${leftText(summary, language)}, see ${name}/failures.jsonl`,
    );
  // What the configuration says to no purpose its owner should know, though no document is at fault.
  const waivers = summary.notices.items.filter(({ code }) => code.startsWith('waiver-'));
  told.push(
    ...waivers
      .slice(0, MOST_WAIVERS)
      .map(({ source, message }) => plain(`${source}${language === 'zh' ? '：' : ': '}${message}`)),
  );
  const copies = summary.duplicates.total;
  if (copies > 0)
    told.push(
      language === 'zh'
        ? `${copies} 个文件与另一个文件内容完全相同，没有重复统计，见 summary.xlsx“${BATCH_WORDS.zh.sheets.duplicates}”`
        : `${copies} files are copies of others and were not counted again, see summary.xlsx, “${BATCH_WORDS.en.sheets.duplicates}”`,
    );
  if (retryable > 0)
    told.push(
      language === 'zh'
        ? `其中 ${retryable} 项再试可能成功（超时、内存不足、文件暂时读不了等）：jixiao batch --retry-failed -o ${name}`
        : `${retryable} of them may succeed another time (timeouts, memory, files out of reach): jixiao batch --retry-failed -o ${name}`,
    );
  told.push(
    language === 'zh'
      ? `结果在 ${name}：report.html、summary.xlsx、results.jsonl`
      : `results in ${name}: report.html, summary.xlsx, results.jsonl`,
  );
  return told;
}
