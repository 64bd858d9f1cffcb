/** Changes of an indicator's fields → changes of cells, where each field has a cell of its own. */
import type { SourcedDraft } from '../sourced-draft.js';
import type { Location } from '../../schema/index.js';
import type { FieldChange, Fix } from './model.js';

interface Planned {
  readonly indicatorId: string;
  readonly changes: readonly { readonly field: string; readonly value: string }[];
}

export interface ResolvedFixes {
  readonly fixes: readonly Fix[];
  /** `no-column`: the table has no cell for the field. `shared`: the cell is a heading over several indicators. */
  readonly refused: readonly { readonly reason: 'no-column' | 'shared'; readonly location: Location }[];
}

export function resolveFixes({ draft, locate, place }: SourcedDraft, planned: readonly Planned[]): ResolvedFixes {
  const fixes: Fix[] = [];
  const refused: ResolvedFixes['refused'][number][] = [];
  for (const { indicatorId, changes } of planned) {
    const resolved = changes.map(({ field, value }) => ({ field, value, location: place(indicatorId, field) }));
    const missing = resolved.find(({ location }) => location === undefined);
    if (!missing) fixes.push({ changes: resolved as FieldChange[] });
    else {
      const indicator = draft.indicators.find(({ id }) => id === indicatorId);
      const isFilled = (indicator?.[missing.field] ?? '') !== '';
      refused.push({ reason: isFilled ? 'shared' : 'no-column', location: locate(indicatorId, missing.field) });
    }
  }
  return { fixes, refused };
}
