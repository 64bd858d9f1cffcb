import { expect, it } from 'vitest';
import { SizedMemory } from '../../src/text/sized-memory.js';

it('keeps what has room, and begins anew where there is none', () => {
  const memory = new SizedMemory<number>(6);
  memory.set('甲乙', 1);
  memory.set('甲乙', 2);
  memory.set('丙丁', 3);
  expect([memory.get('甲乙'), memory.get('丙丁')]).toEqual([2, 3]);
  memory.set('一二三四五六七', 4);
  expect([memory.get('一二三四五六七'), memory.get('甲乙')]).toEqual([undefined, 2]);
  memory.set('戊己庚', 5);
  expect([memory.get('甲乙'), memory.get('戊己庚')]).toEqual([undefined, 5]);
});
