import { DEFAULT_CLASSIFIER } from '../classify/classifier-names.js';
import { UsageError } from '../errors.js';
import { evaluateFiles, type EvaluateOutcome } from '../platform/evaluate-files.js';
import { findingSettings } from '../platform/finding-settings.js';
import { exactly } from '../report/columns.js';
import { evaluationHtml } from '../report/evaluation-html.js';
import { evaluationStylish } from '../report/evaluation-stylish.js';
import { seenText } from '../report/train-text.js';
import { type CommonOptions, coloursFor, emit, naturalNumber, notice, requireFiles } from './options.js';
import { timedProgress } from './progress.js';

interface EvaluateOptions extends CommonOptions {
  readonly model?: string;
  readonly compare?: string;
  readonly leaveOnePartOut?: boolean;
  readonly curve?: boolean;
  readonly seed?: string;
  readonly cues: readonly string[];
  readonly taxonomy?: string;
  readonly config?: string;
}

/** `jixiao evaluate`. */
export async function evaluateCommand(files: readonly string[], options: EvaluateOptions): Promise<void> {
  const paths = requireFiles(files);
  const { leaveOnePartOut, curve, seed, cues, taxonomy } = options;
  const models = await modelsFor(options);
  const progress = timedProgress(options);
  try {
    const outcome = await evaluateFiles({
      files: paths,
      models,
      ...(taxonomy !== undefined && { taxonomy }),
      ...(leaveOnePartOut && { leaveOnePartOut }),
      ...(curve && { curve }),
      ...(seed !== undefined && { seed: naturalNumber(seed, '--seed') }),
      ...(cues.length > 0 && { cues }),
      progress: (share) => progress.at(share),
    });
    progress.end();
    for (const one of outcome.seen) notice(seenText(one, options.lang ?? 'zh'), options);
    emit(await exactly(() => reportOf(outcome, options)), options, paths);
  } finally {
    progress.end();
  }
}

/** @throws UsageError `compare-several` */
async function modelsFor({ model, compare, config }: EvaluateOptions): Promise<readonly string[]> {
  if (compare === undefined) {
    const { model: configured } = await findingSettings(config, process.cwd());
    return [model ?? configured ?? DEFAULT_CLASSIFIER];
  }
  const names = compare.split(/[,，]/).map((name) => name.trim());
  const several = [...(model === undefined ? [] : [model]), ...names].filter((name) => name !== '');
  if (several.length < 2) throw new UsageError('compare-several');
  return [...new Set(several)];
}

function reportOf({ evaluation, taxonomy }: EvaluateOutcome, options: EvaluateOptions): string {
  const language = options.lang ?? 'zh';
  if (options.format === 'json') return `${JSON.stringify(evaluation, null, 2)}\n`;
  if (options.format === 'html') return evaluationHtml(evaluation, { language, taxonomy });
  return evaluationStylish(evaluation, { language, taxonomy, colours: coloursFor(options) });
}
