/** What only Node can do: files, configuration, what ships with the package. */
export { type Config, loadConfig } from './config.js';
export { isFolder, readInput, writeOutput } from './files.js';
export { type LintSetup, setUpLint } from './lint-setup.js';
export { loadKeywordFinder } from './keywords.js';
export { loadFindingsModel } from './models.js';
export { loadReadingData, loadRuleBook, loadTableData } from './shipped.js';
export { packageVersion } from './version.js';
export { WORD_ENGINES, type WordEngineName } from './word-engine-names.js';
export { loadSegmenter, type SegmenterOptions } from './word-engines.js';
