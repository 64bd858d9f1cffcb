import { describe, expect, it } from 'vitest';
import { plannedFixes } from '../../src/lint/fixes.js';
import { type Diagnostic, draftSchema } from '../../src/schema/index.js';
import { understanding } from '../support/rules.js';

const diagnostic = (indicatorId: string | null, field: string, value: string): Diagnostic => ({
  ruleId: 'name/format',
  severity: 'info',
  message: '',
  indicatorId,
  field,
  evidence: '',
  location: {},
  suggestions: [{ message: '' }, { message: '', fix: { field, value } }],
  basis: [],
  relatedIndicatorIds: [],
});

const draft = draftSchema.parse({
  project: { name: '甲' },
  indicators: [
    { level1: '产出', level2: '数量', name: '巡查次数', value: '3次' },
    { level1: '效益指标', level2: '社会效益指标', name: '群众满意度', value: '≥90%' },
    { level1: '效益指标', level2: '社会效益指标', name: '处理及时率', value: '≥90%' },
    { level1: '效益指标', level2: '社会效益指标', name: '培训人次', value: '≥90人次' },
  ],
});
const { framework } = understanding();
const plan = (...diagnostics: Diagnostic[]) =>
  plannedFixes(diagnostics, draft, framework).map(({ indicatorId, changes }) => [indicatorId, changes]);

describe('plannedFixes', () => {
  it('takes the first of two for one field, and none twice', () => {
    expect(
      plan(diagnostic('1', 'name', '甲'), diagnostic('1', 'name', '乙'), diagnostic('1', 'value', '≥3次')),
    ).toEqual([
      ['1', [{ field: 'name', value: '甲' }]],
      ['1', [{ field: 'value', value: '≥3次' }]],
    ]);
  });

  it('passes over what is done already, what is about the whole draft and fields that are not texts', () => {
    expect(
      plan(diagnostic('1', 'name', '巡查次数'), diagnostic(null, 'goal', '甲'), diagnostic('1', 'weight', '10')),
    ).toEqual([]);
  });

  it('moves an indicator with the level 1 of its new box', () => {
    expect(plan(diagnostic('3', 'level2', '时效指标'))).toEqual([
      [
        '3',
        [
          { field: 'level1', value: '产出指标' },
          { field: 'level2', value: '时效指标' },
        ],
      ],
    ]);
  });

  it('speaks of boxes in the words of the draft', () => {
    expect(plan(diagnostic('4', 'level2', '数量指标'))).toEqual([
      [
        '4',
        [
          { field: 'level1', value: '产出' },
          { field: 'level2', value: '数量' },
        ],
      ],
    ]);
  });

  it('leaves a level 1 that may hold the box', () => {
    expect(plan(diagnostic('2', 'level2', '服务对象满意度指标'))).toEqual([
      ['2', [{ field: 'level2', value: '服务对象满意度指标' }]],
    ]);
  });
});
