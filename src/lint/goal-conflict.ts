/** Indicators whose value differs from the number that the goal states for the same thing. */
import {
  type Content,
  coveredShare,
  type GoalNumber,
  type GoalPiece,
  type Understood,
  type Unit,
} from '../indicators/index.js';
import { pairAt } from '../text/pairs.js';
import { agree, amount, type SpokenIndicator } from './goal-match.js';
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
  if (!goal || draft.repeatsTotal || (draft.goalField === 'goal' && draft.isMultiYear)) return [];
  const stated: Stated[] = goal.pieces.flatMap((piece) =>
    piece.numbers.filter(isTarget).map((number) => ({ piece, number, counter: counterOf(number.part.unit) })),
  );
  if (stated.length === 0) return [];
  const conflicts: GoalConflict[] = [];
  for (const one of match.indicators) {
    const own = targetOf(one);
    if (!own) continue;
    const counter = counterOf(own.unit);
    const same = stated.filter(({ number, counter: other }) => isSameCount(number.part.unit, other, own.unit, counter));
    // What the goal states anywhere for something like it agrees.
    if (same.some(({ number }) => agree(own, number.part, number.approximate ? 0.1 : 0.005))) continue;
    const hits = same.filter(({ piece, number }) => isSameThing(one, own, piece, number, draft));
    const [hit] = hits;
    if (!hit || hits.length > 1 || isMetElsewhere(one, hit.number, hit.piece, draft)) continue;
    conflicts.push({ understood: one.understood, ...hit });
  }
  return conflicts;
}

interface Stated {
  readonly piece: GoalPiece;
  readonly number: GoalNumber;
  readonly counter: string;
}

type Target = GoalNumber['part'];

/** The one number that an indicator sets; a change, an average or a value with several numbers is none. */
function targetOf({ understood: { value, name, indicator } }: SpokenIndicator): Target | undefined {
  const [number, second] = value?.numbers ?? [];
  if (!number?.unit || second || value?.dates.length || number.high !== undefined || number.change) return undefined;
  if (indicator.partOf || number.unit.per !== undefined || PER_ONE.test(name.core)) return undefined;
  return number as Target;
}

const PER_ONE = /^(?:每|单|平均|人均|户均|亩均|日均|月均)|每(?:期|场|次|人|个|月|季|日|天)|日均|月均|人均|平均/;

function isTarget({ part, aside, change }: GoalNumber): boolean {
  return !aside && !change && part.high === undefined && part.unit.per === undefined;
}

const COUNTING: ReadonlySet<string> = new Set(['people', 'household', 'event', 'thing', 'other']);

function isSameCount(unit: Unit, counter: string, ownUnit: Unit, ownCounter: string): boolean {
  if (unit.dimension !== ownUnit.dimension) return false;
  if (!COUNTING.has(unit.dimension) || counter === ownCounter) return true;
  return SAME_COUNTERS.some((set) => set.has(counter) && set.has(ownCounter));
}

/** 万人次 counts in 人次. */
function counterOf({ text }: Unit): string {
  return text.replace(/^[万亿千百]/, '').replace(/\s/g, '');
}

function isSameThing(
  one: SpokenIndicator,
  own: Target,
  piece: GoalPiece,
  number: GoalNumber,
  draft: UnderstoodDraft,
): boolean {
  const { match } = draft;
  const said: Content = piece.numbers.length > 1 ? number.of : piece.content;
  if (one.understood.measure.kind === 'satisfaction') return isSameSatisfaction(one, said, draft);
  // What a rate is of stands in its measure word as well: 培训合格率 and 培训及时率 are two.
  const isRate = own.unit.dimension === 'ratio' || own.unit.dimension === 'time';
  const thing = (isRate ? match.whole(one) : match.object(one)).telling(ACT);
  if (thing.words.length === 0 || coveredShare(thing, said.pairs) < NAMED) return false;
  const answered = coveredShare(said, match.around(one));
  if (answered < ANSWERED) return false;
  const ratio = amount(own) / amount(number.part);
  return answered >= CLOSE_ANSWER || (ratio <= FURTHEST && ratio >= 1 / FURTHEST);
}

const ACT = 0.5;

const SATISFIED = pairAt('满意', 0);

/** Of the same people; where one side names nobody, there must be no one else to be satisfied. */
function isSameSatisfaction(one: SpokenIndicator, said: Content, { match }: UnderstoodDraft): boolean {
  if (!said.pairs.has(SATISFIED)) return false;
  const [asked, named] = [match.object(one).telling(1), said.telling(1)];
  if (asked.words.length > 0 && named.words.length > 0)
    return coveredShare(asked, said.pairs) >= NAMED || coveredShare(named, one.full.pairs) >= NAMED;
  return match.indicators.filter(({ understood }) => understood.measure.kind === 'satisfaction').length === 1;
}

/** Another indicator states the goal's number, or several add up to it. */
function isMetElsewhere(
  one: SpokenIndicator,
  number: GoalNumber,
  piece: GoalPiece,
  { match }: UnderstoodDraft,
): boolean {
  const shares = match.shares(piece.content);
  const related = match.indicators.flatMap((other, index) => {
    const own = other === one || (shares[index] as number) >= RELATED ? targetOf(other) : undefined;
    return own?.unit.dimension === number.part.unit.dimension ? [{ other, own }] : [];
  });
  if (related.some(({ other, own }) => other !== one && agree(own, number.part, 0.005))) return true;
  const sum = related.reduce((total, { own }) => total + amount(own), 0);
  return related.length > 1 && Math.abs(sum - amount(number.part)) <= amount(number.part) * 0.01;
}

const RELATED = 0.3;
