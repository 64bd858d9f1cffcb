/**
 * The numbers by which a draft is compared with others. In loops throughout: a callback made for each of a million drafts is
 * compiled over and over, which takes as long as what it does.
 */
import { compact } from '../../text/fold.js';
import type { LintFact } from '../tasks/lint-facts.js';
import { Hash } from './hash.js';

export class FactKeys {
  readonly #fact: LintFact;
  /** Of the indicators, in the form of `compact`. */
  readonly #names: string[] = [];
  /** The project of the unit. */
  readonly #project: Hash;
  readonly #owner: Hash;

  /** `unit` in the form of `compact`. */
  constructor(fact: LintFact, unit: string) {
    this.#fact = fact;
    for (const [name] of fact.n) this.#names.push(compact(name));
    this.#project = new Hash().add(projectKey(unit, fact.p));
    this.#owner = new Hash(this.#project).add('\n');
  }

  get project(): number {
    return this.#project.value;
  }

  name(index: number): string {
    return this.#names[index] ?? '';
  }

  /** An indicator with its target, whoever has it; undefined without a target. */
  thing(index: number): number | undefined {
    const target = this.#target(index);
    return target === '' ? undefined : new Hash().add(this.name(index)).add('\n').add(target).value;
  }

  /** An indicator of a project of a unit, and its target; undefined where one is blank. */
  aim(index: number): { readonly thing: number; readonly value: number } | undefined {
    const target = this.#target(index);
    if (this.#fact.n[index]?.[0] === '' || target === '') return undefined;
    return { thing: new Hash(this.#owner).add(this.name(index)).value, value: new Hash().add(target).value };
  }

  /** A rule that spoke of such an indicator; `index` is that of the diagnostic. */
  fault(index: number): number {
    const [rule = '', , indicator = -1] = this.#fact.d[index] ?? [];
    return new Hash(this.#owner).add(rule).add('\n').add(this.name(indicator)).value;
  }

  #target(index: number): string {
    return this.#fact.n[index]?.[1] ?? '';
  }
}

/** 2023年绿化养护 and 2024年度绿化养护 are one project of a unit. */
function projectKey(unit: string, project: string): string {
  return `${compact(unit)}\n${compact(project).replace(/(?:19|20)\d\d(?:年度?)?/g, '')}`;
}
