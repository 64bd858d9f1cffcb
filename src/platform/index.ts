/** What only Node can do: files, configuration, what ships with the package. */
export { type Config, loadConfig } from './config.js';
export { type EvaluateOutcome, evaluateFiles, type EvaluateRequest } from './evaluate-files.js';
export { isFolder, readInput, writeOutput } from './files.js';
export { type LintSetup, setUpLint } from './lint-setup.js';
export { loadKeywordFinder } from './keywords.js';
export { type FindingsModel, loadFindingsModel, openFindingsModel } from './models.js';
export { loadReadingData, loadRuleBook, loadTableData } from './shipped.js';
export { loadTaxonomy } from './taxonomy-file.js';
export { trainIntoFolder, type TrainOutcome } from './train-folder.js';
export type { TrainRequest } from './train-settings.js';
export { packageVersion } from './version.js';
export { WORD_ENGINES, type WordEngineName } from './word-engine-names.js';
export { loadSegmenter, type SegmenterOptions } from './word-engines.js';
