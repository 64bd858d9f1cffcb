/** Whole documents of many kinds against findings listed by hand; how they came about: test/fixtures/findings/README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, describe, it } from 'vitest';
import type { Grid } from '../../src/documents/model.js';
import { readDocument } from '../../src/documents/read-document.js';
import { findFindings } from '../../src/findings/review.js';
import { loadFindingsModel } from '../../src/platform/models.js';
import { loadReadingData } from '../../src/platform/shipped.js';
import { f1Of, parseGold, scoreFindings, scoreKinds, scorePairs } from './gold.js';

const folder = new URL('../fixtures/findings/', import.meta.url);
const data = await loadReadingData();
const classifier = await loadFindingsModel();

describe.each([
  ['tuned', 0.97],
  ['held-out', 0.97],
  ['apart', 0.97],
])('documents %s', (part, floor) => {
  const own = new URL(`${part}/`, folder);
  const files = readdirSync(own).filter((file) => !file.endsWith('.gold'));

  it.each(files)('%s: what a reader finds, of the right kind, and true offsets', async (file) => {
    const document = await readDocument(readFileSync(new URL(file, own)), file);
    const found = findFindings(document, data, { classifier });
    const gold = parseGold(readFileSync(new URL(file.replace(/\.[^.]*$/, '.gold'), own), 'utf8'));
    const score = scoreFindings(found, gold);
    expect(f1Of(score)).toBeGreaterThanOrEqual(floor);
    expect(f1Of(scoreKinds(found, gold))).toBeGreaterThanOrEqual(0.98);
    for (const { location, start, end, text } of found) {
      const original = location.cell === undefined ? (document.text ?? '') : cellText(document.grids, location.cell);
      expect(original.slice(start, start + 1)).toBe(text.slice(0, 1));
      expect(original.slice(end - 1, end)).toBe(text.slice(-1));
    }
  });

  it('pairs problems with suggestions, F1 ≥ 0.85', async () => {
    let [right, all] = [0, 0];
    for (const file of files) {
      const document = await readDocument(readFileSync(new URL(file, own)), file);
      const gold = parseGold(readFileSync(new URL(file.replace(/\.[^.]*$/, '.gold'), own), 'utf8'));
      const score = scorePairs(findFindings(document, data, { classifier }), gold);
      right += score.right;
      all += score.found + score.wanted;
    }
    expect((2 * right) / all).toBeGreaterThanOrEqual(0.85);
  });
});

function cellText([grid]: readonly Grid[], cell: string): string {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
  const row = grid?.rowNumbers?.indexOf(Number(digits)) ?? Number(digits) - 1;
  return grid?.rows[row]?.[letters.charCodeAt(0) - 65] ?? '';
}
