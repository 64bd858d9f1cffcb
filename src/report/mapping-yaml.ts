/** A proposed mapping as a commented YAML file that a clerk can correct. */
import type { ProposedMapping } from '../schema/index.js';
import { plain } from './width.js';

type Language = 'zh' | 'en';

const WORDS = {
  zh: {
    head: (file: string) => [
      `列对应文件：根据 ${file} 生成，请核对后使用。`,
      '写法：“字段: 列号或表头原文”；多列写 [C, D]；行首的 # 表示不起作用，去掉并改成正确的字段名即可。',
      '用法：jixiao lint <文件> --mapping 本文件（评价表用 jixiao review）',
    ],
    fields:
      '可用字段：level1 一级指标、level2 二级指标、name 三级指标、scope 共性/个性、operator 计算符号、value 指标值、unit 计量单位、weight 权重、explanation 指标解释、source 数据来源、lastActual 上年值、contractValue 合同值、actual 实际完成值、score 得分、deviationReason 偏差原因、problem 存在问题、suggestion 工作建议、projectName 项目名称、organisation 单位、year 年度、budget 预算、goal 绩效目标、none 不检查',
    header: '表头（最后一行）所在的行；没有表头写 0',
    heading: (text: string) => `表头“${text}”`,
    noHeading: '没有表头',
    sample: '例：',
    guessed: '按内容推测',
    labels:
      '表格上方的“栏目—内容”：字段 name 项目名称、unit 单位、year 年度、budget 预算、goal 总体目标、annualGoal 年度目标、duties 职责',
    separator: '；',
  },
  en: {
    head: (file: string) => [
      `A mapping of columns, made from ${file}: check it before use.`,
      'Write “field: letters of the column, or its heading”; several as [C, D]. A line behind # has no effect: take the # away and name the field.',
      'Use: jixiao lint <file> --mapping <this file> (jixiao review for tables of findings)',
    ],
    fields:
      'Fields: level1, level2, name, scope, operator, value, unit, weight, explanation, source, lastActual, contractValue, actual, score, deviationReason, problem, suggestion, projectName, organisation, year, budget, goal, none (not checked)',
    header: 'the (last) row of the headings; 0 where there are none',
    heading: (text: string) => `heading “${text}”`,
    noHeading: 'no heading',
    sample: 'such as ',
    guessed: 'guessed from the contents',
    labels: 'labels above the table: name, unit, year, budget, goal, annualGoal, duties',
    separator: '; ',
  },
} as const;

const LONGEST_SAMPLE = 24;

export function mappingYaml(sheets: ProposedMapping, file: string, language: Language): string {
  const words = WORDS[language];
  const lines = [...words.head(file), words.fields].map((line) => `# ${plain(line)}`);
  lines.push('sheets:');
  for (const { sheet, header, columns } of sheets) {
    // A name in double quotes is YAML and JSON alike, whatever it holds.
    if (sheet !== undefined)
      lines.push(`  - sheet: ${JSON.stringify(sheet)}`, `    header: ${header} # ${words.header}`);
    else lines.push(`  - header: ${header} # ${words.header}`);
    lines.push('    columns:');
    for (const { letters, heading, field, by, samples } of columns) {
      const told = [
        heading === '' ? words.noHeading : words.heading(plain(heading)),
        ...(samples.length === 0 ? [] : [`${words.sample}${samples.map(short).join(' / ')}`]),
        ...(by === 'contents' ? [words.guessed] : []),
      ].join(words.separator);
      lines.push(`      ${field ?? '# none'}: ${letters} # ${told}`);
    }
  }
  lines.push(`# ${words.labels}`, '# labels:', '#   name: 工程全称', '');
  return lines.join('\n');
}

function short(text: string): string {
  const whole = plain(text).trim();
  return whole.length > LONGEST_SAMPLE ? `${whole.slice(0, LONGEST_SAMPLE).replace(/[\uD800-\uDBFF]$/, '')}…` : whole;
}
