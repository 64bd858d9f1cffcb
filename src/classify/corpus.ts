/** Labelled corpora: the shape of a line, and what a corpus must fulfil before a model is trained on it. */
import { z } from 'zod';
import { TAXONOMY } from '../schema/taxonomy.js';
import { normaliseText } from './features.js';
import { nearDuplicates } from './near-duplicates.js';

export const corpusLineSchema = z.strictObject({
  id: z.string().min(1),
  text: z.string(),
  kind: z.enum(['problem', 'suggestion', 'neither']),
  labels: z.array(z.strictObject({ category: z.string(), tags: z.array(z.string()) })),
  sector: z.string(),
  region: z.string(),
  register: z.string(),
  hard: z.enum(['', 'other-keyword', 'no-keyword', 'two-labels', 'none']),
  part: z.string().min(1),
});
export type CorpusLine = z.output<typeof corpusLineSchema>;

export type CorpusFaultCode =
  | 'bad-line'
  | 'unknown-category'
  | 'unknown-tag'
  | 'foreign-tag'
  | 'repeated-category'
  | 'kind-without-label'
  | 'duplicate-id'
  | 'shared-text'
  | 'near-duplicate'
  | 'few-examples';

export interface CorpusFault {
  readonly code: CorpusFaultCode;
  /** Ids of the lines concerned, or `line 7` where there is no id; empty for a fault of the whole corpus. */
  readonly ids: readonly string[];
  readonly data: Readonly<Record<string, string | number>>;
}

export type Taxonomy = Readonly<Record<string, { readonly tags: Readonly<Record<string, string>> }>>;

export interface CorpusOptions {
  readonly taxonomy?: Taxonomy;
  /** A category or tag with fewer lines is reported. */
  readonly fewest?: number;
  /** Character-bigram Dice above which two texts are too alike. */
  readonly alike?: number;
}

/** There are only so many ways to write 无, 暂无 or 强化监督管理: independent authors share them, with the same labels. */
const LONGEST_STOCK_PHRASE = 6;

/** All faults of a corpus, of all its parts at once. `lines` are parsed JSON values, not yet trusted. */
export function checkCorpus(lines: readonly unknown[], options: CorpusOptions = {}): CorpusFault[] {
  const { taxonomy = TAXONOMY, fewest = 5, alike = 0.8 } = options;
  const sound: CorpusLine[] = [];
  const faults: CorpusFault[] = [];
  lines.forEach((line, i) => {
    const parsed = corpusLineSchema.safeParse(line);
    if (parsed.success) sound.push(parsed.data);
    else
      faults.push({
        code: 'bad-line',
        ids: [`line ${i + 1}`],
        data: { problem: parsed.error.issues[0]?.message ?? '' },
      });
  });
  return [
    ...faults,
    ...duplicateIds(sound),
    ...sound.flatMap((line) => labelFaults(line, taxonomy)),
    ...textFaults(sound, alike),
    ...rareLabels(sound, taxonomy, fewest),
  ];
}

function duplicateIds(lines: readonly CorpusLine[]): CorpusFault[] {
  const times = new Map<string, number>();
  for (const { id } of lines) times.set(id, (times.get(id) ?? 0) + 1);
  return [...times].flatMap(([id, count]) =>
    count > 1 ? [{ code: 'duplicate-id' as const, ids: [id], data: { times: count } }] : [],
  );
}

function labelFaults({ id, kind, labels }: CorpusLine, taxonomy: Taxonomy): CorpusFault[] {
  const fault = (code: CorpusFaultCode, data: CorpusFault['data']) => ({ code, ids: [id], data });
  const faults = labels.flatMap(({ category, tags }) => {
    if (!Object.hasOwn(taxonomy, category)) return [fault('unknown-category', { category })];
    return tags.flatMap((tag) => {
      if (Object.hasOwn(taxonomy[category]!.tags, tag)) return [];
      const owner = Object.keys(taxonomy).find((name) => Object.hasOwn(taxonomy[name]!.tags, tag));
      return [owner ? fault('foreign-tag', { category, tag, owner }) : fault('unknown-tag', { category, tag })];
    });
  });
  const names = labels.map(({ category }) => category);
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined) faults.push(fault('repeated-category', { category: repeated }));
  // A text without a finding is neither problem nor suggestion, and the other way round.
  if ((kind === 'neither') !== (labels.length === 0)) faults.push(fault('kind-without-label', { kind }));
  return faults;
}

function textFaults(lines: readonly CorpusLine[], alike: number): CorpusFault[] {
  const texts = lines.map(({ text }) => normaliseText(text));
  return nearDuplicates(texts, alike).flatMap(({ first, second, score }) => {
    const [one, other] = [lines[first]!, lines[second]!];
    const shared = texts[first] === texts[second];
    if (shared && texts[first]!.length <= LONGEST_STOCK_PHRASE && isLabelledAlike(one, other)) return [];
    const code = shared ? 'shared-text' : 'near-duplicate';
    return [{ code, ids: [one.id, other.id], data: { score: Math.round(score * 1000) / 1000 } }];
  });
}

function isLabelledAlike(one: CorpusLine, other: CorpusLine): boolean {
  return one.kind === other.kind && JSON.stringify(one.labels) === JSON.stringify(other.labels);
}

function rareLabels(lines: readonly CorpusLine[], taxonomy: Taxonomy, fewest: number): CorpusFault[] {
  const counts = new Map<string, number>();
  for (const { category, tags } of lines.flatMap(({ labels }) => labels)) {
    for (const name of [category, ...tags.map((tag) => `${category}/${tag}`)]) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const names = Object.entries(taxonomy).flatMap(([category, { tags }]) => [
    category,
    ...Object.keys(tags).map((tag) => `${category}/${tag}`),
  ]);
  return names.flatMap((label) => {
    const lineCount = counts.get(label) ?? 0;
    return lineCount < fewest ? [{ code: 'few-examples' as const, ids: [], data: { label, lines: lineCount } }] : [];
  });
}
