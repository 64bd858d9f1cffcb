/** List numbers of Word: they are no text of the paragraph, but the reader of the page sees them, and lists go by them. */
import type { Attributes, XmlHandler } from '../xml-events.js';
import { formatNumber } from './number-formats.js';

interface Level {
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

interface ListInstance {
  readonly abstract: string;
  readonly starts: Map<number, number>;
}

const LEVELS = 9;

export class Numbering {
  readonly #lists: ReadonlyMap<string, ListInstance>;
  readonly #levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** Per abstract list the number reached on each level. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Levels of list instances that have begun anew already. */
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, ListInstance>, levels: ReadonlyMap<string, ReadonlyMap<number, Level>>) {
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

export function readNumbering(read: (handler: XmlHandler) => void): Numbering {
  const lists = new Map<string, ListInstance>();
  const levels = new Map<string, Map<number, Level>>();
  /** Lists that take their levels from a list style. */
  const styleLinks = new Map<string, string>();
  const namedStyles = new Map<string, string>();
  let abstract = '';
  let list: string | undefined;
  let level: Level | undefined;
  let overridden = 0;
  const openLevel = (attributes: Attributes): void => {
    level = { start: 1, format: 'decimal', text: '', legal: false, restart: undefined, style: undefined };
    // A level inside an instance takes the place of the abstract one; few files have it, and all lists then look alike.
    levels.get(abstract)?.set(Number(attributes.ilvl ?? 0), level);
  };
  const open = (name: string, attributes: Attributes): void => {
    const { val = '' } = attributes;
    if (name === 'abstractNum') {
      abstract = attributes.abstractNumId ?? '';
      levels.set(abstract, new Map());
    } else if (name === 'styleLink') namedStyles.set(val, abstract);
    else if (name === 'numStyleLink') styleLinks.set(abstract, val);
    else if (name === 'lvl') openLevel(attributes);
    else if (name === 'num') list = attributes.numId ?? '';
    else if (name === 'abstractNumId' && list !== undefined) {
      lists.set(list, { abstract: val, starts: new Map() });
      abstract = val;
    } else if (name === 'lvlOverride') overridden = Number(attributes.ilvl ?? 0);
    else if (name === 'startOverride') lists.get(list ?? '')?.starts.set(overridden, Number(val));
    else if (level) fillLevel(level, name, val);
  };
  read({
    open,
    close: (name) => {
      if (name === 'lvl') level = undefined;
    },
    text: () => undefined,
  });
  for (const [from, style] of styleLinks) {
    const target = levels.get(namedStyles.get(style) ?? '');
    if (target) levels.set(from, target);
  }
  return new Numbering(lists, levels);
}

function fillLevel(level: Level, name: string, value: string): void {
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt') level.format = value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'isLgl') level.legal = !/^(?:0|false)$/.test(value);
  else if (name === 'lvlRestart') level.restart = Number(value);
  else if (name === 'pStyle') level.style = value;
}
