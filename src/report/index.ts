/** Results → text or sheets, one pure reporter a format. Knows the public shapes only; never prints. */
export { describeError } from './error-text.js';
export { findingSheets } from './finding-sheets.js';
export { findingsStylish } from './findings-stylish.js';
export { lintSheet, lintComment, LINT_SHEET } from './lint-sheet.js';
export { lintStylish } from './lint-stylish.js';
export { palette, type Palette } from './palette.js';
export { padEnd } from './width.js';
