import { readFileSync } from 'node:fs';
import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { WORD_ENGINES, type WordEngineName } from '../../src/platform/word-engine-names.js';
import { loadSegmenter } from '../../src/platform/word-engines.js';
import { parseLexicon } from '../../src/text/lexicon.js';
import { createSegmenter, type Segmenter } from '../../src/text/segmenter.js';

interface Sentence {
  readonly text: string;
  readonly words: string[];
}

const sentences = (name: string): Sentence[] =>
  readFileSync(new URL(`../fixtures/words/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sentence);

async function tryLoad(name: WordEngineName): Promise<Segmenter | undefined> {
  try {
    return await loadSegmenter(name);
  } catch (error) {
    console.warn(`skipped: segmentation engine ${name} is not installed here (${String(error)})`);
    return undefined;
  }
}

const engines = (await Promise.all(WORD_ENGINES.map(tryLoad))).filter((engine) => engine !== undefined);

describe.each(engines.map((engine) => [engine.engine, engine] as const))('%s', (_, segmenter) => {
  it.each([
    ['预算绩效目标设置不够科学', ['绩效目标', '设置']],
    ['共性指标不应设置为个性指标', ['共性指标', '个性指标']],
    ['预算执行率仅为95.5%', ['预算执行率', '95.5%']],
    ['第三方机构未提供佐证材料', ['第三方机构', '佐证材料']],
    ['投入1,234.56万元', ['1,234.56']],
    ['设备闲置率达57.14％，５６．３％未启用', ['闲置率', '57.14％', '５６．３％']],
    ['违反第三十一条和第12条，疫苗冷链中断', ['第三十一条', '第12条', '疫苗冷链']],
  ])('keeps the terms of %s whole', (text, terms) => {
    expect(segmenter.words(text)).toEqual(expect.arrayContaining(terms));
  });

  it.each([
    ['近三年共培训两次', ['近', '三', '年', '共', '培训', '两', '次']],
    ['指标设置不合理', ['指标', '设置', '不', '合理']],
    ['编制不足、资金不到位', ['编制', '不足', '、', '资金', '不', '到位']],
    ['购置不动产', ['购置', '不动产']],
    ['服务不断创新', ['服务', '不断', '创新']],
    ['不同意延期', ['不', '同意', '延期']],
    ['一是标准不统一是主因；二是进度慢', ['一是', '二是']],
  ])('parts %s as the convention has it', (text, expected) => {
    const words = segmenter.words(text);
    expect(words.filter((word) => expected.includes(word))).toEqual(expected);
  });

  it('does not keep free combinations whole', () => {
    expect(segmenter.words('绩效目标设置不科学')).not.toContain('绩效目标设置');
  });

  it('cuts the hand-segmented sentences well', () => {
    const spans = (words: readonly string[]) => {
      let at = 0;
      return new Set(words.map((word) => `${at}-${(at += word.length)}`));
    };
    const total = { right: 0, gold: 0, found: 0 };
    const all = ['gold', 'conformance', 'apart'].flatMap(sentences);
    expect(all).toHaveLength(150);
    for (const { text, words } of all) {
      expect(words.join('')).toBe(text);
      const [gold, found] = [spans(words), spans(segmenter.words(text))];
      total.gold += gold.size;
      total.found += found.size;
      for (const span of found) if (gold.has(span)) total.right += 1;
    }
    expect((2 * total.right) / (total.gold + total.found)).toBeGreaterThanOrEqual(0.95);
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 40 })])('rebuilds any text from its words', (text) => {
    expect(segmenter.words(text).join('')).toBe(text);
  });

  it('takes an empty text and one without any word', () => {
    expect(segmenter.words('')).toEqual([]);
    expect(segmenter.words('。 \n').join('')).toBe('。 \n');
  });
});

it('gives the same words whichever engine cuts', () => {
  for (const { text } of ['conformance', 'gold', 'apart'].flatMap(sentences)) {
    const [first, ...others] = engines.map((engine) => engine.words(text));
    for (const words of others) expect(words).toEqual(first);
  }
});

it('falls back to characters where an engine loses some', () => {
  const lossy = createSegmenter({ name: 'lossy', cut: () => ['甲'] });
  expect(lossy.words('甲乙')).toEqual(['甲', '乙']);
});

it('takes own lexicons: a term alone, with weight and tag, comments', () => {
  expect(parseLexicon('# 本市用语\n夜间经济\n一网统管\t300\tnz\r\n', 'own.txt', { own: true })).toEqual([
    { term: '夜间经济', frequency: 8000, tag: 'n' },
    { term: '一网统管', frequency: 300, tag: 'nz' },
  ]);
  expect(() => parseLexicon('夜间 经济\n', 'own.txt', { own: true })).toThrowError(
    expect.objectContaining({ code: 'bad-lexicon-line', place: { file: 'own.txt', line: 1 } }),
  );
});

it('names file and line of a faulty lexicon line', () => {
  expect(() => parseLexicon('绩效目标\t100\tn\n坏行\n', 'own.tsv')).toThrowError(
    expect.objectContaining({ code: 'bad-lexicon-line', place: { file: 'own.tsv', line: 2 } }),
  );
});
