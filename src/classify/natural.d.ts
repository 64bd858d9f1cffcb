/**
 * `natural` types only its root, which loads four database drivers and reads `.env` (540 ms, 119 MB). This is the part of
 * the deep module that we use.
 */
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    constructor(stemmer?: undefined, smoothing?: number);
    readonly classifier: {
      /** Label → feature number → count + smoothing. */
      readonly classFeatures: Record<string, Record<string, number>>;
      readonly smoothing: number;
    };
    addDocument(tokens: string[], label: string): void;
    /** A dense list of 0 and 1, or a sparse object whose values are feature numbers. */
    textToFeatures(tokens: string[]): number[] | Record<number, number>;
    train(): void;
  }
}
