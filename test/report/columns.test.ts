import exactWidth from 'string-width';
import { expect, it } from 'vitest';
import { exactly, stringWidth } from '../../src/report/columns.js';

it('measures every character that it knows by its code as the exact measure does', async () => {
  const texts = Array.from({ length: 0xd800 }, (_, code) => `${String.fromCharCode(code)}字`);
  const unknown = texts.filter((text) => stringWidth(text) !== exactWidth(text));
  expect(texts.length - unknown.length).toBeGreaterThan(20_000);
  const measured = await Promise.all(unknown.map((text) => exactly(() => stringWidth(text))));
  expect(measured).toEqual(unknown.map((text) => exactWidth(text)));
});

it.each(['不低于95%（≥90分）', '🏫 校舍', 'e\u0301tude', '5️⃣项', '一家👨‍👩‍👧三口', '', 'plain', '①—…“年”'])(
  '%s',
  async (text) => {
    expect(await exactly(() => stringWidth(text))).toBe(exactWidth(text));
  },
);
