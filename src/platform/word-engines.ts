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
import { createSegmenter, type Segmenter, type WordEngine } from '../text/segmenter.js';
import { packageRoot } from './root.js';

export const WORD_ENGINES = ['jieba-rs', 'nodejieba'] as const;
export type WordEngineName = (typeof WORD_ENGINES)[number];

/**
 * A segmenter with the shipped lexicon.
 * @throws ConfigError `engine-not-installed` where `nodejieba` was asked for and could not be built on this machine
 */
export async function loadSegmenter(name: WordEngineName = 'jieba-rs'): Promise<Segmenter> {
  const entries = loadLexicon();
  const lines = entries.map(({ term, frequency, tag }) => `${term} ${frequency} ${tag}\n`).join('');
  return createSegmenter(name === 'nodejieba' ? loadNodejieba(lines) : loadJiebaRs(lines));
}

function loadLexicon(): LexiconEntry[] {
  const path = join(packageRoot, 'corpora', 'lexicon', 'domain.tsv');
  return parseLexicon(readFileSync(path, 'utf8'), path);
}

function loadJiebaRs(lines: string): WordEngine {
  // Imported at once, the two CommonJS files now and then arrived without their exports (1 run in 10 on Node 20).
  const require = createRequire(import.meta.url);
  const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
  const { dict } = require('@node-rs/jieba/dict.js') as typeof import('@node-rs/jieba/dict.js');
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(Buffer.from(lines));
  return { name: 'jieba-rs', cut: (text) => jieba.cut(text, false) };
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
