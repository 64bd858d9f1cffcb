import { describe, expect, it } from 'vitest';
import { CharacterSet, WHITE_SPACE } from '../../src/text/character-set.js';

describe('a set of characters', () => {
  it('takes ranges and single characters, a hyphen of its own first', () => {
    const set = new CharacterSet('-0-9ⅰ-ⅻ全');
    expect(['5', '0', '9', '-', 'ⅳ', '全'].every((character) => set.isIn(`水${character}`))).toBe(true);
    expect(set.isIn('水利a：')).toBe(false);
  });

  it('has nothing before a text or behind it', () => {
    const set = new CharacterSet('a-z');
    expect([set.hasAt('a', 0), set.hasAt('a', 1), set.hasAt('', 0)]).toEqual([true, false, false]);
  });

  it('knows the same white space as patterns do', () => {
    const set = new CharacterSet(WHITE_SPACE);
    const differing = Array.from({ length: 0x10000 }, (_, code) => code).filter(
      (code) => set.has(code) !== /\s/.test(String.fromCharCode(code)),
    );
    expect(differing).toEqual([]);
  });
});
