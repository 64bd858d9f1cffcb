/**
 * Outcomes on their way through Redis: compressed, in pieces of a list that is removed when it has been read and expires
 * when nobody reads it. They are too large for what a queue keeps of a job, and are gone as soon as they are collected.
 */
import { deflate, inflate } from 'node:zlib';
import { promisify } from 'node:util';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import type { JobOutcome } from '../types.js';
import { times } from './names.js';

const packed = promisify(deflate);
const unpacked = promisify(inflate);

/** Redis does one thing at a time: no piece keeps it for long. */
const PIECE = 256 * 1024;
/** Bytes of one outcome, compressed. */
const MOST_BYTES = 128 * 1024 * 1024;
/** Results of JSON shrink to a tenth at any level; the fastest will do. */
const LEVEL = 1;

const headSchema = z.object({
  lines: z.number(),
  facts: z.number(),
  problems: z.number(),
  copy: z.string().optional(),
  failures: z.array(
    z.object({
      source: z.string(),
      line: z.number().optional(),
      lastLine: z.number().optional(),
      code: z.string(),
      message: z.string(),
    }),
  ),
  counts: z.object({
    drafts: z.number(),
    rows: z.number(),
    errors: z.number(),
    warnings: z.number(),
    infos: z.number(),
  }),
});

/** Four bytes of length, a head in JSON, then results, facts, rows of problems and the marked copy; all of it compressed. */
export async function encodeOutcome({
  lines,
  facts,
  problems,
  failures,
  counts,
  copy,
}: JobOutcome): Promise<Uint8Array> {
  const sizes = { lines: lines.length, facts: facts.length, problems: problems.length };
  const head = Buffer.from(JSON.stringify({ ...sizes, failures, counts, ...(copy && { copy: copy.name }) }));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(head.length);
  const whole = Buffer.concat([size, head, lines, facts, problems, ...(copy ? [copy.bytes] : [])]);
  return packed(whole, { level: LEVEL });
}

/** Throws where the bytes are not whole. */
export async function decodeOutcome(bytes: Uint8Array): Promise<JobOutcome> {
  const whole = await unpacked(bytes);
  const start = 4 + whole.readUInt32LE(0);
  const head = headSchema.parse(JSON.parse(whole.toString('utf8', 4, start)));
  const facts = start + head.lines;
  const problems = facts + head.facts;
  const end = problems + head.problems;
  return {
    lines: whole.subarray(start, facts),
    facts: whole.subarray(facts, problems),
    problems: whole.subarray(problems, end),
    failures: head.failures as JobOutcome['failures'],
    counts: head.counts,
    ...(head.copy !== undefined && { copy: { name: head.copy, bytes: whole.subarray(end) } }),
  };
}

/** What a finished job says of its outcome. */
export const receiptSchema = z.object({ key: z.string(), pieces: z.number(), failed: z.boolean() });
export type Receipt = z.infer<typeof receiptSchema>;

/** Undefined where the outcome is larger than Redis should hold. */
export async function putOutcome(redis: Redis, key: string, outcome: JobOutcome): Promise<Receipt | undefined> {
  const bytes = await encodeOutcome(outcome);
  if (bytes.length > MOST_BYTES) return undefined;
  let pieces = 0;
  for (let at = 0; at < bytes.length; at += PIECE) {
    const piece = Buffer.from(bytes.subarray(at, at + PIECE));
    const answers = await redis.pipeline().rpush(key, piece).pexpire(key, times.keep).exec();
    const refused = answers?.find(([error]) => error)?.[0];
    if (refused) throw refused;
    pieces += 1;
  }
  return { key, pieces, failed: outcome.failures.length > 0 };
}

/** Undefined where it has expired, or a Redis that was restarted has lost some of it: the job is to be done again. */
export async function readOutcome(redis: Redis, { key, pieces }: Receipt): Promise<JobOutcome | undefined> {
  const parts: Buffer[] = [];
  for (let index = 0; index < pieces; index += 1) {
    const part = await redis.lindexBuffer(key, index);
    if (part === null) return undefined;
    parts.push(part);
  }
  try {
    return await decodeOutcome(Buffer.concat(parts));
  } catch {
    return undefined;
  }
}
