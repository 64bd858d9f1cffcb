/**
 * What keeps the product from working, as opposed to what is wrong in a user's draft (a diagnostic, a value).
 *
 * An error carries a code, the data of its sentence and its place as fields; the sentence itself is made at the edge
 * (`report/error-text`), in the user's language.
 */

/** Where an error stands. Lines and columns count from 1. */
export interface ErrorPlace {
  readonly file?: string;
  readonly line?: number;
  /** Where it is about several lines, the last of them. */
  readonly lastLine?: number;
  readonly column?: number;
  readonly sheet?: string;
  readonly cell?: string;
}

export type ErrorData = Readonly<Record<string, string | number | readonly string[]>>;

export interface ErrorDetails extends ErrorPlace {
  readonly data?: ErrorData;
  readonly cause?: unknown;
}

export class JixiaoError extends Error {
  override readonly name: string = 'JixiaoError';
  readonly code: string;
  readonly place: ErrorPlace;
  readonly data: ErrorData;

  constructor(code: string, { data, cause, ...place }: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify({ ...place, ...data })}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.place = place;
    this.data = data ?? {};
  }
}

/** The command line or a library call was used wrongly. */
export class UsageError extends JixiaoError {
  override readonly name = 'UsageError';
}

/** A configuration file, or a value in it, cannot be used. */
export class ConfigError extends JixiaoError {
  override readonly name = 'ConfigError';
}

/** A user's document cannot be read. */
export class InputError extends JixiaoError {
  override readonly name = 'InputError';
}

/** Rule data, lexicons or corpora that ship with the product (or replace them) are faulty. */
export class DataError extends JixiaoError {
  override readonly name = 'DataError';
}

/** A model file cannot be used. */
export class ModelError extends JixiaoError {
  override readonly name = 'ModelError';
}
