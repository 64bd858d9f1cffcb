/** What of a document was not understood is said, whatever its format. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src/documents/drafts.js';
import type { Grid } from '../../src/documents/model.js';
import { gridOf } from '../support/grids.js';
import { bytesOf, draftsOf } from '../support/documents.js';
import { bundle, understanding } from '../support/rules.js';

const FORM = gridOf('二级指标 | 三级指标 | 指标值\n数量指标 | 培训人数 | 200人');
const OTHER = gridOf('任务 | 金额\n公共卫生 | 2310');
const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };

const noticesOf = (grids: readonly Grid[]) =>
  readDrafts({ source: 'a.xlsx', format: 'xlsx', grids, lines: [], notices: [] }, tables, understanding().framework)
    .flatMap(({ notices }) => notices)
    .map(({ code, message, location }) => [code, message, location]);

describe('sheets', () => {
  it('one without indicators is named, a blank one is not', () => {
    const blank = { ...gridOf('.'), sheet: 'Sheet3' };
    expect(noticesOf([{ ...FORM, sheet: '目标' }, { ...OTHER, sheet: '任务' }, blank])).toEqual([
      ['sheet-without-table', '任务', { sheet: '任务' }],
    ]);
  });

  it('a hidden one is named if it has indicators', () => {
    const hidden = [
      { ...FORM, sheet: '去年', hidden: true },
      { ...OTHER, sheet: '选项', hidden: true },
    ];
    expect(noticesOf([{ ...FORM, sheet: '目标' }, ...hidden])).toEqual([['sheet-hidden', '去年', { sheet: '去年' }]]);
  });
});

describe('tables of other documents', () => {
  const form =
    '<table><tr><td>二级指标</td><td>三级指标</td><td>指标值</td></tr><tr><td>数量指标</td><td>培训人数</td><td>200人</td></tr></table>';
  const other = '<table><tr><td>任务</td><td>金额</td></tr><tr><td>公共卫生</td><td>2310</td></tr></table>';

  it('the first and their number are told', async () => {
    const [draft] = await draftsOf(
      bytesOf(`<html><p>说明</p>${form}<p>一</p>${other}<p>二</p>${other}</html>`),
      'a.html',
    );
    expect(draft?.notices).toEqual([expect.objectContaining({ code: 'table-not-read', message: '2' })]);
  });
});

describe('rows that the user has hidden', () => {
  it('are told as hidden, not as something that was not understood', () => {
    const grid = gridOf('二级指标 | 三级指标 | 指标值\n数量指标 | 培训人数 | 200人\n数量指标 | 培训班次 | 4期');
    expect(noticesOf([{ ...grid, sheet: '目标', hiddenRows: new Set([2]) }])).toEqual([
      ['row-hidden', expect.any(String), { sheet: '目标', cell: 'A3' }],
    ]);
  });

  it('stand with the project that they belong to', () => {
    const grid = gridOf(
      '项目名称 | 三级指标 | 指标值\n课程开发 | 开发课程数量 | 6门\n送教下乡 | 送教场次 | 40场\n送教下乡 | 听课教师人次 | 900人次',
    );
    const drafts = readDrafts(
      {
        source: 'a.xlsx',
        format: 'xlsx',
        grids: [{ ...grid, hiddenRows: new Set([3]) }],
        lines: [],
        notices: [],
      },
      tables,
      understanding().framework,
    );
    expect(drafts.map(({ draft, notices }) => [draft.project.name, notices.map(({ code }) => code)])).toEqual([
      ['课程开发', []],
      ['送教下乡', ['row-hidden']],
    ]);
  });
});
