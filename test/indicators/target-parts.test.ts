/** Targets taken apart for import: only where the parts say what the whole said. */
import { describe, expect, it } from 'vitest';
import { targetParts } from '../../src/indicators/index.js';
import { indicatorSchema } from '../../src/schema/index.js';
import { understanding } from '../support/rules.js';

function parts(value: string, operator?: string, unit?: string): string[] {
  const indicator = { ...indicatorSchema.parse({ name: '指标', value, operator, unit }), id: '1' };
  const {
    operator: sign,
    value: target,
    unit: measure,
  } = targetParts(indicator, understanding().understand(indicator).value);
  return [sign, target, measure];
}

describe('targetParts', () => {
  it.each([
    [['≥120万平方米'], ['≥', '120', '万平方米']],
    [
      ['120', '≥', '万平方米'],
      ['≥', '120', '万平方米'],
    ],
    [['2,000元/人'], ['', '2000', '元/人']],
    [['百分之九十五'], ['', '95', '%']],
    [['95%以上'], ['≥', '95', '%']],
    [['不低于90%'], ['≥', '90', '%']],
    [['3个工作日内'], ['≤', '3', '个工作日']],
    [
      ['≥95', '定性', '%'],
      ['≥', '95', '%'],
    ],
    [
      ['100', '=', '%'],
      ['=', '100', '%'],
    ],
    [
      ['≥95%', '≥', '%'],
      ['≥', '95', '%'],
    ],
  ])('%j is %j', (given, expected) => {
    expect(parts(...(given as [string]))).toEqual(expected);
  });

  it.each([
    ['3-5场'],
    ['增长5%'],
    ['每月1次'],
    ['≥1个；≥2次'],
    ['约20场'],
    ['20多公里'],
    ['≥90%（抽样）'],
    ['2024年6月底前'],
    ['优'],
  ])('%s stays whole', (value) => {
    expect(parts(value).slice(1)).toEqual([value, '']);
  });

  it('calls 定性 what is no figure, and nothing else', () => {
    expect(parts('优')[0]).toBe('定性');
    expect(parts('3-5场')[0]).toBe('');
    expect(parts('')).toEqual(['', '', '']);
    expect(parts('优良', '＝')[0]).toBe('＝');
  });

  it('decides nothing where value and columns contradict each other', () => {
    expect(parts('≥10%', '≤')).toEqual(['≤', '≥10%', '']);
    expect(parts('5公里', '', '万元')).toEqual(['', '5公里', '万元']);
  });
});
