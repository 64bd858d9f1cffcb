/** What ships with the package, loaded when first asked for and once. */
import type { TableData } from '../documents/table-data.js';
import type { ReadingData } from '../findings/reading-data.js';
import { createRuleBook, type RuleBook } from '../lint/rule-book.js';
import { loadKindModel } from './kind-model.js';
import { loadNameModel } from './name-model.js';
import { readCompiled, ruleFiles, type ShippedRules } from './rule-files.js';

let bundle: Promise<ShippedRules> | undefined;
let reading: ReadingData | undefined;
let book: Promise<RuleBook> | undefined;

function loadBundle(): Promise<ShippedRules> {
  bundle ??= (async () => {
    const files = ruleFiles();
    return readCompiled(files) ?? (await import('./parse-rules.js')).parseRules(files);
  })();
  return bundle;
}

/**
 * The rules that ship with the package.
 * @throws DataError where a file under `rules/` is faulty, with file, line and column
 */
export function loadRuleBook(): Promise<RuleBook> {
  book ??= loadBundle().then((rules) => createRuleBook(rules, loadNameModel()));
  return book;
}

/** Header words by which tables of indicators are read. */
export async function loadTableData(): Promise<TableData> {
  return ((await loadBundle()).reading as { tables: TableData }).tables;
}

/** Header and heading words by which problems and suggestions are found, and the small model of kinds. */
export async function loadReadingData(): Promise<ReadingData> {
  const { findings } = (await loadBundle()).reading as { findings: ReadingData };
  const model = loadKindModel();
  const { titleWords } = await import('./title-words.js');
  reading ??= { ...findings, ...(model && { kindModel: model }), words: titleWords };
  return reading;
}
