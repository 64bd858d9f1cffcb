/** Pairs of indicators that assess one thing: in other words, or split by place. */
import {
  exactObject,
  looseObject,
  measureClass,
  peopleAsked,
  plainObject,
  type NumberPart,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import { compact } from '../text/fold.js';
import { isTelling } from './goal-match.js';
import { isSameSpoken, isShortFor, spokenName, type SpokenName, stagesOf } from './spoken-name.js';
import { splitByPlace } from './place-split.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface NearDuplicate {
  readonly earlier: Understood;
  readonly later: Understood;
  readonly kind: 'same' | 'split' | 'period';
}

/** A bucket of the same key is compared no further than this. */
const MOST_COMPARED = 4;

export function nearDuplicates(draft: UnderstoodDraft, understanding: Understanding): NearDuplicate[] {
  const found = new Map<Understood, NearDuplicate>();
  const add = (earlier: Understood, later: Understood, kind: NearDuplicate['kind']) => {
    if (!found.has(later)) found.set(later, { earlier, later, kind });
  };
  const own = draft.indicators.filter(({ levels }) => levels.level1 !== 'management');
  const groups = groupBy(own, measureClass);
  for (const [measure, group] of groups) {
    if (group.length < 2) continue;
    for (const alike of alikeBy(group, objectMark, exactObject)) {
      for (const [earlier, later] of pairsIn(alike, (a, b) => isExactly(a, b, understanding)))
        add(earlier, later, 'same');
    }
    for (const alike of groupBy(group, (one) => looseKey(one, measure, understanding)).values()) {
      for (const [earlier, later] of pairsIn(alike, (a, b) => isTold(a, b, understanding))) add(earlier, later, 'same');
    }
    if (measure === 'satisfaction') {
      for (const alike of groupBy(group, valueKey).values()) {
        const asked = new Map(alike.map((one) => [one, peopleAsked(one, understanding.goals)]));
        for (const [earlier, later] of pairsIn(
          alike,
          (a, b) => areSamePeople(asked.get(a) ?? [], asked.get(b) ?? []) && isTold(a, b, understanding),
        ))
          add(earlier, later, 'same');
      }
    }
    const telling = group.filter(({ value }) => value?.numbers[0] && isTelling(value.numbers[0]));
    for (const agreeing of groupBy(telling, valueKey).values()) {
      for (const [earlier, later] of pairsIn(agreeing, (a, b) => isWithin(a, b) && isTold(a, b, understanding)))
        add(earlier, later, 'same');
    }
  }
  for (const [earlier, later] of sameInOtherWords(own, understanding)) add(earlier, later, 'same');
  for (const { earlier, later } of splitByPlace(draft.indicators)) add(earlier, later, 'split');
  for (const [earlier, later] of splitByPeriod(draft.indicators)) add(earlier, later, 'period');
  const order = new Map(draft.indicators.map((one, index) => [one, index]));
  return [...found.values()].toSorted((a, b) => (order.get(a.later) ?? 0) - (order.get(b.later) ?? 0));
}

/** 一季度巡查次数 and 二季度巡查次数: the year's total is one indicator. */
function splitByPeriod(indicators: readonly Understood[]): [earlier: Understood, later: Understood][] {
  const parts = indicators.filter(({ name, value }) => value?.kind !== 'date' && PART_OF_YEAR.test(name.core));
  const groups = groupBy(parts, (one) => {
    const { kind, word } = one.measure;
    return kind === 'deadline' || word === '' ? undefined : one.name.core.replace(PART_OF_YEAR, '');
  });
  return [...groups.values()].flatMap(([earlier, ...rest]) =>
    rest.flatMap((later): [Understood, Understood][] =>
      earlier && later.name.core !== earlier.name.core ? [[earlier, later]] : [],
    ),
  );
}

const PART_OF_YEAR = /第?[一二三四1-4]季度|[上下]半年|(?<!\d)(?:1[0-2]|[1-9])月份?/;

/** Names of one family whose words are the same, or where the values agree too and one is short for the other. */
function sameInOtherWords(
  indicators: readonly Understood[],
  understanding: Understanding,
): [earlier: Understood, later: Understood][] {
  const spoken = indicators.flatMap((one) => spokenName(one, understanding.goals) ?? []);
  const pairs: [Understood, Understood][] = [];
  const compare = (group: readonly SpokenName[], isSame: (a: SpokenName, b: SpokenName) => boolean) => {
    for (const [index, later] of group.entries()) {
      const earlier = group
        .slice(Math.max(0, index - MOST_SPOKEN), index)
        .find((one) => isSame(one, later) && isTold(one.one, later.one, understanding));
      if (earlier) pairs.push([earlier.one, later.one]);
    }
  };
  const wordsKey = ({ family, words, one }: SpokenName) =>
    isShare(family) ? `${family} ${words.toSorted().join(' ')}` : `${family} ${valueKey(one)} ${words.length}`;
  for (const group of groupBy(spoken, wordsKey).values()) compare(group, isSameSpoken);
  const agreeing = groupBy(spoken, ({ family, one }) => {
    const number = one.value?.numbers[0];
    return number && number.value !== 0 ? `${family} ${valueKey(one)}` : undefined;
  });
  for (const group of agreeing.values()) compare(group, isShortFor);
  return pairs;
}

/** Of a share the words settle it; a count may be stated of two things by chance. */
function isShare(family: string): boolean {
  return SHARES.has(family);
}

const SHARES: ReadonlySet<string> = new Set(['ratio', 'passed', 'timely', 'area', 'length']);
const MOST_SPOKEN = 8;

/** Groups of the same key, which is asked only of those that already agree in a cheaper one. */
function alikeBy(
  indicators: readonly Understood[],
  cheap: (one: Understood) => string | number | undefined,
  keyOf: (one: Understood) => string | undefined,
): Understood[][] {
  return [...groupBy(indicators, cheap).values()].flatMap((group) =>
    group.length < 2 ? [] : [...groupBy(group, keyOf).values()],
  );
}

/** The same for the same characters in any order. */
function objectMark(one: Understood): number {
  const object = plainObject(one);
  let mark = 0;
  for (let at = 0; at < object.length; at += 1) mark = (mark + Math.imul(object.charCodeAt(at), 0x9e3779b1)) | 0;
  return mark;
}

/**
 * Other words for one thing are trusted only where the values agree, unless the measure itself says what is looked at
 * (及时率, 完好率). Undefined where nothing can be told.
 */
function looseKey(one: Understood, measure: string, { goals }: Understanding): string | undefined {
  const value = valueKey(one);
  const loose = looseObject(one, goals);
  if (loose !== '' && !WORD_FOR_WORD.has(measure) && !/^(?:counted|none)/.test(measure)) return loose;
  return value === undefined || (loose === '' && !WITHOUT_OBJECT.has(measure)) ? undefined : `${loose} ${value}`;
}

/** Ways of measuring that say nothing of what is looked at: there the values have to agree. */
const WORD_FOR_WORD: ReadonlySet<string> = new Set([
  'ratio',
  'up',
  'down',
  'satisfaction',
  'amount',
  'unit-cost',
  'area',
  'length',
  'volume',
  'mass',
  'quantity',
  'duration',
  'deadline',
  'degree',
  'score',
  'rank',
  'absence',
]);

/** 农户 and 购机农户: with the same words, or one of them without saying which. 群众 may be anybody. */
function areSamePeople(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  if (few.length === 0 || few.at(-1) !== many.at(-1)) return false;
  return few.every((word) => many.includes(word) && word !== ANYBODY);
}

const ANYBODY = '群众';

/** 适龄儿童疫苗接种 is a kind of 疫苗接种; where both come to 96,000 it is the same. */
function isWithin(a: Understood, b: Understood): boolean {
  const [long, short] = [plainObject(a), plainObject(b)].toSorted((one, other) => other.length - one.length) as [
    string,
    string,
  ];
  return short.length >= LEAST_SUFFIX && long.endsWith(short);
}

const LEAST_SUFFIX = 3;

/** 项目按期完成率 and 任务及时完成率, 服务对象满意度 and 受益对象满意度: one of each is enough. */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(['timely', 'satisfaction', 'deadline']);

function groupBy<One, Key extends string | number>(
  indicators: readonly One[],
  keyOf: (one: One) => Key | undefined,
): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of indicators) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

/** Each one with the first before it that it is the same as. */
function pairsIn(
  group: readonly Understood[],
  isSame: (a: Understood, b: Understood) => boolean,
): [earlier: Understood, later: Understood][] {
  return group.flatMap((later, index) => {
    const earlier = group.slice(0, Math.min(index, MOST_COMPARED)).find((one) => isSame(one, later));
    return earlier ? [[earlier, later] as [Understood, Understood]] : [];
  });
}

/** Brackets and the part a row belongs to tell indicators apart; the same name is another rule's matter. */
function isTold(a: Understood, b: Understood, { units, framework, quantities }: Understanding): boolean {
  const [one, other] = [a, b].map(({ name, indicator }) => {
    const notes = name.brackets.filter((text) => !units.parse(compact(text))).map(compact);
    return { key: compact(name.core), apart: [indicator.partOf ?? '', ...notes].join('\u0000') };
  }) as [{ key: string; apart: string }, { key: string; apart: string }];
  if (one.key === other.key || one.apart !== other.apart) return false;
  if (stagesOf(a.name.core) !== stagesOf(b.name.core)) return false;
  return ![a, b].some(({ name }) => quantities.isPlaceholder(compact(name.core)) || framework.isHeading(name.core));
}

function isExactly(a: Understood, b: Understood, understanding: Understanding): boolean {
  if (exactObject(a) === '' || !isTold(a, b, understanding)) return false;
  // 培训人数 and 培训人次 are counted differently, unless they come to the same.
  if (/人次/.test(a.name.core) !== /人次/.test(b.name.core))
    return valueKey(a) !== undefined && valueKey(a) === valueKey(b);
  return true;
}

/** The same for values that say the same, whatever the scale; undefined where there is no value. */
function valueKey({ value, unit }: Understood): string | undefined {
  if (!value || value.kind === 'missing') return undefined;
  const [number] = value.numbers;
  return number ? `${(number.unit ?? unit)?.dimension ?? ''} ${scaled(number)}` : compact(value.text);
}

function scaled({ value, unit }: NumberPart): number {
  return Math.round(value * (unit?.factor ?? 1) * 1e4) / 1e4;
}
