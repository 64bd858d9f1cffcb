/** Jobs side by side, or one alone. */

/**
 * A job under which a worker died is run alone from then on: if it does it again, it takes no other with it. Whoever waits
 * for the only place goes before those that come later.
 */
export class Turns {
  #running = 0;
  #isAlone = false;
  readonly #waiting: { readonly isAlone: boolean; readonly start: () => void }[] = [];

  async take<T>(isAlone: boolean, work: () => Promise<T>): Promise<T> {
    await new Promise<void>((start) => {
      this.#waiting.push({ isAlone, start });
      this.#next();
    });
    try {
      return await work();
    } finally {
      this.#running -= 1;
      this.#isAlone = false;
      this.#next();
    }
  }

  #next(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#isAlone || (first.isAlone && this.#running > 0)) return;
      this.#waiting.shift();
      this.#running += 1;
      this.#isAlone = first.isAlone;
      first.start();
    }
  }
}
