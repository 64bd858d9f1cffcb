/** Pairs of indicators that assess one thing: in other words, or split by place. */
import { codeAt } from '../text/code-at.js';
import {
  exactObject,
  isDated,
  looseObject,
  measureClass,
  peopleAsked,
  perName,
  plainMeasure,
  plainObject,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import { textMark } from '../text/word-set.js';
import { alike, recurring } from './alike.js';
import { type GoalMatch, isTelling } from './goal-match.js';
import { isTold } from './told-apart.js';
import { familyOf, isSameSpoken, isShortFor, type PlainWords, plainWords } from './spoken-name.js';
import { splitByPlace } from './place-split.js';
import { sameCounts } from './same-counts.js';
import { type Gains, sameGains } from './same-gains.js';
import { type Likeness, sameLikely } from './same-likeness.js';
import { sameUsers, type Users } from './same-users.js';
import type { UnderstoodDraft } from './understood-draft.js';
import { valueKey, valueMark } from './value-key.js';

export interface NearDuplicate {
  readonly earlier: Understood;
  readonly later: Understood;
  readonly kind: 'same' | 'split' | 'period';
}

/** Words that mean one thing in a name. */
export interface Synonyms {
  readonly arrivals: ReadonlySet<string>;
  readonly residents: ReadonlySet<string>;
  readonly users: Users;
  readonly gains: Gains;
  readonly likeness: Likeness;
}

/** A bucket of the same key is compared no further than this. */
const MOST_COMPARED = 4;

type Pair = [earlier: Understood, later: Understood];

export function nearDuplicates(
  draft: UnderstoodDraft,
  understanding: Understanding,
  { arrivals, residents, users, gains, likeness }: Synonyms,
): NearDuplicate[] {
  const found = new Map<Understood, NearDuplicate>();
  const add = (pairs: readonly Pair[], kind: NearDuplicate['kind']) => {
    for (const [earlier, later] of pairs) if (!found.has(later)) found.set(later, { earlier, later, kind });
  };
  const own = draft.indicators.filter(({ levels }) => levels.level1 !== 'management');
  add(sameObjects(own, understanding), 'same');
  add(sameLooseObjects(own, understanding), 'same');
  const satisfied = own.filter(({ measure, value }) => measure.kind === 'satisfaction' && value?.kind !== 'date');
  add(samePeople(satisfied, understanding, residents), 'same');
  add(sameKindOfPeople(satisfied, understanding), 'same');
  add(peopleInShort(satisfied, understanding), 'same');
  const isTwice = ([a, b]: Pair) => isTold(a, b, understanding);
  add(samePeopleOfProject(satisfied, draft.match, understanding), 'same');
  add(sameUsers(satisfied, users).filter(isTwice), 'same');
  add(sameGains(own, gains).filter(isTwice), 'same');
  add(sameFigures(own, understanding), 'same');
  add(sameInOtherWords(own, understanding), 'same');
  add(sameCounts(own, understanding, arrivals), 'same');
  add(sameLikely(own, understanding, likeness), 'same');
  add(splitByPlace(draft.indicators, understanding.goals), 'split');
  add(splitByPeriod(draft.indicators), 'period');
  if (found.size < 2) return [...found.values()];
  const order = new Map(draft.indicators.map((one, index) => [one, index]));
  return [...found.values()].toSorted((a, b) => (order.get(a.later) ?? 0) - (order.get(b.later) ?? 0));
}

/** The same object in the same words, in whatever order. */
function sameObjects(own: readonly Understood[], understanding: Understanding): Pair[] {
  const groups = alike(own, objectMark, (one) => `${measureClass(one)}\u0000${exactObject(one)}`);
  return groups.flatMap((group) => pairsIn(group, (a, b) => isExactly(a, b, understanding)));
}

function sameLooseObjects(own: readonly Understood[], understanding: Understanding): Pair[] {
  const { goals } = understanding;
  const markOf = (one: Understood) => {
    const loose = looseObject(one, goals);
    return loose.words.length === 0 ? valueMark(one) : loose.mark;
  };
  // Reading the words of an object takes longest: most have no like by measure and value.
  const candidates = recurring(own, (one) => {
    const measure = measureClass(one);
    return (isByValue(measure) ? textMark(measure) ^ valueMark(one) : textMark(measure)) | 1;
  });
  const groups = alike(candidates, markOf, (one) => {
    const measure = measureClass(one);
    const key = looseKey(one, measure, understanding);
    return key === undefined ? undefined : `${measure}\u0000${key}`;
  });
  return groups.flatMap((group) => pairsIn(group, (a, b) => isTold(a, b, understanding)));
}

function samePeople(
  satisfied: readonly Understood[],
  understanding: Understanding,
  residents: ReadonlySet<string>,
): Pair[] {
  return alike(satisfied, valueMark, valueKey).flatMap((group) => {
    const asked = new Map(group.map((one) => [one, peopleAsked(one, understanding.goals)]));
    return pairsIn(group, (a, b) => {
      const [one, other] = [asked.get(a) ?? [], asked.get(b) ?? []];
      const isAlike =
        areSamePeople(one, other) ||
        (isInOneBox(a, b) && !NEIGHBOURS.test(a.name.core + b.name.core) && areResidents(one, other, residents));
      return isAlike && isTold(a, b, understanding);
    });
  });
}

/** 参保群众满意度 and 参保人员满意率: whoever is meant, it is they, whatever the targets are. */
function sameKindOfPeople(satisfied: readonly Understood[], understanding: Understanding): Pair[] {
  const markOf = (one: Understood) => textMark(satisfiedStem(one) ?? '') | 0;
  return alike(satisfied, markOf, satisfiedStem).flatMap((group) =>
    pairsIn(group, (a, b) => isTold(a, b, understanding)),
  );
}

/** 参保 of 参保群众满意度; undefined where the name says more, or nothing of its own. */
const satisfiedStem = perName(({ name }) => {
  const stem =
    /^(?<stem>[\p{Script=Han}]{2,8}?)(?:群众|人员|对象|居民|人|者)(?:的)?(?:总体|综合)?满意(?:度|率|程度)$/u.exec(
      name.core,
    )?.groups?.stem;
  return stem === undefined || SERVED.test(stem) ? undefined : stem;
});
const SERVED = /^(?:服务|受益|受助|社会|相关|周边|当地|工作|管理|有关|项目|企业|基层|[\p{Script=Han}]?内部)$/u;

/** 加装电梯楼栋居民满意度 and 加梯住户满意程度: one says in short what the other writes out. */
function peopleInShort(satisfied: readonly Understood[], understanding: Understanding): Pair[] {
  if (satisfied.length < 2) return [];
  const firstOf = (one: Understood) => residentsStem(one)?.slice(0, 1);
  return alike(satisfied, (one) => textMark(firstOf(one) ?? '') | 0, firstOf).flatMap((group) =>
    pairsIn(group, (a, b) => isInShort(residentsStem(a) ?? '', residentsStem(b) ?? '') && isTold(a, b, understanding)),
  );
}

/** 加梯 of 加梯住户满意程度: what those who live somewhere are told by. */
const residentsStem = perName(
  ({ name }) =>
    /^(?<stem>[\p{Script=Han}]{2,12}?)(?:的)?(?:群众|居民|住户|业主|村民|市民|家庭|人员|对象|户|人|者)(?:的)?(?:总体|综合)?满意(?:度|率|程度)$/u.exec(
      name.core,
    )?.groups?.stem,
);

/** The characters of the shorter one in the longer one, in order and apart: 加梯 in 加装电梯楼栋. What grows on at its end may be fewer people. */
function isInShort(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2 || long.length < short.length + 2 || long.includes(short)) return false;
  let at = 0;
  for (const character of long) if (character === short[at]) at += 1;
  return at === short.length;
}

/**
 * 居民对改造工作的满意率 and 改造小区居民满意度 in a project of 小区改造: the same people, told by nothing but the project itself, once
 * with what they are satisfied with.
 */
function samePeopleOfProject(satisfied: readonly Understood[], match: GoalMatch, understanding: Understanding): Pair[] {
  const { goals } = understanding;
  const personOf = (one: Understood) => {
    const { object } = one.measure;
    const person = peopleAsked(one, goals).at(-1);
    if (person === undefined || NEIGHBOURS.test(object)) return undefined;
    const { words, wordPairs } = goals.content(object);
    const isOfProject = words.every(
      ({ text, weight, generic }, at) =>
        generic || weight < 1 || text === person || (wordPairs[at] ?? []).every((pair) => match.isNamed(pair)),
    );
    return isOfProject ? person : undefined;
  };
  if (satisfied.length < 2) return [];
  return alike(satisfied, (one) => textMark(personOf(one) ?? '') | 0, personOf).flatMap((group) =>
    pairsIn(group, (a, b) => isAbout(a) !== isAbout(b) && isInOneBox(a, b) && isTold(a, b, understanding)),
  );
}

const isAbout = perName(({ measure: { object } }) => /[^针]对(?![象口])/.test(object));

/** The same number, which hardly anything else has by chance, of two things of which one is a kind of the other. */
function sameFigures(own: readonly Understood[], understanding: Understanding): Pair[] {
  const markOf = (one: Understood) => {
    const number = one.value?.numbers[0];
    return number && isTelling(number) ? valueMark(one) : 0;
  };
  const groups = alike(own, markOf, (one) => {
    const value = valueKey(one);
    return value === undefined ? undefined : `${measureClass(one)}\u0000${value}`;
  });
  return groups.flatMap((group) =>
    pairsIn(group, (a, b) => isWithin(a, b, understanding) && isTold(a, b, understanding)),
  );
}

/** 一季度巡查次数 and 二季度巡查次数: the year's total is one indicator. */
function splitByPeriod(indicators: readonly Understood[]): Pair[] {
  const markOf = (one: Understood) => (one.value?.kind !== 'date' && isOfPart(one) ? 1 : 0);
  const groups = alike(indicators, markOf, (one) => {
    const { kind, word } = one.measure;
    return kind === 'deadline' || word === '' ? undefined : one.name.core.replace(PART_OF_YEAR, '');
  });
  let wholes: Map<string, Understood> | undefined;
  return groups.flatMap(([earlier, ...rest]) => {
    const others = rest.filter(({ name }) => name.core !== earlier?.name.core);
    if (!earlier || others.length === 0) return [];
    wholes ??= new Map(indicators.map((one) => [one.name.core, one]));
    // Where the whole year stands beside its parts, each of them says it again.
    const whole = wholes.get(earlier.name.core.replace(PART_OF_YEAR, ''));
    const parts = others.map((later): Pair => [whole ?? earlier, later]);
    return whole ? [[whole, earlier], ...parts] : parts;
  });
}

const PART_OF_YEAR = /第?[一二三四1-4]季度|[上下]半年|(?<!\d)(?:1[0-2]|[1-9])月(?!龄)份?/;
const isOfPart = perName(({ name }) => PART_OF_YEAR.test(name.core));

/** Names of one family whose words are the same, or where the values agree too and one is short for the other. */
function sameInOtherWords(indicators: readonly Understood[], understanding: Understanding): Pair[] {
  const pairs: Pair[] = [];
  const compare = (group: readonly Understood[], isSame: (a: PlainWords, b: PlainWords) => boolean) => {
    for (let index = 1; index < group.length; index += 1) {
      const later = group[index] as Understood;
      const said = plainWords(later, understanding) as PlainWords;
      for (let at = Math.max(0, index - MOST_SPOKEN); at < index; at += 1) {
        const earlier = group[at] as Understood;
        if (!isSame(plainWords(earlier, understanding) as PlainWords, said) || !isTold(earlier, later, understanding))
          continue;
        pairs.push([earlier, later]);
        break;
      }
    }
  };
  const wordsMark = (one: Understood) => {
    const plain = plainWords(one, understanding);
    if (!plain) return 0;
    return isShare(plain.family) ? plain.said.mark : (valueMark(one) ^ (plain.said.words.length << 24)) | 1;
  };
  const wordsKey = (one: Understood) => {
    const plain = plainWords(one, understanding);
    if (!plain) return undefined;
    const { said } = plain;
    const family = familyOf(one, plain);
    return isShare(family) ? `${family} ${said.text}` : `${family} ${valueKey(one)} ${said.words.length}`;
  };
  const spoken = recurring(indicators, (one) => {
    const isByWords = isShare(plainMeasure(one)?.family);
    return isByWords && !isDated(one) ? familyMark(one) : familyValueMark(one);
  });
  for (const group of alike(spoken, wordsMark, wordsKey)) compare(group, isSameSpoken);
  const agreed = recurring(indicators, (one) => (one.value?.numbers[0]?.value ? familyValueMark(one) : 0));
  const agreeMark = (one: Understood) => (plainWords(one, understanding) ? familyValueMark(one) : 0);
  const agreeKey = (one: Understood) => {
    const plain = plainWords(one, understanding);
    return plain && `${familyOf(one, plain)} ${valueKey(one)}`;
  };
  for (const group of alike(agreed, agreeMark, agreeKey)) compare(group, isShortFor);
  return pairs;
}

/** The same for the same family, whatever the words are; 0 for what has no plain words. */
function familyMark(one: Understood): number {
  const plain = isDated(one) ? undefined : plainMeasure(one);
  return plain ? textMark(plain.family ?? measureClass(one)) : 0;
}

/** The same for the same family and value. */
function familyValueMark(one: Understood): number {
  const family = familyMark(one);
  return family === 0 ? 0 : (family ^ valueMark(one)) | 1;
}

/** Of a share the words settle it; a count may be stated of two things by chance. */
function isShare(family: string | undefined): boolean {
  return family !== undefined && SHARES.has(family);
}

const SHARES: ReadonlySet<string> = new Set(['ratio', 'passed', 'timely', 'area', 'length']);
const MOST_SPOKEN = 8;

/** The same for the same characters in any order. */
function objectMark(one: Understood): number {
  const object = plainObject(one);
  let mark = 0;
  const { length } = object;
  for (let at = 0; at < length; at += 1) mark = (mark + Math.imul(codeAt(object, at), 0x9e3779b1)) | 0;
  return mark;
}

/**
 * Other words for one thing are trusted only where the values agree, unless the measure itself says what is looked at
 * (及时率, 完好率). Undefined where nothing can be told.
 */
function looseKey(one: Understood, measure: string, { goals }: Understanding): string | undefined {
  const value = valueKey(one);
  const loose = looseObject(one, goals).text;
  if (loose !== '' && !isByValue(measure)) return loose;
  return value === undefined || (loose === '' && !WITHOUT_OBJECT.has(measure)) ? undefined : `${loose} ${value}`;
}

function isByValue(measure: string): boolean {
  return WORD_FOR_WORD.has(measure) || measure.startsWith('counted') || measure.startsWith('none');
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

/** 受益群众 and 受益农户: in one box and with one target they are the same. */
function areResidents(a: readonly string[], b: readonly string[], residents: ReadonlySet<string>): boolean {
  if (a.length !== 1 || b.length !== 1) return false;
  const [one, other] = [a[0] as string, b[0] as string];
  return (one === ANYBODY && residents.has(other)) || (other === ANYBODY && residents.has(one));
}

/** 周边群众 are others than those who are served. */
const NEIGHBOURS = /周边|周围|附近|沿线|社会/;

function isInOneBox(a: Understood, b: Understood): boolean {
  return a.indicator.level2 === b.indicator.level2;
}

/** 适龄儿童疫苗接种 is a kind of 疫苗接种; where both come to 96,000 it is the same. 健康管理 is too wide a word for that. */
function isWithin(a: Understood, b: Understood, understanding: Understanding): boolean {
  const [long, short] = plainObject(a).length >= plainObject(b).length ? [a, b] : [b, a];
  const object = plainObject(short);
  if (object.length < LEAST_SUFFIX || !plainObject(long).endsWith(object)) return false;
  return !measureClass(short).startsWith('counted') || plainWords(short, understanding)?.acts === true;
}

const LEAST_SUFFIX = 3;

/** 项目按期完成率 and 任务及时完成率, 服务对象满意度 and 受益对象满意度: one of each is enough. */
const WITHOUT_OBJECT: ReadonlySet<string> = new Set(['timely', 'satisfaction', 'deadline']);

/** Each one with the first before it that it is the same as. */
function pairsIn(group: readonly Understood[], isSame: (a: Understood, b: Understood) => boolean): Pair[] {
  const pairs: Pair[] = [];
  for (let index = 1; index < group.length; index += 1) {
    const later = group[index] as Understood;
    for (let at = 0; at < Math.min(index, MOST_COMPARED); at += 1) {
      const earlier = group[at] as Understood;
      if (!isSame(earlier, later)) continue;
      pairs.push([earlier, later]);
      break;
    }
  }
  return pairs;
}

function isExactly(a: Understood, b: Understood, understanding: Understanding): boolean {
  if (exactObject(a) === '' || !isTold(a, b, understanding)) return false;
  // 培训人数 and 培训人次 are counted differently, unless they come to the same.
  if (/人次/.test(a.name.core) !== /人次/.test(b.name.core))
    return valueKey(a) !== undefined && valueKey(a) === valueKey(b);
  return true;
}
