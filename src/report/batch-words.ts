/** Words that the page and the workbook of a batch share. */
import type { BatchSummary } from '../schema/index.js';

const zh = {
  title: { lint: '绩效指标批量检查结果', review: '问题与建议批量汇总', classify: '批量归类结果' },
  rows: { lint: '指标', review: '问题与建议', classify: '文本' },
  counts: {
    errors: '错误',
    warnings: '警告',
    infos: '提示',
    problems: '问题',
    suggestions: '建议',
    unanswered: '无对应建议',
    neither: '都不是',
    needsReview: '待复核',
  } as Readonly<Record<string, string>>,
  waived: '已豁免',
  totals: '总计',
  files: '文件',
  unread: {
    files: '读不了的文件',
    faultyLines: '有误的行',
    filesOfLines: '有误的行所在文件',
    empty: {
      lint: '没有绩效指标表的文件',
      review: '没有“存在问题”“工作建议”的文件',
      classify: '没有内容的文件',
    },
  },
  /** Texts that are classified are not gathered in documents. */
  drafts: { lint: '绩效目标', review: '有问题建议的文件', classify: '' },
  sheets: {
    byRule: '按规则',
    byCategory: '按类别',
    byUnit: '按单位',
    byYear: '按年度',
    byRegion: '按地区',
    worstFiles: '问题最多的文件',
    copied: '单位间相同的指标',
    unchanged: '目标与上年相同',
    alike: '整份雷同的表',
    twice: '同一项目的多份表',
    repeated: '上年已有的问题',
    failures: '未能处理的文件',
    withoutContent: '没有相关内容的文件',
    notices: '没有读懂的内容',
    duplicates: '内容相同的文件',
    skipped: '没有读取的文件',
  },
  notes: {
    sorted: {
      lint: '先按错误、再按警告、再按提示的数量，从多到少',
      review: '先按问题、再按建议的数量，从多到少',
      classify: '先按问题、再按建议的数量，从多到少',
    },
    copied: (most: number, leftOut: number) =>
      `名称与指标值都相同的指标出现在两个以上单位。共性指标不在其列；多于 ${most} 个单位（单位数的一成，不足 5 个的按 5 个）都有的视为通用指标，也不在其列，本次有 ${leftOut.toLocaleString('en')} 条；整份相同的表不受此限，见“整份雷同的表”`,
    alike:
      '与前面的某份表相比，名称与指标值都相同的指标占五分之四以上（共性指标不计，指标名称里的单位名、地名不计）；同一单位同一项目的上年表不在其列',
    twice: '同一单位、同一项目、同一年度有两份以上的表，内容不同：多半是新旧两版，请只留一份',
    skipped: '文件夹和压缩包中不是本项工作读取的格式的文件',
    unchanged: '同一单位同一项目的同名指标，指标值与上一年度完全相同',
    repeated: '同一单位上一年度已有同样的问题',
    duplicates: '与另一个文件逐字节相同，只处理、统计那一个；确要分别统计的，用清单写明不同的单位或年度',
    withoutContent: '能读取，但其中没有要找的表格或章节；与本项工作无关的可不理会',
  },
  headers: {
    rule: '规则',
    ruleId: '规则编号',
    times: '次数',
    category: '类别',
    unit: '单位',
    year: '年度',
    region: '地区',
    file: '文件',
    line: '行',
    indicator: '指标',
    target: '指标值',
    project: '项目',
    units: '单位数',
    years: '年度数',
    someUnits: '单位（部分）',
    someFiles: '文件（部分）',
    subject: '规则或类别',
    text: '指标或问题',
    reason: '原因',
    place: '位置',
    told: '说明',
    sameAs: '与之相同的文件',
    before: '上年的文件',
    other: '前一份',
    like: { unit: '雷同于：单位', project: '雷同于：项目', file: '雷同于：文件' },
    same: '相同指标',
    of: '指标数',
    forms: '同组份数',
    value: '内容',
    code: '编号',
    count: '数量',
  },
  withoutUnit: (count: string) => `${count} 份表没有写明单位，其中的指标没有与别的单位比较`,
  leftOut: (count: string) => `多个单位都有的通用指标（未逐条列出）：${count} 条`,
  commonLeftOut: '多个单位都有的通用指标（未逐条列出）',
  withoutUnitName: '没有写明单位、未作比较的表',
  ran: {
    task: '处理',
    inputs: '输入',
    include: '只处理',
    exclude: '不处理',
    since: '此后改过的',
    preset: '规则集',
    profile: '口径',
    rules: '调整的规则',
    config: '配置文件',
    mapping: '列对应',
    model: '模型',
    version: '程序版本',
  } as Readonly<Record<string, string>>,
  unnamed: '（未写明）',
  none: '（无）',
  shown: (shown: string, total: string, where: string) => `共 ${total} 项，列出前 ${shown} 项${where}`,
  charted: (title: string, shown: number, total: string) => `${title}（图中为 ${total} 项中最多的 ${shown} 项）`,
  inWorkbook: '，更多见 summary.xlsx',
  inFailures: '，全部见 failures.jsonl',
  capped: (names: string) => `以下内容数量过大，未全部统计：${names}`,
  skipped: (kinds: string) => `不处理的格式：${kinds}`,
  separator: '、',
  sum: (files: string, things: readonly string[], counts: string) =>
    `共 ${files} 个文件，${things.join('，')}：${counts}`,
  left: {
    files: (count: string) => `${count} 个文件读不了`,
    empty: (count: string) => `${count} 个文件中没有相关内容`,
    incomplete: (count: string) => `${count} 处规则出错、结果不完整（请反馈）`,
    lines: (count: string, files: string) => `${files} 个文件中有 ${count} 行有误`,
    nothing: '全部已处理',
  },
};

export type BatchWords = typeof zh;

const en: BatchWords = {
  title: {
    lint: 'Indicators of many files, checked',
    review: 'Problems and suggestions of many files',
    classify: 'Many texts, classified',
  },
  rows: { lint: 'indicators', review: 'findings', classify: 'texts' },
  counts: {
    errors: 'errors',
    warnings: 'warnings',
    infos: 'infos',
    problems: 'problems',
    suggestions: 'suggestions',
    unanswered: 'unanswered',
    neither: 'neither',
    needsReview: 'to be checked',
  },
  waived: 'waived',
  totals: 'Totals',
  files: 'files',
  unread: {
    files: 'files that could not be read',
    faultyLines: 'faulty lines',
    filesOfLines: 'files with faulty lines',
    empty: {
      lint: 'files without a table of indicators',
      review: 'files without problems or suggestions',
      classify: 'files without content',
    },
  },
  drafts: { lint: 'drafts', review: 'documents with findings', classify: '' },
  sheets: {
    byRule: 'By rule',
    byCategory: 'By category',
    byUnit: 'By unit',
    byYear: 'By year',
    byRegion: 'By region',
    worstFiles: 'Worst files',
    copied: 'Same in several units',
    unchanged: 'Targets of last year',
    alike: 'Forms alike',
    twice: 'Forms there twice',
    repeated: 'Faults of last year',
    failures: 'Failures',
    withoutContent: 'Nothing of the kind',
    notices: 'Not understood',
    duplicates: 'Copies',
    skipped: 'Files not read',
  },
  notes: {
    sorted: {
      lint: 'Most errors first, then most warnings, then most infos',
      review: 'Most problems first, then most suggestions',
      classify: 'Most problems first, then most suggestions',
    },
    copied: (most, leftOut) =>
      `Name and target are the same in two units or more. Common indicators are left out, and so is what more than ${most} units have (a tenth of them, or 5 if that is more): ${leftOut.toLocaleString('en')} here; whole forms that are alike are listed whatever their number`,
    alike:
      'Four fifths or more of the indicators, name and target, are those of an earlier form; common indicators are not counted, names of units and places in indicators are passed over, and so is the same project’s form of last year',
    twice:
      'A project of a unit has several different forms for the same year, an old one and a new one perhaps: keep one',
    skipped: 'Files in folders and archives that are of no format that the task reads',
    unchanged: 'The same indicator of the same project and unit has the very target of the year before',
    repeated: 'The unit had the same fault in the year before',
    duplicates:
      'They have the very bytes of another file, which alone was worked on; to have both counted, give them different units or years in a manifest',
    withoutContent: 'They can be read, but hold no such table or chapter; those of no concern here need no attention',
  },
  headers: {
    rule: 'Rule',
    ruleId: 'Rule id',
    times: 'Times',
    category: 'Category',
    unit: 'Unit',
    year: 'Year',
    region: 'Region',
    file: 'File',
    line: 'Line',
    indicator: 'Indicator',
    target: 'Target',
    project: 'Project',
    units: 'Units',
    years: 'Years',
    someUnits: 'Some units',
    someFiles: 'Some files',
    subject: 'Rule or category',
    text: 'Indicator or problem',
    reason: 'Reason',
    place: 'Place',
    told: 'What',
    sameAs: 'Same as',
    before: 'File of last year',
    other: 'The first one',
    like: { unit: 'Like: unit', project: 'Like: project', file: 'Like: file' },
    same: 'Same indicators',
    of: 'Indicators',
    forms: 'Forms alike',
    value: 'Value',
    code: 'Code',
    count: 'Count',
  },
  withoutUnit: (count) => `${count} forms name no unit: their indicators were compared with nobody’s`,
  leftOut: (count) => `common to many units and not listed one by one: ${count} indicators`,
  commonLeftOut: 'Common to many units, not listed one by one',
  withoutUnitName: 'Forms without a unit, not compared',
  ran: {
    task: 'Task',
    inputs: 'Inputs',
    include: 'Only',
    exclude: 'Without',
    since: 'Changed since',
    preset: 'Preset',
    profile: 'Profile',
    rules: 'Rules set',
    config: 'Configuration',
    mapping: 'Mapping',
    model: 'Model',
    version: 'Version',
  },
  unnamed: '(not named)',
  none: '(none)',
  charted: (title, shown, total) => `${title} (the ${shown} largest of ${total})`,
  shown: (shown, total, where) => `the first ${shown} of ${total}${where}`,
  inWorkbook: '; more in summary.xlsx',
  inFailures: '; all in failures.jsonl',
  capped: (names) => `Too many to count them all: ${names}`,
  skipped: (kinds) => `Not read: ${kinds}`,
  separator: ', ',
  sum: (files, things, counts) => `${files} files, ${things.join(', ')}: ${counts}`,
  left: {
    files: (count) => `${count} files could not be read`,
    empty: (count) => `${count} files hold nothing of the kind`,
    incomplete: (count) => `a rule failed ${count} times, results are incomplete (report it)`,
    lines: (count, files) => `${count} faulty lines in ${files} files`,
    nothing: 'all were worked on',
  },
};

export const BATCH_WORDS: Readonly<Record<'zh' | 'en', BatchWords>> = { zh, en };

/** “512 份…，9,000 条指标：3 个错误…”. */
export function totalsText({ task, totals }: BatchSummary, language: 'zh' | 'en'): string {
  const words = BATCH_WORDS[language];
  const counted = (count: number, name: string): string =>
    language === 'zh' ? `${name} ${count.toLocaleString('en')}` : `${count.toLocaleString('en')} ${name}`;
  const counts = Object.entries(totals.counts).map(([name, count]) => counted(count, words.counts[name] ?? name));
  if (totals.waived > 0) counts.push(counted(totals.waived, words.waived));
  const sum = words.sum(
    totals.files.toLocaleString('en'),
    [
      ...(words.drafts[task] === '' ? [] : [counted(totals.drafts, words.drafts[task])]),
      counted(totals.rows, words.rows[task]),
    ],
    counts.join(words.separator),
  );
  return `${sum}${language === 'zh' ? '；' : '; '}${leftText({ totals }, language)}`;
}

/** “3 个文件读不了、12 个文件中没有相关内容”. */
export function leftText({ totals }: Pick<BatchSummary, 'totals'>, language: 'zh' | 'en'): string {
  const { left, separator } = BATCH_WORDS[language];
  const { files, faultyLines, filesOfLines, empty } = totals.unread;
  const number = (count: number): string => count.toLocaleString('en');
  const told = [
    ...(files > 0 ? [left.files(number(files))] : []),
    ...(faultyLines > 0 ? [left.lines(number(faultyLines), number(filesOfLines))] : []),
    ...(empty > 0 ? [left.empty(number(empty))] : []),
    ...(totals.incomplete > 0 ? [left.incomplete(number(totals.incomplete))] : []),
  ];
  return told.length > 0 ? told.join(separator) : left.nothing;
}

/** What was run and how: a name and its value, those that were set alone. */
export function ranRows({ task, ran, tool }: BatchSummary, language: 'zh' | 'en'): [name: string, value: string][] {
  const { ran: names, separator } = BATCH_WORDS[language];
  const told: Readonly<Record<string, string | readonly string[] | undefined>> = {
    task,
    ...ran,
    version: tool.version,
  };
  return Object.entries(names).flatMap(([key, name]): [string, string][] => {
    const value = told[key];
    const text = typeof value === 'string' ? value : (value ?? []).join(separator);
    return text === '' ? [] : [[name, text]];
  });
}
