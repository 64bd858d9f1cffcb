/** What stands in the folder of a trained model, written so that nothing is ever half there. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { correctionLine } from '../classify/corrections.js';
import type { LabelledText } from '../classify/labelled.js';
import { UsageError } from '../errors.js';
import { unwritable } from './unwritable.js';

/**
 * Whether a folder can take a model, before minutes are spent on training one.
 * @throws UsageError `folder-is-file`, `output-unwritable`
 */
export function claimFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) throw new UsageError('folder-is-file', { file: folder });
  for (const name of ['model.json', 'card.json']) {
    const one = statSync(join(folder, name), { throwIfNoEntry: false });
    if (one && !one.isFile())
      throw new UsageError('output-unwritable', { file: join(folder, name), data: { reason: 'EISDIR' } });
  }
  let parent = folder;
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent);
  if (!statSync(parent).isDirectory()) throw new UsageError('folder-is-file', { file: parent });
}

/**
 * Puts model and card in their places together: both are whole on the disk before the first is renamed, and where the
 * second cannot be, the first goes back.
 * @throws UsageError `output-unwritable`
 */
export function writeModel(folder: string, model: string, card: string): void {
  const mark = randomBytes(6).toString('hex');
  const places = (['model.json', 'card.json'] as const).map((name) => ({
    target: join(folder, name),
    fresh: join(folder, `.jixiao-${mark}-${name}.tmp`),
    old: join(folder, `.jixiao-${mark}-${name}.old`),
  }));
  guarded(folder, () => {
    mkdirSync(folder, { recursive: true });
    const moved: typeof places = [];
    try {
      places.forEach(({ fresh }, at) => writeFileSync(fresh, at === 0 ? model : card, { flush: true }));
      for (const place of places) {
        if (existsSync(place.target)) copyFileSync(place.target, place.old);
        moved.push(place);
        renameSync(place.fresh, place.target);
      }
    } catch (cause) {
      for (const { target, old } of moved) {
        if (existsSync(old)) renameSync(old, target);
        else rmSync(target, { force: true });
      }
      throw cause;
    } finally {
      for (const { fresh, old } of places) for (const file of [fresh, old]) rmSync(file, { force: true });
    }
  });
}

/**
 * Adds corrections at the end of the local corpus. What was there is never rewritten; where the disk is full the file is as
 * it was.
 * @throws UsageError `output-unwritable`
 */
export function appendCorrections(corpus: string, added: readonly LabelledText[]): void {
  if (added.length === 0) return;
  guarded(corpus, () => {
    mkdirSync(dirname(corpus), { recursive: true });
    const file = openSync(corpus, 'a+');
    try {
      const { size } = fstatSync(file);
      const isOpen = size > 0 && readFileSync(corpus).at(-1) !== 0x0a;
      try {
        const lines = Buffer.from(`${isOpen ? '\n' : ''}${added.map(correctionLine).join('')}`);
        for (let done = 0; done < lines.length; ) done += writeSync(file, lines, done);
        fsyncSync(file);
      } catch (cause) {
        ftruncateSync(file, size);
        throw cause;
      }
    } finally {
      closeSync(file);
    }
  });
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    throw unwritable(file, cause);
  }
}
