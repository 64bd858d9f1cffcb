/** What the goal says is not to happen at all, and an indicator allows: 作业安全零事故 beside 责任事故起数 ≤2起. */
import { z } from 'zod';
import type { GoalPiece, Understood } from '../indicators/index.js';
import { alternatives } from '../text/any-of.js';
import { bigrams } from '../text/similarity.js';
import type { UnderstoodDraft } from './understood-draft.js';
import { COUNTS } from './kinds.js';
import { LIMITS } from './signs.js';

export interface AllowedFault {
  readonly understood: Understood;
  readonly piece: GoalPiece;
}

const list = z.array(z.string().min(1)).min(1);

export const zeroWordsSchema = z
  .strictObject({
    /** What is not to happen. */
    faults: list,
    /** How grave it is: none of one grade says nothing of another. */
    grades: list,
    /** What goes without saying of it: 安全 of 安全事故. */
    fillers: list,
  })
  .transform(({ faults, grades, fillers }) => {
    const fault = alternatives(faults);
    return {
      // 零投诉窗口 is called so.
      none: new RegExp(
        `零(?<behind>${fault})(?=$|[零、，,；;。])|(?<before>${fault})(?:发生率?)?(?:为零|零发生|零出现)`,
        'gu',
      ),
      grade: new RegExp(alternatives(grades), 'gu'),
      filler: new RegExp(alternatives(fillers), 'gu'),
    };
  });

export type ZeroWords = z.output<typeof zeroWordsSchema>;

interface None {
  readonly piece: GoalPiece;
  readonly what: string;
  readonly grades: string;
  /** Pairs of characters that say of what it is; none where it is of everything. */
  readonly of: ReadonlySet<string>;
}

export function allowedFaults({ goal, indicators }: UnderstoodDraft, words: ZeroWords): AllowedFault[] {
  const none = (goal?.pieces ?? []).flatMap((piece) => (piece.text.includes('零') ? nonesIn(piece, words) : []));
  if (none.length === 0) return [];
  return indicators.flatMap((understood) => {
    const { measure, value } = understood;
    const [number, ...others] = value?.numbers ?? [];
    const isAllowed = number !== undefined && others.length === 0 && number.value > 0 && !number.change;
    if (!isAllowed || !COUNTS.has(measure.kind)) return [];
    const isLimit = LIMITS.has(number.operator ?? '');
    const own = bigrams(measure.object);
    const hit = none.find(
      ({ what, grades, of }) =>
        // 查处违规起数 ≥20起 is what is done about it; 食物中毒起数 ≤1起 is the thing itself.
        (measure.negative ? measure.object.includes(what) : isLimit && measure.object.endsWith(what)) &&
        (grades === '' || grades === gradesIn(measure.object, words)) &&
        (of.size === 0 || Array.from(of).some((pair) => own.has(pair))),
    );
    return hit ? [{ understood, piece: hit.piece }] : [];
  });
}

function nonesIn(piece: GoalPiece, words: ZeroWords): None[] {
  return Array.from(piece.text.matchAll(words.none), ({ groups, index }) => {
    const what = groups?.behind ?? groups?.before ?? '';
    const said = piece.text.slice(0, index).replace(words.grade, '').replace(words.filler, '');
    return { piece, what, grades: gradesIn(piece.text, words), of: bigrams(said) };
  });
}

function gradesIn(text: string, { grade }: ZeroWords): string {
  return (text.match(grade) ?? []).join('');
}
