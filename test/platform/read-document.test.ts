import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readDocument } from '../../src/platform/read-document.js';

it('gives the console back after several old workbooks were read at once', async () => {
  const before = console.error;
  const bytes = readFileSync(new URL('../fixtures/formats/draft.xls', import.meta.url));
  const read = await Promise.all(['a.xls', 'b.xls', 'c.xls'].map((name) => readDocument(bytes, name)));
  expect(read.map(({ grids }) => grids.length > 0)).toEqual([true, true, true]);
  expect(console.error).toBe(before);
});
