/**
 * An indicator and a number of the goal that nothing else answers, each closer to the other in words than to any of its
 * rivals. They are about one thing even where neither says all that the other does: 机械岩心钻探进尺 and 钻探6800米.
 */
import { type Content, coveredShare, type PrefixIndex } from '../indicators/index.js';
import { agree, amount, type GoalMatch } from './goal-match.js';
import { isSameShare, thingOf, withLead } from './goal-same-thing.js';
import { COUNTING, isSlip, type Stated, type Targeted } from './goal-targets.js';

/** All that is compared in a draft. */
export interface Compared {
  readonly targets: readonly Targeted[];
  /** Whether both count the same, and both for one or both in all. */
  readonly isComparable: (target: Targeted, stands: Stated) => boolean;
  /** How much of what the goal says the indicator must say. */
  readonly answered: number;
  readonly match: GoalMatch;
  /** 重大, 省级: of fewer than the goal's number. */
  readonly narrowing: PrefixIndex<true>;
}

/** How much the indicator must find of itself in what the goal says. */
const NAMED = 0.25;
/** A share of a part is another share: 重大隐患整改率 and 隐患整改率. */
const SHARE_NAMED = 0.7;
/** All of the indicator's words, of a goal that says more: 飞机防治松褐天牛8万亩. */
const WHOLLY_NAMED = 0.85;
const LEAST_ANSWERED = 0.3;
/** The same where goal and indicators count so but once: 改善4800名学生住宿条件 and 受益学生人数. */
const ONLY_ANSWERED = 0.15;
/** From here on it needs not end in the same words. */
const MOSTLY_NAMED = 0.6;
/** How much closer than any rival. */
const CLOSER = 0.15;
/** So much less, or more, is hardly a slip about one thing. */
const FURTHEST = 5;

/** The number of the goal that an indicator without any other counterpart must mean, of those that are comparable with it. */
export function bestMatch(target: Targeted, alike: readonly Stated[], compared: Compared): Stated | undefined {
  // Most share no word with any number of the goal: nothing is weighed for them, unless the only one is of people who gain.
  const mayBeAlone = alike.length === 1 && isOfGainers(target);
  if (!mayBeAlone && !alike.some((stands) => touches(target, stands, compared.match))) return undefined;
  const near = alike
    .map((stands) => ({ stands, ...closeness(target, stands, compared.match) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = near;
  if (!best || (second && best.score < second.score + CLOSER)) return undefined;
  const rivals = compared.targets.filter((other) => other !== target && compared.isComparable(other, best.stands));
  if (!isClose(target, best, compared, !second && rivals.length === 0)) return undefined;
  for (const rival of rivals) {
    if (agree(rival.own, best.stands.number.part, best.stands.number.approximate ? 0.1 : 0.005)) return undefined;
    if (best.score < closeness(rival, best.stands, compared.match).score + CLOSER) return undefined;
  }
  return best.stands;
}

/** The one of several numbers that all may be meant which the words speak for by far. */
export function clearest(target: Targeted, hits: readonly Stated[], match: GoalMatch): Stated | undefined {
  const near = hits
    .map((stands) => ({ stands, score: closeness(target, stands, match).score }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = near;
  return best && second && best.score >= second.score + FAR_CLOSER ? best.stands : undefined;
}

const FAR_CLOSER = 0.3;

/** Whether the indicator has any word of what is said of the number. */
function touches({ one }: Targeted, stands: Stated, match: GoalMatch): boolean {
  return match.isTouched(one, saidOf(stands));
}

/** 受益人口数: whoever gains. */
function isOfGainers({ one, own }: Targeted): boolean {
  return own.unit.dimension === 'people' && one.understood.measure.effect;
}

interface Closeness {
  readonly named: number;
  readonly answered: number;
  readonly score: number;
}

function closeness(target: Targeted, stands: Stated, match: GoalMatch): Closeness {
  if (isSaidOf(target, stands)) return { named: 1, answered: 1, score: 2 };
  const said = saidOf(stands);
  const thing = thingOf(target.one, target.own, match);
  // 新增床位数: the measure word holds all that there is.
  const own = thing.words.length > 0 ? thing : match.named(target.one);
  const named = coveredShare(own, withLead(said, stands.piece), match.tell);
  const answered = coveredShare(said, target.one.full.pairs, match.tell);
  return { named, answered, score: named + answered };
}

/** 接警5分钟到场率不低于75%: the very name, and the number behind it. */
function isSaidOf({ one }: Targeted, { piece, number }: Stated): boolean {
  const { core } = one.understood.name;
  const at = piece.text.indexOf(core);
  if (at < 0 || core.length < LEAST_NAME) return false;
  return LINK.test(piece.text.slice(at + core.length, piece.text.indexOf(number.text, at + core.length)));
}

const LEAST_NAME = 4;
const LINK = /^.{0,6}$/;

function saidOf({ piece, number }: Stated): Content {
  return piece.numbers.length > 1 || number.scoped || number.ofWhole ? number.of : piece.content;
}

function isClose(
  target: Targeted,
  { stands, named, answered }: Closeness & { stands: Stated },
  compared: Compared,
  isOnly: boolean,
): boolean {
  const { one, own } = target;
  if (one.understood.measure.kind === 'satisfaction') return false;
  const ratio = amount(own) / amount(stands.number.part);
  const isNear = (ratio <= FURTHEST && ratio >= 1 / FURTHEST) || isSlip(ratio, own);
  if (!isNear) return false;
  const isShare = own.unit.dimension === 'ratio';
  // 成活率85%以上, the only one: 苗木成活率.
  const isShort = isOnly && answered >= WHOLLY_NAMED && saidOf(stands).words.length === 1;
  if (isShare && ((named < SHARE_NAMED && !isShort) || !isSameShare(one, own, stands.piece))) return false;
  // 高层次人才引进人数 20人 of 引进人才100名: a part that the goal does not tell.
  const { core } = one.understood.name;
  const narrow = compared.narrowing.find(core)?.word;
  if ((ratio < 1 || isShare) && narrow !== undefined && !stands.piece.text.includes(narrow)) return false;
  // 组织青年干部参加省级培训120人 are some of 干部培训人数 300人.
  const narrower = ratio > 1 ? compared.narrowing.find(stands.piece.text)?.word : undefined;
  if (narrower !== undefined && !core.includes(narrower)) return false;
  if (COUNTING.has(own.unit.dimension) && named < MOSTLY_NAMED && !isOnOneThing(target, stands, compared.match))
    return false;
  // The goal numbers people once.
  if (isOnly && isOfGainers(target) && named === 0) return true;
  const least = isOnly ? ONLY_ANSWERED : LEAST_ANSWERED;
  return (named >= NAMED && answered >= compared.answered) || (named >= WHOLLY_NAMED && answered >= least);
}

/** 征订报刊 and 征订杂志: what is done is the same, what it is done with, at the end, is not. */
function isOnOneThing(target: Targeted, stands: Stated, match: GoalMatch): boolean {
  const last = thingOf(target.one, target.own, match).telling(1).words.at(-1)?.text.at(-1);
  return last === undefined || saidOf(stands).words.some(({ text }) => text.includes(last));
}
