import { expect, test } from 'vitest';
import { annotateWorkbook } from '../../../src/documents/xlsx/annotate.js';
import { commentAt, expectSound, handmade, readExceljs, relations, unpack, worksheet } from './support.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADS = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';
const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202"/><v:shape id="_x0000_s1025" type="#_x0000_t202"><v:textbox><div><br></div></v:textbox><x:ClientData ObjectType="Note"><x:Anchor>2, 15, 0, 2, 4, 15, 4, 5</x:Anchor><x:Row>0</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>`;
const LINKS = relations({
  rId1: ['comments', '../comments1.xml'],
  rId2: ['vmlDrawing', '../drawings/vmlDrawing1.vml'],
});
const SHEET = worksheet('<sheetData><row r="1"><c r="B1"><v>1</v></c></row></sheetData><legacyDrawing r:id="rId2"/>');

function commented(comments: string, more: Record<string, string> = {}): Uint8Array {
  return handmade(SHEET, {
    'xl/worksheets/_rels/sheet1.xml.rels': LINKS,
    'xl/comments1.xml': comments,
    'xl/drawings/vmlDrawing1.vml': VML.replace('<br>', ''),
    ...more,
  });
}

function list(comment: string): string {
  return `<comments xmlns="${MAIN}"><authors><author>张三</author></authors><commentList>${comment}</commentList></comments>`;
}

function annotated(source: Uint8Array): Uint8Array {
  const marks = ['B1', 'A2'].map((cell) => ({ sheet: '表一', cell, tone: 'error', comment: '要改' }) as const);
  return annotateWorkbook(source, marks, [], 'a.xlsx');
}

test.each([
  ['a bare text', '<text><t>旧话</t></text>', '旧话\njixiao:\n要改'],
  ['runs with phonetic hints', '<text><r><t>旧话</t></r><phoneticPr fontId="1"/></text>', '旧话\njixiao:\n要改'],
  ['an empty text', '<text/>', '\njixiao:\n要改'],
])('a comment with %s is kept and added to', (_, text, expected) => {
  const copy = annotated(commented(list(`<comment ref="B1" authorId="0">${text}</comment>`)));
  expectSound(copy);
  expect(commentAt(copy, '表一', 'B1')!.trim()).toBe(expected.trim());
  expect(commentAt(copy, '表一', 'A2')).toBe('要改');
  const parts = unpack(copy);
  expect(parts['xl/comments1.xml']).toContain('<author>张三</author><author>jixiao</author>');
  expect(parts['xl/comments1.xml']).toMatch(/<comment ref="B1" authorId="0">[^]*<comment ref="A2" authorId="1">/);
});

test('the box of a comment grows with it, and no shape id is used twice', () => {
  const copy = annotated(commented(list('<comment ref="B1" authorId="0"><text><t>旧话</t></text></comment>')));
  const drawing = unpack(copy)['xl/drawings/vmlDrawing1.vml']!;
  expect(drawing).toContain('<x:Anchor>2, 15, 0, 2, 7, 20, 6, 16</x:Anchor>');
  expect([...drawing.matchAll(/<v:shape [^>]*?id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
    '_x0000_s1025',
    '_x0000_s2049',
  ]);
  expect(drawing).toContain('data="1,2"');
});

test('a drawing that is not well-formed, as Excel writes for buttons, is added to', () => {
  const source = commented(list(''), { 'xl/drawings/vmlDrawing1.vml': VML });
  expect(commentAt(annotated(source), '表一', 'A2')).toBe('要改');
});

test.each([
  ['no lists', `<comments xmlns="${MAIN}"/>`],
  ['empty lists under a prefix', `<m:comments xmlns:m="${MAIN}"><m:authors/><m:commentList/></m:comments>`],
])('a comments part with %s', (_, part) => {
  const copy = annotated(commented(part));
  expectSound(copy);
  expect(unpack(copy)['xl/comments1.xml']!.match(/<(?:m:)?comment ref=/g)).toHaveLength(2);
});

test('comments whose drawing is lost get a new one', () => {
  const { 'xl/drawings/vmlDrawing1.vml': _, ...parts } = unpack(commented(list('')));
  const copy = annotated(
    handmade(SHEET, {
      ...parts,
      'xl/worksheets/_rels/sheet1.xml.rels': relations({ rId1: ['comments', '/xl/comments1.xml'] }),
    }),
  );
  expectSound(copy);
  expect(unpack(copy)['xl/worksheets/sheet1.xml']!.match(/<legacyDrawing r:id="rId2"\/>/g)).toHaveLength(1);
});

test('a thread gets a reply as well, since Excel shows no classic comment beside it', () => {
  const thread = `<threadedComment ref="B1" dT="2024-05-01T08:00:00.00" personId="{P}" id="{A}"><text>旧话</text></threadedComment>`;
  const source = commented(list('<comment ref="B1" authorId="0"><text><t>[线程批注]</t></text></comment>'), {
    'xl/worksheets/_rels/sheet1.xml.rels': LINKS.replace(
      '</Relationships>',
      '<Relationship Id="rId9" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>',
    ),
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments xmlns="${THREADS}">${thread}</ThreadedComments>`,
    'xl/persons/person.xml': `<personList xmlns="${THREADS}"><person displayName="张三" id="{P}" userId="z" providerId="None"/></personList>`,
    'xl/_rels/workbook.xml.rels': relations({
      rId1: ['worksheet', 'worksheets/sheet1.xml'],
      rId2: ['http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml'],
    }),
  });
  const copy = annotated(source);
  expectSound(copy);
  const parts = unpack(copy);
  const [, person] = /<person displayName="jixiao" id="([^"]+)"/.exec(parts['xl/persons/person.xml']!)!;
  const threads = parts['xl/threadedComments/threadedComment1.xml']!;
  expect(threads).toContain(thread);
  expect(threads).toContain(`personId="${person}"`);
  expect(threads).toMatch(
    /dT="2024-05-01T08:00:00.00" personId="\{6A[^"]+" id="\{6A[^"]+" parentId="\{A\}"><text>要改<\/text>/,
  );
  expect(parts['xl/comments1.xml']).toMatch(/\[线程批注\][^]*要改[^]*ref="A2"/);
});

test('hidden rows and columns do not squeeze a box', () => {
  const source = handmade(
    worksheet(
      '<cols><col min="2" max="6" width="9" hidden="1"/></cols><sheetData><row r="1"/><row r="2" hidden="1"/><row r="3" hidden="1"/></sheetData>',
    ),
  );
  const copy = annotateWorkbook(source, [{ sheet: '表一', cell: 'A2', tone: 'info', comment: '看这里' }], [], 'a.xlsx');
  const [, anchor] = /<x:Anchor>([^<]+)</.exec(unpack(copy)['xl/drawings/vmlDrawing1.vml']!)!;
  const [left, , , , right, , bottom] = anchor!.split(', ').map(Number);
  expect(right! - left!).toBeGreaterThan(8);
  expect(bottom).toBeGreaterThan(7);
});

test('text that a comment cannot hold or that looks like markup', async () => {
  const comment = `a<b>&"\u0001\uD800${'长'.repeat(40_000)}`;
  const source = handmade(worksheet('<sheetData/>'));
  const copy = annotateWorkbook(source, [{ sheet: '表一', cell: 'A1', tone: 'info', comment }], [], 'a.xlsx');
  expectSound(copy);
  const note = (await readExceljs(copy)).getWorksheet('表一')!.getCell('A1').note;
  const text = typeof note === 'string' ? note : note.texts!.map((part) => part.text).join('');
  expect(text.startsWith('a<b>&"\uFFFD长')).toBe(true);
  expect(text.length).toBeLessThanOrEqual(32_767);
});

test('a comment that has lost its author is known by what it says', () => {
  const own = '<comment ref="B1" authorId="0"><text><t>【错误】旧的\n(a/b)</t></text></comment>';
  const theirs = '<comment ref="A2" authorId="0"><text><t>【注意】我的</t></text></comment>';
  const marks = [{ sheet: '表一', cell: 'B1', tone: 'error', comment: '新的' }] as const;
  const source = commented(list(own + theirs).replace('张三', ' '));
  const copy = annotateWorkbook(source, marks, [], 'a.xlsx', { isOwn: (text) => text.startsWith('【错误】') });
  expectSound(copy);
  expect(commentAt(copy, '表一', 'B1')).toBe('新的');
  expect(commentAt(copy, '表一', 'A2')).toBe('【注意】我的');
});
