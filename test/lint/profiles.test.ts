import { describe, expect, it } from 'vitest';
import { createRuleBook } from '../../src/lint/rule-book.js';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { type ProfileFile, profileFileSchema } from '../../src/lint/profile-data.js';
import { extendProfile, resolveProfile, resolveProfiles } from '../../src/lint/profiles.js';
import type { LintSettings } from '../../src/lint/settings.js';
import { parseRules } from '../../src/platform/parse-rules.js';
import { ruleFiles } from '../../src/platform/rule-files.js';
import { draftSchema } from '../../src/schema/index.js';
import { bundle, ruleBook } from '../support/rules.js';

const national = ruleBook().profiles.get('national-2021') as NonNullable<
  ReturnType<typeof ruleBook>['profiles'] extends ReadonlyMap<string, infer P> ? P : never
>;
const file = (own: object): ProfileFile =>
  profileFileSchema.parse({ name: 'own', title: { zh: '本地', en: 'Own' }, extends: 'national-2021', ...own });

function tooFew(budget: number, settings: LintSettings = {}, book = ruleBook()): string[] {
  const draft = draftSchema.parse({
    project: { name: '甲', budget },
    indicators: [
      { level1: '产出指标', level2: '数量指标', name: '演出场次', value: '12场' },
      { level1: '效益指标', level2: '社会效益指标', name: '观众人次', value: '3200人次' },
    ],
  });
  return lintDraft(draft, book, { settings })
    .filter(({ ruleId }) => ruleId === 'coverage/too-few')
    .map(({ message }) => /一般不少于\d+条/.exec(message)?.[0] ?? message);
}

describe('shipped profiles', () => {
  it('are complete', () => {
    expect(bundle().profiles.map(({ name }) => name)).toEqual(['guangzhou', 'national-2015', 'national-2021']);
    expect(national.weights.shares).toHaveLength(4);
    expect(ruleBook().profiles.get('national-2015')?.weights).toEqual({ total: 100, executionApart: [10], shares: [] });
    expect(ruleBook().profiles.get('guangzhou')?.common).toEqual(national.common);
  });

  it.each([
    [300, []],
    [300.5, ['一般不少于4条']],
    [1000.5, ['一般不少于6条']],
    [1e6, ['一般不少于8条']],
  ])('expect few indicators of a budget of %d, in tiers that rise', (budget, told) => {
    expect(tooFew(budget)).toEqual(told);
  });

  it('may expect other numbers, and a rule of its own others again', () => {
    const coverage = { fewest: [{ above: 50, least: 3 }], most: 1 };
    const profiles = [...bundle().profiles, extendProfile(national, file({ coverage }))];
    const book = createRuleBook({ ...bundle(), profiles });
    expect(tooFew(60, { profile: 'own' }, book)).toEqual(['一般不少于3条']);
    const rules = { 'coverage/too-few': ['warning', { tiers: [{ above: 10, least: 5 }] }] } as const;
    expect(tooFew(60, { profile: 'own', rules }, book)).toEqual(['一般不少于5条']);
  });
});

describe('an own profile', () => {
  it('states only what differs', () => {
    const own = extendProfile(national, file({ weights: { executionApart: [20] }, evaluation: { deviation: 20 } }));
    expect(own.weights).toEqual({ ...national.weights, executionApart: [20] });
    expect(own.evaluation).toEqual({ ...national.evaluation, deviation: 20 });
    expect(own.common).toEqual(national.common);
  });

  it('replaces lists, and adds names and headings', () => {
    const own = extendProfile(
      national,
      file({ common: { moreNames: ['绩效自评率'] }, framework: { level1: { output: { synonyms: ['建设成果'] } } } }),
    );
    expect(own.common.names).toEqual([...national.common.names, '绩效自评率']);
    const further = extendProfile(
      own,
      file({ framework: { level1: { output: { synonyms: ['交付'] } } }, common: { names: [] } }),
    );
    expect(further.framework?.level1?.output?.synonyms).toEqual(['建设成果', '交付']);
    expect(further.common.names).toEqual([]);
  });

  it('may extend one that is written later, over several steps', () => {
    const base: ProfileFile = { ...national };
    const [first] = resolveProfiles([
      file({ name: 'district', extends: 'city', weights: { total: 100 } }),
      file({ name: 'city', weights: { executionApart: [20] } }),
      base,
    ]);
    expect(first?.weights.executionApart).toEqual([20]);
  });

  it.each<[string, () => unknown, object]>([
    [
      'an unknown base',
      () => resolveProfile(file({ extends: 'national-2012' }), ruleBook().profiles),
      {
        code: 'unknown-base-profile',
        data: expect.objectContaining({ base: 'national-2012', nearest: 'national-2015' }),
      },
    ],
    [
      'a circle',
      () => resolveProfiles([file({ name: 'a', extends: 'b' }), file({ name: 'b', extends: 'a' })]),
      { code: 'circular-profile', data: { profile: 'a', path: ['a', 'b', 'a'] } },
    ],
    ['itself', () => resolveProfiles([file({ name: 'a', extends: 'a' })]), { code: 'circular-profile' }],
    [
      'nothing, with parts missing',
      () => resolveProfile(profileFileSchema.parse({ name: 'a', title: { zh: '甲', en: 'A' } }), new Map()),
      { code: 'incomplete-profile', data: expect.objectContaining({ path: 'weights' }) },
    ],
  ])('that extends %s is refused', (_, resolve, error) => {
    expect(resolve).toThrowError(expect.objectContaining(error));
  });

  it('is read with file and line where it is faulty', () => {
    const files = new Map(ruleFiles());
    files.set(
      'profiles/guangzhou.yaml',
      Buffer.from('name: x\ntitle: { zh: 甲, en: A }\nextends: national-2021\nweights: { totl: 90 }\n'),
    );
    expect(() => parseRules(files)).toThrowError(
      expect.objectContaining({
        code: 'bad-data',
        place: expect.objectContaining({ file: 'rules/profiles/guangzhou.yaml', line: 4 }),
      }),
    );
  });
});

describe('what a profile decides', () => {
  const shares = [
    { level1: '建设成果', name: '改造里程', value: '≥86公里', weight: 60 },
    { level1: '效益指标', name: '受益户数', value: '≥90户', weight: 30 },
  ];
  const told = (profile: string, indicators: object[], selfEvaluation?: object) => {
    const own = resolveProfile(
      file({
        weights: { shares: [{ output: 60, benefit: 30 }] },
        evaluation: {
          grades: [
            { name: '甲', from: 95, words: ['甲'] },
            { name: '乙', from: 0, words: ['乙'] },
          ],
        },
        framework: { level1: { output: { synonyms: ['建设成果'] } } },
      }),
      ruleBook().profiles,
    );
    const book = createRuleBook({ ...bundle(), profiles: [...bundle().profiles, own] });
    const draft = draftSchema.parse({ project: { name: '示例', selfEvaluation }, indicators });
    return lintDraft(draft, book, { settings: { profile } })
      .map(({ ruleId }) => ruleId)
      .filter((id) => /^(?:weight|selfeval)\/(?:level-share|grade|score)/.test(id));
  };

  it('headings and shares of levels', () => {
    expect(told('own', shares)).toEqual([]);
    expect(
      told('own', [
        { ...shares[0], weight: 50 },
        { ...shares[1], weight: 40 },
      ]),
    ).toEqual(['weight/level-share']);
    // The national profile does not know the heading, and says nothing.
    expect(told('national-2021', shares)).toEqual([]);
  });

  it('bands of grades', () => {
    expect(told('own', [], { total: 92, grade: '甲' })).toEqual(['selfeval/grade']);
    expect(told('own', [], { total: 92, grade: '乙' })).toEqual([]);
    expect(told('guangzhou', [], { total: 92, grade: '良' })).toEqual(['selfeval/grade']);
  });
});
