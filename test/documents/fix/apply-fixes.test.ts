import { fc, test } from '@fast-check/vitest';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { applyFixes } from '../../../src/documents/fix/apply-fixes.js';
import { cellSpans, cellText } from '../../../src/documents/fix/delimited-cells.js';
import { JsonPlaces } from '../../../src/documents/fix/json-places.js';
import type { Fix } from '../../../src/documents/fix/model.js';
import { resolveFixes } from '../../../src/documents/fix/resolve-fixes.js';
import { readDocument } from '../../../src/documents/read-document.js';
import { buildWorkbook } from '../../../src/documents/xlsx/build.js';
import type { Location } from '../../../src/schema/index.js';
import { bytesOf, draftsOf } from '../../support/documents.js';

const fix = (...changes: [Location, string][]): Fix => ({
  changes: changes.map(([location, value]) => ({ location, value })),
});

async function fixed(text: string | Uint8Array, source: string, ...fixes: Fix[]) {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const outcome = await applyFixes(await readDocument(bytes, source), bytes, fixes);
  return { ...outcome, text: Buffer.from(outcome.bytes).toString('utf8'), reasons: [...outcome.refused.values()] };
}

describe('delimited text', () => {
  it.each([
    ['a plain cell', '甲,乙\n1,2\n', { cell: 'B2' }, '新', '甲,乙\n1,新\n'],
    ['a quoted one', '甲,"乙"\n', { cell: 'B1' }, '新', '甲,"新"\n'],
    ['one that needs quotes now', '甲,乙\n', { cell: 'A1' }, '一,"二"', '"一,""二""",乙\n'],
    ['behind a cell of several lines', '"甲\n乙",丙\n丁,戊\n', { cell: 'B2' }, '新', '"甲\n乙",丙\n丁,新\n'],
    ['one that the row is too short for', '甲,乙,丙\n1\n', { cell: 'C2' }, '新', '甲,乙,丙\n1,,新\n'],
    ['the last one without a line end', '甲;乙\r\n1;2', { cell: 'B2' }, '新', '甲;乙\r\n1;新'],
    ['a blank one', '甲,乙,丙\n1,,3\n', { cell: 'B2' }, '新', '甲,乙,丙\n1,新,3\n'],
  ])('%s', async (_, before, location, value, after) => {
    expect((await fixed(before, 'a.csv', fix([location, value]))).text).toBe(`\ufeff${after}`);
  });

  it('puts several cells into one short row', async () => {
    const { text } = await fixed('甲,乙,丙,丁\n1\n', 'a.csv', fix([{ cell: 'D2' }, '四']), fix([{ cell: 'B2' }, '二']));
    expect(text).toBe('\ufeff甲,乙,丙,丁\n1,二,,四\n');
  });

  it('makes a fix wholly or not at all', async () => {
    const both = fix([{ cell: 'A2' }, '=1+1'], [{ cell: 'B2' }, '新']);
    const { text, reasons } = await fixed('甲,乙\n1,2\n', 'a.csv', both);
    expect([text, reasons]).toEqual(['甲,乙\n1,2\n', ['formula-like']]);
  });

  it('keeps a value that was written with a sign', async () => {
    const { text } = await fixed('甲\n=95%\n', 'a.csv', fix([{ cell: 'A2' }, '=100%']));
    expect(text).toBe('\ufeff甲\n=100%\n');
  });

  it('leaves alone what its quotes leave open', async () => {
    const source = '甲,"乙"丙,丁\n1,2,3\n';
    const { text, reasons } = await fixed(source, 'a.csv', fix([{ cell: 'C1' }, '新'], [{ cell: 'B1' }, '新']));
    expect([text, reasons]).toEqual([source, ['unclear']]);
  });

  it('changes lines with tabs in running text, and keeps its mark or none', async () => {
    const text = '说明\n三级指标\t指标值\n1.巡查次数\t3次\n';
    const outcome = await fixed(text, 'a.txt', fix([{ cell: 'A3', line: 3 }, '巡查次数']));
    expect(outcome.text).toBe('说明\n三级指标\t指标值\n巡查次数\t3次\n');
  });

  const cell = fc
    .array(fc.constantFrom(...Array.from('甲乙 1,;"\n\r')), { maxLength: 6 })
    .map((parts) => parts.join(''));
  test.prop([fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 5 })])(
    'finds the cells that a parser finds',
    (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      const spans = cellSpans(text, ',', true);
      expect(spans.map((record) => record.map((span) => cellText(text, span)))).toEqual(rows);
      expect(parse(text, { relax_column_count: true })).toEqual(rows);
    },
  );
});

describe('JSON', () => {
  const json = '{"drafts":[{"project":{"name":"甲"},"indicators":[{"name":"一","unit":null,"value":3}]}]}';
  const pointer = (field: string) => ({ pointer: `/drafts/0/indicators/0/${field}` });

  it.each([
    ['a text', 'name', '二', json.replace('"一"', '"二"')],
    ['a null', 'unit', '次', json.replace('null', '"次"')],
    ['a number by a number', 'value', '12', json.replace('3}', '12}')],
    ['a number by a text', 'value', '≥12', json.replace('3}', '"≥12"}')],
    ['a field that is not there', 'scope', '共性', json.replace('3}', '3,"scope":"共性"}')],
  ])('%s', async (_, field, value, after) => {
    expect((await fixed(json, 'a.json', fix([pointer(field), value]))).text).toBe(after);
  });

  it('puts a new field in as the others stand', async () => {
    const pretty = JSON.stringify(JSON.parse(json), null, 2);
    const { text } = await fixed(pretty, 'a.json', fix([pointer('scope'), '共性'], [pointer('operator'), '≥']));
    const expected = JSON.parse(json) as { drafts: [{ indicators: [Record<string, unknown>] }] };
    Object.assign(expected.drafts[0].indicators[0], { scope: '共性', operator: '≥' });
    expect(text).toBe(JSON.stringify(expected, null, 2));
  });

  it('takes of two fields with one name the one that counts', async () => {
    const twice = json.replace('"name":"一"', '"name":"零","name":"一"');
    expect((await fixed(twice, 'a.json', fix([pointer('name'), '二']))).text).toBe(twice.replace('"一"', '"二"'));
  });

  it('simply finishes with as many fixes as there are indicators', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({
      name: `${index}.巡查次数`,
      value: '≥12次',
      note: '略'.repeat(40),
    }));
    const pointerOf = (index: number) => ({ pointer: `/indicators/${index}/name` });
    const fixes = rows.map((_, index) => fix([pointerOf(index), '巡查次数']));
    const { text } = await fixed(JSON.stringify({ project: { name: '甲' }, indicators: rows }), 'a.json', ...fixes);
    const { indicators } = JSON.parse(text) as { indicators: { name: string }[] };
    expect(new Set(indicators.map(({ name }) => name))).toEqual(new Set(['巡查次数']));
  });

  it('refuses a place that is not there', async () => {
    const { text, reasons } = await fixed(json, 'a.json', fix([{ pointer: '/drafts/7/indicators/0/name' }, '二']));
    expect([text, reasons]).toEqual([json, ['unclear']]);
  });

  const key = fc.constantFrom('甲', 'a"b', '\\', '{', '');
  test.prop([fc.dictionary(key, fc.jsonValue({ maxDepth: 3 }), { minKeys: 1 }), fc.constantFrom(0, 1, 2)])(
    'finds every member of any object, however it is spaced',
    (object, indent) => {
      const text = JSON.stringify(object, null, indent);
      const places = new JsonPlaces(text);
      for (const [name, member] of Object.entries(object)) {
        const place = places.at([name]);
        expect(JSON.parse(text.slice(place?.start, place?.end))).toEqual(JSON.parse(JSON.stringify(member)));
      }
    },
  );
});

describe('which cell is a field’s own', () => {
  const table = (...rows: (string | null)[][]) =>
    buildWorkbook([
      {
        name: '表',
        columns: ['一级指标', '二级指标', '三级指标', '指标值'].map((header) => ({ header, width: 12 })),
        rows,
      },
    ]);

  it('a level cell with blank ones below belongs to all of them', async () => {
    const [sourced] = await draftsOf(
      table(
        ['产出指标', '数量指标', '巡查次数', '≥3次'],
        [null, null, '养护里程', '≥3公里'],
        [null, '质量指标', '合格率', '≥95%'],
      ),
      'a.xlsx',
    );
    expect(sourced?.place('1', 'level2')).toBeUndefined();
    expect(sourced?.place('2', 'level2')).toBeUndefined();
    expect(sourced?.place('3', 'level2')).toEqual({ sheet: '表', cell: 'B4' });
    expect(sourced?.place('3', 'level1')).toBeUndefined();
    expect(sourced?.place('1', 'name')).toEqual({ sheet: '表', cell: 'C2' });
    expect(sourced?.place('1', 'unit')).toBeUndefined();
    expect(sourced?.place('9', 'name')).toBeUndefined();
  });

  it('tells a shared heading from a column that is not there', async () => {
    const [sourced] = await draftsOf(
      table(['产出指标', '数量指标', '巡查次数', '≥3次'], [null, null, '养护里程', '≥3公里']),
      'a.xlsx',
    );
    const planned = (field: string) => ({ indicatorId: '1', changes: [{ field, value: '新' }] });
    const { fixes, refused } = resolveFixes(sourced!, [planned('level2'), planned('scope'), planned('value')]);
    expect(refused.map(({ reason }) => reason)).toEqual(['shared', 'no-column']);
    expect(fixes).toEqual([{ changes: [{ field: 'value', value: '新', location: { sheet: '表', cell: 'D2' } }] }]);
  });
});
