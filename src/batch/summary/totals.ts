export interface Totals {
  files: number;
  failures: number;
  drafts: number;
  rows: number;
  errors: number;
  warnings: number;
  infos: number;
}
