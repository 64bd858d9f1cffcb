/** Words as the command line and the configuration file ask for them. */
import { dirname, resolve } from 'node:path';
import { ConfigError } from '../errors.js';
import { loadConfig } from '../platform/config.js';
import { loadKeywordFinder } from '../platform/keywords.js';
import type { WordEngineName } from '../platform/word-engine-names.js';
import { loadSegmenter } from '../platform/word-engines.js';
import { describeError } from '../report/error-text.js';
import type { KeywordFinder } from '../text/keywords.js';
import type { Segmenter } from '../text/segmenter.js';
import { type CommonOptions, notice } from './options.js';

export interface WordOptions {
  readonly config?: string;
  readonly engine?: WordEngineName;
  /** Paths of own lexicons, relative to the working folder. */
  readonly lexicon?: readonly string[];
}

/** The command line wins over the file; own lexicons of both are used. Paths in the file are relative to it. */
export async function segmenterFor({ config: path, engine, lexicon = [] }: WordOptions): Promise<Segmenter> {
  const { words, file } = await loadConfig(path, process.cwd());
  const fromFile = (words?.lexicon ?? []).map((one) => resolve(dirname(file ?? ''), one));
  const lexicons = [...fromFile, ...lexicon.map((one) => resolve(one))];
  return loadSegmenter(engine ?? words?.engine, { lexicons });
}

/**
 * For a summary that can do without: undefined, with a notice, where no word engine is installed on this machine and none
 * was asked for by name.
 */
export async function keywordFinderFor(options: WordOptions & CommonOptions): Promise<KeywordFinder | undefined> {
  try {
    return loadKeywordFinder(await segmenterFor(options));
  } catch (error) {
    if (!(error instanceof ConfigError) || error.code !== 'engine-not-installed' || options.engine !== undefined)
      throw error;
    notice(describeError(error, options.lang ?? 'zh'), options);
    return undefined;
  }
}
