import { expect, it } from 'vitest';
import { decimal, decimalsOf, isRounded, show, sumOf } from '../../src/text/decimal.js';

it('adds as people do', () => {
  expect(sumOf([0.1, 0.2]).eq(0.3)).toBe(true);
  expect(sumOf([33.3, 33.3, 33.4]).toFixed()).toBe('100');
  expect(sumOf([20, 8.99, decimal('0.41')]).toFixed()).toBe('29.4');
  expect(sumOf([]).toFixed()).toBe('0');
});

it('shows no more than needed', () => {
  expect(show(decimal(10).times(82).div(90))).toBe('9.11');
  expect(show(decimal('9.50'))).toBe('9.5');
  expect(show(decimal(1.005))).toBe('1.01');
  expect(show(decimal(1e-9))).toBe('0');
});

it('counts decimals as written', () => {
  expect(['9.10', 9.1, 10, '10', 1e-7].map((value) => decimalsOf(value))).toEqual([2, 1, 0, 0, 7]);
});

it('knows what rounding may make of a figure', () => {
  const exact = decimal(8).times(568).div(600); // 7.5733…
  expect(['7.57', '7.58'].map((stated) => isRounded(decimal(stated), exact, 2))).toEqual([true, false]);
  expect(['7.6', '7.5'].map((stated) => isRounded(decimal(stated), exact, 1))).toEqual([true, true]);
  expect(['8', '7'].map((stated) => isRounded(decimal(stated), exact, 0))).toEqual([true, false]);
});
