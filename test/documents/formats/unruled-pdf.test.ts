/** Forms printed without ruling lines: cells are known by where they stand on the page. */
import { describe, expect, it } from 'vitest';
import { documentOf } from '../../../src/documents/blocks/document.js';
import { readDrafts } from '../../../src/documents/drafts.js';
import { blocksOf } from '../../../src/documents/pdf/blocks.js';
import type { TextRun } from '../../../src/documents/pdf/geometry.js';
import { type PdfPage, readPage } from '../../../src/documents/pdf/page.js';
import { bundle, understanding } from '../../support/rules.js';

const SIZE = 10;
const LINE = 15;
const PADDING = 8;

interface Cell {
  readonly text: string;
  readonly rows?: number;
}

interface Layout {
  /** Left edges and widths, in characters. */
  readonly widths: readonly number[];
  readonly align: 'top' | 'middle';
  readonly centred?: boolean;
}

const widthOf = (text: string) => Array.from(text).reduce((sum, one) => sum + (one < '\u0250' ? 0.5 : 1), 0) * SIZE;

function wrapped(text: string, characters: number): string[] {
  const lines: string[] = [''];
  for (const one of text) {
    if (widthOf((lines.at(-1) ?? '') + one) > characters * SIZE) lines.push('');
    lines[lines.length - 1] += one;
  }
  return lines;
}

/** Rows as a browser sets a table: each as high as its highest cell; `undefined` is covered by the cell above. */
function printed(rows: readonly (readonly (Cell | string | undefined)[])[], top: number, layout: Layout): TextRun[] {
  const { widths, align, centred } = layout;
  const linesOf = (cell: Cell | string, column: number) =>
    wrapped(typeof cell === 'string' ? cell : cell.text, widths[column] ?? 8);
  const heights = rows.map((row) =>
    Math.max(
      ...row.map((cell, column) =>
        cell === undefined || (typeof cell !== 'string' && cell.rows) ? 1 : linesOf(cell, column).length,
      ),
    ),
  );
  const tops = heights.reduce((all, height) => [...all, (all.at(-1) ?? 0) + height * LINE + PADDING], [top]);
  const lefts = widths.reduce((all, width) => [...all, (all.at(-1) ?? 0) + width * SIZE + PADDING], [40]);
  return rows.flatMap((row, down) =>
    row.flatMap((cell, column) => {
      if (cell === undefined || cell === '') return [];
      const lines = linesOf(cell, column);
      const last = down + (typeof cell === 'string' ? 1 : (cell.rows ?? 1));
      const room = (tops[last] ?? 0) - PADDING - (tops[down] ?? 0) - lines.length * LINE;
      const from = (tops[down] ?? 0) + (align === 'middle' ? room / 2 : 0) + SIZE;
      return lines.map((text, index): TextRun => {
        const indent = centred ? ((widths[column] ?? 0) * SIZE - widthOf(text)) / 2 : 0;
        const left = (lefts[column] ?? 0) + indent;
        return { text, left, right: left + widthOf(text), y: from + index * LINE, size: SIZE };
      });
    }),
  );
}

function draftsOf(pages: readonly (readonly TextRun[])[]) {
  const read: PdfPage[] = [];
  for (const [index, runs] of pages.entries())
    read.push(readPage(runs, { across: [], down: [] }, { number: index + 1, height: 842, before: read.at(-1) }));
  const { tables } = bundle().reading as { tables: Parameters<typeof readDrafts>[1] };
  return readDrafts(documentOf(blocksOf(read), { source: 'a.pdf', format: 'pdf' }), tables, understanding().framework);
}

const said = (pages: readonly (readonly TextRun[])[]) =>
  draftsOf(pages).flatMap(({ draft }) =>
    draft.indicators.map(({ level1, level2, name, value, weight }) => [level1, level2, name, value, weight].join(' ')),
  );

const HEADER = ['一级指标', '二级指标', '三级指标', '指标值', '分值'];
const WANTED = [
  '产出指标 数量指标 改造村级灌溉泵站数量 ≥14座 20',
  '产出指标 数量指标 清淤支渠长度 ≥36公里 15',
  '产出指标 质量指标 泵站试运行一次合格率 100% 15',
  '效益指标 经济效益指标 改善灌溉面积 ≥2.1万亩 20',
  '效益指标 社会效益指标 受益行政村数量 ≥19个 20',
  '满意度指标 服务对象满意度指标 种粮农户满意度 ≥90% 10',
];
const BLANKS = [
  HEADER,
  ['产出指标', '数量指标', '改造村级灌溉泵站数量', '≥14座', '20'],
  ['', '', '清淤支渠长度', '≥36公里', '15'],
  ['', '质量指标', '泵站试运行一次合格率', '100%', '15'],
  ['效益指标', '经济效益指标', '改善灌溉面积', '≥2.1万亩', '20'],
  ['', '社会效益指标', '受益行政村数量', '≥19个', '20'],
  ['满意度指标', '服务对象满意度指标', '种粮农户满意度', '≥90%', '10'],
];
const MERGED = [
  HEADER,
  [{ text: '产出指标', rows: 3 }, { text: '数量指标', rows: 2 }, '改造村级灌溉泵站数量', '≥14座', '20'],
  [undefined, undefined, '清淤支渠长度', '≥36公里', '15'],
  [undefined, '质量指标', '泵站试运行一次合格率', '100%', '15'],
  [{ text: '效益指标', rows: 2 }, '经济效益指标', '改善灌溉面积', '≥2.1万亩', '20'],
  [undefined, '社会效益指标', '受益行政村数量', '≥19个', '20'],
  ['满意度指标', '服务对象满意度指标', '种粮农户满意度', '≥90%', '10'],
];
const WIDE = [6, 10, 12, 7, 3];
/** So narrow that names break, and full cells stand closer than a character. */
const NARROW = [5, 6, 6, 5, 2];

describe('a form without ruling lines', () => {
  it.each([
    ['blank cells under levels, from the top', BLANKS, { widths: WIDE, align: 'top' }],
    ['blank cells, in the middle', BLANKS, { widths: WIDE, align: 'middle', centred: true }],
    ['blank cells, names over two lines', BLANKS, { widths: NARROW, align: 'top' }],
    ['blank cells, names over two lines in the middle', BLANKS, { widths: NARROW, align: 'middle' }],
    ['levels in the middle of their rows', MERGED, { widths: WIDE, align: 'middle' }],
    ['levels in the middle, names over two lines', MERGED, { widths: NARROW, align: 'middle', centred: true }],
    ['levels at the top of their rows', MERGED, { widths: WIDE, align: 'top' }],
  ] as const)('%s', (_, rows, layout) => {
    expect(said([printed(rows, 100, layout)])).toEqual(WANTED);
  });

  it('has its labels, and a goal of several lines', () => {
    const labels = [
      ['项目名称', '小型泵站更新改造', '主管部门', '柳河县水利局'],
      ['年度资金总额', '460万元', '项目属性', '新增项目'],
    ];
    const goal = [
      ['年度绩效目标', '更新改造村级泵站14座，清淤支渠36公里，改善灌溉面积2.1万亩，种粮农户满意度达到90%以上。'],
    ];
    const [{ draft } = { draft: undefined }] = draftsOf([
      [
        ...printed(labels, 60, { widths: [6, 12, 4, 10], align: 'middle' }),
        ...printed(goal, 60 + 2 * (LINE + PADDING), { widths: [6, 26], align: 'middle' }),
        ...printed(BLANKS, 60 + 4 * (LINE + PADDING), { widths: WIDE, align: 'middle' }),
      ],
    ]);
    expect(draft?.project).toMatchObject({
      name: '小型泵站更新改造',
      unit: '柳河县水利局',
      budget: 460,
      annualGoal: '更新改造村级泵站14座，清淤支渠36公里，改善灌溉面积2.1万亩，种粮农户满意度达到90%以上。',
    });
  });

  it('goes on on the next page, be it with a single row', () => {
    const layout = { widths: WIDE, align: 'top' } as const;
    const [whole, rest] = [BLANKS.slice(0, 6), BLANKS.slice(6)];
    expect(said([printed(whole, 600, layout), printed(rest, 60, layout)])).toEqual(WANTED);
  });

  it('points to the row on its page', () => {
    const [draft] = draftsOf([printed(BLANKS, 100, { widths: WIDE, align: 'top' })]);
    expect(draft?.locate('2', 'value')).toEqual({ page: 1, table: 1, row: 3, column: 4 });
  });

  it('is told, not judged, where its columns cannot be told apart', () => {
    const rows = [
      ['一级指标', '二级指标', '三级指标', '说明'],
      ['产出指标', '数量指标', '改造泵站数量≥14座', '按批复'],
      ['', '质量指标', '试运行合格率100%', '按批复'],
      ['', '时效指标', '完工时间11月底前', '按批复'],
    ];
    expect(() => draftsOf([printed(rows, 100, { widths: [6, 8, 14, 8], align: 'top' })])).toThrow(/table-unclear/);
  });
});
