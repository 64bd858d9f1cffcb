/** Indicators whose value differs from the number that the goal states for the same thing. */
import {
  type Content,
  coveredShare,
  type GoalNumber,
  type GoalPiece,
  type GoalText,
  perName,
  type Understood,
  type Unit,
} from '../indicators/index.js';
import { gathered } from '../text/gathered.js';
import { rememberFor } from '../text/remember-for.js';
import { agree, amount, type GoalMatch, type SpokenIndicator } from './goal-match.js';
import { type Pair, pairAt } from '../text/pairs.js';
import { isPart } from './part.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface GoalConflict {
  readonly understood: Understood;
  readonly number: GoalNumber;
  readonly piece: GoalPiece;
}

/** How much of the indicator's object the goal must name, and how much of what the goal says the indicator. */
const NAMED = 0.95;
const ANSWERED = 0.5;
/** Numbers that lie further apart are hardly about one thing, unless the words agree wholly. */
const FURTHEST = 5;
const CLOSE_ANSWER = 0.85;

const SAME_COUNTERS: readonly ReadonlySet<string>[] = [
  new Set(['场', '场次', '次', '期', '批', '批次', '班次']),
  new Set(['人', '名', '位', '个人']),
  new Set(['台', '套', '台套', '台(套)', '台/套', '辆', '件']),
  new Set([
    '个',
    '家',
    '处',
    '座',
    '所',
    '项',
    '条',
    '间',
    '栋',
    '幢',
    '份',
    '件',
    '部',
    '宗',
    '例',
    '起',
    '款',
    '只',
    '支',
  ]),
];

export function goalConflicts(draft: UnderstoodDraft): GoalConflict[] {
  const { goal, match } = draft;
  // The goal of several years states the sum of all; so does an overall goal beside an annual one.
  if (!goal) return [];
  const isOfAllYears =
    draft.repeatsTotal || (!draft.isAnnualGoal && draft.isMultiYear === true && !isOfOneYear(goal, draft));
  const all: Stated[] = [];
  for (const piece of goal.pieces) for (const number of piece.numbers) all.push({ piece, number });
  const stated = all.filter(({ piece, number }) => isTarget(number) && (!isOfAllYears || isStanding(number, piece)));
  if (stated.length === 0) return [];
  const conflicts: GoalConflict[] = [];
  const dimensions = new Set(stated.map(({ number }) => number.part.unit.dimension));
  const targets = gathered(match.indicators, (one) => {
    const own = targetOf(one);
    return own && dimensions.has(own.unit.dimension) ? { one, own } : undefined;
  });
  for (const { one, own } of targets) {
    const isLike = (unit: Unit) => isSameCount(unit, own.unit);
    const isOwnPer = isPerOne(own.unit, one.understood.measure.kind === 'unit-cost');
    const same = stated.filter(
      ({ number: { part, per } }) => isLike(part.unit) && isPerOne(part.unit, per) === isOwnPer,
    );
    if (same.length === 0) continue;
    // What the goal states anywhere for something like it agrees.
    if (same.some(({ number }) => agree(own, number.part, number.approximate ? 0.1 : 0.005))) continue;
    // 20日内办结 is kept by ≤15天.
    if (isSooner(own, same)) continue;
    // Where the goal counts so once, and one indicator does, they need not say it in the same words.
    const isAlone =
      same.length === 1 &&
      all.filter(({ number }) => isLike(number.part.unit)).length === 1 &&
      !targets.some((two) => two.one !== one && isLike(two.own.unit));
    const hits = same.filter(
      ({ piece, number }) =>
        isSameThing(one, own, piece, number, draft) || (isAlone && isLikeThing(one, own, piece, number, draft)),
    );
    const [hit] = hits;
    if (!hit || hits.length > 1 || addsUp(one, own, same, draft)) continue;
    if (isMetElsewhere(one, hit, same, draft)) continue;
    conflicts.push({ understood: one.understood, ...hit });
  }
  return conflicts;
}

/** A limit of time that is shorter than each of the goal's. */
function isSooner(own: Target, same: readonly Stated[]): boolean {
  const isLimit = own.unit.dimension === 'time' && (own.operator === '≤' || own.operator === '<');
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
  return part.unit.dimension === 'ratio' && deadlines.length === 0 && STANDING.test(text) && !REACHED.test(text);
}

const STANDING = /不低于|不少于|不超过|不高于|保持|稳定在|控制在|维持在/;
const REACHED = /[到至]20\d\d|期末|年内|年底|累计|逐年/;

/** 综合演练2次、专项演练6次 come to 演练8次; 总体规划及12个乡镇规划 to 13. */
function addsUp(one: SpokenIndicator, own: Target, same: readonly Stated[], { match }: UnderstoodDraft): boolean {
  const thing = thingOf(one, own, match);
  const named = same.filter(({ piece }) => coveredShare(thing, withLead(piece.content, piece)) >= ANSWERED);
  const isSum = (parts: readonly Stated[]) => {
    const sum = parts.reduce((total, { number }) => total + amount(number.part), 0);
    return Math.abs(sum - amount(own)) <= sum * 0.005;
  };
  if (isSum(named) || isSum(same)) return true;
  return named.some(
    ({ piece, number }) => amount(own) === amount(number.part) + 1 && /[及和与、].*\d/.test(piece.text),
  );
}

interface Stated {
  readonly piece: GoalPiece;
  readonly number: GoalNumber;
}

type Target = GoalNumber['part'];

/** The one number that an indicator sets; a change, an average or a value with several numbers is none. */
function targetOf({ understood }: SpokenIndicator): Target | undefined {
  const { value, measure } = understood;
  const number = value?.numbers[0];
  if (
    !number?.unit ||
    (value?.numbers.length ?? 0) > 1 ||
    value?.dates.length ||
    number.high !== undefined ||
    number.change
  )
    return undefined;
  if (isPart(understood)) return undefined;
  // 完成时间 15个 answers something else.
  if ((measure.kind === 'deadline' || measure.kind === 'duration') && number.unit.dimension !== 'time')
    return undefined;
  if (measure.kind === 'unit-cost') return number.unit.dimension === 'money' ? (number as Target) : undefined;
  return number.unit.per !== undefined || isOfOne(understood) ? undefined : (number as Target);
}

const isOfOne = perName(({ name }) => PER_ONE.test(name.core));

const PER_ONE =
  /^(?:每|单|平均(?!.{0,8}(?:时间|时长|时限)$)|人均|户均|亩均|日均|月均)|每(?:期|场|次|人|个|月|季|日|天)|日均|月均|人均|平均(?!.{0,8}(?:时间|时长|时限)$)/;

function isTarget({ part, aside, change, per }: GoalNumber): boolean {
  if (change || part.high !== undefined) return false;
  return isPerOne(part.unit, per) ? part.unit.dimension === 'money' : !aside;
}

/** 每人每月1200元, 50元/人: what is paid for one is no total. */
function isPerOne(unit: Unit, per: boolean): boolean {
  return per || unit.per !== undefined;
}

const COUNTING: ReadonlySet<string> = new Set(['people', 'household', 'event', 'thing', 'other']);

function isSameCount(unit: Unit, ownUnit: Unit): boolean {
  if (unit.dimension !== ownUnit.dimension) return false;
  if (unit === ownUnit || !COUNTING.has(unit.dimension)) return true;
  const [counter, ownCounter] = [counterOf(unit), counterOf(ownUnit)];
  if (counter === ownCounter) return true;
  return SAME_COUNTERS.some((set) => set.has(counter) && set.has(ownCounter));
}

/** 万人次 counts in 人次. */
const counterOf = rememberFor(({ text }: Unit) => text.replace(/^[万亿千百]/, '').replace(/\s/g, ''));

function isSameThing(
  one: SpokenIndicator,
  own: Target,
  piece: GoalPiece,
  number: GoalNumber,
  draft: UnderstoodDraft,
): boolean {
  const { match } = draft;
  const content: Content = piece.numbers.length > 1 || number.scoped ? number.of : piece.content;
  const said = number.per ? content.without(isForOne) : content;
  if (one.understood.measure.kind === 'satisfaction') return isSameSatisfaction(one, said, draft);
  const thing = thingOf(one, own, match);
  if (thing.words.length === 0 || !isSameShare(one, own, piece)) return false;
  const spoken = withLead(said, piece);
  // 青年干部参加省级培训120人 are some of 干部培训人数 300人: the short name of a larger number is of more than that.
  const isShort = amount(own) <= amount(number.part) && isShortFor(thing, said);
  const isNamed = coveredShare(thing, spoken) >= NAMED || isShort || isNamedAround(thing, spoken, draft);
  // 每头补助1500元: what for stands earlier in the goal, what is done in the measure word (补助标准).
  if (!isNamed && !(number.per && isNamedAround(match.thing(one, true), spoken, draft))) return false;
  const answered = coveredShare(said, match.around(one));
  if (answered < ANSWERED && !isShort) return false;
  const ratio = amount(own) / amount(number.part);
  return answered >= CLOSE_ANSWER || (ratio <= FURTHEST && ratio >= 1 / FURTHEST);
}

/** 每头, 每人. */
function isForOne(word: string): boolean {
  return word.length <= 3 && word.startsWith('每');
}

/** 群众诉求满意率 is not 诉求解决率: the last word before 率 tells. */
function isSameShare({ understood: { name } }: SpokenIndicator, { unit }: Target, { text }: GoalPiece): boolean {
  if (unit.dimension !== 'ratio') return true;
  const stem = name.core.replace(/(?:百分比|比率|比例|占比|比重|率)$/, '').slice(-2);
  return text.includes(stem);
}

/** What a rate is of stands in its measure word as well: 培训合格率 and 培训及时率 are two. */
function thingOf(one: SpokenIndicator, own: Target, match: GoalMatch): Content {
  const { dimension } = own.unit;
  return match.thing(one, dimension === 'ratio' || dimension === 'time');
}

/** The verb that a list is done with holds for each of its parts: 购置计算机40台、打印机15台. */
function withLead({ pairs }: Content, { lead }: GoalPiece): ReadonlySet<Pair> {
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
  const last = thing.words.length < 2 ? word.slice(-LEAST_END) : word;
  if (last.length === 0 || !last.every((pair) => spoken.has(pair))) return false;
  const earlier = new Set((goal?.pieces ?? []).flatMap(({ content }) => [...content.pairs]));
  return thing.wordPairs.flat().every((pair) => earlier.has(pair) || spoken.has(pair) || match.isNamed(pair));
}

/** Of one long word so many pairs at its end. */
const LEAST_END = 3;

/** Half of what is measured is named, and what is done with it where the indicator says so. */
function isLikeThing(
  one: SpokenIndicator,
  own: Target,
  piece: GoalPiece,
  number: GoalNumber,
  { match }: UnderstoodDraft,
): boolean {
  if (one.understood.measure.kind === 'satisfaction' || !LIKELY.has(own.unit.dimension)) return false;
  const ratio = amount(own) / amount(number.part);
  if (ratio > FURTHEST || ratio < 1 / FURTHEST) return false;
  const thing = thingOf(one, own, match);
  const said = number.scoped ? number.of : piece.content;
  // 青年干部参加省级培训120人 are some of 干部培训人数 300人: a part that the goal picks out may be smaller.
  if (ratio > 1 && coveredShare(said, match.around(one)) < WHOLLY_ANSWERED) return false;
  const spoken = withLead(said, piece);
  const acts = thing.words.filter(({ weight }) => weight < 1);
  return coveredShare(thing, spoken) >= ANSWERED && acts.every(({ text }) => spoken.has(pairAt(text, 0)));
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
  if (!said.pairs.has(SATISFIED)) return false;
  const [asked, named] = [match.object(one).telling(1), said.telling(1)];
  const isOne = match.indicators.filter(({ understood }) => understood.measure.kind === 'satisfaction').length === 1;
  if (asked.words.length === 0 || named.words.length === 0) return isOne;
  if (coveredShare(asked, said.pairs) >= NAMED || coveredShare(named, one.full.pairs) >= NAMED) return true;
  // 群众 may be any of those who are asked.
  return isOne && named.words.every(({ text }) => text === '群众' || text === '满意');
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
        isSameThing(other, own, another.piece, another.number, draft),
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

const WHOLLY_ANSWERED = 0.7;
const RELATED = 0.3;
