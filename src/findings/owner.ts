/** Whose findings they are. */
export interface Owner {
  readonly project?: string;
  readonly unit?: string;
  /** The year that the findings are about. */
  readonly year?: number;
}
