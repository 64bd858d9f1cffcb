/** The table as it was read, before anything in it is judged: what `lint --show-reading` shows. */
import type { Understanding } from '../indicators/index.js';
import type { Draft, Location, Reading } from '../schema/index.js';
import { isApplicable } from './applicable.js';
import { explainer } from './explain.js';
import { PROJECT, RESULTS, term } from './terms.js';

export function readingOf(
  draft: Draft,
  understanding: Understanding,
  locate: (indicatorId: string | null, field: string) => Location,
): Reading {
  const explain = explainer(understanding);
  const project = Object.keys(PROJECT).flatMap((field) => {
    const text = shown(draft.project[field]);
    return text === undefined ? [] : [{ ...term(PROJECT, field), text }];
  });
  const stated = draft.project.selfEvaluation;
  const results = Object.keys(RESULTS).flatMap((field) => {
    // A figure whose shortest text is not how it is written has its text beside it: 9.10.
    const text = shown(stated?.[`${field}Text`]) ?? shown(stated?.[field]);
    return text === undefined ? [] : [{ ...term(RESULTS, field), text }];
  });
  const indicators = draft.indicators.map((indicator) => ({
    id: indicator.id,
    location: locate(indicator.id, 'name'),
    level1: indicator.level1 ?? '',
    level2: indicator.level2 ?? '',
    name: indicator.name,
    operator: indicator.operator ?? '',
    value: indicator.value ?? '',
    unit: indicator.unit ?? '',
    weight: indicator.weight ?? null,
    actual: indicator.actual ?? '',
    score: shown(indicator.scoreText) ?? shown(indicator.score) ?? '',
    deviationReason: indicator.deviationReason ?? '',
    applicable: isApplicable(indicator),
    understood: explain(understanding.understand(indicator)),
  }));
  return { project, results, indicators };
}

function shown(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
