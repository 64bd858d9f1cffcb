/** Whatever is left on the disk when a process dies, a journal tells nothing but what was done. */
import { appendFileSync, copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileJournal } from '../../src/batch/journal.js';
import { NO_COUNTS } from '../../src/batch/outcome.js';
import type { Job, JobOutcome } from '../../src/batch/types.js';
import { scratch } from '../support/cli.js';

const job = (index: number): Job => ({
  index,
  source: `${index}.csv`,
  path: `${index}.csv`,
  sha256: String(index).repeat(64),
  size: 10,
  kind: 'csv',
});
const outcome = (index: number): JobOutcome => ({
  lines: Buffer.from(`{"结果":${index}}\n`.repeat(index + 1)),
  facts: Buffer.from(`{"f":${index}}\n`),
  // Many documents have no problems.
  problems: index === 1 ? new Uint8Array() : Buffer.from(`<row>${index}</row>\n`),
  failures: index === 2 ? [{ source: '2.csv', code: 'no-table', message: '没有表' }] : [],
  counts: { ...NO_COUNTS, rows: index },
});
const COUNT = 4;

function written(): string {
  const folder = scratch();
  const journal = new FileJournal(folder, 'print');
  for (let index = 0; index < COUNT; index += 1) journal.keep(job(index), outcome(index));
  journal.close();
  return folder;
}

/** How many it knows; each of them must be what was written. */
function known(folder: string, print = 'print'): number {
  const journal = new FileJournal(folder, print);
  let count = 0;
  for (let index = 0; index < COUNT; index += 1) {
    const kept = journal.outcome(job(index));
    if (!kept) continue;
    count += 1;
    const { lines, facts, problems, failures, counts } = outcome(index);
    expect(Buffer.from(kept.lines())).toEqual(lines);
    expect(Buffer.from(kept.facts())).toEqual(facts);
    expect(Buffer.from(kept.problems())).toEqual(Buffer.from(problems));
    expect([kept.failures, kept.counts]).toEqual([failures, counts]);
  }
  journal.close();
  return count;
}

function copyOf(folder: string): string {
  const copy = scratch();
  for (const name of ['journal.jsonl', 'results.bin']) copyFileSync(join(folder, name), join(copy, name));
  return copy;
}

describe('a journal', () => {
  it('knows what was done, and nothing of work under another fingerprint or on other content', () => {
    const folder = written();
    expect(known(folder)).toBe(COUNT);
    expect(known(folder, 'other')).toBe(0);
    const journal = new FileJournal(folder, 'print');
    expect(journal.has({ ...job(1), sha256: 'f'.repeat(64) })).toBe(false);
    expect(journal.has({ ...job(1), source: 'renamed.csv' })).toBe(false);
    expect(journal.has({ ...job(1), tags: { unit: '甲局' } })).toBe(false);
    expect(journal.has({ ...job(1), index: 77 })).toBe(true);
    journal.close();
  });

  it('keeps the first outcome of a job, whoever sends another', () => {
    const folder = written();
    const journal = new FileJournal(folder, 'print');
    expect(journal.keep(job(1), outcome(3))).toBe(false);
    journal.close();
    expect(known(folder)).toBe(COUNT);
  });

  it('is sound wherever its last line is torn, and goes on from there', () => {
    const folder = written();
    const whole = readFileSync(join(folder, 'journal.jsonl'));
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1);
    for (let size = 0; size <= whole.length; size += 1) {
      const torn = copyOf(folder);
      truncateSync(join(torn, 'journal.jsonl'), size);
      const done = ends.filter((end) => end <= size).length;
      expect(known(torn)).toBe(done);
      const journal = new FileJournal(torn, 'print');
      for (let index = 0; index < COUNT; index += 1) journal.keep(job(index), outcome(index));
      journal.close();
      expect(known(torn)).toBe(COUNT);
    }
  });

  it('does not believe lines whose bytes are missing, spoilt or of nobody', () => {
    const folder = written();
    const size = readFileSync(join(folder, 'results.bin')).length;
    for (let less = 1; less < size; less += 7) {
      const short = copyOf(folder);
      truncateSync(join(short, 'results.bin'), size - less);
      expect(known(short)).toBeLessThan(COUNT);
    }
    const spoilt = copyOf(folder);
    const bytes = readFileSync(join(spoilt, 'results.bin'));
    bytes.fill(0, size - 5);
    writeFileSync(join(spoilt, 'results.bin'), bytes);
    expect(known(spoilt)).toBe(COUNT - 1);
    const longer = copyOf(folder);
    appendFileSync(join(longer, 'results.bin'), 'bytes of which no line speaks');
    appendFileSync(join(longer, 'journal.jsonl'), '\0\0\0\n{"key":5}\nnull\n');
    expect(known(longer)).toBe(COUNT);
  });

  it('tries again what failed for want of time or memory, not what cannot be read', () => {
    const folder = scratch();
    const journal = new FileJournal(folder, 'print');
    const failed = (index: number, code: string) =>
      journal.keep(job(index), {
        ...outcome(0),
        lines: new Uint8Array(),
        failures: [{ source: 'x', code, message: '' }],
      });
    failed(0, 'timeout');
    failed(1, 'damaged');
    expect(journal.has(job(0))).toBe(true);
    journal.close();
    const next = new FileJournal(folder, 'print');
    expect([next.has(job(0)), next.has(job(1))]).toEqual([false, true]);
    next.close();
  });
});
