import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.js';
import { buildWorkbook } from '../../src/documents/xlsx/build.js';
import { bytesOf, draftsOf } from '../support/documents.js';

const TABLE =
  '项目名称,河道保洁\n一级指标,二级指标,三级指标,指标值\n产出指标,数量指标,保洁长度,≥86公里\n,质量指标,保洁合格率,≥95%\n';

/** “项目名称,河道保洁 …” in GB18030. */
const GBK = Uint8Array.from(
  Buffer.from(
    'cfeebfc3c3fbb3c62cbad3b5c0b1a3bde00ad2bbbcb6d6b8b1ea2cb6febcb6d6b8b1ea2cc8fdbcb6d6b8b1ea2cd6b8b1ead6b50ab2fab3f6d6b8b1ea2cca fdc1bfd6b8b1ea2cb1a3bde0b3a4b6c82c3836b9abc0ef0a'.replace(
      /\s/g,
      '',
    ),
    'hex',
  ),
);

describe('encodings and delimiters', () => {
  it.each([
    ['UTF-8', bytesOf(TABLE)],
    ['UTF-8 with a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(TABLE)])],
    ['UTF-16 LE', new Uint8Array([0xff, 0xfe, ...new Uint8Array(Buffer.from(TABLE, 'utf16le'))])],
    ['tabs', bytesOf(TABLE.replaceAll(',', '\t'))],
    ['semicolons', bytesOf(TABLE.replaceAll(',', ';'))],
    ['Windows line ends', bytesOf(TABLE.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, bytes) => {
    const [{ draft, locate } = {}] = await draftsOf(bytes, 'draft.csv');
    expect(draft?.project.name).toBe('河道保洁');
    expect(draft?.indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', name: '保洁长度', value: '≥86公里' },
      { level1: '产出指标', level2: '质量指标', name: '保洁合格率', value: '≥95%' },
    ]);
    expect(locate?.('2', 'name')).toEqual({ line: 4, cell: 'C4' });
  });

  it('GBK', async () => {
    const { encoded } = { encoded: GBK };
    const [{ draft } = {}] = await draftsOf(encoded, 'draft.csv');
    expect(draft?.indicators).toMatchObject([{ name: '保洁长度', value: '86公里' }]);
  });

  it('counts lines on through quoted line breaks', async () => {
    const text = '一级指标,三级指标,指标值\n产出指标,"保洁\n长度",86公里\n产出指标,合格率,/\n';
    const [{ locate } = {}] = await draftsOf(bytesOf(text), 'draft.csv');
    expect(locate?.('2', 'value')).toEqual({ line: 4, cell: 'C3' });
  });
});

describe('plain text', () => {
  it('takes lines with tabs for a table and all others for text', async () => {
    const document = await readDocument(bytesOf('标题\n\n甲\t乙\n1\t2\n\n丙\t丁\n3\t4\n尾\n'), 'a.txt');
    expect(document.grids.map(({ rows, lines }) => [rows, lines])).toEqual([
      [
        [
          ['甲', '乙'],
          ['1', '2'],
          ['丙', '丁'],
          ['3', '4'],
        ],
        [3, 4, 6, 7],
      ],
    ]);
    expect(document.lines.filter(({ text }) => text !== '').map(({ text, line }) => [text, line])).toEqual([
      ['标题', 1],
      ['尾', 8],
    ]);
  });

  it('gives offsets that slice back', async () => {
    const document = await readDocument(bytesOf('一行\r\n二行\r三行\n四行'), 'a.txt');
    for (const { text, start } of document.lines) expect(document.text?.slice(start, start + text.length)).toBe(text);
    expect(document.lines.map(({ text }) => text)).toEqual(['一行', '二行', '三行', '四行']);
  });
});

describe('JSON', () => {
  it('points to the field', async () => {
    const text = JSON.stringify({
      drafts: [
        { project: { name: '甲' }, indicators: [] },
        { project: { name: '乙' }, indicators: [{ name: '数量', value: 3 }] },
      ],
    });
    const drafts = await draftsOf(bytesOf(text), 'a.json');
    expect(drafts.map(({ draft }) => draft.project.name)).toEqual(['甲', '乙']);
    expect(drafts[1]?.draft.indicators).toMatchObject([{ id: '1', value: '3' }]);
    expect(drafts[1]?.locate('1', 'value')).toEqual({ pointer: '/drafts/1/indicators/0/value' });
  });

  it('reads one draft a line', async () => {
    const line = (name: string) => JSON.stringify({ project: { name }, indicators: [{ name: '数量' }] });
    const drafts = await draftsOf(bytesOf(`${line('甲')}\n\n${line('乙')}\n`), 'a.jsonl');
    expect(drafts.map(({ locate }) => locate('1', 'name'))).toEqual([
      { line: 1, pointer: '/indicators/0/name' },
      { line: 3, pointer: '/indicators/0/name' },
    ]);
  });

  it('keeps unknown fields and takes null for absent', async () => {
    const text =
      '{"project":{"name":"甲","budget":null,"note":"x"},"indicators":[{"name":"数量","weight":null,"own":1}]}';
    const [{ draft } = {}] = await draftsOf(bytesOf(text), 'a.json');
    expect(draft).toMatchObject({ project: { note: 'x' }, indicators: [{ own: 1 }] });
    expect(draft?.project.budget).toBeUndefined();
  });
});

describe('bad input', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'a.xlsx', { code: 'empty-file' }],
    ['a blank text', bytesOf(' \n\n'), 'a.csv', { code: 'empty-file' }],
    ['text called .xlsx', bytesOf('hello'), 'a.xlsx', { code: 'not-a-workbook' }],
    ['a zip that is no workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'a.xlsx', { code: 'damaged' }],
    ['a PDF that ends at once', bytesOf('%PDF-1.7'), 'a.pdf', { code: 'damaged' }],
    [
      'an old .xls that ends at once',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'a.xls',
      { code: 'damaged' },
    ],
    ['binary data called .csv', new Uint8Array([0, 1, 2, 0xff, 0xfe, 0]), 'a.csv', { code: 'unknown-encoding' }],
    [
      'broken JSON',
      bytesOf('{\n  "project": {,}\n}'),
      'a.json',
      { code: 'bad-json', place: { file: 'a.json', line: 2, column: 15 } },
    ],
    ['JSON that ends early', bytesOf('{"project":'), 'a.json', { code: 'bad-json' }],
    [
      'a wrong field',
      bytesOf('{\n "project": {"name": "甲"},\n "indicators": [\n  {"name": "乙", "weight": "十"}\n ]\n}'),
      'a.json',
      { code: 'bad-draft', place: { file: 'a.json', line: 4, column: 27 } },
    ],
    [
      'an indicator without a name',
      bytesOf('{"project":{"name":"甲"},"indicators":[{"nam":"乙"}]}'),
      'a.json',
      { code: 'bad-draft', data: { path: 'indicators.0.name', reason: 'received undefined' } },
    ],
    [
      'a broken line of JSONL',
      bytesOf('{"project":{"name":"甲"},"indicators":[]}\n{oops\n'),
      'a.jsonl',
      { code: 'bad-json', place: { file: 'a.jsonl', line: 2, column: 2 } },
    ],
    [
      'a workbook without a table',
      buildWorkbook([{ name: '说明', columns: [{ header: '事项', width: 10 }], rows: [['无']] }]),
      'a.xlsx',
      { code: 'no-table', data: { sheets: ['说明'] } },
    ],
  ])('%s', async (_, bytes, source, error) => {
    await expect(draftsOf(bytes, source)).rejects.toThrowError(expect.objectContaining(error));
  });
});

it('tells of fields of a project that stand beside it', async () => {
  const draft = '{"project":{"name":"甲"},"goal":"补贴300户","indicators":[{"name":"补贴户数","value":"≥300户"}]}';
  const { notices } = await readDocument(bytesOf(draft), 'a.json');
  expect(notices).toEqual([{ code: 'field-misplaced', message: 'goal', location: { pointer: '/goal' } }]);
  const lines = await readDocument(bytesOf(`${draft}\n${draft.replace('"goal":"补贴300户",', '')}\n`), 'a.jsonl');
  expect(lines.notices).toEqual([
    { code: 'field-misplaced', message: 'goal', location: { pointer: '/goal', line: 1 } },
  ]);
});

it('tells of fields whose names are spelled in another way', async () => {
  const draft = (fields: string) =>
    `{"project":{"name":"甲"${fields}},"goals":"补贴300户","indicators":[{"name":"补贴户数"}]}`;
  const { notices } = await readDocument(bytesOf(draft(',"annual_goal":"补贴300户","remark":"无"')), 'a.json');
  expect(notices).toEqual([
    { code: 'field-misspelled', message: 'goals → project.goal', location: { pointer: '/goals' } },
    {
      code: 'field-misspelled',
      message: 'project.annual_goal → project.annualGoal',
      location: { pointer: '/project/annual_goal' },
    },
  ]);
  const rows =
    '{"project":{"name":"甲"},"indicators":[{"name":"补贴户数","units":"户","note":"无"},{"name":"补贴率","units":"%"}]}';
  expect((await readDocument(bytesOf(rows), 'a.json')).notices).toEqual([
    { code: 'field-misspelled', message: 'units → unit', location: { pointer: '/indicators/0/units' } },
  ]);
  const { notices: none } = await readDocument(bytesOf(draft(',"goal":"补贴300户"')), 'a.json');
  expect(none).toEqual([]);
});
