import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from '../../src/text/base64.js';

test.prop([fc.uint8Array()])('is what Node makes of the same bytes, there and back', (bytes) => {
  const text = toBase64(bytes);
  expect(text).toBe(Buffer.from(bytes).toString('base64'));
  expect(fromBase64(text)).toEqual(bytes);
});

it.each(['A', 'AB*=', 'AB==C', '资产资产'])('%j is none', (text) => {
  expect(fromBase64(text)).toBeUndefined();
});
