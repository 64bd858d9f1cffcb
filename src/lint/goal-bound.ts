/** Which way the goal bounds a figure that an indicator repeats: 储备物资6小时内运抵 beside 运抵时长 ≥6小时. */
import { type Content, coveredShare, type NumberPart, type Understood } from '../indicators/index.js';
import { gathered } from '../text/gathered.js';
import { agree } from './goal-match.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface GoalBound {
  readonly better: 'higher' | 'lower';
  /** What the goal says: 储备物资6小时内运抵受灾县区. */
  readonly text: string;
}

const SIDES: Readonly<Record<string, GoalBound['better']>> = {
  '≥': 'higher',
  '>': 'higher',
  '≤': 'lower',
  '<': 'lower',
};
/** How much of the indicator's object the goal must say: 病死畜禽冷藏 is not 病死畜禽收运. */
const NAMED = 0.7;
/** 优于3厘米 says less of an error and more of an output. */
const OPEN = /[优好]于/;

/** Undefined where the goal has no such figure for anything like it, or bounds it both ways. */
export function goalBound(
  { goal, match }: UnderstoodDraft,
  understood: Understood,
  number: NumberPart,
): GoalBound | undefined {
  const unit = number.unit ?? understood.unit;
  if (!goal || !unit) return undefined;
  const one = match.spoken(understood);
  if (!one) return undefined;
  const own = { ...number, unit };
  let thing: Content | undefined;
  const stated = gathered(goal.pieces, (piece) => {
    const same = piece.numbers.find(
      ({ part }) => SIDES[part.operator ?? ''] && part.high === undefined && agree(own, part, 0),
    );
    if (!same || OPEN.test(piece.text)) return undefined;
    thing ??= match.object(one);
    if (coveredShare(thing, piece.content.pairs) < NAMED) return undefined;
    return { piece, better: SIDES[same.part.operator ?? ''] };
  });
  const [first] = stated;
  if (!first?.better || stated.some(({ better }) => better !== first.better)) return undefined;
  return { better: first.better, text: first.piece.text };
}
