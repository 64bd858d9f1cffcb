/** Forms that repeat the heading in every cell. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import { gridOf } from '../support/grids.js';
import { bundle, understanding } from '../support/rules.js';

const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
const rows = `一、产出指标 | < | < | <
1 | 口述史采集 | 目标：≥35人 | 上年：12人
2 | 接收进馆档案 | 目标：≥1.1万卷 | 上年：0.8万卷
二、满意度指标 | < | < | <
3 | 查档群众满意度 | 目标：≥97% | 上年：96%`;

describe('headings in every cell', () => {
  const grids = [gridOf(`绩效任务书 | < | < | <\n${rows}`)];
  const document = { source: 'a.xlsx', format: 'xlsx' as const, grids, lines: [], notices: [] };
  const [sourced] = readDrafts(document, tables, understanding().framework);

  it('are no part of the value', () => {
    expect(sourced?.draft.indicators).toMatchObject([
      { name: '口述史采集', value: '≥35人', lastActual: '12人', level1: '一、产出指标' },
      { name: '接收进馆档案', value: '≥1.1万卷' },
      { name: '查档群众满意度', value: '≥97%', level1: '二、满意度指标' },
    ]);
    expect(sourced?.notices).toEqual([]);
  });

  it('share the cell with it, so that no fix may write there', () => {
    expect(sourced?.place('1', 'value')).toBeUndefined();
    expect(sourced?.place('1', 'name')).toMatchObject({ cell: 'B3' });
  });
});
