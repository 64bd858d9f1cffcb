/**
 * What is done, in two files that only grow: the bytes of results, and one line a job that says where they are. The line is
 * written after the bytes, so that whatever moment a process is killed at, a line that is whole speaks of bytes that are
 * there; a torn last line is cut off, and bytes of which no line speaks are passed over. Checksums tell what a loss of power
 * has spoilt.
 */
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fdatasync,
  fstatSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Failure, Job, JobCounts, JobOutcome, Journal, KeptOutcome } from './types.js';

interface Entry {
  readonly key: string;
  /** Where its bytes are: results, facts, then rows of the list of problems. */
  readonly at: number;
  readonly lines: number;
  readonly facts: number;
  readonly problems: number;
  readonly crc: number;
  readonly failures: readonly Failure[];
  readonly counts: JobCounts;
}

/** Failures that say more of the machine than of the document: another run tries again. */
export const PASSING: ReadonlySet<string> = new Set([
  'timeout',
  'out-of-memory',
  'worker-crashed',
  'changed-meanwhile',
  'copy-differs',
  'file-not-found',
  'unreadable',
]);
/** Power may fail; a process that is killed loses nothing that was written. */
const SYNC_EVERY_MS = 5000;
const ROOM_TO_GROW = 1.25;

export class FileJournal implements Journal {
  readonly #fingerprint: string;
  readonly #entries = new Map<string, Entry>();
  readonly #bytes: number;
  readonly #log: number;
  #end: number;
  /** What was read last. New room for every job would make the collector of garbage go over all memory for each. */
  #room = new Uint8Array();
  #synced = Date.now();

  /** Opens the journal of a folder, or begins it. Work that was done under another fingerprint is not known. */
  constructor(folder: string, fingerprint: string) {
    this.#fingerprint = fingerprint;
    const log = join(folder, 'journal.jsonl');
    this.#bytes = openSync(join(folder, 'results.bin'), 'a+');
    this.#end = fstatSync(this.#bytes).size;
    const before = existsSync(log) ? readFileSync(log) : Buffer.alloc(0);
    const whole = before.lastIndexOf(10) + 1;
    for (const line of before.toString('utf8', 0, whole).split('\n')) this.#know(line);
    this.#log = openSync(log, 'a');
    ftruncateSync(this.#log, whole);
  }

  /** How many jobs are known to be done. */
  get size(): number {
    return this.#entries.size;
  }

  has(job: Job): boolean {
    return this.#entries.has(this.#key(job));
  }

  keep(job: Job, { lines, facts, problems, failures, counts }: JobOutcome): boolean {
    const key = this.#key(job);
    if (this.#entries.has(key)) return false;
    const at = this.#end;
    this.#append(lines);
    this.#append(facts);
    this.#append(problems);
    const crc = checksum([lines, facts, problems]);
    const sizes = { lines: lines.length, facts: facts.length, problems: problems.length };
    const entry: Entry = { key, at, ...sizes, crc, failures, counts };
    writeWhole(this.#log, Buffer.from(`${JSON.stringify(entry)}\n`));
    this.#entries.set(key, entry);
    this.#sync();
    return true;
  }

  outcome(job: Job): KeptOutcome | undefined {
    const entry = this.#entries.get(this.#key(job));
    if (!entry) return undefined;
    const { at, lines, facts, problems, failures, counts } = entry;
    return {
      failures,
      counts,
      lines: () => this.#look(at, lines),
      facts: () => this.#look(at + lines, facts),
      problems: () => this.#read(at + lines + facts, new Uint8Array(problems)),
    };
  }

  close(): void {
    closeSync(this.#bytes);
    closeSync(this.#log);
  }

  /** The same work has the same key, wherever it stands in the plan. */
  #key({ source, entry, part, sha256, tags }: Job): string {
    const parts = JSON.stringify([this.#fingerprint, source, entry, part, sha256, tags]);
    return createHash('sha256').update(parts).digest('base64url');
  }

  #know(line: string): void {
    const entry = parsed(line);
    if (!entry || entry.failures.some(({ code }) => PASSING.has(code))) return;
    const size = entry.lines + entry.facts + entry.problems;
    if (entry.at + size > this.#end || checksum([this.#look(entry.at, size)]) !== entry.crc) return;
    if (!this.#entries.has(entry.key)) this.#entries.set(entry.key, entry);
  }

  #append(bytes: Uint8Array): void {
    writeWhole(this.#bytes, bytes);
    this.#end += bytes.length;
  }

  /** Bytes that stay as they are until the next are looked at. */
  #look(at: number, size: number): Uint8Array {
    if (this.#room.length < size) this.#room = new Uint8Array(Math.ceil(size * ROOM_TO_GROW));
    return this.#read(at, this.#room.subarray(0, size));
  }

  #read(at: number, bytes: Uint8Array): Uint8Array {
    for (let read = 0; read < bytes.length; ) {
      const more = readSync(this.#bytes, bytes, read, bytes.length - read, at + read);
      if (more === 0) break;
      read += more;
    }
    return bytes;
  }

  #sync(): void {
    const now = Date.now();
    if (now - this.#synced < SYNC_EVERY_MS) return;
    this.#synced = now;
    // The line must not reach the disk before its bytes; checksums tell if it does.
    for (const file of [this.#bytes, this.#log]) fdatasync(file, () => undefined);
  }
}

/** Of all bytes, one behind the other. */
function checksum(parts: readonly Uint8Array[]): number {
  // Of no bytes at all zlib makes 0, whatever was before.
  return parts.reduce((sum, bytes) => (bytes.length === 0 ? sum : crc32(bytes, sum)), 0);
}

function parsed(line: string): Entry | undefined {
  try {
    const entry = JSON.parse(line) as Entry | null;
    return typeof entry?.key === 'string' && Array.isArray(entry.failures) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}
