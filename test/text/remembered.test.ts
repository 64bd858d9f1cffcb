import { expect, it } from 'vitest';
import { Remembered } from '../../src/text/remembered.js';

it('keeps a text from its second time on', () => {
  const memory = new Remembered<number>();
  memory.offer('资金使用率', 1);
  expect(memory.get('资金使用率')).toBeUndefined();
  memory.offer('资金使用率', 1);
  expect(memory.get('资金使用率')).toBe(1);
});

it('gives up what is not asked for, and keeps what is, however many come in between', () => {
  const memory = new Remembered<number>();
  const keep = (text: string, value: number) => {
    memory.offer(text, value);
    memory.offer(text, value);
  };
  keep('常用', 1);
  keep('少用', 2);
  for (let index = 0; index < 20_000; index += 1) {
    keep(`第${String(index)}个名称`, index);
    expect(memory.get('常用')).toBe(1);
  }
  expect(memory.get('少用')).toBeUndefined();
  expect(memory.get('第1个名称')).toBeUndefined();
  expect(memory.get('第19999个名称')).toBe(19_999);
});

it('has no room for a paragraph', () => {
  const memory = new Remembered<number>();
  const text = '长'.repeat(500);
  memory.offer(text, 1);
  memory.offer(text, 1);
  expect(memory.get(text)).toBeUndefined();
});
