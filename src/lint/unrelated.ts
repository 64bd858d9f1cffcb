/** Indicators that share no word with the goal, the project or any other indicator. */
import type { Understanding, Understood } from '../indicators/index.js';
import type { UnderstoodDraft } from './understood-draft.js';

/** A goal of fewer characters says too little to be unrelated to. */
const LEAST_GOAL = 20;
const LEAST_OBJECT = 3;

export function unrelatedIndicators(draft: UnderstoodDraft, { goals: reader }: Understanding): Understood[] {
  const { goals, match } = draft;
  const told = goals.map(({ text }) => text).join('，');
  if (told.length < LEAST_GOAL) return [];
  const { name, unit = '', duties = '' } = draft.draft.project;
  const touched = new Uint8Array(match.indicators.length);
  for (const { pieces } of goals) for (const { content } of pieces) match.touched(content, touched);
  for (const text of [name, unit, duties]) match.touched(reader.content(text), touched);
  const alone = match.indicators.filter(({ understood: { levels, measure } }, index) => {
    // Any project may have its quality, promptness, cost and satisfaction measured.
    if (touched[index] === 1 || levels.level1 === 'management' || measure.aspect !== undefined) return false;
    return !match.isShared(index);
  });
  if (alone.length === 0) return [];
  const characters = new Set([name, unit, duties, told].join(''));
  return alone.flatMap((one) => {
    const words = match
      .object(one)
      .telling(1)
      .words.map(({ text }) => text);
    if (words.join('').length < LEAST_OBJECT) return [];
    // A single shared character may be the whole of a short word: 法 of 普法, 水 of 供水.
    return Array.from(words.join('')).some((character) => characters.has(character)) ? [] : [one.understood];
  });
}
