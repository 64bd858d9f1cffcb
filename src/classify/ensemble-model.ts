/** The saved form of an ensemble: two models as they are saved, and a calibration of its own. */
import { z } from 'zod';
import { ModelError } from '../errors.js';
import { type Calibration, calibrationSchema } from './calibration.js';
import { type LinearModel, parseLinearModel, saveLinearModel } from './linear-model.js';
import { type NeuralModel, parseNeuralModel, saveNeuralModel } from './neural-model.js';

export const ENSEMBLE_FORMAT = 1;

const ensembleModelSchema = z.object({
  model: z.literal('ensemble'),
  version: z.literal(ENSEMBLE_FORMAT),
  calibration: calibrationSchema,
  // In a file a shipped model can stand by its name (`shippedMember`); what reads the file puts the model in its place.
  members: z.object({ linear: z.unknown(), neural: z.unknown() }),
});
export type SavedEnsembleModel = z.output<typeof ensembleModelSchema>;

export interface EnsembleModel {
  readonly calibration: Calibration;
  readonly linear: LinearModel;
  readonly neural: NeuralModel;
}

export function saveEnsembleModel({ calibration, linear, neural }: EnsembleModel): SavedEnsembleModel {
  return {
    model: 'ensemble',
    version: ENSEMBLE_FORMAT,
    calibration,
    members: { linear: saveLinearModel(linear), neural: saveNeuralModel(neural) },
  };
}

/** Throws ModelError `model-version` for another format version and `bad-model` for anything that cannot be used. */
export function parseEnsembleModel(model: unknown): EnsembleModel {
  const version = (model as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number' && version !== ENSEMBLE_FORMAT)
    throw new ModelError('model-version', { data: { version, expected: ENSEMBLE_FORMAT } });
  const parsed = ensembleModelSchema.safeParse(model);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw badModel(issue?.path.join('.') ?? '', issue?.message ?? '');
  }
  const { members, calibration } = parsed.data;
  const linear = parseLinearModel(members.linear);
  const neural = parseNeuralModel(members.neural);
  const classesOf = (
    categories: readonly string[],
    { parents, tags }: LinearModel['details'] | NeuralModel['details'],
  ) => JSON.stringify([categories, parents, tags]);
  if (classesOf(linear.tables.category.classes, linear.details) !== classesOf(neural.categories, neural.details))
    throw badModel('members', 'two models of the same categories and tags');
  return { calibration, linear, neural };
}

function badModel(field: string, problem: string): ModelError {
  return new ModelError('bad-model', { data: { model: 'ensemble', field, problem } });
}
