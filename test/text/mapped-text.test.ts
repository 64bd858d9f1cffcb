import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { MappedText } from '../../src/text/mapped-text.js';

describe('MappedText', () => {
  const text = MappedText.of('<p>绩效目标</p>设臵');

  it('drops ranges and remembers where the rest stood', () => {
    const dropped = text.drop([
      { start: 0, end: 3 },
      { start: 7, end: 11 },
    ]);
    expect(dropped.text).toBe('绩效目标设臵');
    expect(dropped.origin(0, 4)).toEqual({ start: 3, end: 7 });
    expect(dropped.origin(2, 6)).toEqual({ start: 5, end: 13 });
  });

  it('replaces: every unit of the new text stands for the whole old range', () => {
    const decoded = MappedText.of('a&lt;b').replace([{ start: 1, end: 5, text: '<' }]);
    expect(decoded.text).toBe('a<b');
    expect(decoded.origin(1, 2)).toEqual({ start: 1, end: 5 });
    const longer = MappedText.of('a…b').replace([{ start: 1, end: 2, text: '...' }]);
    expect(longer.origin(2, 3)).toEqual({ start: 1, end: 2 });
  });

  it('slices and trims over the same original', () => {
    const sliced = MappedText.of('甲  乙丙  ').slice(1).trim();
    expect(sliced.text).toBe('乙丙');
    expect(sliced.origin(0, 2)).toEqual({ start: 3, end: 5 });
    expect(sliced.slice(1, 2).origin(0, 1)).toEqual({ start: 4, end: 5 });
  });

  it('places empty ranges', () => {
    expect(MappedText.of('').origin(0, 0)).toEqual({ start: 0, end: 0 });
    expect(MappedText.of('abc').origin(3, 3)).toEqual({ start: 3, end: 3 });
    expect(MappedText.of('abc').slice(2, 2).origin(0, 0)).toEqual({ start: 2, end: 2 });
  });

  it('refuses ranges outside the text and edits out of order', () => {
    expect(() => text.origin(0, 99)).toThrow(RangeError);
    expect(() => text.slice(3, 2)).toThrow(RangeError);
    expect(() =>
      text.drop([
        { start: 3, end: 5 },
        { start: 4, end: 6 },
      ]),
    ).toThrow(RangeError);
  });
});

const edited = fc
  .tuple(
    fc.string({ unit: 'binary' }),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', 'x', '置换')), { maxLength: 8 }),
  )
  .map(([text, raw]) => {
    let from = 0;
    const edits = raw.flatMap(([gap, length, replacement]) => {
      const start = from + (gap % 4);
      const end = start + (length % 3);
      if (end > text.length) return [];
      from = end;
      return [{ start, end, text: replacement }];
    });
    return { text, edits };
  });

test.prop([edited])('what no edit touched slices back to itself', ({ text, edits }) => {
  const mapped = MappedText.of(text).replace(edits);
  let expected = '';
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    expected += text.slice(from, start) + replacement;
    from = end;
  }
  expect(mapped.text).toBe(expected + text.slice(from));
  for (let i = 0; i < mapped.length; i += 1) {
    const { start, end } = mapped.origin(i, i + 1);
    const replaced = edits.some((edit) => edit.text !== '' && edit.start === start && edit.end === end);
    expect(replaced || text.slice(start, end) === mapped.text[i]).toBe(true);
  }
});
