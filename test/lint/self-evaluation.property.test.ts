/** Any self-evaluation that is filled in by the book is right; any one fault in it is found, and nothing else. */
import { fc, it } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { lintDraft } from '../../src/lint/lint-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { ruleBook } from '../support/rules.js';

interface Row {
  readonly name: string;
  readonly level1: string;
  readonly level2: string;
  readonly value: string;
  readonly actual: string;
  /** The share of the weight that is earned, 0 to 1. */
  readonly part: number;
}

const OUTPUT = { level1: '产出指标', level2: '数量指标' };
const number = fc.integer({ min: 20, max: 99_999 });
const percent = fc.integer({ min: 200, max: 1000 }).map((tenths) => tenths / 10);

/** Indicators of many kinds, some met and some missed. */
const row: fc.Arbitrary<Row> = fc.oneof(
  fc.tuple(number, number, fc.constantFrom('≥', '不少于', '≧')).map(([target, actual, sign]) => ({
    ...OUTPUT,
    name: '培训人次',
    value: `${sign}${String(target)}人次`,
    actual: `${String(Math.min(actual, Math.floor(target * 1.3)))}人次`,
    part: Math.min(1, actual / target),
  })),
  fc.tuple(percent, percent).map(([target, actual]) => ({
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '群众满意度',
    value: `≥${String(target)}%`,
    actual: `${String(Math.min(actual, Math.floor(target * 12) / 10))}%`,
    part: Math.min(1, actual / target),
  })),
  fc.tuple(number, number).map(([target, actual]) => ({
    level1: '成本指标',
    level2: '经济成本指标',
    name: '设备购置总成本',
    value: `≤${String(target)}万元`,
    actual: `${String(actual)}0000元`,
    part: Math.min(1, target / actual),
  })),
  fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })).map(([target, actual]) => ({
    level1: '产出指标',
    level2: '时效指标',
    name: '项目完成时间',
    value: `2023年${String(target)}月底前`,
    actual: `2023年${String(actual)}月15日`,
    part: actual <= target ? 1 : 0,
  })),
  fc.integer({ min: 0, max: 3 }).map((happened) => ({
    level1: '产出指标',
    level2: '质量指标',
    name: '安全责任事故发生次数',
    value: '0次',
    actual: happened === 0 ? '无' : `${String(happened)}次`,
    part: happened === 0 ? 1 : 0,
  })),
  fc
    .constantFrom(['达成年度指标', 1], ['部分达成年度指标并具有一定效果', 0.7], ['未达成年度指标且效果较差', 0.3])
    .map(([actual, part]) => ({
      level1: '效益指标',
      level2: '可持续影响指标',
      name: '长效管护机制健全情况',
      value: '健全',
      actual,
      part,
    })),
);

const round = (value: number) => Math.round((value + 1e-9) * 100) / 100;

const form = fc.array(row, { minLength: 3, maxLength: 9 }).map((list) => {
  const weight = 90 / list.length;
  const indicators = list.map((one, at) => ({
    ...one,
    id: String(at + 1),
    weight: at === 0 ? round(90 - (list.length - 1) * round(weight)) : round(weight),
    deviationReason: '受汛期影响，下年度提前实施',
  }));
  const scored = indicators.map(({ part, ...one }) => ({ ...one, score: round(one.weight * part) }));
  const total = round(scored.reduce((sum, { score }) => sum + score, 9.75));
  const grade = total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差';
  const selfEvaluation = {
    budget: 520,
    spent: 506.79,
    executionRate: 97.46,
    executionWeight: 10,
    executionScore: 9.75,
    total,
    grade,
  };
  return { project: { name: '示例', year: 2023, selfEvaluation }, indicators: scored };
});

const told = (raw: unknown) =>
  lintDraft(draftSchema.parse(raw), ruleBook())
    .filter(({ ruleId, severity }) => /^(?:selfeval|weight)\/(?!level-share)/.test(ruleId) && severity !== 'info')
    .map(({ ruleId, indicatorId }) => `${ruleId} ${indicatorId ?? ''}`.trim());

describe('a self-evaluation by the book', () => {
  it.prop([form])('is right', (draft) => {
    expect(told(draft)).toEqual([]);
  });

  it.prop([form, fc.integer({ min: 2, max: 30 })])('shows a wrong total', (draft, off) => {
    const { selfEvaluation } = draft.project;
    const total = round(selfEvaluation.total + off * 0.37);
    fc.pre(total <= 100);
    expect(told({ ...draft, project: { ...draft.project, selfEvaluation: { ...selfEvaluation, total } } })).toEqual([
      'selfeval/total',
    ]);
  });

  it.prop([form, fc.nat()])('shows marks that do not follow', (draft, pick) => {
    const at = pick % draft.indicators.length;
    const one = draft.indicators[at] as (typeof draft.indicators)[number];
    // Half the marks that are earned, or full marks where they are not.
    const isFull = one.score < one.weight * 0.9 && pick % 2 === 0;
    fc.pre(one.score > one.weight * 0.2 && !one.name.startsWith('长效'));
    const score = isFull ? one.weight : round(one.score / 2);
    const total = round(draft.project.selfEvaluation.total - one.score + score);
    const indicators = draft.indicators.map((other, index) => (index === at ? { ...other, score } : other));
    const project = { ...draft.project, selfEvaluation: { ...draft.project.selfEvaluation, total, grade: '' } };
    const rule = isFull ? 'selfeval/full-score-unmet' : 'selfeval/score-mismatch';
    expect(told({ ...draft, project, indicators })).toEqual([`${rule} ${one.id}`]);
  });
});
