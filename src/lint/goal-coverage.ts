/** Tasks and targets of the goal that no indicator speaks of. */
import { coveredShare, type GoalNumber, type GoalPiece } from '../indicators/index.js';
import { agree, amount, type GoalMatch, isTelling, type SpokenIndicator } from './goal-match.js';
import type { UnderstoodDraft } from './understood-draft.js';

/** Below these shares of telling words an indicator speaks of something else. */
const COUNTED_SHARE = 0.34;
const RATE_SHARE = 0.25;
const TASK_SHARE = 0.12;
/** An indicator whose own object the piece names nearly whole is about the piece. */
const NAMED_SHARE = 0.8;

const COUNTED: ReadonlySet<string> = new Set([
  'people', 'household', 'event', 'thing', 'length', 'area', 'volume', 'mass', 'money', 'data',
]);

export function uncoveredPieces(draft: UnderstoodDraft): GoalPiece[] {
  const { goal, match } = draft;
  if (!goal) return [];
  const taken = takenIndicators(goal.pieces, match);
  return goal.pieces.filter((piece) => {
    const floor = floorOf(piece);
    return floor !== undefined && !isCovered(piece, goal.pieces, match, taken, floor);
  });
}

/** The share that covers a piece; undefined where the piece asks for no indicator. */
function floorOf({ numbers, lead, content, isEffect, dates }: GoalPiece): number | undefined {
  const targets = numbers.filter(({ aside }) => !aside);
  const telling = content.words.filter(({ generic, weight, text }) => !generic && weight >= 1 && text.length > 1);
  if (telling.length === 0) return undefined;
  if (targets.some(({ unit }) => unit && COUNTED.has(unit.dimension))) return COUNTED_SHARE;
  if (targets.some(({ unit }) => unit?.dimension === 'ratio')) return RATE_SHARE;
  if (targets.length > 0 || dates.length > 0 || isEffect || lead?.kind !== 'task') return undefined;
  const last = content.words.at(-1);
  const length = telling.reduce((sum, { text }) => sum + text.length, 0);
  return last && !last.generic && length >= 4 ? TASK_SHARE : undefined;
}

/** Indicators that state the very number of a piece that they speak of: what they measure is settled. */
function takenIndicators(pieces: readonly GoalPiece[], match: GoalMatch): Map<SpokenIndicator, GoalPiece> {
  const taken = new Map<SpokenIndicator, GoalPiece>();
  for (const piece of pieces) {
    const counts = piece.numbers.filter(({ unit }) => unit && COUNTED.has(unit.dimension));
    if (counts.length === 0) continue;
    for (const one of match.indicators) {
      if (!counts.some((number) => statesNumber(one, number))) continue;
      if (match.share(piece.content, one) >= COUNTED_SHARE) taken.set(one, piece);
    }
  }
  return taken;
}

function isCovered(
  piece: GoalPiece,
  pieces: readonly GoalPiece[],
  match: GoalMatch,
  taken: ReadonlyMap<SpokenIndicator, GoalPiece>,
  floor: number,
): boolean {
  const isCounted = floor === COUNTED_SHARE;
  for (const one of match.indicators) {
    const share = match.share(piece.content, one);
    const other = taken.get(one);
    const settled = isCounted && other !== undefined && other !== piece;
    if (share >= (settled ? NAMED_SHARE : floor)) return true;
    if (!settled && coveredShare(one.object, piece.content.pairs, match.tell) >= NAMED_SHARE) return true;
    if (piece.numbers.some((number) => statesNumber(one, number) && (isTelling(number) || (!settled && share > 0)))) return true;
  }
  return isCounted && sumsUp(piece, pieces, match);
}

function statesNumber({ understood: { value } }: SpokenIndicator, number: GoalNumber): boolean {
  return value?.numbers.some((own) => agree(own, number, number.approximate ? 0.1 : 0.01)) ?? false;
}

/** 县道286公里、乡道742公里、村道1105公里: one indicator may state the sum. */
function sumsUp(piece: GoalPiece, pieces: readonly GoalPiece[], match: GoalMatch): boolean {
  return piece.numbers.some((number) => {
    const parts = pieces
      .filter(({ clause }) => clause === piece.clause)
      .flatMap(({ numbers }) => numbers.find(({ unit }) => unit?.dimension === number.unit?.dimension) ?? []);
    if (parts.length < 2) return false;
    const sum = parts.reduce((total, part) => total + amount(part), 0);
    return match.indicators.some(({ understood: { value } }) =>
      value?.numbers.some(({ unit, value: own }) => unit?.dimension === number.unit?.dimension && near(own * (unit?.factor ?? 1), sum)),
    );
  });
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 0.01;
}
