/**
 * What a model answered, in one short text that travels with its answers, so that what a reviewer changes later is told
 * from what was left as it was.
 */
import type { KindWord } from './finding-columns.js';

export interface AnsweredLabels {
  readonly kind: KindWord;
  readonly labels: readonly { readonly category: string; readonly tags: readonly string[] }[];
  readonly needsReview?: boolean;
}

const UNSURE = '|?';

/** `problem|procurement|assets#contract+inventory`, with `|?` behind it where the model abstained. */
export function modelAnswer({ kind, labels, needsReview = false }: AnsweredLabels): string {
  const categories = labels.map(({ category }) => category);
  // A sheet shows the tags of all categories in one cell, so that their order says nothing.
  const tags = [...new Set(labels.flatMap((label) => label.tags))].toSorted();
  // Without a category a text is neither, whatever its wording.
  const parts = [categories.length === 0 ? 'neither' : kind, ...categories].join('|');
  return `${parts}${tags.length > 0 ? `#${tags.join('+')}` : ''}${needsReview ? UNSURE : ''}`;
}

/** Whether a label stands as the model gave it (`left`), was looked at and found right (`confirmed`), or `changed`. */
export function changeSince(answer: string, now: AnsweredLabels): 'left' | 'confirmed' | 'changed' {
  const wasUnsure = answer.endsWith(UNSURE);
  const before = wasUnsure ? answer.slice(0, -UNSURE.length) : answer;
  if (modelAnswer({ kind: now.kind, labels: now.labels }) !== before) return 'changed';
  return wasUnsure && now.needsReview === false ? 'confirmed' : 'left';
}
