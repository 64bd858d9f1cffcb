import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, test } from 'vitest';
import { jobName } from '../../../src/batch/queue/names.js';
import { decodeOutcome, encodeOutcome } from '../../../src/batch/queue/payload.js';
import { mostStrikes } from '../../../src/batch/queue/strikes.js';
import { Turns } from '../../../src/batch/queue/turns.js';
import type { Job, JobOutcome } from '../../../src/batch/types.js';

const bytes = fc.uint8Array({ maxLength: 300 });
const outcomes: fc.Arbitrary<JobOutcome> = fc.record({
  lines: bytes,
  facts: bytes,
  problems: bytes,
  failures: fc.array(fc.record({ source: fc.string(), code: fc.string(), message: fc.string() }), { maxLength: 3 }),
  counts: fc.record({ drafts: fc.nat(), rows: fc.nat(), errors: fc.nat(), warnings: fc.nat(), infos: fc.nat() }),
});

function plain({ lines, facts, problems, failures, counts, copy }: JobOutcome): object {
  return {
    lines: [...lines],
    facts: [...facts],
    problems: [...problems],
    failures,
    counts,
    copy: copy && { ...copy, bytes: [...copy.bytes] },
  };
}

describe('outcomes on their way', () => {
  property.prop([outcomes, fc.option(fc.record({ name: fc.string(), bytes }), { nil: undefined })])(
    'come back as they were',
    async (outcome, copy) => {
      const whole: JobOutcome = copy ? { ...outcome, copy } : outcome;
      expect(plain(await decodeOutcome(await encodeOutcome(whole)))).toEqual(plain(whole));
    },
  );

  test('that were cut short are refused', async () => {
    const packed = await encodeOutcome({
      lines: new TextEncoder().encode('{"project":"甲"}\n'.repeat(50)),
      facts: new Uint8Array(),
      problems: new Uint8Array(),
      failures: [],
      counts: { drafts: 50, rows: 50, errors: 0, warnings: 0, infos: 0 },
    });
    for (const cut of [0, 1, 10, packed.length - 1])
      await expect(decodeOutcome(packed.subarray(0, cut))).rejects.toBeInstanceOf(Error);
  });
});

describe('names of jobs', () => {
  const job: Job = { index: 0, source: 'a.csv', path: 'a.csv', sha256: '00', size: 1, kind: 'csv' };

  test('stay when the plan grows before it, and change with the content', () => {
    expect(jobName({ ...job, index: 9 })).toBe(jobName(job));
    expect(jobName({ ...job, sha256: '01' })).not.toBe(jobName(job));
    expect(jobName({ ...job, tags: { unit: '林业局' } })).not.toBe(jobName(job));
  });
});

describe('turns', () => {
  test('one that is alone waits for those that run, and those that come later wait for it', async () => {
    const turns = new Turns();
    const seen: string[] = [];
    const gates = new Map<string, () => void>();
    const take = (name: string, isAlone: boolean): Promise<void> =>
      turns.take(isAlone, async () => {
        seen.push(`+${name}`);
        await new Promise<void>((resolve) => gates.set(name, resolve));
        seen.push(`-${name}`);
      });
    const tick = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
    const all = [take('a', false), take('b', false), take('alone', true), take('c', false)];
    for (const name of ['a', 'b', 'alone', 'c']) {
      await tick();
      gates.get(name)?.();
    }
    await Promise.all(all);
    expect(seen).toEqual(['+a', '+b', '-a', '-b', '+alone', '-alone', '+c', '-c']);
  });
});

describe('workers that may die over one document', () => {
  test('are few where they hardly ever die, and more where they die of themselves', () => {
    expect(mostStrikes(0, 0)).toBe(3);
    expect(mostStrikes(150_000, 10)).toBe(3);
    expect(mostStrikes(720, 120)).toBeGreaterThan(10);
    expect(mostStrikes(10, 10)).toBeLessThanOrEqual(20);
  });
});
