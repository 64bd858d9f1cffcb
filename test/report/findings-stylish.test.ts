import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { reviewResult } from '../../src/findings/summary.js';
import { findingsStylish } from '../../src/report/findings-stylish.js';
import { palette } from '../../src/report/palette.js';
import type { Finding } from '../../src/schema/index.js';

const finding = (id: string, unit: string, more: Partial<Finding> = {}): Finding => ({
  id,
  source: '表.xlsx',
  location: { line: 1 },
  unit,
  kind: 'problem',
  level: 1,
  marker: '1.',
  text: '井口塌陷。',
  start: 0,
  end: 5,
  parentId: null,
  labels: [],
  needsReview: false,
  pairedWith: [],
  ...more,
});

const shown = (findings: Finding[]): string[] => {
  const result = reviewResult(findings, { categories: ['assets', 'implementation'] });
  return findingsStylish(result, { language: 'zh', colours: palette(false) }).split('\n');
};

describe('findingsStylish', () => {
  it('sets figures under their headings, however long a name is', () => {
    const all = shown([
      finding('r1.problem.1', '水务站'),
      finding('r2.problem.1', '某某市某某区某某街道某某某某某某公共服务办公室'),
    ]);
    const head = all.findIndex((line) => line.startsWith('  单位'));
    const widths = all.slice(head, head + 3).map((line) => stringWidth(line));
    expect(new Set(widths).size).toBe(1);
  });

  it('marks every problem that it counts as unanswered', () => {
    const all = shown([finding('r1.problem.1', '水务站'), finding('r1.problem.2', '水务站')]);
    expect(all.filter((line) => /井口塌陷。.*无对应建议/.test(line))).toHaveLength(2);
    expect(all).toContain('无对应建议的问题 2 条');
  });
});
