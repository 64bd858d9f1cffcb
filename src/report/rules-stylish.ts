/** The rules for a terminal: a list by groups, or one rule with its reason, basis, options and examples. */
import type { Palette } from './palette.js';
import {
  basisText,
  grouped,
  groupTitle,
  indicatorTexts,
  LEVEL_NAMES,
  optionTexts,
  projectText,
  type RulePreset,
  type ShownExample,
  type ShownRule,
} from './rule-text.js';
import { padEnd, stringWidth } from './width.js';

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
}

const WORDS = {
  zh: {
    colon: '：',
    basis: '依据：',
    bad: '会报告',
    good: '不报告',
    advice: '建议',
    options: '选项（默认值）',
    levels: '程度：',
    since: (version: string) => `${version} 起`,
    example: '在 jixiao.config.yaml 中调整：',
    total: (count: number, on: number) => `共 ${count} 条规则，其中 ${on} 条启用`,
  },
  en: {
    colon: ': ',
    basis: 'Basis: ',
    bad: 'Reported',
    good: 'Not reported',
    advice: 'Advice',
    options: 'Options (defaults)',
    levels: 'Severity: ',
    since: (version: string) => `since ${version}`,
    example: 'To set it in jixiao.config.yaml: ',
    total: (count: number, on: number) => `${count} rules, ${on} of them on`,
  },
} as const;

export function ruleList(rules: readonly ShownRule[], preset: RulePreset, { language, colours }: Style): string {
  const width = Math.max(...rules.map(({ id }) => stringWidth(id)));
  const blocks = [...grouped(rules)].map(([group, list]) => {
    const lines = list.map(({ id, presets, title }) => {
      const level = presets[preset];
      const label = padEnd(LEVEL_NAMES[language][level], 8);
      return `  ${padEnd(id, width)}  ${level === 'off' ? colours.dim(label) : colours.tone[level](label)}${title[language]}`;
    });
    return [`${colours.bold(groupTitle(group, language))}  ${colours.dim(`${group}/`)}`, ...lines].join('\n');
  });
  const on = rules.filter(({ presets }) => presets[preset] !== 'off').length;
  const total = `${WORDS[language].total(rules.length, on)} (${preset})`;
  return `${[...blocks, colours.dim(total)].join('\n\n')}\n`;
}

export function rulePage(rule: ShownRule, { language, colours }: Style): string {
  const { id, since, presets, title, why, basis, messages, examples } = rule;
  const words = WORDS[language];
  const advice = Object.values(messages).map((message) => `  · ${message.advice[language]}`);
  const show = (example: ShownExample) => `  · ${example.name}${words.colon}${exampleText(example, language)}`;
  const levels = Object.entries(presets).map(([preset, level]) => `${preset} ${LEVEL_NAMES[language][level]}`);
  return [
    `${colours.bold(id)}  ${LEVEL_NAMES[language][presets.recommended]}  ${title[language]}`,
    '',
    why[language],
    `${words.levels}${levels.join(language === 'zh' ? '，' : ', ')}${language === 'zh' ? '；' : '; '}${words.since(since)}`,
    `${words.basis}${basisText(basis)}`,
    '',
    ...optionLines(rule, { language, colours }),
    colours.bold(words.bad),
    ...examples.filter(({ reports }) => reports.length > 0).map(show),
    colours.bold(words.good),
    ...examples.filter(({ reports }) => reports.length === 0).map(show),
    colours.bold(words.advice),
    ...new Set(advice),
    '',
  ].join('\n');
}

function optionLines(rule: ShownRule, { language, colours }: Style): string[] {
  const options = optionTexts(rule);
  const first = Object.entries(rule.data).find(([, value]) => typeof value === 'number');
  const setting = first ? `[warn, { ${first[0]}: ${String(first[1])} }]` : 'off';
  return [
    ...(options.length === 0 ? [] : [colours.bold(WORDS[language].options)]),
    ...options.map(([name, value]) => `  · ${name}${WORDS[language].colon}${value}`),
    `${WORDS[language].example}rules: { ${rule.id}: ${setting} }`,
    '',
  ];
}

function exampleText(example: ShownExample, language: 'zh' | 'en'): string {
  const parts = [projectText(example, language), ...indicatorTexts(example, language)];
  return parts
    .filter((part) => part !== '')
    .join(language === 'zh' ? '；' : '; ')
    .replace(/\s*\n\s*/g, '⏎');
}
