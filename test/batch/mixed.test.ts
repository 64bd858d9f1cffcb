/** The bench of mixed files in a small size: workbooks, Word files, PDFs and tables, some damaged, killed and resumed. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const bench = fileURLToPath(new URL('../bench/batch.mjs', import.meta.url));

it('a batch of all sorts of files tells the damaged ones and no other, and is the same after kills', {
  timeout: 240_000,
}, () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bench, 'mixed', '60', '2'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^60 files in .*, 5 failures$/m);
  expect(stdout).toContain('5 damaged files, 0 of them not told, 0 sound ones told');
  expect(stdout).toMatch(/^\d+ files of results are the same byte for byte$/m);
  expect(status).toBe(0);
});
