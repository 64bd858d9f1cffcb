/** Marked copies: of each format what `lint` makes of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/platform/read-document.js';
import { jixiao, scratch } from '../support/cli.js';
import { fixturePath } from '../support/documents.js';
import { commentedText, wordFaults } from '../support/ooxml/word.js';
import { contents, put } from './material.js';

it('gives Word comments, and the tables of old formats as a marked workbook', async () => {
  const cwd = scratch();
  for (const kind of ['docx', 'xls', 'ods', 'pdf'])
    put(cwd, `in/${kind}/draft.${kind}`, readFileSync(fixturePath(`formats/draft.${kind}`)));
  // Offices rename files: what a copy is must be told by its ending.
  put(cwd, 'in/renamed.doc', readFileSync(fixturePath('formats/draft.docx')));
  // Of another unit it is no copy of the first one.
  put(cwd, 'list.csv', 'path,unit\nin/renamed.doc,乙局\n');
  jixiao(['batch', 'in', 'list.csv', '-o', 'out', '--annotated'], { cwd });
  const copies = contents(join(cwd, 'out/annotated/in'));
  expect([...copies.keys()].sort()).toEqual([
    'docx/draft.docx',
    'ods/draft.ods.xlsx',
    'pdf/draft.pdf.xlsx',
    'renamed.doc.docx',
    'xls/draft.xls.xlsx',
  ]);
  const word = copies.get('docx/draft.docx')!;
  expect(wordFaults(word)).toEqual([]);
  expect(commentedText(word)).toHaveLength(10);
  // The list of results is no table of the user's, and is passed over when a copy is read.
  for (const name of ['xls/draft.xls.xlsx', 'ods/draft.ods.xlsx']) {
    const { grids } = await readDocument(copies.get(name)!, name);
    expect(grids.map(({ sheet }) => sheet)).toContain('绩效目标');
  }
});
