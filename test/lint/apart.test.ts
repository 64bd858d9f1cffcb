/** Diagnostics that are counted apart: ignored in the table, waived in the configuration, known to a baseline. */
import { describe, expect, it } from 'vitest';
import { Baseline, baselineOf } from '../../src/lint/baseline.js';
import { applyIgnored, splitIgnored } from '../../src/lint/ignored.js';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { overridden } from '../../src/lint/settings.js';
import { type Waiver, Waivers } from '../../src/lint/waivers.js';
import { type Draft, draftSchema, type LintEntry } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

const draftOf = (...indicators: object[]): Draft => draftSchema.parse({ project: { name: '甲' }, indicators });
const NAMELESS = { level1: '产出指标', level2: '数量指标', name: '/', value: '≥3次' };
const BENEFIT = { level1: '效益指标', level2: '社会效益指标', name: '受益人数', value: '≥3人' };

function entryOf(draft: Draft): LintEntry {
  return {
    source: 'a.json',
    project: draft.project.name,
    indicators: draft.indicators.length,
    diagnostics: lintDraft(draft, ruleBook()),
    waived: [],
    old: 0,
    notices: [],
  };
}

describe('splitIgnored', () => {
  it.each([
    ['name/missing', ['name/missing'], ''],
    ['name/missing,value/missing', ['name/missing', 'value/missing'], ''],
    [
      'name/missing， value/missing；Name/Slogan、weight/sum',
      ['name/missing', 'value/missing', 'name/slogan', 'weight/sum'],
      '',
    ],
    ['name/missing\nvalue/missing', ['name/missing', 'value/missing'], ''],
    ['全部：已报财政局，同意（见附件）', ['全部'], '已报财政局,同意(见附件)'],
    ['name/missing（法定名称），value/missing（待批复）', ['name/missing', 'value/missing'], '法定名称；待批复'],
    ['name/missing【法定名称', ['name/missing'], '法定名称'],
    ['name/missing name/missing', ['name/missing'], ''],
    ['无', [], ''],
    ['', [], ''],
  ])('%j', (text, ids, reason) => {
    expect(splitIgnored(text)).toEqual({ ids, reason });
  });

  it('takes any text in linear time', () => {
    for (const unit of ['（', '：', ',', '全部', '（）', '[']) splitIgnored(unit.repeat(50_000));
    expect(splitIgnored('a'.repeat(50_000)).ids).toHaveLength(1);
  }, 5_000);
});

describe('applyIgnored', () => {
  const options = { known: new Set(ruleBook().rules.keys()), language: 'zh', locate: () => ({}) } as const;

  it('ignores for its own indicator alone', () => {
    const draft = draftOf({ ...NAMELESS, ignore: 'name/missing' }, NAMELESS, BENEFIT);
    const { diagnostics, waived } = applyIgnored(entryOf(draft), draft, options);
    const of = (list: readonly { ruleId: string; indicatorId: string | null }[]) =>
      list.filter(({ ruleId }) => ruleId === 'name/missing').map(({ indicatorId }) => indicatorId);
    expect([of(diagnostics), of(waived)]).toEqual([['2'], ['1']]);
  });

  it('never silences what concerns the whole draft', () => {
    const draft = draftOf({ ...NAMELESS, ignore: '全部' });
    const { diagnostics } = applyIgnored(entryOf(draft), draft, options);
    expect(diagnostics.map(({ indicatorId }) => indicatorId)).not.toContain('1');
    expect(diagnostics.map(({ ruleId }) => ruleId)).toContain('coverage/no-benefit');
  });

  it('speaks English', () => {
    const draft = draftOf({ ...NAMELESS, ignore: 'name/mising' });
    const { notices } = applyIgnored(entryOf(draft), draft, { ...options, language: 'en' });
    expect(notices[0]?.message).toContain('did you mean “name/missing”?');
  });
});

describe('Waivers', () => {
  const waiver = (own: Partial<Waiver>): Waiver => ({
    rule: 'name/missing',
    reason: '试点',
    by: '张三',
    date: '2024-01-01',
    ...own,
  });
  const run = (waivers: readonly Waiver[], today = '2024-05-01') => {
    const all = new Waivers(waivers, { today, fitsFile: (pattern, source) => pattern === source });
    const draft = draftOf(NAMELESS, BENEFIT);
    return { entry: all.apply(entryOf(draft), draft, 'a.json'), notices: all.notices('zh').map(({ code }) => code) };
  };

  it('holds up to and on its last day', () => {
    for (const [today, count] of [
      ['2024-04-30', 1],
      ['2024-05-01', 1],
      ['2024-05-02', 0],
    ] as const) {
      const { entry, notices } = run([waiver({ until: '2024-05-01' })], today);
      expect([entry.waived.length, notices]).toEqual([count, count === 1 ? [] : ['waiver-expired']]);
    }
  });

  it('names the indicator by its name however it is numbered or spaced', () => {
    const all = new Waivers([waiver({ rule: 'value/missing', indicator: '巡查 次数' })], {
      today: '2024-05-01',
      fitsFile: () => true,
    });
    const draft = draftOf({ ...NAMELESS, name: '★1.巡查次数（次）', value: '' }, BENEFIT);
    expect(all.apply(entryOf(draft), draft, 'a.json').waived).toHaveLength(1);
  });

  it('takes the first that fits and tells of those that fit nothing', () => {
    const { entry, notices } = run([
      waiver({ file: 'a.json', rule: 'name/slogan' }),
      waiver({ reason: '一' }),
      waiver({ reason: '二' }),
    ]);
    expect(entry.waived.map(({ waiver: { reason } }) => reason)).toEqual(['一']);
    expect(notices).toEqual(['waiver-unused', 'waiver-unused']);
  });

  it('calls no waiver superfluous whose file or project was not checked', () => {
    expect(run([waiver({ file: 'b.json' }), waiver({ project: '没有查的项目' })]).notices).toEqual([]);
  });
});

describe('Baseline', () => {
  it('is the same for the same drafts, in whatever order', () => {
    const drafts = [draftOf(NAMELESS, BENEFIT), draftOf({ ...BENEFIT, value: '' }, NAMELESS)];
    const checked = drafts.map((draft) => ({ draft, entry: entryOf(draft) }));
    expect(baselineOf(checked)).toEqual(baselineOf(checked.toReversed()));
    for (const one of checked) expect(new Baseline(baselineOf([one])).apply(one).diagnostics).toEqual([]);
  });

  it('tells faults apart by rule, indicator, field and evidence', () => {
    const before = draftOf({ ...NAMELESS, name: '巡查次数', value: '若干次' }, BENEFIT);
    const after = draftOf({ ...NAMELESS, name: '巡查次数', value: '一批' }, BENEFIT);
    const baseline = new Baseline(baselineOf([{ draft: before, entry: entryOf(before) }]));
    const { diagnostics } = baseline.apply({ draft: after, entry: entryOf(after) });
    expect(diagnostics.length).toBeGreaterThan(0);
  });
});

describe('overridden', () => {
  const fits = (pattern: string) => pattern === 'yes';
  it.each([
    [['yes'], { preset: 'strict', rules: { a: 'off', b: 'error' } }],
    [['no', 'yes'], { preset: 'strict', rules: { a: 'off', b: 'error' } }],
    [['no'], { preset: 'recommended', rules: { a: 'off' } }],
    [['yes', '!yes'], { preset: 'recommended', rules: { a: 'off' } }],
    [['yes', '!no'], { preset: 'strict', rules: { a: 'off', b: 'error' } }],
  ])('%j', (files, settings) => {
    const base = { preset: 'recommended', rules: { a: 'off' } } as const;
    expect(overridden(base, [{ files, preset: 'strict', rules: { b: 'error' } }], fits)).toEqual(settings);
  });
});
