import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseTopicModel, saveTopicModel } from '../../src/classify/topic-model.js';
import { TopicScorer } from '../../src/classify/topic-scorer.js';
import { trainTopics } from '../../src/classify/topic-train.js';
import { readPlainly, TextReader } from '../../src/classify/text-reader.js';

const EXAMPLES = [
  ['国足客场两球告负', 'sports'],
  ['主帅称国足仍有机会', 'sports'],
  ['联赛：主场三球大胜', 'sports'],
  ['客场一球惜败', 'sports'],
  ['沪指收涨1.2%', 'stocks'],
  ['两市低开，沪指跌0.5%', 'stocks'],
  ['券商股午后拉升', 'stocks'],
  ['券商看好两市反弹', 'stocks'],
].map(([text, topic]) => ({ text: text!, topic: topic! }));

const model = trainTopics(EXAMPLES);
const scorer = new TopicScorer(model);

describe('topics of any names', () => {
  it('are told of texts that were not learnt', () => {
    expect(scorer.topicOf('国足主场大胜')).toBe('sports');
    expect(scorer.topicOf('沪指低开3%')).toBe('stocks');
  });

  it('have probabilities that sum to 1', () => {
    const probabilities = scorer.probabilities('沪指');
    expect(scorer.topics).toEqual(['sports', 'stocks']);
    expect((probabilities?.[0] ?? 0) + (probabilities?.[1] ?? 0)).toBeCloseTo(1);
    expect(probabilities?.[1]).toBeGreaterThan(0.5);
  });

  it.each(['', '   ', '😀👍🏽', '龘龘', '\ud800', '\udc00x'])('of %j none is known', (text) => {
    expect(scorer.topicOf(text)).toBeUndefined();
  });

  it('are told of 100,000 characters, and of the next text as before', () => {
    const before = scorer.probabilities('国足');
    expect(scorer.topicOf('券商股拉升，'.repeat(17_000))).toBe('stocks');
    expect(scorer.probabilities('国足')).toEqual(before);
  });

  it('a piece counts once, however often it is there', () => {
    expect(scorer.probabilities('国足国足国足')?.[0]).toBeCloseTo(scorer.probabilities('国足国足')?.[0] ?? 0);
  });

  it('are the same after saving and loading, and learnt to the same bytes', () => {
    const saved = JSON.stringify(saveTopicModel(model));
    const loaded = parseTopicModel(JSON.parse(saved));
    for (const { text } of EXAMPLES)
      expect(new TopicScorer(loaded).probabilities(text)).toEqual(scorer.probabilities(text));
    expect(JSON.stringify(saveTopicModel(loaded))).toBe(saved);
    expect(JSON.stringify(saveTopicModel(trainTopics(EXAMPLES)))).toBe(saved);
  });

  it('need an example', () => {
    expect(() => trainTopics([])).toThrow(expect.objectContaining({ code: 'no-examples' }));
  });

  it.each<[string, object, string]>([
    ['another format', { version: 99 }, 'model-version'],
    ['another kind of model', { model: 'linear' }, 'bad-model'],
    ['bytes of another shape', { net: { size: 3, scale: 1, packed: 'AAAA' } }, 'bad-model'],
  ])('a file with %s is refused', (_, broken, code) => {
    expect(() => parseTopicModel({ ...saveTopicModel(model), ...broken })).toThrow(expect.objectContaining({ code }));
  });
});

describe('the fast reader', () => {
  const reader = new TextReader();
  const read = (text: string) => String.fromCharCode(...reader.codes.subarray(0, reader.read(text)));

  it.each([
    ['沪指１．２％，收涨３,０００点', '沪指0%,收涨0点'],
    ['  《三体》\t首映…  ', '《三体》 首映...'],
    ['ＡＢＣ与ΑΣ', 'abc与ας'],
    ['ｶﾞｿﾘﾝ', 'ガソリン'],
    ['e\u0301a', 'éa'],
  ])('reads %j as %j', (text, expected) => {
    expect(read(text)).toBe(expected);
    expect(readPlainly(text)).toBe(expected);
  });

  test.prop([fc.string({ unit: 'binary' })])('reads any text as it is read plainly', (text) => {
    expect(read(text)).toBe(readPlainly(text));
  });

  it('reads every character of the plane, and every pair with a number, as it is read plainly', () => {
    const different: string[] = [];
    for (let code = 0; code < 0x10000; code += 1) {
      for (const text of [String.fromCharCode(code), `3${String.fromCharCode(code)}4`])
        if (read(text) !== readPlainly(text)) different.push(text);
    }
    expect(different).toEqual([]);
  });
});
