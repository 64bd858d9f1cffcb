import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { spell, wordIndex } from '../../src/indicators/lookup.js';

/** Few characters, so that words do stand in texts. */
const piece = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('水', '利', '率', 'a', '9', '（'), minLength: 1, maxLength });
const material = { words: fc.array(piece(4), { maxLength: 8 }), text: piece(20), other: piece(20) };

function longestAt(words: readonly string[], text: string, at: number): string | undefined {
  return words.filter((word) => text.startsWith(word, at)).toSorted((a, b) => b.length - a.length)[0];
}

describe('words are found whatever text was looked at before', () => {
  test.prop(material)('at a place', ({ words, text, other }) => {
    const index = wordIndex(words);
    for (const before of [text, other, text.replace('水', '利')]) {
      for (let at = 0; at < text.length; at += 1) {
        spell(before);
        expect(index.at(text, at)?.word).toBe(longestAt(words, text, at));
      }
    }
    expect([index.at(text, -1), index.at(text, text.length), index.at('', 0)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.prop(material)('at a place of the text that was spelled last', ({ words, text, other }) => {
    const index = wordIndex(words);
    spell(other);
    const codes = spell(text);
    for (let at = 0; at < text.length; at += 1) {
      expect(codes[at]).toBe(text.charCodeAt(at));
      expect(index.here(at)?.word).toBe(longestAt(words, text, at));
    }
    expect([index.here(-1), index.here(text.length)]).toEqual([undefined, undefined]);
  });

  test.prop(material)('anywhere', ({ words, text, other }) => {
    const index = wordIndex(words);
    spell(other);
    const start = Array.from(text).findIndex((_, at) => longestAt(words, text, at) !== undefined);
    const hit = index.find(text);
    expect(hit?.start ?? -1).toBe(start);
    expect(hit?.word).toBe(start < 0 ? undefined : longestAt(words, text, start));
  });

  test.prop(material)('at the end', ({ words, text, other }) => {
    const index = wordIndex(words);
    spell(other);
    const longest = words.filter((word) => text.endsWith(word)).toSorted((a, b) => b.length - a.length)[0];
    expect(index.atEnd(text)?.word).toBe(longest);
  });
});
