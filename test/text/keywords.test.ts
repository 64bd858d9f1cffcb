import { describe, expect, it } from 'vitest';
import { createKeywordFinder } from '../../src/text/keywords.js';
import { createSegmenter } from '../../src/text/segmenter.js';

/** Words parted by spaces: what is weighed is not how they are cut. */
const spaced = createSegmenter({ name: 'spaced', cut: (text) => text.split(/(?<= )|(?= )/) });
const table = { format: 1, documents: 100, idf: { 项目: 1.2, 台账: 3, 冷链: 4 }, unseen: 5 } as const;
const finder = createKeywordFinder(spaced, table, new Set(['单位']));

describe('keywords', () => {
  it('weighs how often a word is used against how common it is', () => {
    expect(finder.keywords(['项目 台账 项目', '项目 冷链'], 3)).toEqual([
      { word: '冷链', count: 1, texts: 1, score: 4 },
      { word: '项目', count: 3, texts: 2, score: 3.6 },
      { word: '台账', count: 1, texts: 1, score: 3 },
    ]);
  });

  it('counts no stop words, single characters, numbers or Latin letters', () => {
    expect(finder.words('单位 县 2022 PPP 冷链')).toEqual(['冷链']);
    expect(finder.words('四百 二十万 一百零三 十二 十四五 百日')).toEqual(['十四五', '百日']);
  });

  it('takes a word that no corpus holds for a telling one', () => {
    expect(finder.keywords(['疫木 冷链'], 1)[0]?.word).toBe('疫木');
  });

  it('has none for an empty list', () => {
    expect(finder.keywords([], 5)).toEqual([]);
  });
});
