/** PDFs as browsers and report systems print them (test/fixtures/pdf/make.mjs), and fonts that say nothing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.js';
import { findFindings } from '../../../src/findings/review.js';
import { loadReadingData } from '../../../src/platform/shipped.js';
import { fixturePath } from '../../support/documents.js';

const reading = await loadReadingData();
const read = (name: string) => readDocument(readFileSync(fixturePath(`pdf/${name}.pdf`)), `${name}.pdf`);

describe('a printed page', () => {
  it('goes on with a table on the next one, whose header is repeated', async () => {
    const document = await read('two-pages');
    expect(document.grids).toHaveLength(1);
    const found = findFindings(document, reading);
    expect(found).toHaveLength(68);
    expect(found.at(-1)).toMatchObject({
      kind: 'suggestion',
      project: '第34号泵站维护',
      text: '补齐第34号泵站巡检记录，按季度试运行备用设备。',
      location: { page: 2 },
    });
  });

  it('set in two columns is read column by column, with paragraphs that go on in the next one', async () => {
    const found = findFindings(await read('two-columns'), reading);
    expect(found.map(({ kind, marker, text }) => `${kind} ${marker}${text.slice(0, 8)}…${text.slice(-6)}`)).toEqual([
      'problem （一）养护标准没有分级…七月和八月。',
      'problem （二）对养护公司的考核…向公司反馈。',
      'suggestion （一）按照地块性质划分…供市民监督。',
      'suggestion （二）考核改为按月进行…付直接挂钩。',
    ]);
  });

  it('has a table without lines', async () => {
    const { grids } = await read('no-lines');
    expect(grids.map(({ rows }) => rows.slice(0, 3))).toEqual([
      [
        ['二级指标', '三级指标', '指标值', '权重'],
        ['数量指标', '修剪绿篱长度', '≥32公里', '20'],
        ['质量指标', '苗木成活率', '≥95%', '20'],
      ],
    ]);
  });

  it('has merged cells', async () => {
    const { grids } = await read('merged');
    expect(grids[0]?.merges).toEqual([
      { top: 1, left: 0, bottom: 3, right: 0 },
      { top: 1, left: 1, bottom: 2, right: 1 },
      { top: 5, left: 0, bottom: 5, right: 1 },
      { top: 5, left: 2, bottom: 5, right: 3 },
    ]);
  });

  it('that lies on its side is turned', async () => {
    const { grids } = await read('rotated');
    expect(grids[0]?.rows.map(([number, name]) => `${number} ${name}`)).toEqual([
      '序号 项目名称',
      '1 第1号泵站维护',
      '2 第2号泵站维护',
      '3 第3号泵站维护',
    ]);
  });
});

describe('a font that is not embedded', () => {
  const page = (id: number, content: number) =>
    `${id} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R/G 8 0 R>>>>/Contents ${content} 0 R>>endobj\n`;
  const font = (id: number, encoding: string, ordering: string) =>
    `${id} 0 obj<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[${id + 1} 0 R]>>endobj
${id + 1} 0 obj<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(${ordering})/Supplement 0>>/FontDescriptor 7 0 R/DW 1000>>endobj\n`;
  const content = (id: number, text: string) => {
    const all = `BT ${text} ET`;
    return `${id} 0 obj<</Length ${all.length}>>stream\n${all}\nendstream endobj\n`;
  };
  const numbers = Array.from({ length: 40 }, (_, at) => (2576 + at * 37).toString(16).padStart(4, '0')).join('');
  const pdf = (texts: readonly string[]) =>
    new TextEncoder().encode(
      `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[${texts.map((_, at) => `${20 + at} 0 R`).join(' ')}]/Count ${texts.length}>>endobj
${font(5, 'Identity-H', 'Identity')}${font(8, 'UniGB-UCS2-H', 'GB1')}7 0 obj<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>endobj
${texts.map((text, at) => page(20 + at, 30 + at) + content(30 + at, text)).join('')}trailer<</Root 1 0 R>>`,
    );

  it('and says nothing of its signs is told, not read as signs of other scripts', async () => {
    await expect(readDocument(pdf([`/F 12 Tf 60 700 Td <${numbers}> Tj`]), 'a.pdf')).rejects.toThrowError(
      expect.objectContaining({ code: 'pdf-fonts' }),
    );
  });

  it('costs its page alone where others can be read', async () => {
    const told = Array.from('预算执行率偏低，支出进度滞后', (one) =>
      (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0'),
    );
    const assets = {
      cMapUrl: 'node_modules/pdfjs-dist/cmaps/',
      standardFontDataUrl: 'node_modules/pdfjs-dist/standard_fonts/',
    };
    const document = await readDocument(
      pdf([`/F 12 Tf 60 700 Td <${numbers}> Tj`, `/G 12 Tf 60 700 Td <${told.join('')}> Tj`]),
      'a.pdf',
      { pdf: assets },
    );
    expect(document.text).toBe('预算执行率偏低，支出进度滞后');
    expect(document.notices).toEqual([{ code: 'page-unreadable', message: '1', location: { page: 1 } }]);
  });
});
