/**
 * Files that mean harm or that nobody would fill in, read by the program itself: `npm run hostile`. Each must end within ten
 * seconds and one gigabyte, with a result or with one line and exit code 2. Ends with 1 where one does not. The memory is
 * that of the command; the process that reads PDFs has its own bound.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, zipSync, zlibSync } from 'fflate';

const [MOST_SECONDS, MOST_MEGABYTES] = [10, 1024];
const root = fileURLToPath(new URL('../../', import.meta.url));
const pack = (parts) =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    {
      level: 6,
    },
  );

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const workbook = (sheet, more = {}) =>
  pack({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELS}"><sheets><sheet name="a" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet,
    ...more,
  });
const sheet = (rows, more = '') => `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${more}</worksheet>`;
const times = (count, make) => Array.from({ length: count }, (_, index) => make(index)).join('');
const word = (body) =>
  pack({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${RELS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
  });
const ods = (table) =>
  pack({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<d xmlns:table="t" xmlns:text="x"><table:table table:name="a">${table}</table:table></d>`,
  });

/** One page whose content is `content`, packed as often as `filters` says. */
const pdf = (content, filters = 1) => {
  let packed = content;
  for (let time = 0; time < filters; time += 1) packed = zlibSync(packed, { level: 9 });
  const head = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
4 0 obj<</Length ${packed.length}/Filter[${'/FlateDecode'.repeat(filters)}]>>stream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream endobj trailer<</Root 1 0 R>>')]);
};

const FILES = {
  'millions-of-cells.xlsx': () => workbook(sheet(times(200_000, () => `<row>${'<c><v>1</v></c>'.repeat(60)}</row>`))),
  'texts-in-place.xlsx': () =>
    workbook(
      sheet(
        times(400_000, (i) => `<row><c t="inlineStr"><is><t>第${i}行完成养护任务的数量及质量说明</t></is></c></row>`),
      ),
    ),
  'many-strings.xlsx': () =>
    workbook(sheet('<row><c t="s"><v>0</v></c></row>'), {
      'xl/sharedStrings.xml': `<sst>${times(2_000_000, (i) => `<si><t>${i}</t></si>`)}</sst>`,
    }),
  'merges-over-all.xlsx': () =>
    workbook(
      sheet(
        '<row><c><v>1</v></c></row>',
        `<mergeCells>${times(100_000, (i) => `<mergeCell ref="A${i * 10 + 1}:XFD${i * 10 + 10}"/>`)}</mergeCells>`,
      ),
    ),
  'last-cell.xlsx': () =>
    workbook(sheet('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>')),
  'one-endless-cell.xlsx': () => workbook(sheet(`<row><c t="str"><v>${'甲'.repeat(30_000_000)}</v></c></row>`)),
  'deep.xlsx': () => workbook(sheet('<a>'.repeat(3_000_000))),
  'entities.xlsx': () => workbook(`<!DOCTYPE a [<!ENTITY b "x">]>${sheet('')}`),
  'zeros.xlsx': () => workbook(sheet(''), { 'xl/media/a.bin': new Uint8Array(300 * 1024 * 1024) }),
  'rows-without-end.ods': () =>
    ods(
      '<table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000"><text:p>1</text:p></table:table-cell></table:table-row>',
    ),
  'paragraphs.docx': () => word('<w:p><w:r><w:t>一、存在问题</w:t></w:r></w:p>'.repeat(400_000)),
  'nested-tables.docx': () => word('<w:tbl><w:tr><w:tc>'.repeat(50_000)),
  'long-line.txt': () => strToU8('存在问题：'.repeat(4_000_000)),
  'columns.csv': () => strToU8(`${'甲,'.repeat(1_000_000)}\n`.repeat(10)),
  'rows.csv': () => strToU8('数量指标,养护面积,12公顷\n'.repeat(1_000_000)),
  'quotes.csv': () => strToU8('"'.repeat(20_000_000)),
  'divisions.html': () => strToU8(`<html><body>${'<div>'.repeat(2_000_000)}`),
  'cells.html': () => strToU8(`<html><table>${'<tr><td colspan=1000 rowspan=65534>1'.repeat(20_000)}`),
  'brackets.json': () => strToU8('['.repeat(20_000_000)),
  'pipes.md': () => strToU8(`|a|b|\n|-|-|\n${'|'.repeat(10_000_000)}`),
  'blanks.pdf': () => pdf(new Uint8Array(800 * 1024 * 1024).fill(32), 2),
  'pieces-of-text.pdf': () => pdf(strToU8(`BT /F 12 Tf ${'(a) Tj 1 0 Td '.repeat(4_000_000)}ET`)),
  'ruling-lines.pdf': () => pdf(strToU8(`BT /F 12 Tf (a) Tj ET ${'9 9 m 99 9 l S 9 9 m 9 99 l S '.repeat(1_000_000)}`)),
  'strings-without-end.xls': () => {
    const bytes = new Uint8Array(readFileSync(join(root, 'test/fixtures/formats/draft.xls')));
    return bytes.fill(0xff, 2000, 6000);
  },
};

const only = process.argv[2];
const folder = mkdtempSync(join(tmpdir(), 'jixiao-hostile-'));
let failures = 0;
try {
  const tell = join(folder, 'peak.mjs');
  writeFileSync(tell, "process.on('exit', () => console.error(`peak ${process.resourceUsage().maxRSS}`));\n");
  for (const [name, make] of Object.entries(FILES)) {
    if (only && !name.includes(only)) continue;
    const path = join(folder, name);
    writeFileSync(path, make());
    for (const command of ['lint', 'review']) {
      const start = performance.now();
      const program = [join(root, 'dist/bin/main.js'), command, path, '-o', join(folder, 'out.txt')];
      const { status, stderr } = spawnSync(process.execPath, ['--import', tell, ...program], {
        encoding: 'utf8',
        timeout: 60_000,
        maxBuffer: 1e9,
      });
      const seconds = (performance.now() - start) / 1000;
      const megabytes = Math.round(Number(/peak (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024);
      // What was left out is told in lines of its own.
      const lines = stderr.split('\n').filter((line) => line.startsWith('错误'));
      const isSound =
        [0, 1, 2].includes(status) &&
        seconds < MOST_SECONDS &&
        megabytes < MOST_MEGABYTES &&
        (status !== 2 || lines.length === 1);
      if (!isSound) failures += 1;
      console.log(
        `${isSound ? 'ok   ' : 'FAULT'} ${command.padEnd(6)} ${name.padEnd(24)} exit ${status} ${seconds.toFixed(1).padStart(5)} s ${String(megabytes).padStart(5)} MB  ${(lines[0] ?? '').slice(0, 90)}`,
      );
    }
    rmSync(path);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures > 0) process.exitCode = 1;
