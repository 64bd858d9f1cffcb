/** The rules as they stand in the folder, parsed once a test file: an edited YAML needs no build before its tests. */
import { createRuleBook, type RuleBook } from '../../src/lint/rule-book.js';
import { loadNameModel } from '../../src/platform/name-model.js';
import { parseRules } from '../../src/platform/parse-rules.js';
import { type ShippedRules, ruleFiles } from '../../src/platform/rule-files.js';

let parsed: ShippedRules | undefined;
let book: RuleBook | undefined;

export function bundle(): ShippedRules {
  parsed ??= parseRules(ruleFiles());
  return parsed;
}

export function ruleBook(): RuleBook {
  book ??= createRuleBook(bundle(), loadNameModel());
  return book;
}

export function understanding(): RuleBook['understanding'] {
  return ruleBook().understanding;
}
