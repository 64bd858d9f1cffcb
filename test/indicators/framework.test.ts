import { describe, expect, it } from 'vitest';
import { understanding } from '../support/rules.js';

const resolve = (level1: string, level2: string) => understanding().framework.resolve(level1, level2);

describe('headings of the framework', () => {
  it.each([
    ['产出指标', '数量指标', 'output', 'quantity'],
    ['产出', '数量', 'output', 'quantity'],
    ['产出\n指标', '质量\n指标', 'output', 'quality'],
    ['项目产出', '进度', 'output', 'timeliness'],
    ['产出指标（50分）', '时效指标（10分）', 'output', 'timeliness'],
    ['（一）产出指标', '1.成本指标', 'output', 'cost-legacy'],
    ['效果指标', '环境效益', 'benefit', 'ecological'],
    ['效益指标', '社会公众满意度指标', 'benefit', 'service-satisfaction'],
    ['满意度指标', '服务对象满意度', 'satisfaction', 'service-satisfaction'],
    ['成本指标', '生态环境成本指标', 'cost', 'cost-ecological'],
  ])('%s / %s', (first, second, level1, level2) => {
    expect(resolve(first, second)).toMatchObject({ level1, level2, unknown: [] });
  });

  it('takes level 1 from level 2 where it is blank', () => {
    expect(resolve('', '可持续影响指标')).toMatchObject({ level1: 'benefit', level1Stated: false });
  });

  it('says which heading it does not know', () => {
    expect(resolve('重点工作', '数量指标')).toMatchObject({ level2: 'quantity', unknown: ['level1'] });
    expect(resolve('产出指标', '覆盖指标').unknown).toEqual(['level2']);
  });

  it('knows a heading used as a name, but not 预算执行率', () => {
    expect(understanding().framework.isHeading('社会效益')).toBe(true);
    expect(understanding().framework.isHeading('预算执行率')).toBe(false);
  });
});
