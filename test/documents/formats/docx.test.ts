import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.js';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function word(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const p = (text: string, properties = '') => `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const tr = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;
const read = (body: string, more?: Readonly<Record<string, string>>) => readDocument(word(body, more), 'a.docx');

describe('tables of Word files', () => {
  it('have spans over columns and rows', async () => {
    const { grids } = await read(
      tbl(
        tr(tc(p('甲'), '<w:gridSpan w:val="2"/>'), tc(p('乙'), '<w:vMerge w:val="restart"/>')),
        tr(tc(p('1')), tc(p('2')), tc(p(''), '<w:vMerge/>')),
      ),
    );
    expect(grids[0]?.rows).toEqual([
      ['甲', '', '乙'],
      ['1', '2'],
    ]);
    expect(grids[0]?.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 1 },
      { top: 0, left: 2, bottom: 1, right: 2 },
    ]);
  });

  it('inside a cell stand where the cell stands', async () => {
    const inner = tbl(tr(tc(p('三级指标')), tc(p('指标值'))), tr(tc(p('数量')), tc(p('3个'))));
    const { grids } = await read(
      tbl(
        tr(tc(p('项目名称')), tc(p('某项目'))),
        tr(tc(p('绩效指标')), tc(`${inner}<w:p/>`)),
        tr(tc(p('备注')), tc(p('无'))),
      ),
    );
    expect(grids).toHaveLength(1);
    expect(grids[0]?.rows).toEqual([
      ['项目名称', '某项目'],
      ['绩效指标', '三级指标', '指标值'],
      ['', '数量', '3个'],
      ['备注', '无'],
    ]);
    expect(grids[0]?.merges).toContainEqual({ top: 1, left: 0, bottom: 2, right: 0 });
    // As a person counts them on the page: one row of the outer table may be ten to look at.
    expect(grids[0]?.places?.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
  });

  it('in a table that only lays the page out, beside links, stand for themselves', async () => {
    const inner = tbl(tr(tc(p('三级指标')), tc(p('指标值'))), tr(tc(p('数量')), tc(p('3个'))));
    const { grids, text } = await read(
      tbl(tr(tc(p('首页') + p('信息公开')), tc(`${p('绩效目标公开')}${inner}<w:p/>`))),
    );
    expect(grids.map(({ rows }) => rows)).toEqual([
      [
        ['三级指标', '指标值'],
        ['数量', '3个'],
      ],
    ]);
    expect(grids[0]?.places?.map(({ table, row }) => [table, row])).toEqual([
      [1, 1],
      [1, 2],
    ]);
    expect(text).toContain('信息公开');
  });

  it('keep paragraphs of a cell apart, and lines above at hand', async () => {
    const { grids, text } = await read(p('某某表') + tbl(tr(tc(p('一行') + p('二行')), tc(p('乙')))));
    expect(grids[0]?.rows).toEqual([['一行\n二行', '乙']]);
    expect(grids[0]?.above).toEqual([{ text: '某某表', place: { paragraph: 1 } }]);
    expect(text).toBe('某某表');
  });
});

describe('text of Word files', () => {
  it('is what a person sees: inserted, not deleted, not hidden, boxes ticked', async () => {
    const { text } = await read(
      `<w:p><w:r><w:t>留</w:t></w:r><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>` +
        `<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>优</w:t></w:r>` +
        '<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
    );
    expect(text).toBe('留新☑优');
  });

  it('shows list numbers, which begin anew under the next heading', async () => {
    const level = (index: number, format: string, label: string) =>
      `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${label}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="7">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>`;
    const item = (at: number, text: string) =>
      p(text, `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="2"/></w:numPr></w:pPr>`);
    const { text } = await read(
      item(0, '问题') + item(1, '甲') + item(1, '乙') + item(2, '2024年') + item(0, '建议') + item(1, '丙'),
      { 'word/numbering.xml': numbering },
    );
    expect(text).toBe('一、问题\n（一）甲\n（二）乙\n1. 2024年\n二、建议\n（一）丙');
  });

  it('has what stands in content controls, but not what these ask for', async () => {
    const control = (content: string, properties = '') =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
    const asks = '<w:showingPlcHdr/>';
    const { text, grids } = await read(
      control(p('整段')) +
        `<w:p>${run('前')}${control(run('行内'))}${control(run('单击此处输入文字'), asks)}${run('后')}</w:p>` +
        tbl(
          tr(tc(p('甲')), control(tc(p('选择一项')), asks), control(tc(p('丙')))),
          control(tr(tc(p('1')), tc(p('2')), tc(p('3')))),
        ),
    );
    expect(text).toBe('整段\n前行内后');
    expect(grids[0]?.rows).toEqual([
      ['甲', '', '丙'],
      ['1', '2', '3'],
    ]);
  });

  it('has moved text where it went, a text box once, and no phonetic guides', async () => {
    const box = `<w:txbxContent>${p('框内')}</w:txbxContent>`;
    const { text } = await read(
      `<w:p><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>` +
        `<w:p><w:r><w:AlternateContent><w:Choice>${box}</w:Choice><w:Fallback>${box}</w:Fallback></w:AlternateContent><w:t>正文</w:t></w:r></w:p>` +
        '<w:p><w:r><w:ruby><w:rt><w:r><w:t>pīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:footnoteReference w:id="2"/><w:t>音</w:t></w:r></w:p>',
    );
    expect(text).toBe('新处\n框内\n正文\n拼音');
  });

  it('tells pages where Word noted them', async () => {
    const { places } = await read(
      `${p('一')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p><w:p><w:r><w:t>三</w:t><w:lastRenderedPageBreak/><w:t>尾</w:t></w:r></w:p>${p('四')}`,
    );
    expect(places?.map(({ place }) => place)).toEqual([
      { page: 1, paragraph: 1 },
      { page: 2, paragraph: 2 },
      { page: 2, paragraph: 3 },
      { page: 3, paragraph: 4 },
    ]);
  });
});

describe('Word files that are none', () => {
  it.each([
    ['empty', word('<w:p/>'), 'empty-document'],
    ['cut off', word(p('甲').slice(0, -8)), 'damaged'],
  ])('%s', async (_, bytes, code) => {
    await expect(readDocument(bytes, 'a.docx')).rejects.toThrowError(expect.objectContaining({ code }));
  });

  it('with entities that grow', async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w:document xmlns:w="${W}"><w:body>${p('&b;')}</w:body></w:document>`;
    await expect(read('', { 'word/document.xml': bomb })).rejects.toThrowError(
      expect.objectContaining({ code: 'damaged' }),
    );
  });
});
