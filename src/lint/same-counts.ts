/**
 * Counts that come to the same number of one thing: 高炮弹购置量 6000发 and 炮弹采购数量 6000发, 新建香菇大棚 32座 and
 * 大棚建成数量 32座. What is done to it may be said in other words, or on one side only.
 */
import {
  measureClass,
  pieceContent,
  plainMeasure,
  perName,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import { textMark } from '../text/word-set.js';
import { alike } from './alike.js';
import { isRare } from './rarity.js';
import { isTold, stagesOnceThere } from './told-apart.js';
import { valueKey, valueMark } from './value-key.js';

interface Counted {
  /** What is counted, acts left out. */
  readonly thing: string;
  /** What is counted and done, without places and ages. */
  readonly rest: string;
  readonly acts: readonly string[];
}

type Pair = [earlier: Understood, later: Understood];

/** A single one, or two or three of a kind, come together by chance. */
const LEAST_OF_A_KIND = 5;
const LEAST_THING = 2;
/** Of those that come to the same number so many are compared with each. */
const MOST_COMPARED = 8;
/** Words of less weight are acts (购置), or say nothing (数量). */
const THING = 1;
const ACT = 0.5;

/** `arrivals`: acts by which a thing comes to be there. */
export function sameCounts(
  own: readonly Understood[],
  understanding: Understanding,
  arrivals: ReadonlySet<string>,
): Pair[] {
  const markOf = (one: Understood) => {
    const [number, second] = one.value?.numbers ?? [];
    const measure =
      number && !second && !number.change && number.high === undefined && number.value > 1 ? measureClass(one) : '';
    const isCompared = measure.startsWith('counted') || (measure === 'ratio' && number && isRare(number, one));
    return isCompared ? (textMark(measure) ^ valueMark(one)) | 1 : 0;
  };
  const groups = alike(own, markOf, (one) => `${measureClass(one)}\u0000${valueKey(one)}`);
  return groups.flatMap((group) =>
    group.flatMap((later, index): Pair[] => {
      const before = group.slice(Math.max(0, index - MOST_COMPARED), index);
      const earlier = before.find((one) => isSame(one, later, understanding, arrivals));
      return earlier ? [[earlier, later]] : [];
    }),
  );
}

function isSame(a: Understood, b: Understood, understanding: Understanding, arrivals: ReadonlySet<string>): boolean {
  const [one, other] = [countedIn(a, understanding), countedIn(b, understanding)];
  if (!one || !other || !isTold(a, b, understanding, stagesOnceThere)) return false;
  const isArrived = (acts: readonly string[]) => acts.every((act) => arrivals.has(act));
  const isSameAct = one.acts.toSorted().join() === other.acts.toSorted().join();
  // 大棚数量 and 大棚建成数量; 验收学校数 is of those that were accepted.
  if (one.thing === other.thing) return isSameAct || (isArrived(one.acts) && isArrived(other.acts));
  const [number] = a.value?.numbers ?? [];
  const value = number?.value ?? 0;
  // 公办园在园幼儿占比 52% and 公办幼儿园幼儿所占比例 52%: so rare a share tells as much as a large number.
  const isMany = value >= LEAST_AT_ONCE || number?.unit?.dimension === 'ratio';
  const isTelling = isMany && number !== undefined && isRare(number, a);
  if (!WAY.test(a.name.core) && isRestOfNothing(one.rest, other.rest, isMany, isTelling)) return true;
  // 高炮弹购置 and 炮弹采购; 参展企业 are others than 扶持企业.
  const isWithin = one.thing.endsWith(other.thing) || other.thing.endsWith(one.thing);
  return isWithin && isSameAct && one.acts.length > 0 && value >= LEAST_OF_A_KIND;
}

/**
 * 0—6岁残疾儿童康复救助人数 420人 and 残疾儿童康复训练救助名额 420名: one name says all that the other says, and hardly more. 宫颈癌检查人数 and
 * 乳腺癌检查人数 each say something of their own.
 */
function isRestOfNothing(a: string, b: string, isMany: boolean, isTelling: boolean): boolean {
  const [less, more] = [charactersBesides(a, b), charactersBesides(b, a)].sort((x, y) => x - y) as [number, number];
  if (less > 0 || Math.min(a.length, b.length) < (isTelling ? LEAST_IF_TELLING : LEAST_SAID)) return false;
  return more === 0 ? true : more <= MOST_MORE && more * 2 < Math.max(a.length, b.length) && isMany;
}

const LEAST_SAID = 5;
/** Of a number that hardly comes about by chance. */
const LEAST_IF_TELLING = 4;
const MOST_MORE = 3;
const LEAST_AT_ONCE = 20;

/** 城区到乡镇 and 乡镇到城区 are two ways. */
const WAY = /[到至往赴]/;

function charactersBesides(a: string, b: string): number {
  return Array.from(a).filter((character) => !b.includes(character)).length;
}

/** Where something is done, and the ages of those it is done for: they tell nothing apart. */
const ASIDE = /\d{1,2}[-—~至]\d{1,2}(?:周?岁)?|[进入到内里中上的]/g;

/** 获资助专利 and 资助转化专利: who gets it and who gives it. 获奖, 受伤 are words of their own. */
const PASSIVE = /^(?:获得?|受到?|得到)(?=.{4})/;

/** Undefined where nothing is left to be counted: 培训人数. */
const countedIn = perName((reading, { goals }: Understanding): Counted | undefined => {
  const plain = plainMeasure({ reading });
  if (!plain) return undefined;
  // 高炮弹购置量: its measure word is no counter.
  const { object } = reading.measure;
  const text = object !== '' && object.length < plain.text.length ? object : plain.text;
  const { words } = pieceContent({ reading }, text, goals);
  const thing = words.flatMap((word) => (word.weight >= THING && !word.generic ? [word.text] : [])).join('');
  const acts = words.flatMap((word) => (word.weight === ACT ? [word.text] : []));
  const rest = words
    .flatMap((word) => (word.generic ? [] : [word.text]))
    .join('')
    .replace(PASSIVE, '')
    .replace(ASIDE, '');
  return thing.length < LEAST_THING ? undefined : { thing, acts, rest };
});
