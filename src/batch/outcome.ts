/** Results of a job on their way into bytes. */
import { JixiaoError } from '../errors.js';
import { describeError } from '../report/error-text.js';
import type { AnnotatedCopy, Failure, Job, JobCounts, JobOutcome, Tags } from './types.js';

export const NO_COUNTS: JobCounts = { drafts: 0, rows: 0, errors: 0, warnings: 0, infos: 0 };

const encoder = new TextEncoder();

export class OutcomeBuilder {
  readonly #lines: string[] = [];
  readonly #facts: string[] = [];
  readonly #failures: Failure[] = [];
  readonly #counts = { ...NO_COUNTS };

  add(result: object, counts: Partial<JobCounts>): void {
    this.#lines.push(JSON.stringify(result));
    for (const name of COUNTED) this.#counts[name] += counts[name] ?? 0;
  }

  fact(fact: object): void {
    this.#facts.push(JSON.stringify(fact));
  }

  fail(failure: Failure): void {
    this.#failures.push(failure);
  }

  outcome(copy?: AnnotatedCopy): JobOutcome {
    const bytes = (lines: string[]) => encoder.encode(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
    return {
      lines: bytes(this.#lines),
      facts: bytes(this.#facts),
      failures: this.#failures,
      counts: this.#counts,
      ...(copy && { copy }),
    };
  }
}

const COUNTED = Object.keys(NO_COUNTS) as (keyof JobCounts)[];

/** The whole job came to nothing. */
export function failedOutcome(failure: Failure): JobOutcome {
  return { lines: new Uint8Array(), facts: new Uint8Array(), failures: [failure], counts: NO_COUNTS };
}

/** What is told of an error; the program's own faults as `internal-fault` with the first line of what they say. */
export function failureOf(error: unknown, { source }: Pick<Job, 'source'>, language: 'zh' | 'en'): Failure {
  const known =
    error instanceof JixiaoError
      ? error
      : new JixiaoError('internal-fault', { data: { reason: String(error).split('\n')[0] ?? '' } });
  const { line, sheet, cell } = known.place;
  // The file is a field of its own.
  const place = { ...(line !== undefined && { line }), ...(sheet !== undefined && { sheet, ...(cell && { cell }) }) };
  const told = new JixiaoError(known.code, { ...place, file: source, data: known.data });
  return { source, ...(line !== undefined && { line }), code: known.code, message: describeError(told, language) };
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
