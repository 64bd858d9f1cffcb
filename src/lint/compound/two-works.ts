/** Two works under one number: which are two, and which are one that is named by both its halves. */
import type { Understanding, Understood } from '../../indicators/index.js';
import type { Words } from './words.js';

/** 隐蔽工程验收及屋面淋水试验: each work has an object of its own. 设备购置及安装 has one, 食品和药品抽检 is one work. */
export function areTwoWorks(
  left: string,
  right: string,
  { acts, pairs, end, ongoing, paper }: Words,
  stems: readonly string[],
): boolean {
  const actOf = (text: string) => end.exec(text)?.[0] ?? actAtEnd(text, acts, stems);
  const [first, second] = [actOf(left), actOf(right)];
  if (!first || !second || first === second) return false;
  if (areOneWork(pairs, (one, two) => one === first && two === second)) return false;
  const [one, other] = [left.slice(0, -first.length), right.slice(0, -second.length)];
  // 项目立项审批和后续监管, 垃圾收集和分类处置: the second goes on with the object of the first.
  if (paper.test(other)) return false;
  return one.length >= 2 && other.length >= 2 && !ongoing.test(other) && actOf(other) === undefined;
}

/**
 * 就医陪护及心理辅导覆盖率, 明显点调查、隐蔽点探测个数: what the goals' and the names' words know for something done, each with what it is
 * done to. 基层初诊与上级复核符合率 compares the two.
 */
export function areTwoDeeds(
  left: string,
  right: string,
  { kind, word }: Pick<Understood['measure'], 'kind' | 'word'>,
  words: Words,
  understanding: Understanding,
): boolean {
  if (word === '' || !right.endsWith(word) || left.length < LEAST_DEED || words.compares.test(right)) return false;
  const second = (kind === 'ratio' ? right.replace(words.rate, '') : right.slice(0, -word.length)).replace(/的$/, '');
  const [first, other] = [deedIn(left, understanding), deedIn(second, understanding)];
  if (first === undefined || second.length < LEAST_THING || words.ongoing.test(second)) return false;
  // 征收与补偿方案编制份数: one paper for both.
  if (words.paper.test(second) || (other !== undefined && words.paper.test(second.slice(0, -other.length))))
    return false;
  if (areOneWork(words.pairs, (one, two) => left.endsWith(one) && (second.endsWith(two) || second.startsWith(two))))
    return false;
  if (other === undefined) return kind === 'ratio' && isThing(second, other, words, understanding);
  const [one, two] = [left.length - first.length, second.length - other.length];
  // 监督检查与飞行检查: two kinds of one work, unless each has its thing.
  if (first === other && two < LEAST_THING && Math.abs(one - two) > 1) return false;
  // 学生体检与视力筛查人数: the same people may pass both; 宫颈癌检查、乳腺癌检查人数 says it of each.
  if (word === '人数' && first !== other) return false;
  return one >= LEAST_OBJECT && two >= LEAST_OBJECT && isThing(second, other, words, understanding);
}

/** What is done, or what state is reached, with something before it that it is said of. */
function deedIn(text: string, { goals, words }: Understanding): string | undefined {
  if (text.length < LEAST_DEED) return undefined;
  const reached = words.rateableAtEnd(text);
  if (reached !== undefined) return reached;
  const all = goals.content(text).words;
  const last = all.at(-1);
  return words.endsInWork(text) || (all.length > 1 && last?.weight === ACT && !last.generic)
    ? text.slice(-2)
    : undefined;
}

/** Begins with a thing, not with what is done next with the first one (分类处置, 调试); 检定证书 is a thing, too. */
function isThing(text: string, deed: string | undefined, { acts }: Words, { goals }: Understanding): boolean {
  const [head] = goals.content(text).words;
  const lead = acts.at(text, 0)?.word ?? (head?.weight === ACT && text.startsWith(head.text) ? head.text : undefined);
  if (lead === undefined) return true;
  // 立案与结案卷宗: of the same case.
  return deed !== undefined && text.length - lead.length - deed.length >= LEAST_OBJECT;
}

const ACT = 0.5;
const LEAST_DEED = 4;
const LEAST_THING = 3;
const LEAST_OBJECT = 2;

/** 机具核验及公示率: two acts on one thing, each with a rate of its own. */
export function areTwoRates(left: string, right: string, { acts, pairs }: Words, stems: readonly string[]): boolean {
  const second = right.replace(/率$/, '');
  const first = actAtEnd(left, acts, stems);
  if (second === right || first === undefined || actAtEnd(second, acts, stems) !== second || first === second)
    return false;
  return !areOneWork(pairs, (one, two) => one === first && two === second);
}

/** 开班及送教下乡场次: two activities, each told by one word. */
export function areTwoActs(left: string, right: string, { acts, pairs }: Words): boolean {
  const [first, second] = [acts.atEnd(left), acts.atEnd(right)];
  if (!first || !second || first.word !== left || second.word !== right || left === right) return false;
  return !areOneWork(pairs, (one, two) => one === left && two === right);
}

/** 维修保养 and 保养和维修: whichever is named first. */
export function areOneWork(pairs: Words['pairs'], is: (one: string, two: string) => boolean): boolean {
  return pairs.some(([one, two]) => is(one, two) || is(two, one));
}

/** What is done, if the text ends in it. */
export function actAtEnd(text: string, acts: Words['acts'], stems: readonly string[]): string | undefined {
  return acts.atEnd(text)?.word ?? stems.find((stem) => text.endsWith(stem));
}
