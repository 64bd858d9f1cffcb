import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { annotateWorkbook } from '../../../src/documents/xlsx/annotate.js';
import { openPackage } from '../../../src/documents/xlsx/package.js';
import { handmade, pack, worksheet } from './support.js';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MARK = { sheet: '表一', cell: 'A1', tone: 'error', comment: '错' } as const;

function failure(code: string) {
  return expect.objectContaining({ name: 'InputError', code, place: expect.objectContaining({ file: '申报表.xlsx' }) });
}

function expectRefused(bytes: Uint8Array, code: string): void {
  expect(() => openPackage(bytes, '申报表.xlsx')).toThrow(failure(code));
}

test('a workbook with a password', () => {
  const name = Buffer.from('EncryptedPackage', 'utf16le');
  expectRefused(new Uint8Array([...OLE, ...Array(600).fill(0), ...name]), 'encrypted-workbook');
});

test.each([
  ['an empty file', new Uint8Array()],
  ['text', new TextEncoder().encode('一级指标,二级指标')],
  ['an old .xls', new Uint8Array([...OLE, ...Array(600).fill(0)])],
  ['a Word document', pack({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<document/>' })],
  ['a zip without content types', pack({ 'xl/workbook.xml': '<workbook/>' })],
])('%s is not a workbook', (_, bytes) => {
  expectRefused(bytes, 'not-a-workbook');
});

describe('damaged packages', () => {
  const sound = handmade(worksheet('<sheetData/>'));

  test('cut off', () => {
    expectRefused(sound.slice(0, sound.length - 40), 'damaged');
    expectRefused(sound.slice(0, 2), 'damaged');
  });

  test('with a part that is shorter than it says', () => {
    const bytes = pack({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': 'x'.repeat(1000) });
    const size = bytes.findLastIndex((byte, at) => byte === 0xe8 && bytes[at + 1] === 3);
    const lying = bytes.slice();
    lying[size + 1] = 9;
    expectRefused(lying, 'damaged');
  });

  test.each(['../evil.xml', '/etc/passwd', 'xl/../../evil', 'C:\\evil', '..\\evil'])(
    'with an entry named %s',
    (name) => {
      expectRefused(
        pack({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', [name]: 'x' }),
        'damaged',
      );
    },
  );

  test.each([
    ['a sheet that breaks off', '<worksheet><sheetData><row r="1"><c r="A1"'],
    ['a row that is never closed', worksheet('<sheetData><row r="2"><c r="A2"/></sheetData>')],
    ['a sheet without data', worksheet('')],
    ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'],
    ['no XML', ''],
    ['bytes that are no UTF-8', new Uint8Array([0x3c, 0xff, 0x3e])],
  ])('with %s', (_, sheet) => {
    expect(() => annotateWorkbook(handmade(sheet), [MARK], [], '申报表.xlsx')).toThrow(failure('damaged'));
  });

  test('with a sheet that is not there', () => {
    const bytes = pack({
      '[Content_Types].xml': '<Types/>',
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表一" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="gone.xml"/></Relationships>',
    });
    expect(() => annotateWorkbook(bytes, [MARK], [], '申报表.xlsx')).toThrow(
      expect.objectContaining({ code: 'damaged', place: { file: '申报表.xlsx', sheet: '表一' } }),
    );
  });
});

describe('zip bombs', () => {
  test('a part that packs beyond measure', () => {
    const bomb = new Uint8Array(80 * 1024 * 1024);
    const bytes = zipSync({
      '[Content_Types].xml': new Uint8Array(),
      'xl/workbook.xml': new Uint8Array(),
      a: [bomb, { level: 1 }],
    });
    expectRefused(bytes, 'archive-too-large');
  });

  test('too many entries', () => {
    const names = Array.from({ length: 10_001 }, (_, index) => [`p${index}`, '']);
    expectRefused(pack(Object.fromEntries(names)), 'archive-too-large');
  });
});
