/** By how much something is to grow or shrink: 下降率 ≥15% where the goal promises 比上年下降20%以上. */
import { z } from 'zod';
import {
  type Content,
  coveredShare,
  type GoalNumber,
  type GoalPiece,
  measureClass,
  type Understood,
  wordIndex,
} from '../indicators/index.js';
import { amount, type SpokenIndicator } from './goal-match.js';
import type { UnderstoodDraft } from './understood-draft.js';

export interface GoalConflict {
  readonly understood: Understood;
  readonly number: GoalNumber;
  readonly piece: GoalPiece;
}

const wordList = z.array(z.string().min(1)).min(1);

/** How much of what changes the goal must name, and how much of what the goal says the indicator. */
const NAMED = 0.95;
const ANSWERED = 0.5;
/** 比2020年, 三年内: from another starting point than an indicator of the year has. */
const OTHER_YEARS = /[比较于与]\s?[“"]?(?:20\d\d|十[一二三四五六]五)|[二两三四五\d]年[内间来]/;
/** What a change is told against says nothing of what changes. */
const AGAINST = /^(?:到|比|较|同比|与?上年|去年|同期|比上年|较上年|相比)+$/;

/** Words of changes in a goal. */
export const changeWordsSchema = z
  .strictObject({
    down: wordList,
    up: wordList,
    /** 累计: other years than the indicator's are meant as well. */
    otherStart: wordList,
  })
  .transform(({ down, up, otherStart }) => ({
    down: wordIndex(down),
    up: wordIndex(up),
    otherStart: wordIndex(otherStart),
  }));
export type ChangeWords = z.output<typeof changeWordsSchema>;

/** For goals of the same time as the indicators. */
export function conflictingChanges({ goal, match }: UnderstoodDraft, words: ChangeWords): GoalConflict[] {
  const told = (goal?.pieces ?? []).flatMap((piece) => {
    const [number, second] = piece.numbers;
    const isOne = number?.change === true && second === undefined && !isOfOtherYears(piece.text, words);
    return isOne ? [{ piece, number }] : [];
  });
  if (told.length === 0) return [];
  return match.indicators.flatMap((one): GoalConflict[] => {
    const own = changeOf(one.understood);
    if (!own) return [];
    const thing = match.object(one).telling(1);
    const hits = told.filter(({ piece, number }) =>
      isSameChange({ one, thing, isDown: own.isDown }, piece, number, words),
    );
    const [hit] = hits;
    // More than was promised is no conflict.
    if (!hit || hits.length > 1 || amount(own.number) >= amount(hit.number.part) * 0.995) return [];
    return [{ understood: one.understood, ...hit }];
  });
}

/** The share by which an indicator wants something changed, and which way. */
function changeOf(
  understood: Understood,
): { readonly number: GoalNumber['part']; readonly isDown: boolean } | undefined {
  const [number, second] = understood.value?.numbers ?? [];
  if (
    understood.measure.kind !== 'growth' ||
    second ||
    number?.unit?.dimension !== 'ratio' ||
    number.high !== undefined
  )
    return undefined;
  return { number: number as GoalNumber['part'], isDown: measureClass(understood) === 'down' };
}

interface Change {
  readonly one: SpokenIndicator;
  /** What changes. */
  readonly thing: Content;
  readonly isDown: boolean;
}

function isOfOtherYears(text: string, { otherStart }: ChangeWords): boolean {
  return OTHER_YEARS.test(text) || otherStart.find(text) !== undefined;
}

function isSameChange(
  { one, thing, isDown }: Change,
  { text, content }: GoalPiece,
  number: GoalNumber,
  { down, up }: ChangeWords,
): boolean {
  const ahead = text.slice(0, Math.max(0, text.indexOf(number.text)));
  if (!(isDown ? down : up).find(ahead) || (isDown ? up : down).find(ahead)) return false;
  const said = content.without((word) => AGAINST.test(word));
  return (
    thing.words.length > 0 &&
    coveredShare(thing, said.pairs) >= NAMED &&
    coveredShare(said.telling(1), one.full.pairs) >= ANSWERED
  );
}
