/** A piece of a value, by its place in the folded text. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
