/** A rule's data in words, for the terminal and for the catalogue pages alike. */
import { type Basis, RULE_GROUPS } from '../schema/index.js';

export type RuleLanguage = 'zh' | 'en';
export type RulePreset = 'recommended' | 'strict';
type Bilingual = Readonly<Record<RuleLanguage, string>>;
type Level = 'off' | 'info' | 'warning' | 'error';

/** As much of a rule's data as is shown. */
export interface ShownRule {
  readonly id: string;
  readonly since: string;
  readonly presets: Readonly<Record<RulePreset, Level>>;
  readonly title: Bilingual;
  readonly why: Bilingual;
  readonly basis: readonly Basis[];
  /** Its options with their defaults. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly messages: Readonly<Record<string, Bilingual & { readonly advice: Bilingual }>>;
  readonly examples: readonly ShownExample[];
}

export interface ShownExample {
  readonly name: string;
  readonly project?: object | undefined;
  readonly indicator?: object | undefined;
  readonly indicators?: readonly object[] | undefined;
  readonly reports: readonly { readonly message: string }[];
}

export const LEVEL_NAMES: Readonly<Record<RuleLanguage, Readonly<Record<Level, string>>>> = {
  zh: { off: '关闭', info: '提示', warning: '警告', error: '错误' },
  en: { off: 'off', info: 'info', warning: 'warning', error: 'error' },
};

const FIELDS: Readonly<Record<string, Bilingual>> = {
  level1: { zh: '一级', en: 'level 1' },
  scope: { zh: '性质', en: 'scope' },
  operator: { zh: '符号', en: 'operator' },
  weight: { zh: '权重', en: 'weight' },
  explanation: { zh: '解释', en: 'explanation' },
  source: { zh: '数据来源', en: 'source' },
  lastActual: { zh: '上年实际', en: 'last year' },
  contractValue: { zh: '合同约定', en: 'contract' },
  actual: { zh: '实际完成', en: 'actual' },
  score: { zh: '得分', en: 'score' },
  deviationReason: { zh: '偏差原因', en: 'reason' },
  name: { zh: '项目', en: 'project' },
  unit: { zh: '单位', en: 'unit' },
  year: { zh: '年度', en: 'year' },
  budget: { zh: '预算（万元）', en: 'budget (万元)' },
  goal: { zh: '总体目标', en: 'goal' },
  annualGoal: { zh: '年度目标', en: 'annual goal' },
  duties: { zh: '职责', en: 'duties' },
  category: { zh: '类型', en: 'category' },
  multiYear: { zh: '跨年度', en: 'several years' },
  selfEvaluation: { zh: '自评', en: 'self-evaluation' },
};
/** Shown without a label, or not at all. */
const MAIN: ReadonlySet<string> = new Set(['id', 'level1', 'level2', 'name', 'operator', 'value', 'unit', 'partOf']);

/** Rules by group: the known groups in their order, then any other. */
export function grouped<R extends { readonly id: string }>(rules: readonly R[]): Map<string, R[]> {
  const groups = new Map<string, R[]>(Object.keys(RULE_GROUPS).map((group) => [group, []]));
  for (const rule of rules) {
    const group = rule.id.slice(0, rule.id.indexOf('/'));
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  return new Map([...groups].filter(([, list]) => list.length > 0));
}

export function groupTitle(group: string, language: RuleLanguage): string {
  return RULE_GROUPS[group]?.[language] ?? group;
}

export function basisText(basis: readonly Basis[]): string {
  return basis.map(({ document, clause }) => (clause ? `${document} ${clause}` : document)).join('、');
}

const MOST_ITEMS = 12;
const LONGEST_OPTION = 160;

/** Options of a rule and what they are without a word in the configuration. */
export function optionTexts({ data }: ShownRule): (readonly [name: string, value: string])[] {
  return Object.entries(data).map(([name, value]) => [name, optionText(value)] as const);
}

function optionText(value: unknown): string {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number')) {
    const shown = value.slice(0, MOST_ITEMS).join('、');
    return value.length > MOST_ITEMS ? `${shown} … (${value.length})` : shown;
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST_OPTION ? `${text.slice(0, LONGEST_OPTION)}…` : text;
}

/** What the example’s project says, as far as it matters to the rule. */
export function projectText({ project }: ShownExample, language: RuleLanguage): string {
  return labelled(project ?? {}, language, new Set());
}

/** Each indicator of the example in one line: box, name, target, and the other fields by their names. */
export function indicatorTexts({ indicator, indicators }: ShownExample, language: RuleLanguage): string[] {
  return (indicators ?? (indicator ? [indicator] : [])).map((one) => {
    const { level1, level2, name, operator, value, unit } = one as Readonly<Record<string, string | undefined>>;
    const box = [level1, level2].filter((part) => part !== undefined && part !== '').join('/');
    const nothing = language === 'zh' ? '（空）' : '(blank)';
    const target = [operator, value, unit].filter((part) => part !== undefined && part !== '').join(' ');
    const parts = [box, name === '' ? nothing : (name ?? nothing), target, labelled(one, language, MAIN)];
    return parts.filter((part) => part !== '').join('｜');
  });
}

function labelled(fields: object, language: RuleLanguage, without: ReadonlySet<string>): string {
  const parts = Object.entries(fields).filter(
    ([key, value]) => !without.has(key) && value !== undefined && value !== '',
  );
  return parts
    .map(([key, value]) => {
      const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
      return `${FIELDS[key]?.[language] ?? key} ${shown}`;
    })
    .join(language === 'zh' ? '，' : ', ');
}
