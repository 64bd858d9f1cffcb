/** What Excel, WPS and strict producers write into a package, as a person sees it in the cells. */
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../src/documents/read-document.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

interface Parts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly main?: string;
  readonly rel?: string;
  readonly state?: string;
  readonly properties?: string;
}

function workbook({ sheet, strings, styles, main = MAIN, rel = REL, state = '', properties = '' }: Parts): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${rel}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${rel}">${properties}<sheets><sheet name="表" sheetId="1" ${state} r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${rel}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${rel}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${rel}/styles" Target="styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...(strings !== undefined && { 'xl/sharedStrings.xml': strings }),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

const sheetOf = (rows: string, more = '') =>
  `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>`;
const read = async (parts: Parts) => (await readDocument(workbook(parts), 'a.xlsx')).grids[0];

describe('texts', () => {
  it('runs are put together, phonetic guides left out, escapes read', async () => {
    const strings = `<sst xmlns="${MAIN}"><si><r><rPr><b/></rPr><t>培训</t></r><r><t xml:space="preserve"> 人次</t></r><rPh sb="0" eb="2"><t>ペイ</t></rPh></si><si><t>上_x000D_&#10;下 &lt;3&gt;</t></si><si/></sst>`;
    const grid = await read({
      strings,
      sheet: sheetOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
      ),
    });
    expect(grid?.rows).toEqual([['培训 人次', '上\n下 <3>']]);
  });

  it('inline strings, results of formulas, truth values, errors', async () => {
    const grid = await read({
      sheet: sheetOf(
        '<row><c t="inlineStr"><is><r><t>养护</t></r><r><t>面积</t></r></is></c><c t="str"><f>A1</f><v>结果</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row>',
      ),
    });
    expect(grid?.rows).toEqual([['养护面积', '结果', 'TRUE', '#N/A']]);
  });

  it('formulas that were saved without their results are told', async () => {
    const cells =
      '<c r="A1"><f>B9</f></c><c r="B1"><f>B9</f><v></v></c><c r="C1"><f t="shared" si="0"/></c><c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><f>1+1</f><v>2</v></c>';
    const { grids, notices } = await readDocument(workbook({ sheet: sheetOf(`<row r="1">${cells}</row>`) }), 'a.xlsx');
    expect(grids[0]?.rows).toEqual([['', '', '', '', '2']]);
    expect(notices).toEqual([{ code: 'formula-without-result', message: '3', location: { sheet: '表', cell: 'A1' } }]);
  });

  it('rows of no height are hidden', async () => {
    const grid = await read({
      sheet: sheetOf(
        '<row r="1"><c><v>1</v></c></row><row r="2" ht="0" customHeight="1"><c><v>2</v></c></row><row r="3" hidden="1"><c><v>3</v></c></row>',
      ),
    });
    expect([...(grid?.hiddenRows ?? [])]).toEqual([1, 2]);
  });

  it('cells and rows without references follow each other', async () => {
    const grid = await read({
      sheet: sheetOf('<row><c><v>1</v></c><c/><c><v>3</v></c></row><row r="4"><c><v>4</v></c></row>'),
    });
    expect(grid?.rows).toEqual([['1', '', '3'], [], [], ['4']]);
  });
});

describe('numbers and dates', () => {
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="176" formatCode="0.00&quot;万元&quot;"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/><xf numFmtId="57"/><xf numFmtId="14"/></cellXfs></styleSheet>`;
  it.each([
    ['0', '0.1', '0.1'],
    ['0', '12345678.9', '12345678.9'],
    ['1', '0.95', '95%'],
    ['2', '12.5', '12.50万元'],
    ['3', '45474', '2024年7月'],
    ['4', '45474', '2024年7月1日'],
    ['5', '45474', '2024年7月'],
    ['6', '45474', '2024年7月1日'],
  ])('style %s: %s shows as %s', async (style, value, shown) => {
    const grid = await read({ styles, sheet: sheetOf(`<row><c s="${style}"><v>${value}</v></c></row>`) });
    expect(grid?.rows).toEqual([[shown]]);
  });

  it('days are counted from 1904 where the workbook says so', async () => {
    const sheet = sheetOf('<row><c s="6"><v>44012</v></c><c><v>44012</v></c></row>');
    const from1904 = await read({ styles, sheet, properties: '<workbookPr date1904="1"/>' });
    expect(from1904?.rows).toEqual([['2024年7月1日', '44012']]);
  });

  it('a date in words of ISO 8601', async () => {
    const grid = await read({ sheet: sheetOf('<row><c t="d"><v>2024-06-30T00:00:00</v></c></row>') });
    expect(grid?.rows).toEqual([['2024年6月30日']]);
  });
});

describe('packages of other producers', () => {
  it('the strict form of the standard', async () => {
    const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const grid = await read({
      main,
      rel: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
      sheet: `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>`,
    });
    expect(grid?.rows).toEqual([['7']]);
  });

  it('a prefix before every name, and extensions of WPS', async () => {
    const grid = await read({
      sheet: `<x:worksheet xmlns:x="${MAIN}" xmlns:etc="http://www.wps.cn/officeDocument/2017/etCustomData"><x:sheetPr/><x:sheetData><x:row r="2" hidden="1"><x:c r="B2" t="str"><x:v>甲</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B2:C3"/></x:mergeCells><x:extLst><x:ext uri="{0C0F}"><etc:c><etc:v>9</etc:v></etc:c></x:ext></x:extLst></x:worksheet>`,
    });
    expect(grid?.rows).toEqual([[], ['', '甲']]);
    expect(grid?.merges).toEqual([{ top: 1, left: 1, bottom: 2, right: 2 }]);
    expect([...(grid?.hiddenRows ?? [])]).toEqual([1]);
  });

  it('a sheet that only a macro can show is hidden', async () => {
    expect((await read({ state: 'state="veryHidden"', sheet: sheetOf('<row><c><v>1</v></c></row>') }))?.hidden).toBe(
      true,
    );
  });
});

it('a sheet of many megabytes is read whole, piece by piece', async () => {
  const rows = Array.from(
    { length: 60_000 },
    (_, row) =>
      `<row r="${row + 1}"><c r="A${row + 1}" t="inlineStr"><is><t>第${row}行养护任务完成数量及其说明</t></is></c><c r="B${row + 1}"><v>${row}</v></c></row>`,
  ).join('');
  const grid = await read({ sheet: sheetOf(rows, '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>') });
  expect(grid?.rows).toHaveLength(60_000);
  expect(grid?.rows.every((cells, row) => cells[0]?.startsWith(`第${row}行`) && cells[1] === String(row))).toBe(true);
  expect(grid?.merges).toHaveLength(1);
});
