/** The shipped table of word weights and the words that say nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelError } from '../errors.js';
import { createKeywordFinder, idfTableSchema, type KeywordFinder } from '../text/keywords.js';
import type { Segmenter } from '../text/segmenter.js';
import { packageRoot } from './root.js';

/** @throws ModelError `bad-model` where the table cannot be used */
export function loadKeywordFinder(segmenter: Segmenter): KeywordFinder {
  const file = join(packageRoot, 'models', 'keywords', 'idf.json');
  try {
    const table = idfTableSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return createKeywordFinder(segmenter, table, loadStopWords());
  } catch (cause) {
    throw new ModelError('bad-model', { file, cause });
  }
}

export function loadStopWords(): ReadonlySet<string> {
  const content = readFileSync(join(packageRoot, 'corpora', 'lexicon', 'stop-words.txt'), 'utf8');
  return new Set(content.split(/\s+/u).filter((word) => word !== ''));
}
