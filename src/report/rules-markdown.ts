/** The catalogue of rules as pages: an overview, and one page a group. */
import {
  basisText,
  grouped,
  groupTitle,
  indicatorTexts,
  LEVEL_NAMES,
  optionTexts,
  projectText,
  type ShownExample,
  type ShownRule,
} from './rule-text.js';

const HEAD = '<!-- Generated from the files under rules/ by `npm run generate`. Do not edit. -->';

/** Pages by file name. */
export function rulePages(rules: readonly ShownRule[]): Map<string, string> {
  const pages = new Map<string, string>([['README.md', overview(rules)]]);
  for (const [group, list] of grouped(rules)) pages.set(`${group}.md`, groupPage(group, list));
  return pages;
}

function overview(rules: readonly ShownRule[]): string {
  const blocks = [...grouped(rules)].flatMap(([group, list]) => [
    `## [${groupTitle(group, 'zh')}](${group}.md) · ${groupTitle(group, 'en')}`,
    '',
    ...ruleTable(list, `${group}.md`),
    '',
  ]);
  return [
    HEAD,
    '# 规则目录 · Rules',
    '',
    `共 ${rules.length} 条规则。程度可以在配置文件或命令行中逐条调整；\`jixiao rules <规则>\` 显示同样的内容。`,
    '',
    `${rules.length} rules. Severities are set one by one in the configuration or on the command line; \`jixiao rules <id>\` shows the same as these pages.`,
    '',
    ...blocks,
  ].join('\n');
}

function groupPage(group: string, rules: readonly ShownRule[]): string {
  return [
    HEAD,
    `# ${groupTitle(group, 'zh')} · ${groupTitle(group, 'en')}`,
    '',
    ...ruleTable(rules, ''),
    '',
    ...rules.flatMap((rule) => [...section(rule), '']),
    '[全部规则 · All rules](README.md)',
    '',
  ].join('\n');
}

function ruleTable(rules: readonly ShownRule[], page: string): string[] {
  return table(
    ['规则', 'recommended', 'strict', '说明'],
    rules.map(({ id, presets, title }) => [
      `[\`${id}\`](${page}#${id.replace('/', '')})`,
      LEVEL_NAMES.zh[presets.recommended],
      LEVEL_NAMES.zh[presets.strict],
      `${cell(title.zh)} · ${cell(title.en)}`,
    ]),
  );
}

function section(rule: ShownRule): string[] {
  const { id, since, presets, title, why, basis, messages, examples } = rule;
  const bad = examples.filter(({ reports }) => reports.length > 0);
  const good = examples.filter(({ reports }) => reports.length === 0);
  const options = optionTexts(rule);
  return [
    `## ${id}`,
    '',
    `**${cell(title.zh)}** · ${cell(title.en)}`,
    '',
    `recommended：${LEVEL_NAMES.zh[presets.recommended]} · strict：${LEVEL_NAMES.zh[presets.strict]} · ${since} 起`,
    '',
    cell(why.zh),
    '',
    `*${cell(why.en)}*`,
    '',
    `依据：${cell(basisText(basis))}`,
    '',
    ...(options.length === 0
      ? []
      : [
          ...table(
            ['选项', '默认值'],
            options.map(([name, value]) => [`\`${name}\``, cell(value)]),
          ),
          '',
        ]),
    ...table(
      ['问题', '改法'],
      Object.values(messages).map(({ zh, advice }) => [cell(zh), cell(advice.zh)]),
    ),
    '',
    '会报告：',
    '',
    ...exampleTable(bad),
    '',
    '不报告：',
    '',
    ...exampleTable(good),
  ];
}

function exampleTable(examples: readonly ShownExample[]): string[] {
  const withProject = examples.some((example) => projectText(example, 'zh') !== '');
  const headers = ['例', ...(withProject ? ['项目'] : []), '指标'];
  return table(
    headers,
    examples.map((example) => [
      cell(example.name),
      ...(withProject ? [cell(projectText(example, 'zh'))] : []),
      indicatorTexts(example, 'zh').map(cell).join('<br>'),
    ]),
  );
}

function table(headers: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)];
}

/** Text of the data in a cell of a table: nothing in it is taken for a sign of the page. */
function cell(text: string): string {
  return text
    .replace(/[\\`*_|[\]~#]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\s*\n\s*/g, '⏎');
}
