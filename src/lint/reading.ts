/** The table as it was read, before anything in it is judged: what `lint --show-reading` shows. */
import type { Understanding } from '../indicators/index.js';
import type { Draft, Location, Reading } from '../schema/index.js';
import { isApplicable } from './applicable.js';
import { explainer } from './explain.js';
import { PROJECT, term } from './terms.js';

export function readingOf(
  draft: Draft,
  understanding: Understanding,
  locate: (indicatorId: string | null, field: string) => Location,
): Reading {
  const explain = explainer(understanding);
  const project = Object.keys(PROJECT).flatMap((field) => {
    const text = draft.project[field];
    return typeof text === 'string' || typeof text === 'number' || typeof text === 'boolean'
      ? [{ ...term(PROJECT, field), text: String(text) }]
      : [];
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
    applicable: isApplicable(indicator),
    understood: explain(understanding.understand(indicator)),
  }));
  return { project, indicators };
}
