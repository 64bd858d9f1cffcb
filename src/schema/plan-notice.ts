/**
 * What a user may not have meant in the inputs of a batch: a folder with the results of another one, or a link to a folder, was
 * passed over, a link leads nowhere, a pattern fits nothing; or a manifest has a column that means nothing, or names a file that
 * is not there, or names it twice.
 */
export interface PlanNotice {
  readonly code:
    | 'results-folder'
    | 'linked-folder'
    | 'dangling'
    | 'pattern-idle'
    | 'manifest-column'
    | 'manifest-missing'
    | 'manifest-twice';
  /** The folder, the pattern, the column or the file. */
  readonly about: string;
  readonly manifest?: string;
  /** Of the manifest, from 1. */
  readonly line?: number;
}
