/**
 * Trains the small model that tells whether two indicators with one value assess one thing (name/near-duplicate), and writes its
 * weights into the rule's file: `npm run train:pairs`. Learnt from are the labelled pairs of corpora/pairs and the pairs in the
 * labelled drafts, but for the parts that are never read. Each part is judged once by a model that has not seen it.
 * `--check` writes nothing and fails where the file has other weights; `--cases` lists what was wrong and missed.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { nameKey, type Understanding } from '../indicators/index.js';
import { described, isComparable, LIKENESS_FEATURES, likenessOf, mayBeOne } from '../lint/likeness.js';
import { Linter } from '../lint/lint-draft.js';
import { ruleDataSchema } from '../lint/rule-data.js';
import { UnderstoodDraft } from '../lint/understood-draft.js';
import { valueKey } from '../lint/value-key.js';
import { packageRoot } from '../platform/root.js';
import { loadRuleBook } from '../platform/shipped.js';
import { draftSchema } from '../schema/index.js';
import { type Logistic, logOddsOf, type LogisticExample, trainLogistic } from './logistic.js';
import { UNREAD_PARTS } from './unread-parts.js';

const PAIRS = join(packageRoot, 'corpora', 'pairs');
const DRAFTS = join(packageRoot, 'test', 'fixtures', 'validation');
/** Pairs by an author whose others are not learnt from. */
const KEPT = join(packageRoot, 'test', 'fixtures', 'pairs');
const THRESHOLDS = [-1, -0.5, 0, 0.5, 1, 1.5, 2];
const RULE = join(packageRoot, 'rules', 'name', 'near-duplicate.yaml');
const RULE_ID = 'name/near-duplicate';
const RIDGE = 0.5;
/** A pair of the corpus beside one of a draft: half of those are duplicates, of these hardly any. */
const CORPUS_WEIGHT = 0.4;
/** Which of the pairs of an indicator is the duplicate is not labelled: the likeliest by the model so far. */
const ROUNDS = 4;

interface Pair {
  readonly part: string;
  readonly names: string;
  readonly features: readonly number[];
  readonly weight: number;
  /** The indicator whose duplicate it may be; '' for a pair of the corpus, which is labelled itself. */
  readonly group: string;
  readonly label: 'same' | 'other' | 'maybe';
}

const book = await loadRuleBook();
const { understanding } = new Linter(book);

const pairs = [...corpusPairs(PAIRS, understanding), ...draftPairs(understanding), ...examplePairs(understanding)];
const parts = [...new Set(pairs.map(({ part }) => part))];

const scores = new Map<Pair, number>();
for (const part of parts) {
  const model = train(pairs.filter((pair) => pair.part !== part));
  for (const pair of pairs) if (pair.part === part) scores.set(pair, logOddsOf(model, pair.features));
}
tell();
const shipped = train(pairs);
tellApart(shipped);
write(shipped);

function train(all: readonly Pair[]): Logistic {
  let score = (pair: Pair) => pair.features.reduce((sum, value) => sum + value, 0);
  let model: Logistic | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const best = likeliest(all, score);
    const examples = all.flatMap((pair): LogisticExample[] => {
      const isPositive = pair.group === '' ? pair.label === 'same' : best.has(pair);
      if (pair.group !== '' && pair.label !== 'other' && !isPositive) return [];
      return [{ features: pair.features, isPositive, weight: pair.weight }];
    });
    const trained = trainLogistic(examples, RIDGE);
    model = trained;
    score = (pair) => logOddsOf(trained, pair.features);
  }
  return model as Logistic;
}

/** Of the pairs of each labelled indicator the one that scores most. */
function likeliest(all: readonly Pair[], score: (pair: Pair) => number): ReadonlySet<Pair> {
  const best = new Map<string, Pair>();
  for (const pair of all) {
    if (pair.group === '' || pair.label !== 'same') continue;
    const before = best.get(pair.group);
    if (!before || score(pair) > score(before)) best.set(pair.group, pair);
  }
  return new Set(best.values());
}

function corpusPairs(folder: string, own: Understanding): Pair[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv'));
  return files.toSorted().flatMap((file) => {
    const [, ...lines] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    return lines.flatMap((line): Pair[] => {
      const [project = '', level2 = '', name1 = '', value1 = '', name2 = '', value2 = '', label = ''] =
        line.split('\t');
      // The model is asked of equal values alone; whether two names say the same does not hang on them.
      const values = [value1, value2 === '' ? value1 : value2];
      const read = (second: string) => {
        const draft = draftSchema.parse({
          project: { name: project },
          indicators: [
            { name: name1, level2, value: values[0] },
            { name: name2, level2, value: second },
          ],
        });
        return new UnderstoodDraft(draft, own, book.similarity).indicators;
      };
      let [a, b] = read(values[1] as string);
      if (a && b && valueKey(a) !== valueKey(b) && label.trim() === 'same') [a, b] = read(values[0] as string);
      if (a && b && valueKey(a) !== valueKey(b)) return [];
      if (!a || !b || !isComparable(a) || !isComparable(b) || nameKey(a) === nameKey(b)) return [];
      const [one, other] = [described(a, own), described(b, own)];
      if (!mayBeOne(one, other, own)) return [];
      const features = likenessOf(one, other);
      const names = `${name1} | ${name2}`;
      return [
        {
          part: file,
          names,
          features,
          weight: CORPUS_WEIGHT,
          group: '',
          label: label.trim() === 'same' ? 'same' : 'other',
        },
      ];
    });
  });
}

interface Labelled {
  readonly expected: readonly { readonly ruleId: string; readonly indicatorId: string | null }[];
  readonly tolerated?: Labelled['expected'];
}

function draftPairs(own: Understanding): Pair[] {
  const folders = readdirSync(DRAFTS, { withFileTypes: true }).filter(
    (one) => one.isDirectory() && !UNREAD_PARTS.has(one.name),
  );
  return folders.flatMap(({ name: part }) =>
    readdirSync(join(DRAFTS, part)).flatMap((file) => {
      const raw = JSON.parse(readFileSync(join(DRAFTS, part, file), 'utf8')) as Labelled;
      return pairsIn(raw, part, `${part}/${file}`, own);
    }),
  );
}

/** The examples of the rule are judged by hand as well. */
function examplePairs(own: Understanding): Pair[] {
  const { examples } = ruleDataSchema.parse(parse(readFileSync(RULE, 'utf8')));
  return examples.flatMap(({ name, project, indicators, reports }) => {
    const expected = reports.map(({ indicator }) => ({ ruleId: RULE_ID, indicatorId: indicator ?? null }));
    const draft = { project: { ...project, name: project?.name ?? name }, indicators: indicators ?? [], expected };
    return pairsIn(draft, 'examples', name, own);
  });
}

function pairsIn(raw: Labelled, part: string, place: string, own: Understanding): Pair[] {
  const { indicators } = new UnderstoodDraft(draftSchema.parse(raw), own, book.similarity);
  const idsOf = (list: Labelled['expected'] = [], rules = [RULE_ID]) =>
    new Set(list.filter(({ ruleId }) => rules.includes(ruleId)).map(({ indicatorId }) => indicatorId));
  const same = idsOf(raw.expected);
  const maybe = new Set([
    ...idsOf(raw.tolerated, [RULE_ID, 'name/duplicate']),
    ...idsOf(raw.expected, ['name/duplicate']),
  ]);
  const all = indicators.map((one) => described(one, own));
  return all.flatMap((later, at) =>
    all.slice(0, at).flatMap((earlier): Pair[] => {
      const [a, b] = [earlier.understood, later.understood];
      if (!isComparable(a) || !isComparable(b) || valueKey(a) !== valueKey(b) || nameKey(a) === nameKey(b)) return [];
      if (!mayBeOne(earlier, later, own)) return [];
      const [one, other] = [a.indicator.id, b.indicator.id];
      const labelled = [other, one].find((id) => same.has(id));
      const isMaybe = labelled === undefined && (maybe.has(one) || maybe.has(other));
      return [
        {
          part,
          names: `${a.name.text} | ${b.name.text} ${b.value?.text ?? ''}`,
          features: likenessOf(earlier, later),
          weight: 1,
          group: `${place} ${labelled ?? other}`,
          label: labelled === undefined ? (isMaybe ? 'maybe' : 'other') : 'same',
        },
      ];
    }),
  );
}

/** By threshold: duplicates found and others told wrongly, in drafts and in the corpus. */
function tell(): void {
  const scoreOf = (pair: Pair) => scores.get(pair) ?? 0;
  const inDrafts = pairs.filter(({ group }) => group !== '');
  const best = [...likeliest(inDrafts, scoreOf)];
  const others = inDrafts.filter(({ label }) => label === 'other');
  const corpus = pairs.filter(({ group }) => group === '');
  console.log(
    `${pairs.length} pairs in ${parts.length} parts; drafts: ${best.length} duplicates, ${others.length} others`,
  );
  for (const enough of THRESHOLDS) {
    const over = (pair: Pair) => scoreOf(pair) > enough;
    const found = corpus.filter((pair) => over(pair) && pair.label === 'same').length;
    const wrong = corpus.filter((pair) => over(pair) && pair.label === 'other').length;
    console.log(
      `  > ${enough}: drafts ${best.filter(over).length} found, ${others.filter(over).length} wrong; corpus ${found} found, ${wrong} wrong`,
    );
  }
  if (!process.argv.includes('--cases')) return;
  const shown = (list: readonly Pair[]) =>
    list
      .toSorted((a, b) => scoreOf(b) - scoreOf(a))
      .map((pair) => `${scoreOf(pair).toFixed(2)} ${pair.part} ${pair.names}`);
  console.log(['wrong:', ...shown(inDrafts.filter((p) => p.label === 'other' && scoreOf(p) > -1))].join('\n'));
  console.log(['missed:', ...shown(best.filter((p) => scoreOf(p) <= 0.5))].join('\n'));
  console.log(
    ['corpus wrong:', ...shown(corpus.filter((p) => p.label === 'other' && scoreOf(p) > 0)).slice(0, 80)].join('\n'),
  );
}

/** Pairs that no model learns from: how many are found, and how many others are told wrongly. */
function tellApart(final: Logistic): void {
  const kept = corpusPairs(KEPT, understanding);
  const over = (label: Pair['label'], enough: number) =>
    kept.filter((pair) => pair.label === label && logOddsOf(final, pair.features) > enough).length;
  const [same, other] = (['same', 'other'] as const).map((label) => kept.filter((pair) => pair.label === label).length);
  console.log(`kept apart: ${same} same, ${other} others`);
  for (const enough of THRESHOLDS)
    console.log(`  > ${enough}: ${over('same', enough)} found, ${over('other', enough)} wrong`);
}

/** The weights stand in the rule's file, where whoever wonders can read them. */
function write({ bias, weights }: Logistic): void {
  const text = readFileSync(RULE, 'utf8');
  const shown = (value: number) => String(Math.round(value * 1000) / 1000);
  const list = LIKENESS_FEATURES.map((feature, at) => `${feature}: ${shown(weights[at]!)}`).join(', ');
  const lines = `    bias: ${shown(bias)}\n    weights: { ${list} }`;
  const changed = text.replace(/^ {4}bias: .*\n {4}weights: \{.*\}$/m, lines);
  if (!changed.includes(lines)) throw new Error(`${RULE} has no lines for the weights`);
  if (process.argv.includes('--check')) {
    if (changed !== text) throw new Error(`${RULE} has other weights than these pairs give: npm run train:pairs`);
    return;
  }
  writeFileSync(RULE, changed);
}
