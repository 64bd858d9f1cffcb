/** The kinds of models of findings, apart from their code: the command line names them long before one is loaded. */
export const CLASSIFIER_NAMES = ['linear', 'neural', 'ensemble', 'bayes'] as const;

export type ClassifierName = (typeof CLASSIFIER_NAMES)[number];

/** How the file of an ensemble calls a model that ships. */
export function shippedMember(name: ClassifierName): string {
  return `jixiao:findings-${name}`;
}
