import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCorpus, corpusLineSchema } from '../../src/classify/corpus.js';
import type { ClassifierName } from '../../src/classify/classifier-names.js';
import { parseCues } from '../../src/classify/cues.js';
import { type Figures, measure } from '../../src/classify/evaluate.js';
import { trainBayes } from '../../src/classify/train.js';
import { loadFindingsModel } from '../../src/platform/models.js';
import { TAXONOMY } from '../../src/schema/taxonomy.js';

interface FileInCard {
  readonly lines: number;
  readonly sha256: string;
}

interface Card {
  readonly labels: { readonly categories: string[] };
  readonly corpus: readonly (FileInCard & { readonly part: string })[];
  readonly cues: readonly (FileInCard & { readonly category: string })[];
  readonly keptApart: Figures;
}

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url));
const linesOf = (path: string) => read(path).toString().trimEnd().split('\n');
const cardOf = (name: string) => JSON.parse(read(`models/findings-${name}/card.json`).toString()) as Card;
const values = readdirSync(new URL('../../corpora/findings/', import.meta.url))
  .filter((file) => file.endsWith('.jsonl'))
  .toSorted()
  .flatMap((file) => linesOf(`corpora/findings/${file}`).map((line): unknown => JSON.parse(line)));
const lines = values.map((value) => corpusLineSchema.parse(value));
const apart = linesOf('test/fixtures/classify/apart/tables.jsonl').map((line) =>
  corpusLineSchema.parse(JSON.parse(line)),
);

it('the corpus is sound, and what is kept apart is not in it', () => {
  expect(checkCorpus(values)).toEqual([]);
  const longer = ({ text }: { text: string }) => text.length > 12;
  const known = new Set(lines.filter(longer).map(({ text }) => text));
  expect(apart.filter((line) => longer(line) && known.has(line.text))).toEqual([]);
});

describe.each<[ClassifierName, number]>([
  ['linear', 3_000_000],
  ['neural', 4_000_000],
  ['ensemble', 1_000],
  ['bayes', 1_500_000],
])('the shipped model %s', (name, largest) => {
  const card = cardOf(name);

  it('was trained on the corpus as it is', () => {
    const sha256 = (path: string) => createHash('sha256').update(read(path)).digest('hex');
    expect(card.corpus.map(({ part }) => part)).toEqual([...new Set(lines.map(({ part }) => part))]);
    for (const { part, lines: count, sha256: sum } of card.corpus)
      expect([sha256(`corpora/findings/${part}.jsonl`), lines.filter((line) => line.part === part).length]).toEqual([
        sum,
        count,
      ]);
    for (const { category, sha256: sum } of card.cues) expect(sha256(`corpora/cues/${category}.tsv`)).toBe(sum);
  });

  it('is small and knows the whole taxonomy', () => {
    expect(read(`models/findings-${name}/model.json`).length).toBeLessThan(largest);
    expect(card.labels.categories).toEqual([...Object.keys(TAXONOMY), 'none'].toSorted());
  });

  it('is as good on findings kept apart as its card says, and right in what it is sure of', async () => {
    const classifier = await loadFindingsModel(name);
    const figures = measure(apart.map((gold) => ({ gold, answer: classifier.classify(gold.text) })));
    for (const figure of ['primaryAccuracy', 'macroF1', 'tagMicroF1', 'abstention'] as const)
      expect(figures[figure]).toBeCloseTo(card.keptApart[figure], 3);
    expect(figures.calibrationError).toBeLessThan(0.06);
    expect(figures.acceptedAccuracy).toBeGreaterThan(name === 'bayes' ? 0.93 : 0.97);
  });
});

it('the ensemble was calibrated for the models that ship', () => {
  const { memberSha256 } = cardOf('ensemble') as Card & { memberSha256: Record<string, string> };
  for (const name of ['linear', 'neural'])
    expect(
      createHash('sha256')
        .update(read(`models/findings-${name}/model.json`))
        .digest('hex'),
    ).toBe(memberSha256[name]);
});

it('the ensemble is not worse than either of its models', () => {
  const [linear, neural, ensemble] = (['linear', 'neural', 'ensemble'] as const).map((name) => cardOf(name).keptApart);
  for (const figure of ['primaryAccuracy', 'macroF1', 'tagMicroF1'] as const)
    expect(ensemble![figure]).toBeGreaterThanOrEqual(Math.max(linear![figure], neural![figure]));
});

it('the linear model is better than the baseline', () => {
  const [linear, bayes] = (['linear', 'bayes'] as const).map((name) => cardOf(name).keptApart);
  expect(linear!.primaryAccuracy).toBeGreaterThan(bayes!.primaryAccuracy + 0.03);
  expect(linear!.macroF1).toBeGreaterThan(bayes!.macroF1 + 0.03);
});

it('takes a bare figure for a fault where it stands among problems, and for description elsewhere', async () => {
  const classifier = await loadFindingsModel('linear');
  const text = '预算执行率87%';
  expect(classifier.classify(text)).toMatchObject({ labels: [] });
  const among = classifier.classify(text, 'problem');
  expect(among.labels.map(({ category }) => category)).toEqual(['budget']);
  expect(among.kinds.problem).toBeGreaterThan(0.5);
  expect(among.kinds.suggestion).toBe(0);
  expect(classifier.classify('', 'problem').labels).toEqual([]);
});

it('the baseline is trained to the same bytes as it was', () => {
  const saved: unknown = JSON.parse(read('models/findings-bayes/model.json').toString());
  expect(trainBayes(lines, { minTexts: 32 })).toEqual(saved);
}, 600_000);

it('every cue phrase has a known tag', () => {
  for (const category of Object.keys(TAXONOMY))
    expect(parseCues(read(`corpora/cues/${category}.tsv`).toString(), category, category).length).toBeGreaterThan(800);
});
