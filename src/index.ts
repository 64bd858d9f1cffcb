/** The library: what runs in Node, in a worker and in a browser alike. Files and shipped data: `jixiao/node`. */
export type { Classification, Classifier } from './classify/types.js';
export { createClassifier } from './classify/create.js';
export { readDrafts, type SourcedDraft } from './documents/drafts.js';
export type { SourceDocument } from './documents/model.js';
export { readDocument } from './documents/read-document.js';
export { annotateWorkbook, type CellMark } from './documents/xlsx/annotate.js';
export { buildWorkbook } from './documents/xlsx/build.js';
export { ConfigError, DataError, InputError, JixiaoError, ModelError, UsageError } from './errors.js';
export { labelFindings, reviewResult } from './findings/label.js';
export { findFindings, splitFindings } from './findings/review.js';
export { type Language, lintDraft, Linter, type LintOptions } from './lint/lint-draft.js';
export { lintResult } from './lint/result.js';
export { createRuleBook, type RuleBook, type RuleBundle } from './lint/rule-book.js';
export type { LintSettings } from './lint/settings.js';
export * from './schema/index.js';
export { createSegmenter, type Segmenter, type WordEngine } from './text/segmenter.js';
