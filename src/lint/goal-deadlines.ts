/** Deadlines of indicators that are later than the one that the goal states for the same thing. */
import { coveredShare, type DatePart, type GoalPiece, type Understood } from '../indicators/index.js';
import type { SpokenIndicator } from './goal-match.js';
import { gathered } from '../text/gathered.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface LateDeadline {
  readonly understood: Understood;
  readonly stated: DatePart;
  readonly piece: GoalPiece;
}

const NAMED = 0.95;
/** 6月底 and 7月1日 say the same. */
const SLACK_DAYS = 5;
const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
const QUARTERS: Readonly<Record<string, number>> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };

export function lateDeadlines(draft: UnderstoodDraft): LateDeadline[] {
  const { goal, match } = draft;
  if (!goal || draft.repeatsTotal || (!draft.isAnnualGoal && draft.isMultiYear)) return [];
  const stated = gathered(goal.pieces, (piece) => {
    const [date, second] = piece.deadlines;
    // 5月底汛前 is one deadline said twice.
    const isOne = !second || (second.month === undefined && second.start === date?.end);
    const day = date && isOne ? dayOf(date) : undefined;
    return date && day !== undefined ? { piece, date, day } : undefined;
  });
  if (stated.length === 0) return [];
  const dated = gathered(match.indicators, (one) => {
    const { value } = one.understood;
    const [date, second] = value?.kind === 'date' ? value.dates : [];
    const day = date && !second ? dayOf(date) : undefined;
    return date && day !== undefined ? { one, date, day } : undefined;
  });
  return dated.flatMap(({ one, date, day }) => {
    const hits = stated.filter(({ piece }) =>
      isSameThing(one, piece, draft, dated.length === 1 && stated.length === 1),
    );
    const [hit, second] = hits;
    if (!hit || second || (hit.date.year ?? date.year) !== (date.year ?? hit.date.year)) return [];
    return day > hit.day + SLACK_DAYS ? [{ understood: one.understood, stated: hit.date, piece: hit.piece }] : [];
  });
}

/** The piece names what the deadline is for; where each side has one alone, ending the same work is enough. */
function isSameThing(one: SpokenIndicator, piece: GoalPiece, { match }: UnderstoodDraft, areAlone: boolean): boolean {
  // 第二批资金下达时间, 尾款支付时间: of a part that the goal does not speak of.
  const part = PART.exec(one.understood.name.core)?.[0];
  if (part !== undefined && !piece.text.includes(part)) return false;
  const thing = match.object(one).telling(0.5);
  if (thing.words.length > 0 && coveredShare(thing, piece.content.pairs) >= NAMED) return true;
  if (saysAct(one, piece)) return true;
  return areAlone && ENDS.test(one.understood.name.core) && ENDS.test(piece.text);
}

/** 11月30日前兑付到户: what is paid out was said before, and 补贴发放到户时间 asks for this very act. */
function saysAct({ full }: SpokenIndicator, { content }: GoalPiece): boolean {
  const length = content.words.reduce((sum, { text }) => sum + text.length, 0);
  return length >= LEAST_ACT && coveredShare(content, full.pairs) >= NAMED;
}

const PART = /第[二三四五六七八九十][批次期轮阶]|[二三四]期|尾款|余款|剩余/;
const LEAST_ACT = 4;

const ENDS = /完工|竣工|完成|建成|交付|投入使用|投用|上线|列装|到位|验收|发放|兑付|拨付/;

/** The last day that a date allows, counted within its year; undefined where it only names the year or a season. */
function dayOf({ text, month, day }: DatePart): number | undefined {
  if (month === undefined) {
    const quarter = QUARTERS[/第?([一二三四1-4])季度/.exec(text)?.[1] ?? ''];
    if (quarter !== undefined) return DAYS_BEFORE_MONTH[quarter * 3];
    return /年[底末]/.test(text) ? 365 : undefined;
  }
  const before = DAYS_BEFORE_MONTH[month - 1] as number;
  if (day !== undefined) return before + day;
  if (/初|上旬/.test(text)) return before + 10;
  return /中旬/.test(text) ? before + 20 : DAYS_BEFORE_MONTH[month];
}
