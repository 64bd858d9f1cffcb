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
  ['what goes with a work stands behind it', '村卫生室建设数', '村卫生室建设配套设备购置数', false],
  ['ages differ', '70岁以上老人体检人数', '80岁以上老人体检人数', false],
  ['two rates ask for two things', '培训合格率', '培训出勤率', false],
  ['the words are others', '监督抽样检验批次', '食品监督抽检批次', true],
])('tells by the names alone that %s', (_, one, other, expected) => {
  const [a, b] = pair(one, other, '≥4260');
  expect(mayBeOne(a, b, understanding)).toBe(expected);
});

it('keeps every feature between 0 and 1, whichever of the two comes first', () => {
  const names = [
    '道路保洁面积',
    '县城建成区主次干道及背街小巷机械化清扫保洁面积',
    '清扫道路',
    '生活垃圾清运',
    '率',
    'abc123',
  ];
  for (const one of names)
    for (const other of names) {
      const [a, b] = pair(one, other, '≥126万平方米');
      const features = likenessOf(a, b);
      expect(features).toHaveLength(LIKENESS_FEATURES.length);
      expect(features.every((feature) => feature >= 0 && feature <= 1)).toBe(true);
      expect(likenessOf(b, a)).toEqual(features);
    }
});

/** Indicators, in the order given, that name/near-duplicate tells. */
function told(...rows: (readonly [name: string, value: string, level2?: string])[]): string[] {
  const indicators = rows.map(([name, value, level2 = '数量指标']) => ({ name, value, level2 }));
  const diagnostics = new Linter(ruleBook()).lint(draftSchema.parse({ project: { name: '某项目' }, indicators }));
  return diagnostics.filter(({ ruleId }) => ruleId === 'name/near-duplicate').map(({ evidence }) => evidence);
}

it('finds what is said again in other words, in whichever order, and under a heading with a note', () => {
  const [one, other] = [
    ['路灯更换盏数', '3260盏'],
    ['更换LED路灯数量', '3260盏'],
  ] as const;
  expect(told(one, other)).toEqual([other[0]]);
  expect(told(other, one)).toEqual([one[0]]);
  expect(told(one, [...other, '数量指标（20分）'])).toEqual([other[0]]);
});

it.each([
  [
    'a small number, which many things come to',
    [
      ['路灯更换盏数', '2盏'],
      ['更换LED路灯数量', '2盏'],
    ],
  ],
  [
    'another number',
    [
      ['路灯更换盏数', '3260盏'],
      ['更换LED路灯数量', '3180盏'],
    ],
  ],
  [
    'another side',
    [
      ['设备故障次数', '≤126次'],
      ['设备故障处理次数', '≥126次'],
    ],
  ],
  [
    'another object',
    [
      ['地表水监测断面数', '46个'],
      ['养殖尾水治理池塘数', '46个'],
    ],
  ],
] as const)('is silent about %s', (_, rows) => {
  expect(told(...rows)).toEqual([]);
});
