/** The runner of a task, with all that it needs loaded once. */
import type { JobRunner, TaskSpec } from './types.js';

/** @throws ConfigError, ModelError where a file that the task names cannot be used */
export async function createRunner(spec: TaskSpec): Promise<JobRunner> {
  switch (spec.task) {
    case 'lint':
      return (await import('./tasks/lint.js')).lintRunner(spec);
    case 'review':
      return (await import('./tasks/review.js')).reviewRunner(spec);
    default:
      return (await import('./tasks/classify.js')).classifyRunner(spec);
  }
}
