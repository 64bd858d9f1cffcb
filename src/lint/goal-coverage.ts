/** Tasks and targets of the goal that no indicator speaks of. */
import type { GoalNumber, GoalPiece, NumberPart } from '../indicators/index.js';
import { agree, amount, type GoalMatch, isTelling, type SpokenIndicator } from './goal-match.js';
import { pairAt } from '../text/pairs.js';
import { isTransposed } from './goal-targets.js';
import type { UnderstoodDraft } from './understood-draft.js';

/** Asks for an indicator because it counts something, states a rate, or names a thing to be delivered. */
type Ask = 'counted' | 'rate' | 'task';

/** Below these shares of telling words an indicator speaks of something else. */
const LEAST_SHARE = { counted: 0.34, rate: 0.25 } as const;
/** Enough where the indicator names what the piece is about in the end (年鉴 of 综合年鉴4卷). */
const HEAD_SHARE = 0.2;
/** Enough for a counted thing that the indicator does not name in the end: 学术论文发表 says little of 举办学术年会1次. */
const HEADLESS_SHARE = 0.5;
/** An indicator whose own object the piece names nearly whole is about the piece. */
const NAMED_SHARE = 0.8;
/** A task without a number is named by so many pairs of characters that the project's name does not hold. */
const LEAST_RARE = 3;

const COUNTED: ReadonlySet<string> = new Set([
  'people',
  'household',
  'event',
  'thing',
  'length',
  'area',
  'volume',
  'mass',
  'money',
  'data',
  'other',
]);

export function uncoveredPieces(draft: UnderstoodDraft): GoalPiece[] {
  const { goal, match } = draft;
  if (!goal) return [];
  let taken: Map<number, GoalPiece> | undefined;
  return goal.pieces.filter((piece, index) => {
    const ask = askOf(piece, goal.pieces[index - 1]?.clause === piece.clause);
    if (ask === undefined || isDetail(piece) || isPlain(piece, match)) return false;
    if (ask === 'task') return isUnspoken(piece, goal.pieces, match);
    taken ??= takenIndicators(goal.pieces, match);
    return !isCovered(piece, goal.pieces, match, taken, ask);
  });
}

/** 其中屋面防水1.2万平方米, 在2020年调查的基础上, 按照统一部署: a part of what is asked for already, or none of it. */
function isDetail({ text, isSlogan }: GoalPiece): boolean {
  return isSlogan || DETAIL.test(text);
}

const DETAIL =
  /^其中|基础上$|^(?:按照?|根据|依据|依照|截至|截止|保障.{0,6}\d|使|让|确保)|(?:援助|补助|专项|财政|安排)资金(?:约|共)?\d|^满足.+(?:需要|需求|要求)$|安全$/;

/** What the task is about stands last; none of it that the project's name does not hold stands in any indicator. */
function isUnspoken({ content, lead }: GoalPiece, pieces: readonly GoalPiece[], match: GoalMatch): boolean {
  // 修缮旧址展厅 is answered by 修缮验收合格率 where nothing else is repaired.
  const act = content.words.find(({ weight }) => weight < 1)?.text;
  if (act !== undefined && act === lead?.as && match.spread(pairAt(act, 0)) > 0) {
    if (pieces.filter((other) => other.lead?.as === act).length === 1) return false;
  }
  const rare = (content.telling(1).wordPairs.at(-1) ?? []).filter((pair) => !match.isCommon(pair));
  return rare.length >= LEAST_RARE && rare.every((pair) => match.spread(pair) === 0);
}

/** An indicator states the piece's own number, or says all that the piece says. */
function isPlain(piece: GoalPiece, match: GoalMatch): boolean {
  if (
    piece.numbers.some(
      (number) =>
        (isTelling(number.part) || isSpecial(number)) && match.indicators.some((one) => statesNumber(one, number)),
    )
  )
    return true;
  if (match.shares(piece.content).values.some((share) => share >= NAMED_SHARE)) return true;
  return piece.numbers.length > 0 && match.indicators.some((one) => isNamedInValue(one, piece));
}

/** 860人, 84%: not what two texts often state of different things. */
function isSpecial({ part: { value, unit } }: GoalNumber): boolean {
  return unit.dimension === 'ratio'
    ? !ROUND_SHARES.has(value)
    : value >= LEAST_SPECIAL && value * unit.factor >= LEAST_SPECIAL;
}

const LEAST_SPECIAL = 21;
const ROUND_SHARES: ReadonlySet<number> = new Set([100, 99, 98, 95, 92, 90, 85]);

/** Undefined where the piece asks for no indicator. */
function askOf({ numbers, delivers, content, isEffect, deadlines }: GoalPiece, isListed: boolean): Ask | undefined {
  const targets = numbers.filter(({ aside, scoped, text }) => !aside && !scoped && !IDIOM.test(text));
  // 新营造45公顷、修复18公顷: what the second is of stands with the first.
  if (content.telling(isListed ? 1 : ACT).words.length === 0) return undefined;
  if (targets.some(({ part }) => COUNTED.has(part.unit.dimension))) return 'counted';
  if (targets.some(({ part }) => part.unit.dimension === 'ratio')) return 'rate';
  if (targets.length > 0 || deadlines.length > 0 || isEffect || !delivers) return undefined;
  return content.words.at(-1)?.generic ? undefined : 'task';
}

const ACT = 0.5;
/** 一户不落, 最后一公里, 三分之一, 千兆到桌面. */
const IDIOM = /^[一百千万]|分之/;

/** Indicators that state the very number of a piece that they speak of: what they measure is settled. */
function takenIndicators(pieces: readonly GoalPiece[], match: GoalMatch): Map<number, GoalPiece> {
  const taken = new Map<number, GoalPiece>();
  for (const piece of pieces) {
    const counts = piece.numbers.filter(({ part }) => COUNTED.has(part.unit.dimension));
    if (counts.length === 0) continue;
    const { indexes, values } = match.shares(piece.content);
    for (let at = 0; at < indexes.length; at += 1) {
      if ((values[at] as number) < LEAST_SHARE.counted) continue;
      const index = indexes[at] as number;
      const one = match.indicators[index] as SpokenIndicator;
      if (counts.some((number) => statesNumber(one, number))) taken.set(index, piece);
    }
  }
  return taken;
}

function isCovered(
  piece: GoalPiece,
  pieces: readonly GoalPiece[],
  match: GoalMatch,
  taken: ReadonlyMap<number, GoalPiece>,
  ask: Exclude<Ask, 'task'>,
): boolean {
  const isCounted = ask === 'counted';
  if (isCounted && isActUnsaid(piece, match)) return false;
  const shares = match.shares(piece.content);
  const settled = (index: number) =>
    isCounted && (taken.get(index) ?? piece) !== piece && competes(match, index, piece);
  const head = piece.content.telling(1).wordPairs.at(-1)?.at(-1);
  for (let at = 0; at < shares.indexes.length; at += 1) {
    const share = shares.values[at] as number;
    if (share < HEAD_SHARE) continue;
    const index = shares.indexes[at] as number;
    if (settled(index)) {
      if (share >= NAMED_SHARE) return true;
      continue;
    }
    const one = match.indicators[index] as SpokenIndicator;
    // 入廊管线单位满意度 names who pays; of what is collected it says nothing.
    if (isCounted && one.understood.measure.kind === 'satisfaction') continue;
    if (head !== undefined && one.full.pairs.has(head)) return true;
    if (share >= (isCounted && head !== undefined ? HEADLESS_SHARE : LEAST_SHARE[ask])) return true;
  }
  // 老年人满意度 names the old; it counts nothing that is done for them.
  const isNamed = (index: number) =>
    !settled(index) && !(isCounted && match.indicators[index]?.understood.measure.kind === 'satisfaction');
  const named = match.objectShares(piece.content);
  for (let at = 0; at < named.indexes.length; at += 1)
    if ((named.values[at] as number) >= NAMED_SHARE && isNamed(named.indexes[at] as number)) return true;
  if (piece.numbers.length > 0) {
    for (const index of shares.indexes) {
      const one = match.indicators[index] as SpokenIndicator;
      if (piece.numbers.some((number) => statesNumber(one, number)) && !settled(index)) return true;
    }
  }
  return isCounted && (isCountedAlike(piece, pieces, match) || sumsUp(piece, pieces, match));
}

/**
 * 举办边民培训4期, 接待观众60万人次: of no indicator that names those people is anything said of training or receiving them, and none
 * has the number.
 */
function isActUnsaid({ numbers, content }: GoalPiece, match: GoalMatch): boolean {
  const acts = content.words.filter(({ weight, generic }) => weight === ACT && !generic);
  const counts = numbers.filter(({ aside, scoped }) => !aside && !scoped);
  const isOfPeople = counts.length > 0 && counts.every(({ part }) => ATTENDED.has(part.unit.dimension));
  if (!isOfPeople || acts.length === 0 || acts.some(({ text }) => match.spread(pairAt(text, 0)) > 0)) return false;
  return !match.indicators.some(({ understood: { value } }) =>
    value?.numbers.some((own) => counts.some(({ part }) => own.value === part.value)),
  );
}

const ATTENDED: ReadonlySet<string> = new Set(['people', 'event']);

/**
 * 举办主体班6期 beside 办班期数 6期: number and unit agree, goal and indicators count so once each, and the two have a character in
 * common. 新建泵站3座 beside 桥梁维修数 3座 has none.
 */
function isCountedAlike({ numbers, content }: GoalPiece, pieces: readonly GoalPiece[], match: GoalMatch): boolean {
  return numbers.some(({ part }) => {
    const isLike = (own: NumberPart) => own.unit?.text === part.unit.text;
    if (pieces.flatMap((piece) => piece.numbers).filter((own) => isLike(own.part)).length > 1) return false;
    const alike = match.indicators.filter(({ understood: { value } }) => value?.numbers.some(isLike));
    const [only] = alike;
    if (!only || alike.length > 1) return false;
    const { object } = only.understood.measure;
    const said = new Set(content.telling(1).words.flatMap(({ text }) => Array.from(text)));
    const common = Array.from(object).filter((character) => said.has(character)).length;
    // 未保工作站建设数 10个 beside 未成年人保护工作站8个: short for it, and value/goal-conflict tells of the number.
    const isEqual = only.understood.value?.numbers.some((own) => own.value === part.value);
    return common >= (isEqual ? 1 : SHORT_FOR);
  });
}

const SHORT_FOR = 3;

/** 1800台 settles what 300台 could be; it settles nothing for 2100平方米. */
function competes({ indicators }: GoalMatch, index: number, { numbers }: GoalPiece): boolean {
  const dimension = indicators[index]?.understood.value?.numbers[0]?.unit?.dimension;
  return numbers.some(({ part }) => part.unit.dimension === dimension);
}

function statesNumber({ understood: { value } }: SpokenIndicator, number: GoalNumber): boolean {
  return (
    value?.numbers.some(
      (own) =>
        agree(own, number.part, number.approximate ? 0.1 : 0.01) ||
        isSameFigure(own, number.part) ||
        // 821台 for 812台 is a slip, which value/goal-conflict tells.
        (own.unit?.text === number.part.unit.text && isTransposed(own.value, number.part.value)),
    ) ?? false
  );
}

/** 改造道路条数 主干道5条、次支路23条: of several numbers each says in the value what it is of. */
function isNamedInValue({ understood: { value } }: SpokenIndicator, { content, numbers }: GoalPiece): boolean {
  const head = content.telling(1).words.at(-1)?.text;
  if (!value || value.numbers.length < 2 || head === undefined || !value.text.includes(head)) return false;
  return numbers.some(({ part }) => value.numbers.some((own) => agree(own, part, 0)));
}

/** 受益人口数 42万户 answers 惠及居民42万人, if in the wrong unit, of which value/unit-mismatch tells. */
function isSameFigure(own: NumberPart, { value, unit }: GoalNumber['part']): boolean {
  return (
    own.value === value &&
    own.unit?.factor === unit.factor &&
    HEADS.has(own.unit.dimension) &&
    HEADS.has(unit.dimension)
  );
}

const HEADS: ReadonlySet<string> = new Set(['people', 'household']);

/** 县道286公里、乡道742公里、村道1105公里: one indicator may state the sum. */
function sumsUp(piece: GoalPiece, pieces: readonly GoalPiece[], match: GoalMatch): boolean {
  return piece.numbers.some(({ part: { unit } }) => {
    const alike = pieces.flatMap((one) => {
      const number = one.numbers.find(({ part }) => part.unit.dimension === unit.dimension);
      return number ? [{ one, value: amount(number.part) }] : [];
    });
    const at = alike.findIndex(({ one }) => one === piece);
    const sums = sumsAround(
      alike.map(({ value }) => value),
      at,
    );
    return match.indicators.some(({ understood: { value } }) =>
      value?.numbers.some(
        (own) => own.unit?.dimension === unit.dimension && sums.some((sum) => near(amount(own), sum)),
      ),
    );
  });
}

/** The sums of up to four values in a row that take in the one at `at`. */
function sumsAround(values: readonly number[], at: number): number[] {
  const sums: number[] = [];
  for (let from = Math.max(0, at - 3); from <= at; from += 1) {
    let sum = 0;
    for (let to = from; to < Math.min(values.length, from + 4); to += 1) {
      sum += values[to] as number;
      // What changes the sum by nothing is not in it.
      if (to > from && to >= at && (values[at] as number) > sum * 0.02) sums.push(sum);
    }
  }
  return sums;
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 0.01;
}
