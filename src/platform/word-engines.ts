/**
 * The native segmentation engines, each with the domain lexicon loaded. Both cut without their HMM for unknown words:
 * measured on the hand-segmented sentences, guessing costs more right words than it finds, and without it both engines
 * cut alike.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../errors.js';
import { type LexiconEntry, parseLexicon } from '../text/lexicon.js';
import { createParting, type PartingData, partingSchema, withSuffixes } from '../text/parting.js';
import { createSegmenter, type Segmenter, type WordEngine } from '../text/segmenter.js';
import { readConfigText } from './config.js';
import { packageRoot } from './root.js';
import type { WordEngineName } from './word-engine-names.js';

export interface SegmenterOptions {
  /** Paths of own lexicons: a term a line, or `term<TAB>frequency<TAB>tag`; they come on top of the shipped one. */
  readonly lexicons?: readonly string[];
}

/**
 * A segmenter with the shipped lexicon and own ones.
 * @throws ConfigError `engine-not-installed` where the engine could not be installed or built on this machine,
 * `lexicon-not-found`, `unreadable` for a lexicon that cannot be read
 * @throws DataError `bad-lexicon-line` with file and line
 */
export async function loadSegmenter(name?: WordEngineName, options?: SegmenterOptions): Promise<Segmenter> {
  return openSegmenter(name, options);
}

/** The same at once, for what is needed in the middle of reading. */
export function openSegmenter(name: WordEngineName = 'jieba-rs', { lexicons = [] }: SegmenterOptions = {}): Segmenter {
  const shipped = join(packageRoot, 'corpora', 'lexicon', 'domain.tsv');
  const entries: LexiconEntry[] = [
    ...parseLexicon(readFileSync(shipped, 'utf8'), shipped),
    ...lexicons.flatMap((file) => parseLexicon(readLexicon(file), file, { own: true })),
  ];
  const rules = loadParting();
  const parting = createParting(rules, new Set(entries.map(({ term }) => term)));
  const joining = (words: readonly string[]) => withSuffixes(words, rules);
  const lines = entries.map(({ term, frequency, tag }) => `${term} ${frequency} ${tag}\n`).join('');
  return createSegmenter(name === 'nodejieba' ? loadNodejieba(lines) : loadJiebaRs(lines), { parting, joining });
}

function readLexicon(file: string): string {
  if (!existsSync(file)) throw new ConfigError('lexicon-not-found', { file });
  return readConfigText(file);
}

function loadParting(): PartingData {
  return partingSchema.parse(JSON.parse(readFileSync(join(packageRoot, 'corpora', 'lexicon', 'parting.json'), 'utf8')));
}

function loadJiebaRs(lines: string): WordEngine {
  // Imported at once, the two CommonJS files now and then arrived without their exports (1 run in 10 on Node 20).
  const require = createRequire(import.meta.url);
  try {
    const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
    const jieba = Jieba.withDict(dict);
    jieba.loadDict(Buffer.from(lines));
    return { name: 'jieba-rs', cut: (text) => jieba.cut(text, false) };
  } catch (cause) {
    throw new ConfigError('engine-not-installed', { data: { engine: 'jieba-rs' }, cause });
  }
}

function loadNodejieba(lines: string): WordEngine {
  // It reads its lexicon from a file only, at once.
  const folder = mkdtempSync(join(tmpdir(), 'jixiao-'));
  const userDict = join(folder, 'lexicon.txt');
  try {
    const require = createRequire(import.meta.url);
    const engine = require('nodejieba') as { load(options: { userDict: string }): void; cut(text: string): string[] };
    writeFileSync(userDict, lines);
    engine.load({ userDict });
    return { name: 'nodejieba', cut: (text) => engine.cut(text) };
  } catch (cause) {
    throw new ConfigError('engine-not-installed', { data: { engine: 'nodejieba' }, cause });
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}
