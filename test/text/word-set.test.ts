import { describe, expect, it } from 'vitest';
import { WordSet } from '../../src/text/word-set.js';

describe('words in any order', () => {
  it.each([
    [
      ['疫木', '清理'],
      ['清理', '疫木'],
    ],
    [
      ['疫木', '清理', '疫木'],
      ['清理', '疫木'],
    ],
    [['巡查', '巡查'], ['巡查']],
    [[], []],
  ])('%j and %j are one set', (a, b) => {
    const [one, other] = [new WordSet(a), new WordSet(b)];
    expect(one.text).toBe(other.text);
    expect(one.mark).toBe(other.mark);
  });

  it('keeps the words in the order in which they were first said', () => {
    expect(new WordSet(['清理', '疫木', '清理']).words).toEqual(['清理', '疫木']);
  });

  it('tells other words apart', () => {
    expect(new WordSet(['师评', '生']).text).not.toBe(new WordSet(['生评', '师']).text);
  });
});
