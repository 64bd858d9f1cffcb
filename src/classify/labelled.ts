/** Labelled texts as people hand them in: JSON lines with codes or names. */
import { z } from 'zod';
import { type ErrorPlace, InputError } from '../errors.js';
import { changeSince } from '../schema/index.js';
import { kindFor, type LabelNames } from './label-names.js';
import type { Example, ExampleLabel, KindName } from './types.js';

/** A labelled text with its place in the user's file. */
export interface LabelledText extends Example {
  readonly place: ErrorPlace;
  /**
   * Against what a model had said: `left` as it was, `confirmed` by taking its mark of doubt away, or `changed`; `given` where
   * no model's answer came with the line.
   */
  readonly state: 'given' | 'left' | 'confirmed' | 'changed';
  /** Tags that belong to none of the categories. */
  readonly dropped?: readonly string[];
}

const tags = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([]);
const lineSchema = z.looseObject({
  text: z.string(),
  kind: z.string().optional(),
  labels: z.array(z.union([z.string(), z.looseObject({ category: z.string(), tags })])).optional(),
  category: z.string().optional(),
  tags: tags.optional(),
  part: z.string().min(1).optional(),
  needsReview: z.boolean().optional(),
  modelAnswer: z.string().optional(),
});

export interface LabelledFrom {
  readonly names: LabelNames;
  readonly file: string;
  /** Of lines that name none. */
  readonly part: string;
}

/**
 * JSON lines → labelled texts: `{"text", "kind", "labels": [{"category", "tags"}]}`, or `category` and `tags` in the place of
 * `labels`; codes and names alike.
 * @throws InputError with file and line: `bad-json`, `bad-labelled`, `no-label`, `no-kind`, `kind-without-label`,
 * `unknown-category`, `unknown-tag`, `foreign-tag`, `unknown-kind`
 */
export function parseLabelledLines(text: string, from: LabelledFrom): LabelledText[] {
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => {
    if (line.trim() === '') return [];
    return [
      labelledText(parsed(line, { file: from.file, line: index + 1 }), { file: from.file, line: index + 1 }, from),
    ];
  });
}

function parsed(line: string, place: ErrorPlace): z.output<typeof lineSchema> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new InputError('bad-json', { ...place, data: { reason: (cause as Error).message }, cause });
  }
  const checked = lineSchema.safeParse(value);
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  throw new InputError('bad-labelled', {
    ...place,
    data: { path: issue?.path.join('.') ?? '', reason: issue?.message ?? '' },
  });
}

function labelledText(
  line: z.output<typeof lineSchema>,
  place: ErrorPlace,
  { names, part }: LabelledFrom,
): LabelledText {
  const { text, needsReview } = line;
  const labels = labelsOf(line, names, place);
  const kind = kindFor(kindOf(line.kind, labels, names, place), labels, place);
  const state =
    line.modelAnswer === undefined
      ? 'given'
      : changeSince(line.modelAnswer, { kind, labels, ...(needsReview !== undefined && { needsReview }) });
  return { text, kind, labels, part: line.part ?? part, place, state };
}

function labelsOf(line: z.output<typeof lineSchema>, names: LabelNames, place: ErrorPlace): ExampleLabel[] {
  if (line.labels)
    return merged(
      line.labels.map((one) =>
        typeof one === 'string' ? names.label(one, [], place) : names.label(one.category, one.tags, place),
      ),
    );
  if (line.category === undefined) throw new InputError('no-label', place);
  return line.category.trim() === '' ? [] : [names.label(line.category, line.tags ?? [], place)];
}

/** A category named twice is one label. */
function merged(labels: readonly ExampleLabel[]): ExampleLabel[] {
  const byCategory = new Map<string, string[]>();
  for (const { category, tags: own } of labels)
    byCategory.set(category, [...new Set([...(byCategory.get(category) ?? []), ...own])]);
  return [...byCategory].map(([category, own]) => ({ category, tags: own }));
}

function kindOf(
  kind: string | undefined,
  labels: readonly ExampleLabel[],
  names: LabelNames,
  place: ErrorPlace,
): KindName {
  if (kind !== undefined) return names.kind(kind, place);
  if (labels.length > 0) throw new InputError('no-kind', place);
  return 'neither';
}
