/** Faults that can be put into any sound indicator, and the rules that must then speak of it. */
import type { Draft, Indicator } from '../schema/index.js';

export interface PlantedFault {
  readonly name: string;
  /** Any of these says what is wrong. */
  readonly rules: readonly string[];
  /** The indicator with the fault, or undefined where it cannot be put in. `serial` varies what is put in. */
  plant(indicator: Indicator, draft: Draft, serial: number): Indicator | undefined;
}

const WORDS = [
  ['明显提升', '比较规范', '到位', '符合要求', '持续改善', '保质保量', '群众认可', '高标准', '稳中有升', '达到预期'],
  ['圆满', '应补尽补', '从严', '平稳有序', '显著', '能用尽用', '合规', '长期', '优良', '落实到位'],
  ['大幅下降', '越来越好', '不断深化', '力争第一', '有保障', '无死角', '常态化', '高质量', '足量', '及时'],
].flat();

const NEAR: readonly (readonly [string, string])[] = [
  ['约', ''],
  ['', '左右'],
  ['', '上下'],
  ['近', ''],
  ['大概', ''],
  ['将近', ''],
  ['接近', ''],
];

const SIGNS: ReadonlyMap<string | undefined, string> = new Map([
  ['≥', '≤'],
  ['≤', '≥'],
]);
const MISPLACED: ReadonlyMap<string, string> = new Map([['数量指标', '质量指标']]);
/** What the goal of a year states beside the same unit. */
const LESS = 0.7;

export const PLANTED_FAULTS: readonly PlantedFault[] = [
  {
    name: 'the sign the other way round',
    rules: ['value/direction'],
    plant: (one) => {
      const operator = SIGNS.get(one.operator);
      return operator === undefined ? undefined : { ...one, operator };
    },
  },
  {
    name: 'three tenths less than the goal states',
    rules: ['value/goal-conflict'],
    plant: (one, { project, indicators }) => {
      const figure = figureOf(one);
      if (figure === undefined || figure === '100' || Number(figure) <= 1) return undefined;
      const goal = project.annualGoal ?? project.goal ?? '';
      const stated = new RegExp(`(?<![\\d.])${figure.replace('.', '\\.')}(?![\\d.])\\s?${one.unit?.charAt(0)}`, 'u');
      const less = Number(figure) * LESS;
      const value =
        Number.isInteger(Number(figure)) && less >= LEAST_WHOLE ? String(Math.round(less)) : less.toFixed(1);
      const isTwice = indicators.filter((other) => other.value?.includes(figure)).length > 1;
      return !stated.test(goal) || isTwice || goal.includes(value) ? undefined : { ...one, value };
    },
  },
  {
    name: 'words for a number',
    rules: ['value/qualitative-only', 'value/yes-no', 'value/name-conflict'],
    plant: (one, _, serial) =>
      figureOf(one) === undefined
        ? undefined
        : { ...one, operator: undefined, unit: '', value: WORDS[serial % WORDS.length] },
  },
  {
    name: 'a number that is only near',
    rules: ['value/vague-quantifier'],
    plant: (one, _, serial) => {
      const [before, behind] = NEAR[serial % NEAR.length] as readonly [string, string];
      const figure = figureOf(one);
      if (figure === undefined) return undefined;
      return { ...one, operator: undefined, unit: '', value: `${before}${figure}${one.unit}${behind}` };
    },
  },
  {
    name: 'a share for what is counted, and a count for a share',
    rules: ['value/unit-mismatch', 'value/name-conflict'],
    plant: (one) =>
      figureOf(one) === undefined ? undefined : { ...one, unit: one.unit === '%' ? '次' : '%', value: '90' },
  },
  {
    name: 'the target in the name',
    rules: ['name/contains-value'],
    plant: (one) => {
      const figure = figureOf(one);
      const stem = one.name?.replace(/(?:数量?|人数|次数|人次|场次|率|面积|长度)$/, '');
      return figure === undefined ? undefined : { ...one, name: `${stem}${figure}${one.unit}` };
    },
  },
  {
    name: 'a quantity under quality',
    rules: ['class/level-mismatch'],
    plant: (one) => {
      const level2 = MISPLACED.get(one.level2 ?? '');
      return level2 === undefined || one.unit === '%' ? undefined : { ...one, level2 };
    },
  },
  {
    name: 'two of one measure under one name',
    rules: ['name/compound'],
    plant: (one, { indicators }, serial) => {
      const own = measuredIn(one);
      const other = indicators.find((two) => {
        const measured = measuredIn(two);
        const isLike = measured !== undefined && measured.word === own?.word && two.level2 === one.level2;
        return two !== one && isLike && measured.object !== own?.object;
      });
      const name = `${own?.object}${JOINTS[serial % JOINTS.length]}${other?.name}`;
      return own === undefined || other === undefined || name.length > LONGEST_NAME ? undefined : { ...one, name };
    },
  },
  {
    name: 'a share without its 率',
    rules: ['name/no-measure', 'name/vague', 'name/slogan'],
    plant: (one) => {
      const name = /^(?<stem>[\p{Script=Han}]{5,})率$/u.exec(one.name ?? '')?.groups?.stem;
      return name === undefined || name.endsWith('满意') ? undefined : { ...one, name };
    },
  },
  {
    name: 'a price under quantity',
    rules: ['class/level-mismatch'],
    plant: (one) => (PRICED.test(one.name ?? '') ? { ...one, level1: '产出指标', level2: '数量指标' } : undefined),
  },
];

const JOINTS = ['及', '和', '与', '、'] as const;
const LONGEST_NAME = 20;
const PRICED = /(?:单价|造价|成本)$/;
const MEASURED =
  /^(?<object>[\p{Script=Han}]{4,9}?)(?<word>(?:完成|覆盖|合格|达标|及时)?率|人次|人数|场次|次数|面积|长度|里程|数量|[户个台座份套卷页条宗家期天部册种头株件例节处名点羽尾]数|数)$/u;

/** 村道修复 and 里程 of 村道修复里程; undefined where the name says more, or joins two already. */
function measuredIn({ name }: Indicator): { readonly object: string; readonly word: string } | undefined {
  const { object, word } = MEASURED.exec(name)?.groups ?? {};
  return object === undefined || word === undefined || /[及和与、]/.test(object) ? undefined : { object, word };
}

const LEAST_WHOLE = 7;

/** The bare figure of a value whose unit has a column of its own. */
function figureOf({ value, unit }: Indicator): string | undefined {
  return unit ? /^\d+(?:\.\d+)?$/.exec(value?.trim() ?? '')?.[0] : undefined;
}
