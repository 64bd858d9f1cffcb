/** Results of a job on their way into bytes. */
import { JixiaoError } from '../errors.js';
import { describeError } from '../report/error-text.js';
import type { AnnotatedCopy, Failure, Job, JobCounts, JobOutcome, Tags } from './types.js';

export const NO_COUNTS: JobCounts = { drafts: 0, rows: 0, errors: 0, warnings: 0, infos: 0 };

/**
 * Lines as bytes from the beginning: as texts they would outlive the nursery of the collector of garbage, which costs a tenth
 * of the processor's time.
 */
class Lines {
  #bytes: Buffer;
  #size = 0;

  /** `room` in bytes for what is expected: growing makes garbage as large as what is kept. */
  constructor(room: number) {
    this.#bytes = Buffer.from(new ArrayBuffer(room));
  }

  add(text: string): void {
    // A UTF-16 unit takes three bytes at most.
    const most = this.#size + text.length * 3 + 1;
    if (most > this.#bytes.length) this.#grow(most);
    this.#size += this.#bytes.write(text, this.#size);
    this.#bytes[this.#size] = LINE_END;
    this.#size += 1;
  }

  bytes(): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, 0, this.#size);
  }

  /** In memory of its own, which can be handed to another thread. */
  #grow(least: number): void {
    const grown = Buffer.from(new ArrayBuffer(Math.max(least, this.#bytes.length * 2)));
    this.#bytes.copy(grown, 0, 0, this.#size);
    this.#bytes = grown;
  }
}

const LINE_END = 10;

/** How much the job before came to: pieces of one file are much alike. */
const before = { lines: 0, facts: 0, problems: 0 };
const ROOM_TO_GROW = 1.25;
/** After a job that was large there may be a thousand small ones. */
const MOST_EXPECTED = 1 << 23;

function roomFor(size: number): number {
  return Math.min(Math.ceil(size * ROOM_TO_GROW), MOST_EXPECTED);
}

export class OutcomeBuilder {
  readonly #lines = new Lines(roomFor(before.lines));
  readonly #facts = new Lines(roomFor(before.facts));
  readonly #problems = new Lines(roomFor(before.problems));
  readonly #failures: Failure[] = [];
  readonly #counts = { ...NO_COUNTS };

  add(result: object, counts: Partial<JobCounts>): void {
    this.#lines.add(JSON.stringify(result));
    for (const name of COUNTED) this.#counts[name] += counts[name] ?? 0;
  }

  fact(fact: object): void {
    this.#facts.add(JSON.stringify(fact));
  }

  /** A row of `LongRows`. */
  problem(row: string): void {
    this.#problems.add(row);
  }

  fail(failure: Failure): void {
    this.#failures.push(failure);
  }

  outcome(copy?: AnnotatedCopy): JobOutcome {
    const [lines, facts, problems] = [this.#lines.bytes(), this.#facts.bytes(), this.#problems.bytes()];
    [before.lines, before.facts, before.problems] = [lines.length, facts.length, problems.length];
    return {
      lines,
      facts,
      problems,
      failures: this.#failures,
      counts: this.#counts,
      ...(copy && { copy }),
    };
  }
}

const COUNTED = Object.keys(NO_COUNTS) as (keyof JobCounts)[];

/** The whole job came to nothing. */
export function failedOutcome(failure: Failure): JobOutcome {
  const none = new Uint8Array();
  return { lines: none, facts: none, problems: none, failures: [failure], counts: NO_COUNTS };
}

/** What is wrong with a file, not with a piece of it. */
const OF_THE_FILE: ReadonlySet<string> = new Set([
  'file-not-found',
  'unreadable',
  'is-directory',
  'outside-root',
  'changed-meanwhile',
  'copy-differs',
]);

/** What is told of an error; the program's own faults as `internal-fault` with the first line of what they say. */
export function failureOf(
  error: unknown,
  { source, part }: Pick<Job, 'source' | 'part'>,
  language: 'zh' | 'en',
): Failure {
  const known =
    error instanceof JixiaoError
      ? error
      : new JixiaoError('internal-fault', { data: { reason: String(error).split('\n')[0] ?? '' } });
  const ofPiece =
    part && known.place.line === undefined && !OF_THE_FILE.has(known.code)
      ? { line: part.firstLine, lastLine: part.lastLine }
      : undefined;
  const { line, sheet, cell } = known.place;
  const lines = { ...(line !== undefined && { line }), ...ofPiece };
  // The file is a field of its own.
  const place = { ...lines, ...(sheet !== undefined && { sheet, ...(cell && { cell }) }) };
  const told = new JixiaoError(known.code, { ...place, file: source, data: known.data });
  return { source, ...lines, code: known.code, message: describeError(told, language) };
}

/** The manifest's fields where the document says nothing of its own. */
export function withTags<T extends object>(result: T, own: Tags, tags: Tags | undefined): T & Tags {
  const unit = own.unit ?? tags?.unit;
  const year = own.year ?? tags?.year;
  const region = tags?.region;
  return {
    ...result,
    ...(unit !== undefined && { unit }),
    ...(year !== undefined && { year }),
    ...(region !== undefined && { region }),
  };
}
