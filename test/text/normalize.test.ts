import { describe, expect, it } from 'vitest';
import { MappedText } from '../../src/text/mapped-text.js';
import { normalize } from '../../src/text/normalize/normalize.js';

describe('normalize', () => {
  it('knows the place of every character in the text as it was read', () => {
    const original = '<p>指标&nbsp;设臵</p>\r\n２个';
    const { text } = normalize(original, { slips: { words: { 臵: '置' }, digits: {}, units: '' } });
    expect(text).toBe('指标 设置\n\n2个');
    const cleaned = normalize(original, { slips: { words: { 臵: '置' }, digits: {}, units: '' } });
    const shown = (part: string): string => {
      const at = cleaned.text.indexOf(part);
      const { start, end } = cleaned.origin(at, at + part.length);
      return original.slice(start, end);
    };
    expect(['标 设', '置', '2个'].map(shown)).toEqual(['标&nbsp;设', '臵', '２个']);
  });

  it('keeps the original of a text that was cut out of another', () => {
    const part = MappedText.of('甲乙　丙丁').slice(1);
    expect(normalize(part).text).toBe('乙 丙丁');
    expect(normalize(part).origin(2, 3)).toEqual({ start: 3, end: 4 });
  });

  it('joins no line to one before it that the caller takes for an item', () => {
    const text = '甲、\n乙';
    expect(normalize(text).text).toBe('甲、乙');
    expect(normalize(text, { beginsItem: (line) => line === '乙' }).text).toBe('甲、\n乙');
  });
});
