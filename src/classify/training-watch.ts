/** What a training tells while it runs: how far it is, and how the texts that it held back were judged. */
import type { HeldBack } from './calibrate.js';
import type { Calibration } from './calibration.js';

export interface TrainingWatch {
  /** The share of the whole work that is done, 0 to 1; never falls. */
  readonly progress?: (share: number) => void;
  /** The texts held back and the calibration that was fitted on them. */
  readonly heldBack?: (texts: readonly HeldBack[], calibration: Calibration) => void;
}

/** Shares one progress out among works one after another, each of a known size. */
export class WorkMeter {
  readonly #total: number;
  readonly #tell: (share: number) => void;
  #done = 0;

  constructor(total: number, tell: (share: number) => void = () => undefined) {
    this.#total = Math.max(total, 1);
    this.#tell = tell;
  }

  /** The progress of the next work, to be told as its own share from 0 to 1. */
  next(size: number): (share: number) => void {
    const before = this.#done;
    this.#done += size;
    return (share) => this.#tell(Math.min(1, (before + size * share) / this.#total));
  }
}
