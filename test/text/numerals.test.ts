import { expect, it } from 'vitest';
import { readNumeral } from '../../src/text/numerals.js';

it.each([
  ['12', 12, 2],
  ['1,234,567.89元', 1234567.89, 12],
  ['1，200', 1200, 5],
  ['.5', 0.5, 2],
  ['1.2万人', 12000, 4],
  ['3千米', 3, 1],
  ['2百分点', 2, 1],
  ['5百万', 5000000, 3],
  ['一百二十', 120, 4],
  ['十二', 12, 2],
  ['二十', 20, 2],
  ['两千零八', 2008, 4],
  ['三点五', 3.5, 3],
  ['一亿两千万', 120000000, 5],
  ['二〇二四', 2024, 4],
])('%s is %d', (text, value, end) => {
  expect(readNumeral(text, 0)).toMatchObject({ value, end });
});

it('reads nothing where no numeral begins', () => {
  expect(readNumeral('约12', 0)).toBeUndefined();
  expect(readNumeral('', 0)).toBeUndefined();
  expect(readNumeral('万元', 0)).toBeUndefined();
});

it('is exact about decimals', () => {
  expect(readNumeral('0.7万', 0)?.value).toBe(7000);
  expect(readNumeral('1.1万', 0)?.value).toBe(11000);
});
