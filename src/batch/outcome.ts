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
  #bytes = Buffer.from(new ArrayBuffer(0));
  #size = 0;

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

export class OutcomeBuilder {
  readonly #lines = new Lines();
  readonly #facts = new Lines();
  readonly #problems = new Lines();
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
    return {
      lines: this.#lines.bytes(),
      facts: this.#facts.bytes(),
      problems: this.#problems.bytes(),
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
