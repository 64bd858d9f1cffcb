import { describe, expect, it } from 'vitest';
import { HEADS, NAME_MODEL_FORMAT } from '../../src/indicators/name-model.js';
import { NameModel, Understanding } from '../../src/indicators/index.js';
import { explainer } from '../../src/lint/explain.js';
import { pieceTerm } from '../../src/lint/terms.js';
import { understoodLines } from '../../src/report/understood-stylish.js';
import { draftSchema, understoodSchema } from '../../src/schema/index.js';
import { bundle } from '../support/rules.js';

/** A model that has learnt nothing: every answer is as likely as any other. */
function blankModel(): NameModel {
  const buckets = 64;
  const heads = Object.fromEntries(
    Object.entries(HEADS).map(([name, classes]) => [
      name,
      { classes: [...classes], bias: classes.map((_, index) => -index / 10), scale: 0.01 },
    ]),
  );
  const size = Object.values(HEADS).reduce((sum, classes) => sum + classes.length, 0) * buckets;
  return new NameModel(
    { format: NAME_MODEL_FORMAT, buckets, longest: 3, anchored: 0, heads },
    new Uint8Array(size).fill(1),
  );
}

const without = new Understanding(bundle().indicators);
const explain = (indicator: object, understanding = without) => {
  const [parsed] = draftSchema.parse({ project: { name: '甲' }, indicators: [indicator] }).indicators;
  return explainer(understanding)(understanding.understand(parsed!));
};

describe('explainer', () => {
  it('tells kind, object, value, box and direction, and the words that told', () => {
    const view = explain({
      level1: '产出指标',
      level2: '时效指标',
      name: '1.投诉处理及时率（24小时内）',
      operator: '≥',
      value: '95',
      unit: '%',
    });
    expect(understoodSchema.parse(view)).toEqual(view);
    expect(view).toMatchObject({
      name: '投诉处理及时率',
      kind: { code: 'ratio', zh: '比率', en: 'ratio' },
      word: '及时率',
      object: '投诉处理',
      aspect: { code: 'timeliness' },
      direction: { code: 'higher', zh: '越高越好' },
      value: {
        text: '95',
        kind: { code: 'number' },
        numbers: [{ operator: '≥', value: 95, unit: '%', change: false }],
      },
      unit: '%',
      level1: { code: 'output', zh: '产出指标' },
      level2: { code: 'timeliness', en: 'timeliness' },
    });
    expect(view.evidence.map(({ code, text }) => [code, text])).toEqual([
      ['measure-word', '及时率'],
      ['bounded', ''],
      ['bracket', '24小时内'],
    ]);
    expect(view.model).toBeUndefined();
  });

  it('tells what makes a slogan one, and what could not be read', () => {
    const wish = explain({ name: '加强队伍建设', value: '显著提升' });
    expect(wish.kind.code).toBe('none');
    expect(wish.evidence.map(({ code }) => code)).toEqual(['wish', 'value-wish']);
    expect(explain({ name: '合格率', value: '1O0%' }).value?.unread).not.toEqual([]);
    expect(explain({ name: '合格率' }).value).toBeUndefined();
  });

  it('has names in both languages for every code', () => {
    const seen = bundle()
      .rules.flatMap(({ examples }) => examples.flatMap(({ indicator, indicators = [] }) => [indicator, ...indicators]))
      .filter((indicator) => indicator !== undefined)
      .map((indicator) => explain(indicator));
    const terms = seen.flatMap(({ kind, aspect, direction, value, level1, level2, evidence }) =>
      [kind, aspect, direction, value?.kind, level1, level2, ...evidence].filter((term) => term !== undefined),
    );
    for (const { code, zh } of terms) expect(zh, code).not.toBe(code);
  });

  it('shows what the model of names holds, best first, where there is one', () => {
    const view = explain({ name: '巡查次数', value: '≥3次' }, new Understanding(bundle().indicators, blankModel()));
    expect(view.model?.judged.map(({ code }) => code)).toEqual(['sound', 'slogan', 'vague']);
    for (const answers of [view.model?.judged, view.model?.kind, view.model?.box])
      for (const { score, zh, code } of answers ?? []) {
        expect(score).toBeGreaterThan(0);
        expect(zh).not.toBe(code);
      }
    expect(understoodLines(view, 'zh').at(-1)).toMatchObject(['模型', expect.stringMatching(/^能否衡量 可衡量 \d+%/)]);
    expect(understoodLines(view, 'en').at(-1)).toMatchObject([
      'Model',
      expect.stringMatching(/^measurable: sound \d+%/),
    ]);
  });
});

it.each([
  ['时率$', '结尾“时率”', 'ends with “时率”'],
  ['^加强', '开头“加强”', 'begins with “加强”'],
  ['^/$', '全名“/”', 'whole name “/”'],
  ['查覆', '含“查覆”', 'holds “查覆”'],
  ['kind=none', '种类没有度量词', 'kind no measure word'],
  ['word=', '没有度量词', 'no measure word'],
  ['word=率', '度量词“率”', 'measure word “率”'],
  ['lead=加强', '开头的动词“加强”', 'leading verb “加强”'],
  ['unit=event', '单位表示次', 'the unit is of events'],
  ['value=number', '指标值是数值', 'the value is number'],
  ['value-wish', '指标值是形容或口号', 'the value is an adjective or wish'],
  ['activity', '数的是工作', 'counts work done'],
])('calls the piece %s by a name', (code, zh, en) => {
  expect(pieceTerm(code)).toEqual({ code, zh, en });
});
