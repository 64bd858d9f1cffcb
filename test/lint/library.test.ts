import { describe, expect, it } from 'vitest';
import type { Level1, Level2 } from '../../src/indicators/index.js';
import { lintDraft, Linter } from '../../src/lint/lint-draft.js';
import { draftSchema } from '../../src/schema/index.js';
import { bundle, ruleBook } from '../support/rules.js';

const { library, understanding } = ruleBook();
const draft = (name: string, ...names: string[]) =>
  draftSchema.parse({ project: { name }, indicators: names.map((one) => ({ name: one })) });

describe('the sample library', () => {
  it('holds at least 400 samples of at least 25 sectors, each computable', () => {
    const { samples } = bundle().library;
    expect(samples.length).toBeGreaterThanOrEqual(400);
    expect(new Set(samples.map(({ sector }) => sector)).size).toBeGreaterThanOrEqual(25);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
    for (const { explanation, about } of samples) {
      expect(explanation.length).toBeGreaterThan(5);
      expect(about.length).toBeGreaterThanOrEqual(2);
    }
  });

  it.each([
    ['机关党建工作经费', '加强党建引领', '党建组织统战群团'],
    ['农村公路养护', '方便群众出行', '交通运输'],
    ['县医院设备购置', '提高医疗服务水平', '医疗卫生'],
    ['森林防火', '守护绿水青山', '林业草原'],
    ['政务云租赁', '提高数字化治理能力', '大数据政务服务信息化'],
  ])('answers a slogan of %s from its own sector', (project, text, sector) => {
    const [first] = library.propose({ draft: draft(project, text), text, box: 'social', most: 3 });
    expect(first?.sector).toBe(sector);
  });

  it('knows a draft anew that was edited since it was checked last', () => {
    const edited = draft('森林防火', '守护绿水青山');
    const linter = new Linter(ruleBook(), {});
    const proposals = () =>
      linter.lint(edited).flatMap(({ suggestions }) => suggestions.flatMap(({ proposal }) => proposal?.name ?? []));
    const [taken] = proposals();
    expect(taken).toBeDefined();
    edited.indicators.push(...draft('', taken as string).indicators.map((one) => ({ ...one, id: '2' })));
    expect(proposals()).not.toContain(taken);
    edited.indicators.pop();
    expect(proposals()).toContain(taken);
  });

  it('proposes nothing that the draft has, and no two alike', () => {
    const ask = (...names: string[]) =>
      library.propose({ draft: draft('森林防火', ...names), text: '守护绿水青山', most: 3 }).map(({ name }) => name);
    const first = ask('守护绿水青山');
    expect(first).toHaveLength(3);
    const second = ask(...first);
    expect(second.filter((name) => first.includes(name))).toEqual([]);
  });

  it('keeps to the box that is asked for where the sector has samples for it', () => {
    const proposed = library.propose({ draft: draft('城区环卫保洁'), text: '', box: 'quality', most: 2 });
    expect(proposed.map(({ level2 }) => level2)).toContain('quality');
  });

  it('proposes nothing that the rules would then find fault with', () => {
    const { framework } = understanding;
    const faults = bundle().library.samples.flatMap((sample) => {
      const level1 = framework.level1Name(framework.level1Of(sample.level2)[0] as Level1);
      const indicator = { ...sample, level1, level2: framework.level2Name(sample.level2) };
      const read = draftSchema.parse({ project: { name: '某项目' }, indicators: [indicator] });
      return lintDraft(read, ruleBook())
        .filter(({ indicatorId, ruleId }) => indicatorId !== null && ruleId !== 'coverage/unrelated')
        .map(({ ruleId, message }) => `${sample.name}: ${ruleId} ${message}`);
    });
    expect(faults).toEqual([]);
  });

  it.each<[string, string, Level2, string]>([
    ['学校食堂补助', '供餐管理制度健全性', 'quality', '交流轮岗骨干教师期满仍在薄弱校任教比例'],
    ['疾控中心应急能力建设', '采购检测设备', 'quantity', '重点人群癌症筛查任务完成率'],
  ])('does not propose for %s %s what shares no word or no trade with it', (project, text, box, other) => {
    const proposed = library.propose({ draft: draft(project, text), text, box, most: 3 });
    expect(proposed.map(({ name }) => name)).not.toContain(other);
  });

  it('asks satisfaction and cost of nobody else', () => {
    const ask = (box: Level2) =>
      library.propose({ draft: draft('污水处理厂运行服务费'), text: '群众满意度', box, most: 3 });
    for (const { level2 } of ask('service-satisfaction')) expect(level2).toBe('service-satisfaction');
    for (const { level2 } of ask('social')) expect(level2).not.toMatch(/satisfaction|cost/);
  });
});
