/** Counts by a key, with a bound on the number of keys. */
import type { BatchGroup } from '../../schema/index.js';

export class Groups {
  readonly #groups = new Map<string, { shown: string; drafts: number; rows: number; counts: Record<string, number> }>();
  readonly #names: readonly string[];
  readonly #most: number;
  isFull = false;

  /** `names` are those of the counts; every group has them all. */
  constructor(names: readonly string[], most = 100_000) {
    this.#names = names;
    this.#most = most;
  }

  get size(): number {
    return this.#groups.size;
  }

  /** `shown` is how the key is shown; of several spellings the first. */
  add(key: string, drafts: number, rows: number, counts: Readonly<Record<string, number>>, shown = key): void {
    let group = this.#groups.get(key);
    if (!group) {
      if (this.#groups.size >= this.#most) {
        this.isFull = true;
        return;
      }
      group = { shown, drafts: 0, rows: 0, counts: Object.fromEntries(this.#names.map((name) => [name, 0])) };
      this.#groups.set(key, group);
    }
    group.drafts += drafts;
    group.rows += rows;
    for (const name of this.#names) {
      const count = counts[name];
      if (count) group.counts[name] = (group.counts[name] ?? 0) + count;
    }
  }

  /** The largest first, by the first count, then the next; equal ones by key. */
  all(): BatchGroup[] {
    const list = [...this.#groups.values()].map(({ shown, ...group }) => ({ key: shown, ...group }));
    return list.sort((a, b) => {
      for (const name of this.#names) {
        const difference = (b.counts[name] ?? 0) - (a.counts[name] ?? 0);
        if (difference !== 0) return difference;
      }
      return b.rows - a.rows || (a.key < b.key ? -1 : 1);
    });
  }
}
