import { describe, expect, it } from 'vitest';
import { LabelNames } from '../../src/classify/label-names.js';
import { parseLabelledLines } from '../../src/classify/labelled.js';
import { changeSince, modelAnswer, TAXONOMY } from '../../src/schema/index.js';

const NAMES = new LabelNames(TAXONOMY);
const read = (...lines: object[]) =>
  parseLabelledLines(lines.map((line) => JSON.stringify(line)).join('\n'), {
    names: NAMES,
    file: 'a.jsonl',
    part: 'a',
  });

describe('labelled lines', () => {
  it('take codes and names, and categories beside the text', () => {
    const labels = [{ category: 'procurement', tags: ['contract'] }];
    for (const line of [
      { text: '未签合同', kind: 'problem', labels },
      { text: '未签合同', kind: '问题', labels: [{ category: '采购与合同管理', tags: ['合同'] }] },
      { text: '未签合同', kind: '问题', category: ' 采购与合同管理 ', tags: '合同' },
      { text: '未签合同', kind: 'Problem', category: 'Procurement', tags: ['contract'] },
    ])
      expect(read(line)).toMatchObject([{ text: '未签合同', kind: 'problem', labels, part: 'a' }]);
  });

  it('take full-width brackets for half-width ones', () => {
    expect(read({ text: '甲', kind: '问题', category: '绩效管理', tags: ['绩效管理（笼统）'] })[0]?.labels).toEqual([
      { category: 'performance-management', tags: ['management-general'] },
    ]);
  });

  it('without a label are neither, whatever the kind', () => {
    expect(read({ text: '无', labels: [] })[0]).toMatchObject({ kind: 'neither', labels: [] });
    expect(read({ text: '无', kind: 'problem', category: '' })[0]).toMatchObject({ kind: 'neither', labels: [] });
  });

  it.each([
    ['no-label', { text: '甲', kind: 'problem' }],
    ['no-kind', { text: '甲', category: '资产管理' }],
    ['unknown-kind', { text: '甲', kind: '优点', category: '资产管理' }],
    ['kind-without-label', { text: '甲', kind: 'neither', category: '资产管理' }],
    ['unknown-category', { text: '甲', kind: 'problem', category: 'constructor' }],
    ['unknown-tag', { text: '甲', kind: 'problem', category: '资产管理', tags: ['报废'] }],
    ['foreign-tag', { text: '甲', kind: 'problem', category: '资产管理', tags: ['合同'] }],
    ['bad-labelled', { text: 5, kind: 'problem', labels: [] }],
  ])('%s is told with its line', (code, line) => {
    expect(() => read({ text: '无', labels: [] }, line)).toThrow(
      expect.objectContaining({ code, place: { file: 'a.jsonl', line: 2 } }),
    );
  });

  it('proposes the name that was meant', () => {
    expect(() => read({ text: '甲', kind: 'problem', category: '资产管里' })).toThrow(
      expect.objectContaining({ data: { name: '资产管里', nearest: '资产管理' } }),
    );
  });
});

describe('a cell with several names', () => {
  const own = new LabelNames({
    a: { zh: '预算编制、执行', en: 'Budget, execution', tags: { one: '编制', two: '执行、调整' } },
    b: { zh: '采购', en: 'Procurement', tags: { three: '合同' } },
  });

  it.each(['预算编制、执行、采购', '采购；预算编制、执行', '采购, Budget, execution', 'b、a'])('%s', (cell) => {
    const { labels } = own.row([cell], '执行、调整、合同、编制', { file: 'x' });
    expect(labels.toSorted((x, y) => (x.category < y.category ? -1 : 1))).toEqual([
      { category: 'a', tags: ['two', 'one'] },
      { category: 'b', tags: ['three'] },
    ]);
  });

  it('drops tags of a category that is no longer given, and says so', () => {
    expect(own.row(['采购'], '编制、合同', { file: 'x' })).toEqual({
      labels: [{ category: 'b', tags: ['three'] }],
      dropped: ['编制'],
    });
  });

  it('is none where it says so, in either language', () => {
    for (const cell of ['', '（无类别）', '(no category)'])
      expect(own.row([cell], '', { file: 'x' }).labels).toEqual([]);
  });
});

describe('what a reviewer changed', () => {
  const labels = [
    { category: 'b', tags: ['y', 'x'] },
    { category: 'a', tags: [] },
  ];
  const answer = modelAnswer({ kind: 'problem', labels, needsReview: true });

  it.each([
    ['left', { kind: 'problem', labels, needsReview: true }],
    ['left', { kind: 'problem', labels }],
    ['confirmed', { kind: 'problem', labels, needsReview: false }],
    ['changed', { kind: 'suggestion', labels, needsReview: true }],
    ['changed', { kind: 'problem', labels: labels.slice(0, 1), needsReview: true }],
    ['changed', { kind: 'problem', labels: labels.toReversed(), needsReview: true }],
    ['changed', { kind: 'neither', labels: [], needsReview: true }],
  ] as const)('%s', (state, now) => expect(changeSince(answer, now)).toBe(state));

  it('is nothing where a sure answer stands', () => {
    const sure = modelAnswer({ kind: 'problem', labels, needsReview: false });
    expect(changeSince(sure, { kind: 'problem', labels, needsReview: false })).toBe('left');
    expect(changeSince(modelAnswer({ kind: 'problem', labels: [] }), { kind: 'neither', labels: [] })).toBe('left');
  });
});
