import { describe, expect, it } from 'vitest';
import { draftSchema } from '../../src/schema/index.js';
import { bundle, ruleBook } from '../support/rules.js';

const { library } = ruleBook();
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
});
