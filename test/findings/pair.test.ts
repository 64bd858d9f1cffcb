import { describe, expect, it } from 'vitest';
import { pairFindings, type Pairable } from '../../src/findings/pair.js';
import { data } from './helpers.js';

function finding(
  kind: 'problem' | 'suggestion',
  position: number,
  text: string,
  more: Partial<Pairable> = {},
): Pairable {
  return { id: `${kind[0]}${position}`, kind, text, position, parentId: null, labels: [], marker: '', ...more };
}

function pairs(problems: string[], suggestions: string[]): string[] {
  const all = [
    ...problems.map((text, index) => finding('problem', index + 1, text)),
    ...suggestions.map((text, index) => finding('suggestion', index + 1, text)),
  ];
  const made = pairFindings(all, data);
  return [...made]
    .flatMap(([id, others]) => (id.startsWith('p') ? others.map((other) => `${id}-${other}`) : []))
    .sort();
}

describe('pairFindings', () => {
  it.each<[string, string[], string[], string[]]>([
    [
      'in order',
      ['预算编制准确性有待提升', '项目实施管理有待加强'],
      ['加强预算编制准确性', '加强项目实施管理'],
      ['p1-s1', 'p2-s2'],
    ],
    [
      'out of order',
      ['预算编制准确性有待提升', '资产盘点不及时'],
      ['及时开展资产盘点', '提高预算编制准确性'],
      ['p1-s2', 'p2-s1'],
    ],
    ['unanswered', ['预算编制准确性有待提升', '资产盘点不及时'], ['提高预算编制准确性'], ['p1-s1']],
    [
      'one answer for two',
      ['绩效目标设置不科学', '绩效指标不全面'],
      ['科学设置绩效目标，完善绩效指标'],
      ['p1-s1', 'p2-s1'],
    ],
    [
      'by number alone where the counts agree',
      ['监管不足', '培训效果未达预期'],
      ['增加对服务单位的考核', '组织专业知识培训'],
      ['p1-s1', 'p2-s2'],
    ],
    [
      'by wording where the numbers say otherwise',
      ['水池水位不够', '扶梯年检过期', '食材无检验报告'],
      ['食材按批次检验', '水池水位每月检测', '扶梯按期年检'],
      ['p1-s2', 'p2-s3', 'p3-s1'],
    ],
    [
      'by wording in the other order, though both share a word',
      ['门票收入账外存放', '演出方案未备案'],
      ['演出方案及时备案', '门票收入上缴国库'],
      ['p1-s2', 'p2-s1'],
    ],
    [
      'those that are left over follow each other',
      ['门票收入账外存放', '监管不足'],
      ['增加考核次数', '门票收入上缴国库'],
      ['p1-s2', 'p2-s1'],
    ],
    ['nothing in common', ['固定资产闲置'], ['加强法治宣传', '优化审批流程'], []],
    ['no suggestions', ['固定资产闲置'], [], []],
  ])('%s', (_, problems, suggestions, expected) => {
    expect(pairs(problems, suggestions)).toEqual(expected);
  });

  it('pairs parts within paired headlines only', () => {
    const made = pairFindings(
      [
        finding('problem', 1, '实施管理有待加强'),
        finding('problem', 1, '缺少工作管理台账', { id: 'p1.1', parentId: 'p1' }),
        finding('problem', 2, '问卷应用不充分', { id: 'p1.2', parentId: 'p1' }),
        finding('suggestion', 1, '完善实施管理'),
        finding('suggestion', 1, '定期开展满意度问卷', { id: 's1.1', parentId: 's1' }),
        finding('suggestion', 2, '完善工作管理台账', { id: 's1.2', parentId: 's1' }),
      ],
      data,
    );
    expect(Object.fromEntries(made)).toMatchObject({ p1: ['s1'], 'p1.1': ['s1.2'], 's1.1': ['p1.2'] });
  });

  it('lets labels decide where words do not', () => {
    const label = (category: string): Partial<Pairable> => ({ labels: [{ category, tags: [], score: 1 }] });
    const made = pairFindings(
      [
        finding('problem', 1, '结果未公开', label('performance-management')),
        finding('problem', 2, '工期较长', label('implementation')),
        finding('suggestion', 1, '倒排时间表', label('implementation')),
        finding('suggestion', 2, '评价报告上网', label('performance-management')),
        finding('suggestion', 3, '加强宣传', label('outcomes')),
      ],
      { concepts: data.concepts },
    );
    expect(made.get('p1') ?? []).not.toContain('s1');
    expect(made.get('p2') ?? []).not.toContain('s2');
  });
});
