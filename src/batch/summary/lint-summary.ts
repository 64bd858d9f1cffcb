/** Facts of drafts → what the summary says of them. Two passes over the facts: to count, and to fill in the texts that are shown. */
import type { z } from 'zod';
import type { BatchSummary, copiedSchema, repeatedSchema, unchangedSchema } from '../../schema/index.js';
import { compact } from '../../text/fold.js';
import type { LintFact } from '../tasks/lint-facts.js';
import type { Job } from '../types.js';
import { FactKeys } from './fact-keys.js';
import { FormLists } from './form-lists.js';
import { Groups } from './groups.js';
import { Shared, withEarlier, Yearly, yearKey } from './recurring.js';
import { type Listed, NO_LISTS, SHOWN, type TaskSummary } from './task-summary.js';

const COUNTS = ['errors', 'warnings', 'infos'] as const;
const NAMES: Readonly<Record<string, (typeof COUNTS)[number]>> = { e: 'errors', w: 'warnings', i: 'infos' };
/** What more than this share of the units says, and more than this number, is common usage or a form that was handed out. */
const COMMON_SHARE = 0.1;
const COMMON_LEAST = 5;
/** How many of its units are named with an indicator. */
const SOME = 5;

type Copied = z.output<typeof copiedSchema>;

export class LintSummary implements TaskSummary<LintFact> {
  readonly names = COUNTS;
  readonly #rules = new Groups(COUNTS);
  readonly #units = new Groups(COUNTS);
  readonly #years = new Groups(COUNTS);
  readonly #regions = new Groups(COUNTS);
  readonly #files = new Groups(COUNTS, 500_000);
  readonly #unitNumbers = new Map<string, number>();
  readonly #shared = new Shared();
  readonly #targets = new Yearly(SHOWN);
  readonly #faults = new Yearly(SHOWN);
  readonly #forms = new FormLists();
  readonly #earlierTargets = new Map<number, string>();
  readonly #earlierFaults = new Map<number, string>();
  #wanted:
    | { copied: Map<number, Copied>; unchanged: Map<number, Unchanged>; repeated: Map<number, Repeated> }
    | undefined;
  #copies = 0;
  #most = 0;
  #waived = 0;
  #withoutUnit = 0;

  count({ path }: Job, fact: LintFact): void {
    const { u = '', y, g = '', n, d, w = 0 } = fact;
    this.#waived += w;
    const counts = { errors: 0, warnings: 0, infos: 0 };
    const spoke = new Set<string>();
    for (const [rule, letter] of d) {
      const name = NAMES[letter] ?? 'infos';
      counts[name] += 1;
      this.#rules.add(rule, spoke.has(rule) ? 0 : 1, 1, { [name]: 1 });
      spoke.add(rule);
    }
    const unit = compact(u);
    this.#units.add(unit, 1, n.length, counts, u);
    this.#years.add(y === undefined ? '' : String(y), 1, n.length, counts);
    if (g !== '') this.#regions.add(compact(g), 1, n.length, counts, g);
    this.#files.add(path, 1, n.length, counts);
    const keys = new FactKeys(fact, unit);
    this.#forms.count(fact, keys, unit);
    if (unit === '') this.#withoutUnit += 1;
    else this.#recur(fact, keys, unit);
  }

  /** Whose draft it is must be known, or nothing is copied from anybody. */
  #recur({ n, d, y }: LintFact, keys: FactKeys, unit: string): void {
    const number = this.#unitNumbers.get(unit) ?? this.#unitNumbers.size;
    this.#unitNumbers.set(unit, number);
    for (let index = 0; index < n.length; index += 1) {
      const thing = n[index]?.[2] === 1 ? undefined : keys.thing(index);
      if (thing !== undefined) this.#shared.add(thing, number, y ?? 0);
    }
    if (y === undefined) return;
    for (let index = 0; index < n.length; index += 1) {
      const aim = keys.aim(index);
      if (aim) this.#targets.add(aim.thing, y, aim.value);
    }
    for (let index = 0; index < d.length; index += 1) this.#faults.add(keys.fault(index), y, 1);
  }

  choose(): void {
    const most = Math.max(COMMON_LEAST, Math.floor(this.#unitNumbers.size * COMMON_SHARE));
    this.#most = most;
    const list = this.#shared.list(most);
    this.#copies = list.length;
    const copied = new Map<number, Copied>();
    for (const { thing, ...rest } of list.slice(0, SHOWN))
      copied.set(thing, { name: '', target: '', ...rest, someUnits: [], someSources: [] });
    this.#wanted = { copied, unchanged: new Map(), repeated: new Map() };
  }

  show({ source }: Job, fact: LintFact): void {
    const { u: unit, y: year, p: project, n, d } = fact;
    this.#forms.show(source, fact);
    if (!this.#wanted || unit === undefined) return;
    const { copied, unchanged, repeated } = this.#wanted;
    const keys = new FactKeys(fact, compact(unit));
    for (let index = 0; index < n.length; index += 1) {
      const one = copied.get(keys.thing(index) ?? Number.NaN);
      if (!one) continue;
      [one.name, one.target] = shownOf(n[index]);
      if (one.someUnits.length < SOME && !one.someUnits.some((known) => compact(known) === compact(unit))) {
        one.someUnits.push(unit);
        if (!one.someSources.includes(source)) one.someSources.push(source);
      }
    }
    if (year === undefined) return;
    for (let index = 0; index < n.length; index += 1) {
      const aim = keys.aim(index);
      if (!aim) continue;
      const [key, next] = [yearKey(aim.thing, year), yearKey(aim.thing, year + 1)];
      if (this.#targets.found.has(next) && !this.#earlierTargets.has(next)) this.#earlierTargets.set(next, source);
      if (!this.#targets.found.has(key) || unchanged.has(key)) continue;
      const [name, target] = shownOf(n[index]);
      unchanged.set(key, { unit, project, name, target, year, source, before: '' });
    }
    for (let index = 0; index < d.length; index += 1) {
      const thing = keys.fault(index);
      const [key, next] = [yearKey(thing, year), yearKey(thing, year + 1)];
      if (this.#faults.found.has(next) && !this.#earlierFaults.has(next)) this.#earlierFaults.set(next, source);
      if (!this.#faults.found.has(key) || repeated.has(key)) continue;
      const [subject = '', , indicator = -1] = d[index] ?? [];
      repeated.set(key, { unit, project, year, subject, text: n[indicator]?.[0] ?? '', source, before: '' });
    }
  }

  isShown(): boolean {
    if (!this.#wanted) return true;
    const { copied, unchanged, repeated } = this.#wanted;
    const isFull = ({ units, someUnits }: Copied): boolean => someUnits.length === Math.min(units, SOME);
    return (
      this.#forms.isShown() &&
      unchanged.size === this.#targets.found.size &&
      this.#earlierTargets.size === this.#targets.found.size &&
      repeated.size === this.#faults.found.size &&
      this.#earlierFaults.size === this.#faults.found.size &&
      [...copied.values()].every(isFull)
    );
  }

  lists(): Listed {
    const {
      copied = [],
      unchanged = new Map<number, Unchanged>(),
      repeated = new Map<number, Repeated>(),
    } = this.#wanted ?? {};
    return {
      ...NO_LISTS,
      byRule: this.#rules.all(),
      byUnit: { total: this.#units.size, items: this.#units.all() },
      byYear: this.#years.all().sort((a, b) => (a.key < b.key ? 1 : -1)),
      byRegion: { total: this.#regions.size, items: this.#regions.all() },
      worstFiles: {
        total: this.#files.size,
        items: this.#files.all().map(({ key, rows, counts }) => ({ source: key, rows, counts })),
      },
      copied: {
        total: this.#copies,
        items: [...copied.values()],
        most: this.#most,
        leftOut: this.#shared.size - this.#copies,
      },
      unchanged: { total: this.#targets.total, items: withEarlier(unchanged, this.#earlierTargets) },
      repeated: { total: this.#faults.total, items: withEarlier(repeated, this.#earlierFaults) },
      ...this.#forms.lists(),
      capped: this.#capped(),
      waived: this.#waived,
      withoutUnit: this.#withoutUnit,
    };
  }

  #capped(): BatchSummary['capped'] {
    const full = {
      byUnit: this.#units.isFull,
      byRegion: this.#regions.isFull,
      worstFiles: this.#files.isFull,
      copied: this.#shared.isFull,
      alike: this.#forms.isAlikeFull,
      twice: this.#forms.isTwiceFull,
      unchanged: this.#targets.isFull,
      repeated: this.#faults.isFull,
    };
    return (Object.keys(full) as (keyof typeof full)[]).filter((name) => full[name]);
  }
}

type Unchanged = z.output<typeof unchangedSchema>;
type Repeated = z.output<typeof repeatedSchema>;

/** Name and target as they are shown. */
function shownOf([name = '', target = '', , shown = target]: LintFact['n'][number] | readonly [] = []): [
  string,
  string,
] {
  return [name, shown];
}
