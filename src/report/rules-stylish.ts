/** The rules for a terminal: a list, or one rule with its reason, basis and examples. */
import type { Basis } from '../schema/index.js';
import type { Palette } from './palette.js';
import { padEnd, stringWidth } from './width.js';

type Bilingual = Readonly<Record<'zh' | 'en', string>>;
type Level = 'off' | 'info' | 'warning' | 'error';

/** As much of a rule's data as is shown. */
export interface ShownRule {
  readonly id: string;
  readonly presets: Readonly<Record<'recommended' | 'strict', Level>>;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly basis: readonly Basis[];
  readonly messages: Readonly<Record<string, Bilingual & { readonly advice: Bilingual }>>;
  readonly examples: readonly ShownExample[];
}

interface ShownExample {
  readonly name: string;
  readonly indicator?: ShownIndicator | undefined;
  readonly indicators?: readonly ShownIndicator[] | undefined;
  readonly reports: readonly unknown[];
}

interface ShownIndicator {
  readonly level2?: string | undefined;
  readonly name: string;
  readonly value?: string | undefined;
  readonly unit?: string | undefined;
  readonly weight?: number | undefined;
}

interface Style {
  readonly language: 'zh' | 'en';
  readonly colours: Palette;
}

const WORDS = {
  zh: {
    levels: { off: '关闭', info: '提示', warning: '警告', error: '错误' },
    colon: '：',
    basis: '依据：',
    bad: '会报告',
    good: '不报告',
    advice: '建议',
  },
  en: {
    levels: { off: 'off', info: 'info', warning: 'warning', error: 'error' },
    colon: ': ',
    basis: 'Basis: ',
    bad: 'Reported',
    good: 'Not reported',
    advice: 'Advice',
  },
} as const;

export function ruleList(
  rules: readonly ShownRule[],
  preset: 'recommended' | 'strict',
  { language, colours }: Style,
): string {
  const width = Math.max(...rules.map(({ id }) => stringWidth(id)));
  const lines = rules.map(({ id, presets, title }) => {
    const level = presets[preset];
    const label = padEnd(WORDS[language].levels[level], 8);
    return `${padEnd(id, width)}  ${level === 'off' ? colours.dim(label) : colours.tone[level](label)}${title[language]}`;
  });
  return `${lines.join('\n')}\n`;
}

export function rulePage(
  { id, presets, title, why, basis, messages, examples }: ShownRule,
  { language, colours }: Style,
): string {
  const words = WORDS[language];
  const level = presets.recommended;
  const advice = Object.values(messages).map((message) => `  · ${message.advice[language]}`);
  const show = (example: ShownExample) => `  · ${example.name}${words.colon}${indicatorsOf(example)}`;
  const documents = basis.map(({ document, clause }) => (clause ? `${document} ${clause}` : document)).join('、');
  return [
    `${colours.bold(id)}  ${words.levels[level]}  ${title[language]}`,
    '',
    why[language],
    `${words.basis}${documents}`,
    '',
    colours.bold(words.bad),
    ...examples.filter(({ reports }) => reports.length > 0).map(show),
    colours.bold(words.good),
    ...examples.filter(({ reports }) => reports.length === 0).map(show),
    colours.bold(words.advice),
    ...new Set(advice),
    '',
  ].join('\n');
}

function indicatorsOf({ indicator, indicators }: ShownExample): string {
  return (indicators ?? (indicator ? [indicator] : []))
    .map(({ level2, name, value, unit, weight }) => {
      const target = [value, unit].filter((part) => part !== undefined && part !== '').join(' ');
      const shown = [level2, name === '' ? '（空）' : name, target, weight === undefined ? '' : `权重 ${weight}`];
      return shown.filter((part) => part !== undefined && part !== '').join('｜');
    })
    .join('；');
}
