/** What the comments of a reviewed report say of each other's findings. */
import { describe, expect, it } from 'vitest';
import { findingWordComments } from '../../src/report/word-comments.js';
import type { Finding } from '../../src/schema/index.js';

function finding(id: string, own: Partial<Finding>): Finding {
  const [kind, level, parentId] = [id.includes('problem') ? 'problem' : 'suggestion', 1, null] as const;
  const place = { source: 'a.docx', location: { paragraph: 3 }, start: 0, end: 4 };
  return {
    id,
    ...place,
    kind,
    level,
    marker: '',
    text: '',
    parentId,
    labels: [],
    needsReview: false,
    pairedWith: [],
    ...own,
  };
}

const comments = (findings: Finding[]): string[] =>
  findingWordComments(findings, [], { language: 'zh' }).map(({ comment }) => comment);

describe('findingWordComments', () => {
  it('names partners by number and words, and says where nothing answers', () => {
    const all = comments([
      finding('r1.problem.1', {
        marker: '（一）',
        text: '支付滞后',
        pairedWith: ['r1.suggestion.1', 'r1.suggestion.2'],
      }),
      finding('r1.problem.1.1', { level: 2, parentId: 'r1.problem.1', text: '尾款未付。' }),
      finding('r1.problem.2', { marker: '（二）', text: '档案缺页' }),
      finding('r1.suggestion.1', { marker: '1.', text: '加快支付。', pairedWith: ['r1.problem.1'] }),
      finding('r1.suggestion.2', {
        text: `按月结算，${'逐笔核对合同与验收单据，'.repeat(4)}`,
        pairedWith: ['r1.problem.1'],
      }),
    ]);
    expect(all[0]).toMatch(/\n对应：1\. 加快支付；按月结算，逐笔.{0,30}…$/);
    expect(all[1]).not.toMatch(/对应/);
    expect(all[2]).toMatch(/\n无对应建议$/);
    expect(all[3]).toMatch(/\n对应：（一）支付滞后$/);
  });
});
