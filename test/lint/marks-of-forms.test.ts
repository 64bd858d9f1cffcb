/** What clerks write instead of words and numbers: marks of repetition, bands of marks, letters for digits, two counts in one cell. */
import { describe, expect, it } from 'vitest';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

function rulesFor(indicators: readonly object[], project: object = {}): string[] {
  const draft = draftSchema.parse({
    project: { name: '甲', ...project },
    indicators: indicators.map((own, index) => ({ id: String(index + 1), level1: '产出指标', ...own })),
  });
  return lintDraft(draft, ruleBook(), {}).map(({ ruleId, indicatorId }) => `${indicatorId ?? ''} ${ruleId}`);
}

describe('a level repeated by a mark', () => {
  it.each(['〃', '同上', '"'])('%s stands for the level above', (mark) => {
    const found = rulesFor([
      { level2: '质量指标', name: '验收合格率', value: '≥98%' },
      { level2: mark, name: '培训场次', value: '≥2场' },
    ]);
    expect(found).toContain('2 class/level-mismatch');
    expect(found).not.toContain('2 class/unknown-level');
  });

  it('stays unknown with nothing above it', () => {
    expect(rulesFor([{ level2: '〃', name: '培训场次', value: '≥2场' }])).not.toContain('1 class/level-mismatch');
  });
});

describe('marks for each grade', () => {
  it.each([
    '健全（100%-80%）；较健全（80%-60%）；不健全（60%-0）',
    '达成预期指标100%—80%，部分达成80%—50%，未达成50%—0',
  ])('%s is one scale', (value) => {
    const found = rulesFor([{ level1: '效益指标', level2: '可持续影响指标', name: '管护机制健全程度', value }]);
    expect(found.filter((one) => /several-targets|unparsable|qualitative-only/.test(one))).toEqual([]);
  });

  it('are not seen in a range that falls', () => {
    expect(rulesFor([{ level2: '质量指标', name: '成活率', value: '95%-85%' }])).toContain('1 value/unparsable');
  });
});

describe('a letter for a digit', () => {
  it('is told once, and taken for no unit', () => {
    const found = rulesFor([{ level2: '质量指标', name: '检验鉴定准确率', value: '≥9S%' }]);
    expect(found).toContain('1 value/unparsable');
    expect(found).not.toContain('1 value/unit-mismatch');
  });
});

describe('two counts without anything between them', () => {
  it('are two targets where the name asks for two things', () => {
    expect(rulesFor([{ level2: '数量指标', name: '接待批次和人数', value: '5批60人' }])).toContain(
      '1 value/several-targets',
    );
  });

  it('are one time in 2小时30分', () => {
    expect(rulesFor([{ level2: '时效指标', name: '故障响应和修复时间', value: '≤2小时30分' }])).not.toContain(
      '1 value/several-targets',
    );
  });
});

describe('a bare target of 100 %', () => {
  const row = { level2: '质量指标', value: '100%', actual: '80%', weight: 6, deviationReason: '1项延期' };

  it('is a floor for a share', () => {
    expect(rulesFor([{ ...row, name: '课题结题率', score: 5.2 }])).toContain('1 selfeval/score-mismatch');
    expect(rulesFor([{ ...row, name: '课题结题率', score: 6 }])).toContain('1 selfeval/full-score-unmet');
    expect(rulesFor([{ ...row, name: '课题结题率', score: 4.8 }])).not.toContain('1 selfeval/score-mismatch');
  });

  it('may be a limit where the name speaks of one', () => {
    expect(rulesFor([{ ...row, name: '人员编制控制率', score: 6 }])).not.toContain('1 selfeval/full-score-unmet');
  });
});

describe('a number of the goal', () => {
  const goal = '举办主体班6期，培训干部480人次。';

  it('is answered by the same number of the same unit, in other words', () => {
    const found = rulesFor(
      [
        { level2: '数量指标', name: '办班期数', value: '6期' },
        { level2: '数量指标', name: '培训人次', value: '≥480人次' },
      ],
      { goal },
    );
    expect(found).not.toContain(' coverage/goal-uncovered');
  });

  it('is not by another number', () => {
    const found = rulesFor([{ level2: '数量指标', name: '培训人次', value: '≥480人次' }], { goal });
    expect(found).toContain(' coverage/goal-uncovered');
  });
});
