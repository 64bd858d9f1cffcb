/** What the goal says is not to happen at all, and an indicator allows: 作业安全零事故 beside 责任事故起数 ≤2起. */
import type { GoalPiece, Understood } from '../indicators/index.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface AllowedFault {
  readonly understood: Understood;
  readonly piece: GoalPiece;
}

/** 零事故, 事故为零, 事故零发生: what it is, before or behind. */
const NONE =
  /零(?!星|售|件|散|部|距|碳|工|钱|食)(?<behind>[\p{Script=Han}]{2})|(?<before>[\p{Script=Han}]{2})(?:为零|零发生|零出现)/u;
const COUNTED: ReadonlySet<string> = new Set(['count', 'items', 'event', 'people']);

export function allowedFaults({ goal, indicators }: UnderstoodDraft): AllowedFault[] {
  const none = (goal?.pieces ?? []).flatMap((piece) => {
    if (!piece.text.includes('零')) return [];
    const { behind, before } = NONE.exec(piece.text)?.groups ?? {};
    const what = behind ?? before;
    return what === undefined ? [] : [{ piece, what }];
  });
  if (none.length === 0) return [];
  return indicators.flatMap((understood) => {
    const { measure, value } = understood;
    const [number, ...others] = value?.numbers ?? [];
    const isAllowed = number !== undefined && others.length === 0 && number.value > 0 && !number.change;
    if (!isAllowed || !measure.negative || !COUNTED.has(measure.kind)) return [];
    const hit = none.find(({ what }) => measure.object.includes(what));
    return hit ? [{ understood, piece: hit.piece }] : [];
  });
}
