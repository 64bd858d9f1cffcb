/** List numbers of Word: they are no text of the paragraph, but the reader of the page sees them, and lists go by them. */
import { formatNumber } from './number-formats.js';

export interface ListLevel {
  start: number;
  format: string;
  /** `（%1）`: the number of level 1 between brackets. */
  text: string;
  /** Numbers of higher levels are shown in Arabic figures. */
  legal: boolean;
  /** The level, counted from 1, after which this one begins anew; 0: never. */
  restart: number | undefined;
  /** The paragraph style that stands on this level. */
  style: string | undefined;
}

export interface ListInstance {
  readonly abstract: string;
  readonly starts: Map<number, number>;
}

const LEVELS = 9;

export class Numbering {
  readonly #lists: ReadonlyMap<string, ListInstance>;
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>;
  /** Per abstract list the number reached on each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Levels of list instances that have begun anew already. */
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, ListInstance>, levels: ReadonlyMap<string, ReadonlyMap<number, ListLevel>>) {
    this.#lists = lists;
    this.#levels = levels;
  }

  /** The level of a list that a paragraph style stands on. */
  levelOf(list: string, style: string | undefined): number | undefined {
    if (style === undefined) return undefined;
    const levels = this.#levels.get(this.#lists.get(list)?.abstract ?? '');
    return [...(levels ?? [])].find(([, level]) => level.style === style)?.[0];
  }

  /** The label of the next paragraph of a list; '' where it has none. */
  next(list: string, level: number): string {
    const instance = this.#lists.get(list);
    const levels = this.#levels.get(instance?.abstract ?? '');
    const own = levels?.get(level);
    if (!instance || !levels || !own) return '';
    const counts = this.#counts.get(instance.abstract) ?? [];
    this.#counts.set(instance.abstract, counts);
    const override = instance.starts.get(level);
    const key = `${list} ${level}`;
    if (override !== undefined && !this.#begun.has(key)) counts[level] = undefined;
    this.#begun.add(key);
    counts[level] = (counts[level] ?? (override ?? own.start) - 1) + 1;
    for (let below = level + 1; below < LEVELS; below += 1) {
      const restart = levels.get(below)?.restart;
      if (restart === undefined || (restart > 0 && level < restart)) counts[below] = undefined;
    }
    if (own.format === 'bullet') return own.text === '' ? '' : '●';
    return own.text.replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = own.legal && at < level ? 'decimal' : (levels.get(at)?.format ?? 'decimal');
      return formatNumber(counts[at] ?? levels.get(at)?.start ?? 1, format);
    });
  }
}
