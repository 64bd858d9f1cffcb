/** When a draft that lacks quantity, quality or timeliness is incomplete. */
import { z } from 'zod';
import type { OutputKind } from './draft-frame.js';
import type { UnderstoodDraft } from './understood-draft.js';

export const outputData = z.strictObject({
  /** Drafts of fewer indicators are excerpts. */
  least: z.number().int().positive(),
  /** Categories of projects that need none. */
  exempt: z.array(z.string()),
});

export function lacksOutput(
  { frame, kind, incomplete }: UnderstoodDraft,
  side: OutputKind,
  data: z.output<typeof outputData>,
): boolean {
  if (incomplete || !frame.isKnown || !frame.has('output') || frame.counted < data.least) return false;
  if (kind.category !== undefined && data.exempt.includes(kind.category)) return false;
  return frame.hasOutput(side) === false;
}
