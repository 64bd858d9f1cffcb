/** What only Node can do: files, configuration, what ships with the package. */
export { type Config, loadConfig } from './config.js';
export { isFolder, readInput, writeOutput } from './files.js';
export { type LintSetup, setUpLint } from './lint-setup.js';
export { loadFindingsModel } from './models.js';
export { loadReadingData, loadRuleBook, loadTableData } from './shipped.js';
export { packageVersion } from './version.js';
export { loadSegmenter, WORD_ENGINES, type WordEngineName } from './word-engines.js';
