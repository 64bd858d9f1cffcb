/** The kinds of models of findings, apart from their code: the command line names them long before one is loaded. */
export const CLASSIFIER_NAMES = ['linear', 'neural', 'ensemble', 'bayes'] as const;

export type ClassifierName = (typeof CLASSIFIER_NAMES)[number];

/** The best when each part of the corpus is left out in turn (docs/models.md). */
export const DEFAULT_CLASSIFIER: ClassifierName = 'ensemble';

/** How the file of an ensemble calls a model that ships. */
export function shippedMember(name: ClassifierName): string {
  return `jixiao:findings-${name}`;
}
