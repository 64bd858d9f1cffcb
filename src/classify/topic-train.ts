/**
 * One topic for each text, of any set of topics: a linear table and a small net over the same pieces, without the questions that are
 * asked of findings. What it is made of is what models of findings are made of.
 */
import { DataError } from '../errors.js';
import { type LinearDocument, type LinearOptions, trainLinearTable } from './linear-train.js';
import { type NetOptions, trainNet } from './net-train.js';
import { pieceHashes, type PieceRange } from './piece-hashes.js';
import { readPlainly } from './text-reader.js';
import type { TopicModel } from './topic-model.js';
import { WorkMeter } from './training-watch.js';

export interface TopicExample {
  readonly text: string;
  readonly topic: string;
}

export interface TopicOptions {
  readonly pieces: PieceRange;
  readonly linear: LinearOptions;
  readonly net: Omit<NetOptions, 'minDocuments' | 'most'>;
}

const SEED = 20240501;

/** Chosen on 10,000 titles of news beside those that they learn from. */
const DEFAULTS: TopicOptions = {
  pieces: { from: 1, to: 3, edges: true },
  linear: { epochs: 6, rate: 0.2, l2: 1e-5, minDocuments: 2, bayes: 2, most: 60_000, seed: SEED },
  net: { size: 12, epochs: 8, rate: 0.1, dropout: 0.5, seed: SEED },
};

/**
 * Same examples in the same order and same options, same model.
 * @throws DataError `no-examples` without any
 */
export function trainTopics(
  examples: readonly TopicExample[],
  options: Partial<TopicOptions> = {},
  progress?: (share: number) => void,
): TopicModel {
  if (examples.length === 0) throw new DataError('no-examples');
  const { pieces, linear, net } = { ...DEFAULTS, ...options };
  const topics = [...new Set(examples.map(({ topic }) => topic))].toSorted();
  const places = new Map(topics.map((topic, at) => [topic, at]));
  const documents = examples.map(
    ({ text, topic }): LinearDocument => ({
      hashes: pieceHashes(readPlainly(text), pieces),
      target: new Map([[places.get(topic)!, 1]]),
      weight: 1,
    }),
  );
  const meter = new WorkMeter(2, progress);
  const table = trainLinearTable(documents, topics, linear, meter.next(1));
  const { keys, idf } = table;
  const index = new Map(Array.from(keys, (hash, position) => [hash, position]));
  const netOptions = { ...net, minDocuments: linear.minDocuments, most: linear.most };
  const trained = trainNet(documents, topics, netOptions, meter.next(1), { keys, idf, index });
  return { topics, pieces, linear: table, net: trained };
}
