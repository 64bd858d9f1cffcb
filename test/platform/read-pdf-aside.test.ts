/** PDFs are read in a process of their own, so that one which never ends costs itself alone. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damaged, randomFrom } from '../../src/dev/damage.js';
import { readDocument as readHere } from '../../src/documents/read-document.js';
import { readDocument } from '../../src/platform/read-document.js';
import { fixturePath } from '../support/documents.js';

const whole = readFileSync(fixturePath('formats/draft.pdf'));

/** pdf.js goes round without end in a font of it, where no thread can be stopped. */
function endless(): Uint8Array {
  const random = randomFrom(17_115);
  random();
  return damaged(whole, random);
}

describe('a PDF', () => {
  it('is read as it is without a process of its own', async () => {
    expect(await readDocument(whole, 'a.pdf')).toEqual(await readHere(whole, 'a.pdf'));
  });

  it('that never ends is given up with its page, and the ones behind it are read', async () => {
    const [stuck, next] = await Promise.allSettled([readDocument(endless(), 'a.pdf'), readDocument(whole, 'b.pdf')]);
    expect(stuck).toMatchObject({ status: 'rejected', reason: { code: 'pdf-too-slow', data: { page: 1 } } });
    expect(next).toMatchObject({ status: 'fulfilled', value: { source: 'b.pdf' } });
  });

  it.each([
    ['damaged', whole.subarray(0, 3000), 'damaged'],
    ['that is blank', new TextEncoder().encode(blankPage()), 'empty-document'],
    ['that is a picture', new TextEncoder().encode(picture()), 'scanned-pdf'],
  ])('%s is told as the library tells it', async (_, bytes, code) => {
    await expect(readDocument(bytes, 'a.pdf')).rejects.toThrowError(
      expect.objectContaining({ name: 'InputError', code, place: { file: 'a.pdf' } }),
    );
  });
});

function blankPage(): string {
  const page = '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj';
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ${page} trailer<</Root 1 0 R>>`;
}

function picture(): string {
  const page = '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>endobj';
  const content = 'q 90 0 0 90 5 5 cm BI /W 8 /H 1 /BPC 1 /CS /G ID \u0055 EI Q';
  const stream = `4 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`;
  return `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ${page} ${stream} trailer<</Root 1 0 R>>`;
}
