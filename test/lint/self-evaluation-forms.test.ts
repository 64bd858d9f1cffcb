/** Whole forms from file to diagnostics: a right one yields nothing, one planted fault exactly itself, at its cell. */
import { describe, expect, it } from 'vitest';
import type { SourcedDraft } from '../../src/documents/sourced-draft.js';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { draftsOf, fixtureDrafts } from '../support/documents.js';
import { ruleBook } from '../support/rules.js';
import { countyForm, nationalForm } from '../support/self-evaluation-forms.js';

const OWN = /^(?:weight|selfeval)\//;
const told = ({ draft, locate, notices }: SourcedDraft, profile = 'national-2021') =>
  lintDraft(draft, ruleBook(), { settings: { profile }, locate, incomplete: notices.length > 0 })
    .filter(({ ruleId }) => OWN.test(ruleId))
    .map(({ ruleId, location }) => `${ruleId} ${location.cell ?? ''}`);
const toldOf = async (bytes: Promise<Uint8Array>) =>
  (await draftsOf(await bytes, 'a.xlsx')).flatMap((one) => told(one));

type Plant = readonly [string, Readonly<Record<string, string | number>>, readonly string[]];

describe('the national form', () => {
  it('is right', async () => {
    expect(await toldOf(nationalForm())).toEqual([]);
  });

  it.each<Plant>([
    ['a score above the weight', { J13: 9, J24: 97.82 }, ['selfeval/score-over-weight J13']],
    ['a total that is not the sum', { J24: 97.82 }, ['selfeval/total J24']],
    ['a total without the score of the execution rate', { J24: 87.07, D25: '□优 ☑良' }, ['selfeval/total J24']],
    ['a grade that the total does not earn', { D25: '□优 ☑良 □中 □差' }, ['selfeval/grade D25']],
    ['full marks for a missed target', { J14: 8, J24: 97.25 }, ['selfeval/full-score-unmet J14']],
    ['full marks though late', { H17: '2023年12月24日' }, ['selfeval/full-score-unmet J17']],
    ['full marks for 部分达成', { J22: 10, J24: 99.32 }, ['selfeval/full-score-unmet J22']],
    ['too few marks in proportion', { J14: 6, J24: 95.25 }, ['selfeval/score-mismatch J14']],
    ['marks lost though met', { J20: 11, K20: '佐证材料晚交', J24: 95.82 }, ['selfeval/score-mismatch J20']],
    ['部分达成 below its band', { J22: 3, J24: 92.32 }, ['selfeval/score-mismatch J22']],
    ['no reason for lost marks', { K14: '/' }, ['selfeval/no-deviation-reason K14']],
    ['no reason for far more than wanted', { H21: '3900人' }, ['selfeval/no-deviation-reason K21']],
    ['a wrong execution rate', { K6: '99.46%', L6: 9.75 }, ['selfeval/execution-rate K6']],
    ['a score that the execution rate does not earn', { L6: 10, J24: 97.07 }, ['selfeval/score-mismatch L6']],
    ['no result', { H16: '' }, ['selfeval/missing-actual H16']],
    ['no weight', { I16: '', J16: '', J24: 90.82 }, ['weight/missing I16']],
    ['weights that do not add up', { I16: 4, J16: 4, J24: 94.82 }, ['weight/sum I12']],
    ['shares off the framework', { I13: 13, J13: 13, I20: 7, J20: 7 }, ['weight/level-share I12']],
  ])('%s', async (_, edits, expected) => {
    expect(await toldOf(nationalForm(edits))).toEqual(expected);
  });

  it.each<Plant>([
    ['a score rounded to one decimal', { J14: 7.6, J24: 96.85 }, []],
    ['a result in the smaller unit', { H21: '0.26万人' }, []],
    ['a deduction that the reason accounts for', { J20: 11, K20: '佐证材料晚交，扣1分', J24: 95.82 }, []],
    ['a rate to whole percent', { K6: '97%' }, []],
    ['a result that says more than a number', { H13: '累计培训3742人次', H20: '83.5%（上年82%）' }, []],
    ['a result nobody can compare', { H13: '超额完成142人次', J13: 7, K13: '口径变化', J24: 95.82 }, []],
    ['the note’s own scale', { A26: '部分达成的按100%-80%、80%-50%、50%-0%记分', J22: 5.5, J24: 94.82 }, []],
  ])('says nothing of %s', async (_, edits, expected) => {
    expect(await toldOf(nationalForm(edits))).toEqual(expected);
  });
});

describe('a county’s form', () => {
  it('is right', async () => {
    expect(await toldOf(countyForm())).toEqual([]);
  });

  it.each<Plant>([
    ['a total that counts 其中 twice', { C3: 104, G16: 104 }, ['selfeval/total G16']],
    ['a grade for another total', { F3: '良好' }, ['selfeval/grade F3']],
    [
      'a rate over the wrong budget',
      { F4: '94%', G6: 9.4, D6: '100%', C3: 96.4, G16: 96.4 },
      ['selfeval/execution-rate F4', 'selfeval/score-mismatch G6'],
    ],
    ['full marks for a part that was missed', { E10: '8.1万平方米' }, ['selfeval/full-score-unmet G10']],
    ['a missing result', { E8: '/' }, ['selfeval/missing-actual E8']],
  ])('%s', async (_, edits, expected) => {
    expect((await toldOf(countyForm(edits))).sort()).toEqual([...expected].sort());
  });
});

describe('a flat list', () => {
  it('is right', async () => {
    const drafts = await fixtureDrafts('selfeval/flat.csv');
    expect(drafts.flatMap((one) => told(one))).toEqual([]);
  });
});

describe('a department’s form with slipped cells', () => {
  it.each(['national-2021', 'national-2015', 'guangzhou'])('is right by %s', async (profile) => {
    const drafts = await fixtureDrafts('selfeval/department-2022.txt');
    expect(drafts.flatMap((one) => told(one, profile))).toEqual([]);
  });

  it('has a total that is checked', async () => {
    const [sourced] = await fixtureDrafts('selfeval/department-2022.txt');
    const { draft } = sourced as SourcedDraft;
    const faulty = {
      ...draft,
      project: { ...draft.project, selfEvaluation: { ...draft.project.selfEvaluation, total: 98.92 } },
    };
    expect(told({ ...(sourced as SourcedDraft), draft: faulty as typeof draft })).toEqual(['selfeval/total C43']);
  });
});
