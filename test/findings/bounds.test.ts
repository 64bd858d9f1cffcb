/** Texts that are longer than any report: refused in one line, or read in time. */
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/documents/read-document.js';
import { findFindings } from '../../src/findings/review.js';
import { loadReadingData } from '../../src/platform/shipped.js';
import { createSegmenter } from '../../src/text/segmenter.js';

const reading = await loadReadingData();
const findingsOf = async (text: string, name: string) =>
  findFindings(await readDocument(new TextEncoder().encode(text), name), reading);

describe('a text', () => {
  it.each([
    ['of too many paragraphs', '一、存在问题\n'.repeat(60_001), 'a.txt'],
    ['of one endless line', '存在问题：'.repeat(600_001), 'a.txt'],
    ['in one endless cell', `项目,存在问题\n甲,${'支出滞后。'.repeat(600_001)}\n`, 'a.csv'],
  ])('%s is refused', async (_, text, name) => {
    await expect(findingsOf(text, name)).rejects.toThrowError(
      expect.objectContaining({ code: 'text-too-long', place: { file: name } }),
    );
  });

  it('of very many words is cut', () => {
    const text = '支出进度滞后'.repeat(50_000);
    const words = createSegmenter({ name: 'characters', cut: (all) => Array.from(all) }).words(text);
    expect(words.join('')).toBe(text);
  });
});

it('a list of very many problems and measures is paired by place', async () => {
  const numbered = (text: string) =>
    Array.from({ length: 900 }, (_, at) => `${at + 1}.第${at + 1}处${text}。`).join('\n');
  const found = await findingsOf(
    `一、存在问题\n${numbered('支出滞后')}\n二、工作建议\n${numbered('加快支出')}\n`,
    'a.txt',
  );
  const problem = found.find(({ text }) => text.startsWith('第800处支出'));
  const answers = found.filter(({ id }) => problem?.pairedWith.includes(id)).map(({ text }) => text);
  expect(answers).toContain('第800处加快支出。');
});
