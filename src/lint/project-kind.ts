/** What kind of project a draft is for, and whom it serves: stated, or judged from its name and goal. */
import {
  PrefixIndex,
  PROJECT_CATEGORIES,
  type ProjectCategory,
  spell,
  type Understanding,
  wordIndex,
} from '../indicators/index.js';
import type { Draft } from '../schema/index.js';
import { compact } from '../text/fold.js';

export interface ProjectKind {
  readonly category: ProjectCategory | undefined;
  /** Stated in the draft, or said by its name without a second reading. */
  readonly isSure: boolean;
}

interface Words {
  readonly categories: readonly { readonly category: ProjectCategory; readonly words: PrefixIndex<true> }[];
  /** What forms call the categories else. */
  readonly names: PrefixIndex<ProjectCategory>;
  readonly served: PrefixIndex<true>;
  readonly notServed: PrefixIndex<true>;
  readonly serving: PrefixIndex<true>;
}

const indexes = new WeakMap<Understanding['data'], Words>();

function wordsOf({ goals }: Understanding['data'], key: Understanding['data']): Words {
  const known = indexes.get(key);
  if (known) return known;
  const words: Words = {
    categories: PROJECT_CATEGORIES.flatMap((category) => {
      const list = goals.categories[category];
      return list ? [{ category, words: wordIndex(list) }] : [];
    }),
    names: new PrefixIndex(
      PROJECT_CATEGORIES.flatMap((category) =>
        (goals.categoryNames[category] ?? []).map((word) => [word, category] as const),
      ),
    ),
    served: wordIndex([...goals.servedPeople, ...goals.servedFirms]),
    notServed: wordIndex(goals.servedNot),
    serving: wordIndex(goals.serveVerbs),
  };
  indexes.set(key, words);
  return words;
}

/** By the stated category, else by the name; where the name says nothing, by the goal, which is not sure. */
export function projectKind({ project }: Draft, { data }: Understanding): ProjectKind {
  const { categories, names } = wordsOf(data, data);
  const said = compact(project.category ?? '');
  const stated = PROJECT_CATEGORIES.find((category) => said.startsWith(category)) ?? names.at(said, 0)?.value;
  if (stated) return { category: stated, isSure: true };
  const named = categories.filter(({ words }) => words.find(project.name));
  if (named.length === 1) return { category: named[0]?.category, isSure: true };
  // 设备采购及安装工程: the last word of the name decides, but not for sure.
  if (named.length > 1) {
    const last = named.toSorted((a, b) => place(project.name, b.words) - place(project.name, a.words))[0];
    return { category: last?.category, isSure: false };
  }
  const goal = (project.goal ?? project.annualGoal ?? '').slice(0, 200);
  const spoken = categories.filter(({ words }) => words.find(goal));
  return { category: spoken.length === 1 ? spoken[0]?.category : undefined, isSure: false };
}

function place(name: string, words: PrefixIndex<true>): number {
  for (let at = name.length - 1; at >= 0; at -= 1) if (words.at(name, at)) return at;
  return -1;
}

const PARTING = '。；;，,';

/** People or firms named as those who are served: 培训学员, 为老年人助餐; not 人民群众生命财产. */
export function serves(text: string, { data }: Understanding): boolean {
  const { served, notServed, serving } = wordsOf(data, data);
  let person = -1;
  let verb = -1;
  spell(text);
  for (let at = 0; at < text.length; ) {
    const not = notServed.here(at);
    if (not) {
      at += not.word.length;
      continue;
    }
    if (PARTING.includes(text[at] as string)) person = verb = -1;
    const who = served.here(at);
    if (who) person = at;
    else if (serving.here(at)) verb = at;
    if (person >= 0 && verb >= 0) return true;
    at += who?.word.length ?? 1;
  }
  return false;
}
