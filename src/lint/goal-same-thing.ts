/** Whether an indicator and a number of the goal are about one thing. */
import { type Content, coveredShare, type GoalNumber, type GoalPiece, type GoalText } from '../indicators/index.js';
import { type Pair, pairAt } from '../text/pairs.js';
import { rememberFor } from '../text/remember-for.js';
import { amount, counterOf, type GoalMatch, type SpokenIndicator } from './goal-match.js';
import { isSlip, type Stated, type Target, type Targeted } from './goal-targets.js';
import type { UnderstoodDraft } from './understood-draft.js';

/** How much of the indicator's object the goal must name, and how much of what the goal says the indicator. */
const NAMED = 0.95;
const ANSWERED = 0.5;
/** Numbers that lie further apart are hardly about one thing, unless the words agree wholly. */
const FURTHEST = 5;
const CLOSE_ANSWER = 0.85;
const WHOLLY_ANSWERED = 0.7;

export function isSameThing({ one, own }: Targeted, { piece, number }: Stated, draft: UnderstoodDraft): boolean {
  const { match } = draft;
  if (isInSameWords(one, piece, number)) return true;
  const content: Content = piece.numbers.length > 1 || isOfPart(number) ? number.of : piece.content;
  const said = number.per ? content.without(isForOne) : content;
  if (one.understood.measure.kind === 'satisfaction') return isSameSatisfaction(one, said, draft);
  const thing = thingOf(one, own, match);
  if (thing.words.length === 0 || !isSameShare(one, own, piece)) return false;
  const spoken = withLead(said, piece);
  // 青年干部参加省级培训120人 are some of 干部培训人数 300人: the short name of a larger number is of more than that.
  const isShort = amount(own) <= amount(number.part) && isShortFor(thing, said);
  const isNamed =
    coveredShare(thing, spoken) >= NAMED ||
    isShort ||
    isNamedAround(thing, spoken, draft) ||
    isNamedBeside(thing, said, piece, draft);
  // 每头补助1500元: what for stands earlier in the goal, what is done in the measure word (补助标准).
  if (!isNamed && !(number.per && isNamedAround(match.thing(one, true), spoken, draft))) return false;
  const answered = coveredShare(said, match.around(one));
  if (answered < ANSWERED && !isShort) return false;
  const ratio = amount(own) / amount(number.part);
  return answered >= CLOSE_ANSWER || (ratio <= FURTHEST && ratio >= 1 / FURTHEST) || isSlip(ratio, own);
}

/** 年运行天数 and 年运行180天以上: nothing else is said on either side, however little the words tell. */
function isInSameWords({ understood: { measure } }: SpokenIndicator, piece: GoalPiece, number: GoalNumber): boolean {
  const { object } = measure;
  // Most pieces do not hold the words at all.
  if (object.length < LEAST_SAID || !piece.text.includes(object)) return false;
  return piece.text.replace(number.text, '').replace(BOUND, '').trim() === object;
}

const BOUND = /(?:[≥≤<>=]|不少于|不低于|不超过|不高于|不小于|不大于|达到?|至少|以[上下内]|左右)/g;
const LEAST_SAID = 3;

function isOfPart({ scoped, ofWhole }: GoalNumber): boolean {
  return scoped || ofWhole;
}

/** 每头, 每人. */
function isForOne(word: string): boolean {
  return word.length <= 3 && word.startsWith('每');
}

/** 群众诉求满意率 is not 诉求解决率: the last word before 率 tells. */
export function isSameShare({ understood: { name } }: SpokenIndicator, { unit }: Target, { text }: GoalPiece): boolean {
  if (unit.dimension !== 'ratio') return true;
  const stem = name.core.replace(/(?:百分比|比率|比例|占比|比重|率)$/, '').slice(-2);
  return text.includes(stem);
}

/** What a rate is of stands in its measure word as well: 培训合格率 and 培训及时率 are two. */
export function thingOf(one: SpokenIndicator, own: Target, match: GoalMatch): Content {
  const { dimension } = own.unit;
  return match.thing(one, dimension === 'ratio' || dimension === 'time');
}

/** The verb that a list is done with holds for each of its parts: 购置计算机40台、打印机15台. */
export function withLead({ pairs }: Content, { lead }: GoalPiece): ReadonlySet<Pair> {
  return lead === undefined || lead.word.length !== 2 ? pairs : new Set([...pairs, pairAt(lead.as ?? lead.word, 0)]);
}

/** 村道安防 and 村道安全生命防护. */
function isShortFor({ words }: Content, said: Content): boolean {
  const long = said.words.map(({ text }) => text).join('');
  return words.every(({ text }) => {
    if (text.length <= 2 && said.pairs.has(pairAt(text, 0))) return true;
    let at = 0;
    for (const character of long) if (character === text[at]) at += 1;
    return at === text.length && text.length >= LEAST_SHORT && said.pairs.has(pairAt(text, 0));
  });
}

const LEAST_SHORT = 4;

/**
 * 老年人…开展体检，体检率达到75%: the clause names the end, what stands before it is said earlier in the goal or in the
 * project's name (漏损率降至9% in a project of 供水管网).
 */
function isNamedAround(thing: Content, spoken: ReadonlySet<Pair>, { goal, match }: UnderstoodDraft): boolean {
  const word = thing.wordPairs.at(-1) ?? [];
  // 公办学位 for 公办幼儿园学位: of a long word beside others the end has to be named here, the rest earlier.
  const last = thing.words.length < 2 ? word.slice(-LEAST_END) : word.length < LONG ? word : word.slice(-1);
  if (last.length === 0 || !last.every((pair) => spoken.has(pair))) return false;
  const earlier = goal ? pairsOf(goal) : NO_PAIRS;
  const isSaid = (pair: Pair) => earlier.has(pair) || spoken.has(pair) || match.isNamed(pair);
  return thing.wordPairs.every((pairs) => pairs.every(isSaid) || isSewn(pairs, isSaid));
}

const NO_PAIRS: ReadonlySet<Pair> = new Set();
const pairsOf = rememberFor(
  ({ pieces }: GoalText): ReadonlySet<Pair> => new Set(pieces.flatMap(({ content }) => [...content.pairs])),
);

/** 引进博士人才120名、硕士800名: what a list counts is said with its first part; the others say what kind. */
function isNamedBeside(thing: Content, said: Content, piece: GoalPiece, { goal }: UnderstoodDraft): boolean {
  const before = (goal?.pieces ?? []).find(({ clause }) => clause === piece.clause);
  if (!before || before === piece || before.numbers.length === 0 || said.words.length === 0) return false;
  if (coveredShare(said, thing.pairs) < NAMED) return false;
  // 培训护士120名、医生80名: 医生护士人数 is of both.
  if (coveredShare(before.content.telling(1), thing.pairs) >= NAMED) return false;
  const isSaid = (pair: Pair) => said.pairs.has(pair) || before.content.pairs.has(pair);
  return thing.wordPairs.every((pairs) => pairs.every(isSaid) || isSewn(pairs, isSaid));
}

/** 种质资源鉴定评价: words that the goal says apart; only the pairs over their seams are said nowhere. */
function isSewn(pairs: readonly Pair[], isSaid: (pair: Pair) => boolean): boolean {
  return pairs.every((pair, at) => {
    if (isSaid(pair)) return true;
    const [before, after] = [pairs[at - 1], pairs[at + 1]];
    return before !== undefined && after !== undefined && isSaid(before) && isSaid(after);
  });
}

const LONG = 5;
/** Of one long word so many pairs at its end. */
const LEAST_END = 3;

/** Half of what is measured is named, and what is done with it where the indicator says so. */
export function isLikeThing({ one, own }: Targeted, { piece, number }: Stated, draft: UnderstoodDraft): boolean {
  const { match } = draft;
  if (one.understood.measure.kind === 'satisfaction') return false;
  const ratio = amount(own) / amount(number.part);
  if (isHinted({ one, own }, { piece, number }, ratio, match)) return true;
  if (!LIKELY.has(own.unit.dimension)) return false;
  if (ratio > FURTHEST || ratio < 1 / FURTHEST) return false;
  const thing = thingOf(one, own, match);
  const said = isOfPart(number) ? number.of : spokenOf(piece, draft);
  // 青年干部参加省级培训120人 are some of 干部培训人数 300人: a part that the goal picks out may be smaller.
  if (ratio > 1 && coveredShare(said, match.around(one)) < WHOLLY_ANSWERED) return false;
  const spoken = withLead(said, piece);
  const acts = thing.words.filter(({ weight }) => weight < 1);
  return coveredShare(thing, spoken) >= ANSWERED && acts.every(({ text }) => spoken.has(pairAt(text, 0)));
}

/** 孕前优生健康检查对数 and 孕前优生检查1800对: of a unit that hardly anything is counted in two characters in common are enough. */
function isHinted({ one, own }: Targeted, { piece, number }: Stated, ratio: number, match: GoalMatch): boolean {
  if (ratio > NEAR || ratio < 1 / NEAR) return false;
  // 修复面积 and 面积3120亩: nothing but the measure is said.
  const bare = piece.text.replace(number.text, '').replace(BOUND, '').trim();
  if (bare !== '' && bare === one.understood.measure.word) return true;
  if (!RARE_UNITS.has(counterOf(own.unit))) return false;
  const said = textOf(isOfPart(number) ? number.of : piece.content);
  const common = Array.from(textOf(match.object(one))).map((character) => said.includes(character));
  // 征订报刊 and 征订杂志 end in two things.
  return common.at(-1) === true && common.filter(Boolean).length >= HINTED;
}

/** Of things alone, without what is done to them. */
function textOf(content: Content): string {
  return content
    .telling(1)
    .words.map(({ text }) => text)
    .join('');
}

const NEAR = 2.5;
const HINTED = 2;
const RARE_UNITS: ReadonlySet<string> = new Set([
  '羽',
  '尾',
  '标箱',
  '标准箱',
  '治疗量',
  '对',
  '孔',
  '眼',
  '口',
  '盏',
  '册',
  '幅',
  '株',
  '头',
  '只',
  '艘',
  '架次',
  '粒',
  '篇',
  '门',
  '首',
  '集',
  '枚',
  '具',
  '亩次',
  '公顷次',
]);

/** 实施改造，涉及居民楼76栋、3120户: a bare number is of what was last said to be done. */
function spokenOf(piece: GoalPiece, { goal }: UnderstoodDraft): Content {
  if (piece.content.words.length > 0 || !goal) return piece.content;
  const before = goal.pieces.slice(0, goal.pieces.indexOf(piece));
  return before.findLast(({ lead }) => lead?.kind === 'task')?.content ?? piece.content;
}

/** A rate is like any other; what is counted or takes time is told by its unit. */
const LIKELY: ReadonlySet<string> = new Set([
  'people',
  'household',
  'event',
  'time',
  'length',
  'area',
  'volume',
  'mass',
]);

const SATISFIED = pairAt('满意', 0);

/** Of the same people; where one side names nobody, there must be no one else to be satisfied. */
function isSameSatisfaction(one: SpokenIndicator, said: Content, { match }: UnderstoodDraft): boolean {
  // 好评率, 认可度: said in so many words.
  if (!said.pairs.has(SATISFIED)) return coveredShare(one.full, said.pairs) >= NAMED;
  const [asked, named] = [match.object(one).telling(1), said.telling(1)];
  const isOne = match.indicators.filter(({ understood }) => understood.measure.kind === 'satisfaction').length === 1;
  if (asked.words.length === 0 || named.words.length === 0) return isOne;
  if (coveredShare(asked, said.pairs) >= NAMED || coveredShare(named, one.full.pairs) >= NAMED) return true;
  // 群众 may be any of those who are asked.
  return isOne && named.words.every(({ text }) => text === '群众' || text === '满意');
}
