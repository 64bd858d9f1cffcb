import { describe, expect, it } from 'vitest';
import { type CorpusFault, type CorpusLine, checkCorpus } from '../../src/classify/corpus.js';
import { nearDuplicates } from '../../src/classify/near-duplicates.js';

const TAXONOMY = { a: { tags: { one: '一', two: '二' } }, b: { tags: { three: '三' } } };

function line(change: Partial<CorpusLine> = {}): CorpusLine {
  const base = {
    id: 'x-1',
    text: '合同条款写得不清楚',
    kind: 'problem' as const,
    labels: [{ category: 'a', tags: ['one'] }],
  };
  return { ...base, sector: '', region: '', register: 'report', hard: '', part: 'x', ...change };
}

function faults(...lines: unknown[]): Pick<CorpusFault, 'code' | 'ids'>[] {
  return checkCorpus(lines, { taxonomy: TAXONOMY, fewest: 0 }).map(({ code, ids }) => ({ code, ids }));
}

describe('checkCorpus', () => {
  it('accepts a sound line', () => expect(faults(line())).toEqual([]));

  it.each([
    ['unknown-category', { labels: [{ category: 'c', tags: [] }] }],
    ['unknown-category', { labels: [{ category: 'constructor', tags: [] }] }],
    ['unknown-tag', { labels: [{ category: 'a', tags: ['four'] }] }],
    ['foreign-tag', { labels: [{ category: 'a', tags: ['three'] }] }],
    [
      'repeated-category',
      {
        labels: [
          { category: 'a', tags: [] },
          { category: 'a', tags: [] },
        ],
      },
    ],
    ['kind-without-label', { labels: [] }],
    ['kind-without-label', { kind: 'neither' as const }],
  ])('reports %s', (code, change) => expect(faults(line(change))).toEqual([{ code, ids: ['x-1'] }]));

  it('names the line where there is no id', () => {
    expect(faults(line(), { text: '无' })).toEqual([{ code: 'bad-line', ids: ['line 2'] }]);
    expect(faults({ ...line(), kind: 'praise' })).toEqual([{ code: 'bad-line', ids: ['line 1'] }]);
  });

  it('reports an id used twice', () => {
    expect(faults(line(), line({ text: '预算执行缓慢' }))).toEqual([{ code: 'duplicate-id', ids: ['x-1'] }]);
  });

  it('reports texts shared or nearly shared, also across parts', () => {
    const other = { id: 'y-1', part: 'y' };
    expect(faults(line(), line(other))).toEqual([{ code: 'shared-text', ids: ['x-1', 'y-1'] }]);
    expect(faults(line(), line({ ...other, text: '该合同条款写得不清楚' }))).toEqual([
      { code: 'near-duplicate', ids: ['x-1', 'y-1'] },
    ]);
    expect(faults(line(), line({ ...other, text: '合同条款里写得并不算清楚' }))).toEqual([]);
  });

  it('lets stock phrases recur as long as they are labelled alike', () => {
    const stock = { text: '无', kind: 'neither' as const, labels: [] };
    expect(faults(line(stock), line({ ...stock, id: 'y-1' }))).toEqual([]);
    expect(faults(line({ ...stock, text: '无' }), line({ id: 'y-1', text: '无' }))).toEqual([
      { code: 'shared-text', ids: ['x-1', 'y-1'] },
    ]);
  });

  it('reports labels with too few lines', () => {
    const data = checkCorpus([line()], { taxonomy: TAXONOMY, fewest: 1 }).map((fault) => fault.data['label']);
    expect(data).toEqual(['a/two', 'b', 'b/three']);
  });
});

describe('nearDuplicates', () => {
  /** A small generator of its own, so that every run sees the same texts. */
  function texts(count: number, alphabet: number, length: number): string[] {
    let state = 7;
    const next = (bound: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((state / 2_147_483_648) * bound);
    };
    return Array.from({ length: count }, () =>
      String.fromCodePoint(...Array.from({ length: 1 + next(length) }, () => 0x4e00 + next(alphabet))),
    );
  }

  function diceOf(a: string, b: string): number {
    const bags = [a, b].map((text) =>
      text.length < 2
        ? [text]
        : text
            .slice(1)
            .split('')
            .map((c, i) => text[i]! + c),
    );
    const rest = [...bags[1]!];
    const shared = bags[0]!.filter((piece) => {
      const at = rest.indexOf(piece);
      if (at >= 0) rest.splice(at, 1);
      return at >= 0;
    });
    return (2 * shared.length) / (bags[0]!.length + bags[1]!.length);
  }

  it.each([0.5, 0.8])('finds the pairs that comparing all with all finds above %f', (threshold) => {
    const all = texts(200, 3, 8);
    const expected = all.flatMap((b, second) =>
      all.slice(0, second).flatMap((a, first) => (diceOf(a, b) > threshold ? [`${first} ${second}`] : [])),
    );
    expect(nearDuplicates(all, threshold).map(({ first, second }) => `${first} ${second}`)).toEqual(expected);
    expect(expected.length).toBeGreaterThan(10);
  });

  it('takes seconds at most for 5,000 lines', () => {
    const started = performance.now();
    nearDuplicates(texts(5000, 400, 120), 0.8);
    expect(performance.now() - started).toBeLessThan(8000);
  });
});
