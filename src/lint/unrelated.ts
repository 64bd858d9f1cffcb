/** Indicators that share no word with the goal, the project or any other indicator. */
import type { Understanding, Understood } from '../indicators/index.js';
import type { UnderstoodDraft } from './understood-draft.js';

/** A goal of fewer characters says too little to be unrelated to. */
const LEAST_GOAL = 20;
const LEAST_OBJECT = 3;

export function unrelatedIndicators(draft: UnderstoodDraft, { goals: reader }: Understanding): Understood[] {
  const { goals, match } = draft;
  const { name, unit = '', duties = '' } = draft.draft.project;
  const told = goals.map(({ text }) => text).join('，');
  if (told.length < LEAST_GOAL) return [];
  const spoken = [name, unit, duties, told].join('，');
  const around = new Set(reader.content(spoken).pairs);
  const counts = new Map<string, number>();
  for (const { full } of match.indicators) for (const pair of full.pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const characters = new Set(spoken);
  return match.indicators.flatMap(({ understood, object, full }) => {
    const { levels, measure } = understood;
    if (levels.level1 === 'management' || measure.aspect !== undefined || measure.kind === 'satisfaction') return [];
    const words = object.words.filter(({ generic, weight }) => !generic && weight >= 1);
    const length = words.reduce((sum, { text }) => sum + text.length, 0);
    if (length < LEAST_OBJECT) return [];
    for (const pair of full.pairs) if (around.has(pair) || (counts.get(pair) ?? 0) > 1) return [];
    // A single shared character may be the whole of a short word: 法 of 普法, 水 of 供水.
    const shared = [...words.map(({ text }) => text).join('')].some((character) => characters.has(character));
    return shared ? [] : [understood];
  });
}
