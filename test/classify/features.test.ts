import { describe, expect, it } from 'vitest';
import { edges, ngrams, normaliseText } from '../../src/classify/features.js';

describe('normaliseText', () => {
  it.each([
    ['执行率仅４５．６％，偏低。', '执行率仅0%偏低'],
    ['共安排3,200万元', '共安排0万元'],
    ['“满意度” ABC', '满意度abc'],
    ['😀——/', ''],
    ['', ''],
  ])('%s → %s', (text, normalised) => expect(normaliseText(text)).toBe(normalised));
});

describe('pieces', () => {
  it('gives all n-grams of the range', () => {
    expect(ngrams('绩效低', { from: 1, to: 2 })).toEqual(['绩', '效', '低', '绩效', '效低']);
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(ngrams('𠮷低', { from: 1, to: 1 })).toEqual(['𠮷', '低']);
  });

  it('marks beginning and end', () => {
    expect(edges('建议改', { from: 1, to: 3 })).toEqual(['^建', '改$', '^建议', '议改$']);
    expect(edges('无', { from: 1, to: 3 })).toEqual(['^无', '无$']);
    expect(edges('', { from: 1, to: 3 })).toEqual([]);
  });
});
