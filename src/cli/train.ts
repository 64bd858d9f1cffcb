import { UsageError } from '../errors.js';
import type { ClassifierName } from '../classify/create.js';
import { findingSettings } from '../platform/finding-settings.js';
import { trainIntoFolder } from '../platform/train-folder.js';
import { trainingText } from '../report/train-text.js';
import { type CommonOptions, naturalNumber, notice } from './options.js';
import { timedProgress } from './progress.js';

interface TrainOptions extends CommonOptions {
  readonly model?: ClassifierName;
  readonly taxonomy?: string;
  readonly cues: readonly string[];
  readonly seed?: string;
  readonly withShipped?: boolean;
  readonly corrections?: string;
  readonly config?: string;
}

/** `jixiao train`. */
export async function trainCommand(files: readonly string[], options: TrainOptions): Promise<void> {
  const { output, model, taxonomy, cues, seed, withShipped, corrections, config } = options;
  const language = options.lang ?? 'zh';
  if (output === undefined) throw new UsageError('train-output-needed');
  const { corpus } = await findingSettings(config, process.cwd());
  const progress = timedProgress(options);
  try {
    const outcome = await trainIntoFolder({
      files,
      folder: output,
      ...(model && { model }),
      ...(taxonomy !== undefined && { taxonomy }),
      ...(cues.length > 0 && { cues }),
      ...(seed !== undefined && { seed: naturalNumber(seed, '--seed') }),
      ...(withShipped && { withShipped }),
      ...(corrections !== undefined && { corrections }),
      ...(corpus !== undefined && { corpus }),
      progress: (share) => progress.at(share),
    });
    progress.end();
    for (const line of trainingText(outcome, language, outcome.taxonomy)) notice(line, options);
  } finally {
    progress.end();
  }
}
