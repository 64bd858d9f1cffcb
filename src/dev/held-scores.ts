/** What models say of parts that they have not seen, by as many threads as there are cores. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Answerer } from '../classify/answer.js';
import type { ClassifierName } from '../classify/classifier-names.js';
import type { ScoredPart } from '../classify/cross-validate.js';
import type { Example } from '../classify/types.js';
import type { HeldScores, HeldTask } from './held-worker.js';

export type Scored = ReadonlyMap<ClassifierName, ReadonlyMap<string, ScoredPart>>;

/**
 * For each task all kinds of models are trained without its parts. The order in which tasks end does not matter.
 * @throws Error where a thread fails
 */
export async function scoreHeld(
  lines: readonly (Example & { readonly part: string })[],
  tasks: readonly HeldTask[],
  names: readonly ClassifierName[],
  tell: (line: string) => void,
): Promise<Scored> {
  const waiting = [...tasks];
  const done: HeldScores[] = [];
  const started = performance.now();
  const workers = Array.from({ length: Math.min(availableParallelism(), tasks.length) }, async () => {
    const worker = new Worker(new URL('./held-worker.js', import.meta.url));
    try {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        done.push(await answerOf(worker, task));
        const minutes = ((performance.now() - started) / 60_000) * ((tasks.length - done.length) / done.length);
        tell(
          `held back ${task.held.join(' ')}: ${done.length} of ${tasks.length}, about ${minutes.toFixed(0)} min left`,
        );
      }
    } finally {
      await worker.terminate();
    }
  });
  await Promise.all(workers);
  return new Map(names.map((name) => [name, byPart(lines, done, name)]));
}

function answerOf(worker: Worker, task: HeldTask): Promise<HeldScores> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => reject(error);
    worker.once('error', failed);
    worker.once('message', (told: HeldScores) => {
      worker.off('error', failed);
      resolve(told);
    });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of Node, not a window
    worker.postMessage(task);
  });
}

function byPart(
  lines: readonly (Example & { readonly part: string })[],
  done: readonly HeldScores[],
  name: ClassifierName,
): Map<string, ScoredPart> {
  const scored = done.flatMap(({ held, scores, categories, details }) => {
    const answerer = new Answerer({ categories, details });
    const texts = lines.filter(({ part }) => held.includes(part));
    return texts.map((example, at) => ({ example, raw: scores[name][at], answerer }));
  });
  const parts = [...new Set(lines.map(({ part }) => part))].toSorted();
  return new Map(parts.map((part) => [part, scored.filter(({ example }) => example.part === part)]));
}
