/** Indicators whose value differs from the number that the goal states for the same thing. */
import { coveredShare, type GoalNumber, type GoalPiece, type GoalText, type Unit } from '../indicators/index.js';
import { gathered } from '../text/gathered.js';
import { bestMatch, clearest, type Compared } from './goal-best-match.js';
import { type ChangeWords, conflictingChanges, type GoalConflict } from './goal-changes.js';
import { agree, amount, counterOf, type GoalMatch, type SpokenIndicator } from './goal-match.js';
import { isLikeThing, isSameThing, thingOf, withLead } from './goal-same-thing.js';
import {
  COUNTING,
  isOfSameOnes,
  isPerOne,
  isSameCount,
  isSameUnit,
  isSlip,
  isTarget,
  isTransposed,
  type Stated,
  type Target,
  type Targeted,
  targetForOne,
  targetOf,
} from './goal-targets.js';
import type { UnderstoodDraft } from './understood-draft.js';
import { FLOORS, LIMITS } from './signs.js';

/** How much of the goal's words an indicator must say to take part in a sum. */
const ANSWERED = 0.5;

export interface ConflictWords {
  readonly changes: ChangeWords;
  /** 重大, 省级: what says that fewer are meant. */
  readonly narrowing: Compared['narrowing'];
}

export function goalConflicts(draft: UnderstoodDraft, words: ConflictWords): GoalConflict[] {
  const conflicts = conflictsInAll(draft, words);
  const told = new Set(conflicts.map(({ understood }) => understood));
  return [...conflicts, ...conflictsForOne(draft, words).filter(({ understood }) => !told.has(understood))];
}

/** Of totals, shares, times, prices and changes. */
function conflictsInAll(draft: UnderstoodDraft, words: ConflictWords): GoalConflict[] {
  const { goal, match } = draft;
  // The goal of several years states the sum of all; so does an overall goal beside an annual one.
  if (!goal) return [];
  const isOfAllYears =
    draft.repeatsTotal || (!draft.isAnnualGoal && draft.isMultiYear === true && !isOfOneYear(goal, draft));
  const all: Stated[] = [];
  for (const piece of goal.pieces) for (const number of piece.numbers) all.push({ piece, number });
  const told = all.filter(({ number }) => isTarget(number));
  if (told.length === 0) return isOfAllYears ? [] : conflictingChanges(draft, words.changes);
  const conflicts: GoalConflict[] = [];
  const dimensions = new Set(told.map(({ number }) => number.part.unit.dimension));
  const targets = gathered(match.indicators, (one) => {
    const own = targetOf(one);
    return own && dimensions.has(own.unit.dimension) ? { one, own } : undefined;
  });
  const isComparable = !isOfAllYears || areOfAllYears(targets, told, draft);
  const standing = isComparable ? told : told.filter(({ number, piece }) => isStanding(number, piece));
  const compared = {
    targets,
    match,
    narrowing: words.narrowing,
    answered: 0.4,
    isComparable: areBothTotals,
  };
  for (const target of targets) {
    const { one, own } = target;
    const isLike = (unit: Unit) => isSameCount(unit, own.unit);
    const isOwnPer = isPerOne(own.unit, one.understood.measure.kind === 'unit-cost');
    const stated = isComparable ? standing : [...standing, ...lostScales(own, told, standing)];
    // 日处理污泥380吨 is of a day, 420吨/年 of a year.
    const isOfYear = own.unit.per !== undefined;
    const same = stated.filter(
      ({ number: { part, per }, piece }) =>
        isLike(part.unit) && isPerOne(part.unit, per) === isOwnPer && !(isOfYear && OF_A_DAY.test(piece.text)),
    );
    const swapped = transposed(target, told, targets, match);
    if (swapped) conflicts.push({ understood: one.understood, ...swapped });
    if (swapped || same.length === 0) continue;
    // 年培训600人次，三年共培训1800人次: whichever of the goal's figures the indicator states.
    if (!isComparable && told.some(({ number: { part } }) => isLike(part.unit) && agree(own, part, 0.005))) continue;
    // What the goal states anywhere for something like it agrees.
    const isAgreed = ({ number }: Stated) => agree(own, number.part, number.approximate ? 0.1 : 0.005);
    if (same.some(isAgreed) && !isTakenByOthers(target, same, isAgreed, targets, draft)) continue;
    if (same.some(({ piece }) => isDifference(own, piece))) continue;
    // 20日内办结 is kept by ≤15天.
    if (isSooner(own, same)) continue;
    // Where the goal counts so once, and one indicator does, they need not say it in the same words.
    const isOwn = (unit: Unit) => isSameUnit(unit, own.unit);
    const isAlone =
      all.filter(({ number }) => isOwn(number.part.unit)).length === 1 &&
      !targets.some((two) => two.one !== one && isOwn(two.own.unit));
    const hits = same.filter(
      (stands) =>
        isSameThing(target, stands, draft) ||
        (isAlone && isOwn(stands.number.part.unit) && isLikeThing(target, stands, draft)),
    );
    const hit =
      hits.length > 1
        ? clearest(target, hits, match)
        : (hits[0] ?? (isComparable ? bestMatch(target, same, compared) : undefined));
    if (!hit || isStricter(own, hit) || addsUp(one, own, same, draft)) continue;
    // 40公里 of 120公里 in three years may be the share of one.
    if (isOfAllYears && isShareOfYears(amount(hit.number.part) / amount(own))) continue;
    // A slip of the pen stays one, though the indicator before it has the number right.
    const slipped = isSlip(amount(own) / amount(hit.number.part), own);
    const isNamed = hit.piece.text.includes(one.understood.name.core);
    if (!slipped && !isNamed && isMetElsewhere(one, hit, same, draft)) continue;
    conflicts.push({ understood: one.understood, ...hit });
  }
  return isComparable ? [...conflicts, ...conflictingChanges(draft, words.changes)] : conflicts;
}

/**
 * 退化林修复 0.3万亩 beside 退化林修复0.5万亩、补植补造0.3万亩: the number that agrees is stated of something else, which another indicator
 * answers, and another one of this very thing.
 */
function isTakenByOthers(
  target: Targeted,
  same: readonly Stated[],
  isAgreed: (stands: Stated) => boolean,
  targets: readonly Targeted[],
  draft: UnderstoodDraft,
): boolean {
  if (!same.some((stands) => !isAgreed(stands) && isSameThing(target, stands, draft))) return false;
  return same.filter(isAgreed).every((stands) => {
    if (isSameThing(target, stands, draft)) return false;
    const { part } = stands.number;
    return targets.some(
      (other) => other !== target && agree(other.own, part, 0.005) && isSameThing(other, stands, draft),
    );
  });
}

/** 日处理, 月均, 小时产: of a day, a month or an hour. */
const OF_A_DAY = /[日月时周][均处产供排清]/;

/** Both in all, or both prices. */
function areBothTotals({ one, own }: Targeted, { number: { part, per } }: Stated): boolean {
  const isOwnPer = isPerOne(own.unit, one.understood.measure.kind === 'unit-cost');
  return isSameCount(part.unit, own.unit) && isPerOne(part.unit, per) === isOwnPer;
}

/** 日均供餐 6700份 of 日均供餐不少于9500份: what holds for one, in whichever year. */
function conflictsForOne({ goal, match }: UnderstoodDraft, words: ConflictWords): GoalConflict[] {
  const targets = gathered(match.indicators, (one) => {
    const own = targetForOne(one);
    return own && { one, own };
  });
  if (targets.length === 0 || !goal) return [];
  const stated = goal.pieces.flatMap((piece) =>
    piece.numbers.filter(({ part, change }) => !change && part.high === undefined).map((number) => ({ piece, number })),
  );
  const compared = { targets, match, narrowing: words.narrowing, answered: 0.2, isComparable: isOfSameOnes };
  return gathered(targets, (target) => {
    const alike = stated.filter((stands) => isOfSameOnes(target, stands));
    const agrees = alike.some(({ number }) => agree(target.own, number.part, 0.005));
    const hit = agrees
      ? undefined
      : (bestMatch(target, alike, compared) ?? leftOver(target, alike, targets) ?? slipOf(target, alike, match));
    return hit && { understood: target.one.understood, ...hit };
  });
}

/** 户均增收额 300元 beside 户均增收3000元: a nought was lost, where the goal says nearly all that the indicator does. */
function slipOf(target: Targeted, alike: readonly Stated[], match: GoalMatch): Stated | undefined {
  const thing = match.thing(target.one, true);
  const found = alike.filter(
    ({ piece, number }) =>
      isTenfold(amount(number.part) / amount(target.own)) && coveredShare(thing, piece.content.pairs) >= MOSTLY_SAID,
  );
  return found.length === 1 ? found[0] : undefined;
}

const MOSTLY_SAID = 0.7;

function isTenfold(ratio: number): boolean {
  const places = Math.log10(ratio);
  return Math.round(places) !== 0 && Math.abs(places - Math.round(places)) < 1e-9;
}

/** 每台15万元 and 每台25万元 beside 15万元/台 and 20万元/台: where all but one on each side agree, these two are left. */
function leftOver(target: Targeted, alike: readonly Stated[], targets: readonly Targeted[]): Stated | undefined {
  if (alike.length < 2 || alike.length > MOST_ALIKE) return undefined;
  const rivals: Targeted[] = [];
  for (const other of targets) {
    // Price lists have thousands.
    if (rivals.length >= alike.length) return undefined;
    if (other !== target && alike.some((stands) => isOfSameOnes(other, stands))) rivals.push(other);
  }
  const agrees = (other: Targeted, { number }: Stated) => agree(other.own, number.part, 0.005);
  if (rivals.length !== alike.length - 1) return undefined;
  // 早餐补助标准 beside 补助标准 of each kind of pupils is one more.
  const { word } = target.one.understood.measure;
  if (!rivals.every((other) => other.one.understood.measure.word === word)) return undefined;
  const left = alike.filter((stands) => !rivals.some((other) => agrees(other, stands)));
  const [only] = left;
  if (!only || left.length > 1 || !rivals.every((other) => alike.some((stands) => agrees(other, stands))))
    return undefined;
  const ratio = amount(target.own) / amount(only.number.part);
  return ratio <= NEAR && ratio >= 1 / NEAR ? only : undefined;
}

/** Prices of so many kinds are no slip of one. */
const MOST_ALIKE = 6;
const NEAR = 1.6;

/** 31.2平方米 for 31.2万平方米 is no share of one year: the same figures a thousand times more or less, or more. */
function lostScales(own: Target, told: readonly Stated[], standing: readonly Stated[]): Stated[] {
  const alike = told.filter(({ number: { part } }) => isSameCount(part.unit, own.unit));
  if (alike.some(({ number: { part } }) => agree(own, part, 0.005))) return [];
  return alike.filter((stands) => {
    const ratio = amount(own) / amount(stands.number.part);
    return isSlip(ratio, own) && Math.abs(Math.log10(ratio)) > 2.9 && !standing.includes(stands);
  });
}

/** The goal's only number of whose figures two have changed places here, and that no indicator states as it is. */
function transposed(
  { one, own }: Targeted,
  told: readonly Stated[],
  targets: readonly Targeted[],
  match: GoalMatch,
): Stated | undefined {
  const found = told.filter(
    ({ number: { part } }) => isSameCount(part.unit, own.unit) && isTransposed(amount(own), amount(part)),
  );
  const [only] = found;
  if (!only || found.length > 1 || told.some(({ number }) => agree(own, number.part, 0))) return undefined;
  if (!match.isTouched(one, only.piece.content)) return undefined;
  return targets.some((other) => agree(other.own, only.number.part, 0)) ? undefined : only;
}

/** A half, a third, a quarter or a fifth. */
function isShareOfYears(ratio: number): boolean {
  return ratio >= 2 && ratio <= 5 && Math.abs(ratio - Math.round(ratio)) < 1e-9;
}

/** Most of what is counted comes to the very numbers that the goal states of it: the indicators answer for all its years, too. */
function areOfAllYears(targets: readonly Targeted[], told: readonly Stated[], draft: UnderstoodDraft): boolean {
  const counts = targets.filter(({ own: { unit } }) => COUNTING.has(unit.dimension) || SIZED.has(unit.dimension));
  const agreeing = counts.filter((target) =>
    told.some((stands) => {
      const { part } = stands.number;
      const isEqual = isSameCount(part.unit, target.own.unit) && agree(target.own, part, 0.005);
      return isEqual && isSameThing(target, stands, draft);
    }),
  );
  return agreeing.length >= LEAST_AGREEING && agreeing.length >= counts.length * MOST_AGREEING;
}

/** What adds up over the years, as counts do; a share, a price or a time does not. */
const SIZED: ReadonlySet<string> = new Set(['length', 'area', 'volume', 'mass']);
const LEAST_AGREEING = 3;
const MOST_AGREEING = 0.6;

/** 内涝点减少数 7处 of 内涝点由9处减到2处. */
function isDifference(own: Target, { numbers, text }: GoalPiece): boolean {
  if (!/[由从].*[降减增升提]|[降减增升提].*[到至]/.test(text)) return false;
  const [from, to] = numbers;
  if (!from || !to || numbers.length > 2 || !isSameCount(to.part.unit, own.unit)) return false;
  return Math.abs(Math.abs(amount(from.part) - amount(to.part)) - amount(own)) < 1e-9;
}

/** ≥5800人次 of 不少于5600人次, ≤4% of 不超过5%: the goal is kept, and more. */
function isStricter(own: Target, { number: { part } }: Stated): boolean {
  // 108% of 98%以上 is a slip.
  if (own.unit.dimension === 'ratio' && amount(own) > WHOLE) return false;
  const ratio = amount(own) / amount(part);
  if (isSlip(ratio, own) || ratio > MUCH || ratio < 1 / MUCH) return false;
  const isFloor = FLOORS.has(part.operator ?? '') && FLOORS.has(own.operator ?? '');
  const isLimit = LIMITS.has(part.operator ?? '') && LIMITS.has(own.operator ?? '');
  return (isFloor && amount(own) > amount(part)) || (isLimit && amount(own) < amount(part));
}

const WHOLE = 100;
/** More than that is hardly meant. */
const MUCH = 1.5;

/** A limit of time that is shorter than each of the goal's. */
function isSooner(own: Target, same: readonly Stated[]): boolean {
  const isLimit = own.unit.dimension === 'time' && LIMITS.has(own.operator ?? '');
  return isLimit && same.every(({ number }) => amount(own) < amount(number.part));
}

/** 2024年改造老旧小区38个 in a project of several years: the goal of that year. */
function isOfOneYear({ years, spansYears }: GoalText, { draft }: UnderstoodDraft): boolean {
  const { year: own } = draft.project;
  if (spansYears || own === undefined) return false;
  const told = years.filter(({ isBaseline }) => !isBaseline);
  return told.length > 0 && told.every(({ year, endYear, isHorizon }) => year === own && endYear === own && !isHorizon);
}

/** 数据到报率不低于95%: a share to be kept in every year of several; 到2026年达到95% is not. */
function isStanding({ part }: GoalNumber, { text, deadlines }: GoalPiece): boolean {
  // 汛期险情24小时内处置: in whichever year.
  if (part.unit.dimension === 'time' && part.value * part.unit.factor <= A_FEW_DAYS) return /内|以下|不超过/.test(text);
  // 年削减COD 438吨: in each of them.
  if (EACH_YEAR.test(text)) return true;
  return part.unit.dimension === 'ratio' && deadlines.length === 0 && STANDING.test(text) && !REACHED.test(text);
}

const A_FEW_DAYS = 15;
const EACH_YEAR = /^每?年(?:削减|减排|处理|处置|供应?|节约|节水|节电|减少|清运|接待)/;
const STANDING = /不低于|不少于|不超过|不高于|保持|稳定在|控制在|维持在/;
const REACHED = /[到至]20\d\d|期末|年内|年底|累计|逐年/;

const MOST_ADDED = 4;

/** 综合演练2次、专项演练6次 come to 演练8次; 总体规划及12个乡镇规划 to 13. */
function addsUp(one: SpokenIndicator, own: Target, same: readonly Stated[], { match }: UnderstoodDraft): boolean {
  const thing = thingOf(one, own, match);
  const named = same.filter(({ piece }) => coveredShare(thing, withLead(piece.content, piece)) >= ANSWERED);
  const isSum = (parts: readonly Stated[]) => {
    if (parts.length < 2) return false;
    const sum = parts.reduce((total, { number }) => total + amount(number.part), 0);
    return Math.abs(sum - amount(own)) <= sum * 0.005 && areCountedAlike(parts);
  };
  if (isSum(named) || isSum(same)) return true;
  // 县道216公里、乡道540公里、村道1105公里: those that stand beside each other.
  for (let from = 0; from < same.length; from += 1)
    for (let to = from + 2; to <= Math.min(same.length, from + MOST_ADDED); to += 1) {
      if (isSum(same.slice(from, to))) return true;
    }
  return named.some(
    ({ piece, number }) => amount(own) === amount(number.part) + 1 && /[及和与、].*\d/.test(piece.text),
  );
}

/** 培育企业6家，改造货场2个 come to 8 of nothing; 培训1期、招聘会2场 are three occasions. */
function areCountedAlike([first, ...others]: readonly Stated[]): boolean {
  if (!first) return false;
  const { unit } = first.number.part;
  return unit.dimension === 'event' || others.every(({ number }) => counterOf(number.part.unit) === counterOf(unit));
}

/** Another indicator states the goal's number, or several add up to it. */
function isMetElsewhere(
  one: SpokenIndicator,
  { number, piece }: Stated,
  same: readonly Stated[],
  draft: UnderstoodDraft,
): boolean {
  const { match } = draft;
  const { indexes, values } = match.shares(piece.content);
  // 宫颈癌筛查6000人、乳腺癌筛查6000人: the indicator of the one does not answer the other.
  const answersAnother = (other: SpokenIndicator, own: Target) =>
    same.some(
      (another) =>
        another.piece !== piece &&
        agree(own, another.number.part, 0.005) &&
        isSameThing({ one: other, own }, another, draft),
    );
  const isStated = indexes.some((index) => {
    const other = match.indicators[index] as SpokenIndicator;
    const own = other === one ? undefined : targetOf(other);
    return own !== undefined && agree(own, number.part, 0.005) && !answersAnother(other, own);
  });
  if (isStated) return true;
  const near = new Set(indexes.filter((_, at) => (values[at] as number) >= RELATED));
  const related = match.indicators.flatMap((other, index) => {
    const own = other === one || near.has(index) ? targetOf(other) : undefined;
    return own?.unit.dimension === number.part.unit.dimension ? [{ other, own }] : [];
  });
  const sum = related.reduce((total, { own }) => total + amount(own), 0);
  return related.length > 1 && Math.abs(sum - amount(number.part)) <= amount(number.part) * 0.01;
}

const RELATED = 0.3;
