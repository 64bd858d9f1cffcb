/** TF-IDF weights of the sample library, by `natural`; made when the rules are compiled, so that linting loads no `natural`. */
import { createRequire } from 'node:module';
import type { LibraryData, Sample } from '../lint/library-data.js';
import { bigrams } from '../text/similarity.js';

interface TfIdf {
  addDocument(tokens: readonly string[]): void;
  idf(term: string): number;
}

export function indexLibrary(samples: readonly Sample[]): LibraryData {
  const { TfIdf } = createRequire(import.meta.url)('natural/lib/natural/tfidf') as { TfIdf: new () => TfIdf };
  const table = new TfIdf();
  const terms = new Set<string>();
  for (const { name, about } of samples) {
    const tokens = [...bigrams([name, ...about].join('，'))];
    table.addDocument(tokens);
    for (const token of tokens) terms.add(token);
  }
  const rounded = (weight: number) => Math.round(weight * 100) / 100;
  const known = Object.fromEntries([...terms].toSorted().map((term) => [term, rounded(table.idf(term))]));
  // A term of one document; one that was never seen tells no less.
  return { samples, weights: { known, unseen: rounded(1 + Math.log(Math.max(2, samples.length) / 2)) } };
}
