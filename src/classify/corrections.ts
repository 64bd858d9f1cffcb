/** Corrections beside what was known before: nothing is lost, the later word is trained on, and what disagrees is told. */
import { modelAnswer } from '../schema/index.js';
import { compact } from '../text/fold.js';
import type { LabelledText } from './labelled.js';

/** The part under which corrections stand in a corpus. */
export const CORRECTIONS = 'corrections';

/** One text with two labels: `later` is trained on. */
export interface Conflict {
  readonly earlier: LabelledText;
  readonly later: LabelledText;
}

export interface MergedCorpus {
  /** What to train on. */
  readonly examples: readonly LabelledText[];
  /** Corrections that were not known yet, in their order: to be added to the local corpus. */
  readonly added: readonly LabelledText[];
  /** Corrections that say what was known already. */
  readonly repeated: number;
  readonly conflicts: readonly Conflict[];
}

/**
 * Of each text the last correction counts: `fresh` over `known` (the local corpus), both over `base`. What a model had
 * said and nobody changed teaches nothing, and is passed over in `fresh`.
 */
export function mergeCorrections(
  base: readonly LabelledText[],
  known: readonly LabelledText[],
  fresh: readonly LabelledText[],
): MergedCorpus {
  const latest = new Map<string, LabelledText>();
  const added: LabelledText[] = [];
  const conflicts: Conflict[] = [];
  let repeated = 0;
  for (const one of known) {
    latest.delete(keyOf(one));
    latest.set(keyOf(one), one);
  }
  const before = new Set(latest.keys());
  for (const one of fresh.filter(({ state }) => state !== 'left')) {
    const earlier = latest.get(keyOf(one));
    if (earlier && isSame(earlier, one)) {
      repeated += 1;
      continue;
    }
    if (earlier) conflicts.push({ earlier, later: one });
    // Set anew, so that the order is that of the last word on each text.
    latest.delete(keyOf(one));
    latest.set(keyOf(one), one);
    added.push(one);
  }
  const isFresh = new Set(added);
  const rest = base.filter((one) => {
    const later = latest.get(keyOf(one));
    // Told once, when the text is first corrected.
    if (later && isFresh.has(later) && !before.has(keyOf(one)) && !isSame(one, later))
      conflicts.push({ earlier: one, later });
    return later === undefined;
  });
  const corrections = [...latest.values()].map((one) => ({ ...one, part: CORRECTIONS }));
  return { examples: [...rest, ...corrections], added, repeated, conflicts };
}

/** The line of a corpus in which a correction is kept. */
export function correctionLine({ text, kind, labels, place }: LabelledText): string {
  const { file, line, sheet, cell } = place;
  const from = { file, ...(line !== undefined && { line }), ...(sheet !== undefined && { sheet, cell }) };
  return `${JSON.stringify({ text, kind, labels, part: CORRECTIONS, from })}\n`;
}

/** Lines of one text that disagree within a corpus: told, and left in. */
export function disagreements(texts: readonly LabelledText[]): Conflict[] {
  const first = new Map<string, LabelledText>();
  return texts.flatMap((later) => {
    const earlier = first.get(keyOf(later));
    if (!earlier) first.set(keyOf(later), later);
    return earlier && !isSame(earlier, later) ? [{ earlier, later }] : [];
  });
}

function keyOf({ text }: LabelledText): string {
  return compact(text);
}

function isSame(one: LabelledText, other: LabelledText): boolean {
  return modelAnswer(one) === modelAnswer(other);
}
