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
]);

export function uncoveredPieces(draft: UnderstoodDraft): GoalPiece[] {
  const { goal, match } = draft;
  if (!goal) return [];
  let taken: Map<number, GoalPiece> | undefined;
  return goal.pieces.filter((piece) => {
    const floor = floorOf(piece);
    if (floor === undefined || isPlain(piece, match)) return false;
    taken ??= takenIndicators(goal.pieces, match);
    return !isCovered(piece, goal.pieces, match, taken, floor);
  });
}

/** An indicator states the piece's own number, or says all that the piece says. */
function isPlain(piece: GoalPiece, match: GoalMatch): boolean {
  if (
    piece.numbers.some((number) => isTelling(number.part) && match.indicators.some((one) => statesNumber(one, number)))
  )
    return true;
  return match.shares(piece.content).some((share) => share >= NAMED_SHARE);
}

/** The share that covers a piece; undefined where the piece asks for no indicator. */
function floorOf({ numbers, delivers, content, isEffect, isDated }: GoalPiece): number | undefined {
  const targets = numbers.filter(({ aside }) => !aside);
  const telling = content.words.filter(({ generic, weight, text }) => !generic && weight >= 1 && text.length > 1);
  if (telling.length === 0) return undefined;
  if (targets.some(({ part }) => COUNTED.has(part.unit.dimension))) return COUNTED_SHARE;
  if (targets.some(({ part }) => part.unit.dimension === 'ratio')) return RATE_SHARE;
  if (targets.length > 0 || isDated || isEffect || !delivers) return undefined;
  const last = content.words.at(-1);
  const length = telling.reduce((sum, { text }) => sum + text.length, 0);
  return last && !last.generic && length >= 4 ? TASK_SHARE : undefined;
}

/** Indicators that state the very number of a piece that they speak of: what they measure is settled. */
function takenIndicators(pieces: readonly GoalPiece[], match: GoalMatch): Map<number, GoalPiece> {
  const taken = new Map<number, GoalPiece>();
  for (const piece of pieces) {
    const counts = piece.numbers.filter(({ part }) => COUNTED.has(part.unit.dimension));
    if (counts.length === 0) continue;
    const shares = match.shares(piece.content);
    for (const [index, one] of match.indicators.entries()) {
      if ((shares[index] as number) < COUNTED_SHARE) continue;
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
  floor: number,
): boolean {
  const isCounted = floor === COUNTED_SHARE;
  const shares = match.shares(piece.content);
  const settled = (index: number) => isCounted && (taken.get(index) ?? piece) !== piece;
  for (const [index, share] of shares.entries()) if (share >= (settled(index) ? NAMED_SHARE : floor)) return true;
  for (const [index, one] of match.indicators.entries()) {
    if (!settled(index) && coveredShare(match.object(one), piece.content.pairs, match.tell) >= NAMED_SHARE) return true;
    const likely = !settled(index) && (shares[index] as number) > 0;
    if (likely && piece.numbers.some((number) => statesNumber(one, number))) return true;
  }
  return isCounted && sumsUp(piece, pieces, match);
}

function statesNumber({ understood: { value } }: SpokenIndicator, number: GoalNumber): boolean {
  return value?.numbers.some((own) => agree(own, number.part, number.approximate ? 0.1 : 0.01)) ?? false;
}

/** 县道286公里、乡道742公里、村道1105公里: one indicator may state the sum. */
function sumsUp(piece: GoalPiece, pieces: readonly GoalPiece[], match: GoalMatch): boolean {
  return piece.numbers.some(({ part: { unit } }) => {
    const parts = pieces
      .filter(({ clause }) => clause === piece.clause)
      .flatMap(({ numbers }) => numbers.find(({ part }) => part.unit.dimension === unit.dimension) ?? []);
    if (parts.length < 2) return false;
    const sum = parts.reduce((total, { part }) => total + amount(part), 0);
    return match.indicators.some(({ understood: { value } }) =>
      value?.numbers.some((own) => own.unit?.dimension === unit.dimension && near(amount(own), sum)),
    );
  });
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 0.01;
}
