/** Whether what a joint joins is two indicators under one number, or one indicator whose name needs both. */
import type { Understanding, Understood } from '../../indicators/index.js';
import { COUNTS } from '../kinds.js';
import {
  areTwoAspects,
  areTwoGroups,
  areTwoObjects,
  areTwoOccasions,
  areTwoStates,
  areTwoSubstances,
  areTwoThings,
  WRITTEN_JOINTS,
} from './two-things.js';
import { actAtEnd, areOneWork, areTwoActs, areTwoDeeds, areTwoRates, areTwoWorks } from './two-works.js';
import type { Words } from './words.js';

/** Measures that stand for themselves; 收入与支出 or 质量和数量 may be the two sides of one. */
const MEASURES: ReadonlySet<string> = new Set([
  ...COUNTS,
  'ratio',
  'satisfaction',
  'growth',
  'area',
  'length',
  'duration',
  'deadline',
  'quantity',
]);
/** 安全性和稳定性 may be two words for one. */
const LEAST_DEGREE = 5;
/** How much work was done: of two works two. */
const EXTENTS: ReadonlySet<string> = new Set(['count', 'items', 'length', 'area', 'volume', 'mass']);

/** Both sides carry a measure of their own (数量和合格率), or two activities share one count (培训及检查次数). */
export function isCompound(
  left: string,
  right: string,
  joint: string,
  understood: Understood,
  understanding: Understanding,
  words: Words,
): boolean {
  const { measure } = understood;
  const { measures, data: known } = understanding;
  const { pairs } = words;
  // 规划指标与上位规划冲突处数: one thing between two.
  if (words.between.test(right)) return false;
  const [a, b] = [measures.readCore(left), measures.readCore(right)];
  // 替代燃油量和氮氧化物减排量: of each so much.
  const own =
    a.word.length >= 2 ||
    (a.kind === 'ratio' && left.length > 2) ||
    (a.kind === 'quantity' && b.kind === 'quantity' && left.length > 3);
  if (MEASURES.has(a.kind) && own && b.kind !== 'none' && b.kind !== 'degree') return true;
  // 体例严谨性、资料丰富性: two degrees, each of something of its own.
  if (a.kind === 'degree' && b.kind === 'degree' && left.length >= LEAST_DEGREE && right.length >= LEAST_DEGREE)
    return true;
  if (measure.kind === 'ratio' && (areTwoStates(left, right, words) || areTwoAspects(left, right, words))) return true;
  if (measure.kind === 'ratio' && areTwoRates(left, right, words, known.measures.activityStems)) return true;
  if (areTwoSubstances(left, right, joint, words)) return true;
  if (areTwoDeeds(left, right, measure, words, understanding)) return true;
  if (measure.kind === 'ratio' && areTwoWorks(left, right.replace(words.rate, ''), words, known.measures.activityStems))
    return true;
  if (measure.word.length >= 2 && right.endsWith(measure.word)) {
    // 会议接待人次: the act belongs to what is counted.
    const counted = measure.word.endsWith('人次') ? '人次' : measure.word;
    const measured = right.slice(0, right.length - counted.length).replace(/的$/, '');
    if (measure.kind === 'people' && areTwoGroups(left, measured, words)) return true;
    const isActs = measure.kind === 'event' || (measure.kind === 'people' && measure.word.endsWith('人次'));
    if (isActs && areTwoOccasions(left, measured, words)) return true;
    if (isActs && areTwoActs(left, measured, words)) return true;
    // 设备维护及业务培训次数: each with an object of its own.
    if ((isActs || EXTENTS.has(measure.kind)) && areTwoWorks(left, measured, words, known.measures.activityStems))
      return true;
  }
  const isOfBoth =
    COUNTS.has(measure.kind) && arePeopleAndThings(left, right, measure.word, joint, understanding, words);
  if (isOfBoth) return true;
  // 质量、时效: two activities under one count.
  if (!COUNTS.has(measure.kind) || measure.word.length < 2) return false;
  if (/^(?:总?数量|总数)$/.test(measure.word) && areTwoObjects(left, right, words, known.measures.activityStems))
    return true;
  const second = right.slice(0, right.length - measure.word.length);
  const activities = known.measures.activityStems;
  // 险情及人员伤亡起数 0: whatever happens is too much, of either kind.
  const isUnwanted = measure.negative || measure.better === 'lower';
  if (measure.kind !== 'people' && !isUnwanted && areTwoThings(left, second, joint, words, activities)) return true;
  const first = actAtEnd(left, words.acts, activities);
  const other =
    (words.acts.atEnd(second)?.word === second ? second : undefined) ??
    activities.find((word) => second === word || (second.endsWith(word) && second.length - word.length <= 4));
  if (!first || !other || first === other) return false;
  return !areOneWork(pairs, (one, two) => left.endsWith(one) && second.startsWith(two));
}

/** 备勤人员及机械数, 受益学校和学生数: heads on one side and things on the other. */
function arePeopleAndThings(
  left: string,
  right: string,
  word: string,
  joint: string,
  { measures }: Understanding,
  { things }: Words,
): boolean {
  const second = right.replace(/总?数量?$/, '');
  // 参训学校和教师人数: the measure word says whom it counts.
  const isOpen = word.includes('数') && second !== right && !second.endsWith('人');
  if (!isOpen || !WRITTEN_JOINTS.has(joint) || left.length < 2 || second.length < 2) return false;
  const isPeople = (side: string) => !side.endsWith('法人') && measures.readCore(`${side}数`).kind === 'people';
  return (isPeople(left) && things.test(second)) || (things.test(left) && isPeople(second));
}
