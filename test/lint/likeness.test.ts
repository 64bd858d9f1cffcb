import { expect, it } from 'vitest';
import { Linter } from '../../src/lint/lint-draft.js';
import { described, LIKENESS_FEATURES, likenessOf, mayBeOne } from '../../src/lint/likeness.js';
import { UnderstoodDraft } from '../../src/lint/understood-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

const { understanding } = new Linter(ruleBook());

/** Two indicators of one draft with one value. */
function pair(one: string, other: string, value: string) {
  const indicators = [one, other].map((name) => ({ name, level2: '数量指标', value }));
  const draft = draftSchema.parse({ project: { name: '某项目' }, indicators });
  const [a, b] = new UnderstoodDraft(draft, understanding, ruleBook().similarity).indicators.map((each) =>
    described(each, understanding),
  );
  if (!a || !b) throw new Error('two indicators were read as fewer');
  return [a, b] as const;
}

it.each([
  ['one piece takes the place of another', '宫颈癌检查人数', '乳腺癌检查人数', false],
  ['a kind stands in the middle', '老年人健康管理人数', '老年人中医药健康管理人数', false],
  ['one stage follows another', '信访受理件数', '信访办结件数', false],
  ['two brackets differ', '培训人数（线上）', '培训学员人数（线下）', false],
  ['one bracket more says the number again', '粪肥还田面积', '粪肥还田推广面积（15万亩）', true],
  ['the words are others', '监督抽样检验批次', '食品监督抽检批次', true],
])('tells by the names alone that %s', (_, one, other, expected) => {
  const [a, b] = pair(one, other, '≥4260');
  expect(mayBeOne(a, b, understanding)).toBe(expected);
});

it('keeps every feature between 0 and 1', () => {
  const [a, b] = pair('县城建成区主次干道及背街小巷机械化清扫保洁面积', '道路保洁', '≥126万平方米');
  const features = likenessOf(a, b);
  expect(features).toHaveLength(LIKENESS_FEATURES.length);
  for (const feature of features) expect(feature).toSatisfy((value: number) => value >= 0 && value <= 1);
});
