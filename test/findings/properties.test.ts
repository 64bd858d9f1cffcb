import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/findings/clean.js';
import { outline, type OutlineNode } from '../../src/findings/outline.js';
import type { KindModel } from '../../src/findings/kind-model.js';
import type { ReadingData } from '../../src/findings/reading-data.js';
import { findFindings, splitFindings } from '../../src/findings/review.js';
import { type Draft, splitText } from '../../src/findings/split.js';
import { data, gridDocument, textDocument } from './helpers.js';

const snippets = [
  '1.',
  '2.',
  '1、',
  '（一）',
  '（二）',
  '(1)',
  '①',
  '②',
  '一、',
  '二、',
  '一是',
  '二是',
  '首先，',
  '其次，',
  '最后，',
  '一方面，',
  '另一方面，',
  '第一，',
  '第二，',
  '。',
  '；',
  '：',
  '，',
  '\n',
  ' ',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '指标设置不够科学',
  '建议加强管理',
  '如缺少',
  '1.5',
  '2022年',
  '<p>',
  '</p>',
  '<br>',
  '&nbsp;',
  '&lt;',
  '臵',
  '\u200b',
  '\ue000',
  '　',
  '１',
  'Ａ',
  '\r\n',
  '存在问题：',
  '建议：',
  '问题1：',
  '问题二：',
  '，建议',
  '第一部分 ',
  '1.1 ',
  '3.2',
  '2.6个',
  '绩效指标方面：',
  '\n项目名称：甲\n',
  '\n序号  存在问题    工作建议\n',
  '\n1     台账不全    完善\n',
  '无',
  '/',
  '\t',
  '序号',
  '存在问题',
  '工作建议',
  '项目名称',
  '单位',
  '1\n',
  '2,433.48 2,432.76 99.97% 92.00 优\n',
  '（三）存在的问题\n',
  '😀',
  '\ud800',
]; // prettier-ignore
const chinese = fc.array(fc.constantFrom(...snippets), { maxLength: 60 }).map((parts) => parts.join(''));
const anything = fc.oneof(
  chinese,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
);

/** Without what cleaning may change: spaces, folded and dropped characters. */
function letters(text: string): string {
  return clean(text, data).text.replaceAll(/\s/gu, '');
}

test.prop([anything])('every finding slices back to its own words', (text) => {
  for (const { start, end, text: shown } of splitFindings(text, data)) {
    expect(start).toBeLessThanOrEqual(end);
    const source = text.slice(start, end);
    // Cut inside an entity or tag the source cannot be; cleaned again it reads the same.
    expect(letters(source)).toBe(shown.replaceAll(/\s/gu, ''));
  }
});

test.prop([anything, fc.constantFrom('problem' as const, 'suggestion' as const)])(
  'findings follow each other and never overlap',
  (text, kind) => {
    let from = 0;
    for (const { start, end } of splitFindings(text, data, { kind })) {
      expect(start).toBeGreaterThanOrEqual(from);
      from = end;
    }
  },
);

test.prop([anything])('the outline covers every character once', (text) => {
  const cleaned = clean(text, data).text;
  const ranges: [number, number][] = [];
  const walk = (node: OutlineNode): void => {
    if (node.marker) ranges.push([node.marker.start, node.marker.end]);
    ranges.push([node.start, node.end]);
    node.children.forEach(walk);
  };
  walk(outline(cleaned));
  let from = 0;
  for (const [start, end] of ranges) {
    expect(start).toBe(from);
    from = end;
  }
  expect(from).toBe(cleaned.length);
});

/** Nothing is an introduction, a heading, a denial or a word of address here, and everything is a problem: so nothing may be left out. */
const NEVER = ['\u0001'];
const keepsAll: ReadingData = {
  ...data,
  void: NEVER,
  voidForms: { deny: NEVER, degree: NEVER, denied: NEVER },
  headings: { ...data.headings, problem: NEVER, problemExact: NEVER, problemWords: NEVER, suggestion: NEVER },
  labels: { problem: NEVER, suggestion: NEVER },
  leadIns: NEVER,
  leadInEnds: NEVER,
  turns: NEVER,
  clauseTurns: NEVER,
  taken: NEVER,
  kind: { ...data.kind, suggestion: [{ words: NEVER, weight: 1 }], verbs: NEVER },
  kindModel: { judge: () => ({ kind: 'problem', problem: 1, suggestion: 0 }) } as unknown as KindModel,
};

test.prop([anything])('splitting neither loses nor repeats a character that belongs to no marker', (text) => {
  const cleaned = clean(text, data);
  const taken: [start: number, shown: string][] = [];
  const take = ({ range, parts }: Draft): void => {
    taken.push([range.start, cleaned.text.slice(range.start, range.end)]);
    parts.forEach(take);
  };
  splitText(cleaned, keepsAll, 'problem').forEach(take);
  const walk = ({ marker, children }: OutlineNode): void => {
    if (marker) taken.push([marker.start, cleaned.text.slice(marker.start, marker.end)]);
    children.forEach(walk);
  };
  walk(outline(cleaned.text));
  const shown = taken.toSorted(([a], [b]) => a - b).map(([, part]) => part);
  expect(lettersOf(shown.join(''))).toBe(lettersOf(cleaned.text));
});

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}]/gu, '');
}

test.prop([anything])('cleaning keeps order and place', (text) => {
  const cleaned = clean(text, data);
  let from = 0;
  for (let i = 0; i < cleaned.length; i += 1) {
    const { start, end } = cleaned.origin(i, i + 1);
    expect(start).toBeGreaterThanOrEqual(from);
    expect(end).toBeLessThanOrEqual(text.length);
    from = start;
  }
});

test.prop([anything])('any text document is read without a throw, and ids are unique', (text) => {
  const findings = findFindings(textDocument(text), data);
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  for (const { parentId, level } of findings) {
    expect(level === 1).toBe(parentId === null);
    expect(parentId === null || findings.some(({ id }) => id === parentId)).toBe(true);
  }
});

test.prop([
  fc.array(
    fc.array(fc.oneof(anything, fc.constantFrom('存在问题', '工作建议', '问题及建议', '项目名称', '单位', '序号')), {
      maxLength: 5,
    }),
    { maxLength: 6 },
  ),
])('any table is read without a throw', (rows) => {
  for (const { pairedWith, id } of findFindings(gridDocument(rows), data)) expect(pairedWith).not.toContain(id);
});

describe('hostile texts of 100 kB simply finish', () => {
  const size = 100_000;
  const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length));
  it.each([
    '（',
    '“',
    '“”',
    '<p',
    '<p ',
    '&#',
    '&',
    '一',
    '十',
    '1',
    '1.',
    '1. ',
    '一是',
    '一是甲二是',
    '（一）',
    '。',
    ' ',
    '\n',
    ' \n',
    '，',
    '一方面，另一方面，',
    '甲',
    '甲 ',
    '甲 乙',
    '不',
    '建议',
    '如',
    '<',
    '存在问题：',
    '1.甲不足。',
    '①',
    '首先',
    '（1）甲：①乙；',
    '2,433.48 2,432.76 99.97% 优\n',
    '1\n',
    '五、存在问题\n',
    '\t',
    'a\tb\n',
    '存在问题\t建议\n',
  ])(
    '%j',
    (unit) => {
      const text = fill(unit);
      for (const { start, end } of splitFindings(text, data)) expect(end - start).toBeLessThanOrEqual(text.length);
      expect(Array.isArray(findFindings(textDocument(text), data))).toBe(true);
    },
    10_000,
  );
});
