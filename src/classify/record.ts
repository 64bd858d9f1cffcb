/** A text with what the caller knows of it, and the answer beside it. */
import type { ClassifiedText } from '../schema/finding.js';
import { modelAnswer } from '../schema/model-answer.js';
import { type Classification, type Classifier, type KindName, KINDS, NONE } from './types.js';

/** The caller's own fields are kept as they are; `text` is what is judged. */
export interface TextRecord {
  readonly text: string;
  readonly [field: string]: unknown;
}

/** The answer beside the caller's own fields. */
export function classifyRecord(
  record: TextRecord,
  classifier: Classifier,
  { explain = false }: { readonly explain?: boolean } = {},
): ClassifiedText {
  const answer = classifier.classify(record.text);
  const { labels, needsReview } = answer;
  const evidence = explain ? classifier.explain?.(record.text, labels[0]?.category ?? NONE) : undefined;
  const kind = kindOf(answer);
  return {
    ...record,
    kind,
    labels,
    needsReview,
    modelAnswer: modelAnswer({ kind, labels, needsReview }),
    ...(evidence && { evidence: { for: [...evidence.for], against: [...evidence.against] } }),
  };
}

/** Without a category a text is neither, whatever its wording. */
function kindOf({ kinds, labels }: Classification): KindName {
  if (labels.length === 0) return 'neither';
  return KINDS.filter((kind) => kind !== 'neither').reduce((best, kind) => (kinds[kind] > kinds[best] ? kind : best));
}
