import exactWidth from 'string-width';
import { expect, it } from 'vitest';
import { exactly, stringWidth } from '../../src/report/columns.js';

it('measures every character that it knows by its code as the exact measure does', async () => {
  const known: string[] = [];
  for (let code = 0; code < 0xd800; code += 1) {
    const character = String.fromCharCode(code);
    if (stringWidth(`${character}字`) === exactWidth(`${character}字`)) known.push(character);
    else expect(await exactly(() => stringWidth(`${character}字`))).toBe(exactWidth(`${character}字`));
  }
  expect(known.length).toBeGreaterThan(20_000);
});

it.each(['不低于95%（≥90分）', '🏫 校舍', 'e\u0301tude', '5️⃣项', '一家👨‍👩‍👧三口', '', 'plain', '①—…“年”'])(
  '%s',
  async (text) => {
    expect(await exactly(() => stringWidth(text))).toBe(exactWidth(text));
  },
);
