/**
 * Satisfaction of those who use one thing, asked twice: once they are named by what they do (来电人, 就餐学生), once by what they
 * use (群众对热线服务).
 */
import { z } from 'zod';
import { PrefixIndex, type Understood, wordIndex } from '../indicators/index.js';
import { textMark } from '../text/word-set.js';
import { alike } from './alike.js';
import { valueKey } from './value-key.js';

const words = z.array(z.string().min(1));

export const usersSchema = z
  .strictObject({
    /** What users do, and what they do it with. */
    uses: z.array(z.strictObject({ act: z.string().min(1), of: words })),
    /** Words for them that say nothing of who they are. */
    anyone: words,
    /** 服务 of 热线服务: no side of it in particular. */
    services: words,
    /** 师生: who are among them. */
    among: z.record(z.string(), words),
  })
  .transform(({ uses, anyone, services, among }) => ({
    acts: wordIndex(uses.map(({ act }) => act)),
    things: new PrefixIndex(uses.flatMap(({ act, of }) => of.map((thing) => [thing, act] as const))),
    anyone: new Set(anyone),
    services: new Set(services),
    among: new Map(Object.entries(among).map(([all, some]) => [all, new Set(some)])),
  }));

export type Users = z.output<typeof usersSchema>;

interface User {
  readonly act: string;
  /** '' for anyone who does it. */
  readonly who: string;
  /** Whether the thing that they use is named. */
  readonly named: boolean;
}

type Pair = [earlier: Understood, later: Understood];

export function sameUsers(satisfied: readonly Understood[], users: Users): Pair[] {
  // The words are the rule's, which options may change: nothing is kept with the name.
  const known = new Map(satisfied.length < 2 ? [] : satisfied.map((one) => [one, userOf(one, users)]));
  const groups = alike(
    satisfied,
    (one) => {
      const user = known.get(one);
      return user ? textMark(user.act) : 0;
    },
    (one) => {
      const value = valueKey(one);
      return value === undefined ? undefined : `${known.get(one)?.act} ${value} ${one.indicator.level2}`;
    },
  );
  return groups.flatMap((group) =>
    group.flatMap((later, index): Pair[] => {
      const before = group.slice(Math.max(0, index - MOST_COMPARED), index);
      const earlier = before.find((one) => areSame(known.get(one), known.get(later), users));
      return earlier ? [[earlier, later]] : [];
    }),
  );
}

const MOST_COMPARED = 4;
/** 参观青少年, 就餐老年人: more than that is no plain word for people. */
const LONGEST_WHO = 4;
/** 对象 is one word. */
const ABOUT = /^(?<people>.+?)对(?!象)(?<thing>.+?)的?$/;

function userOf({ measure: { object } }: Understood, users: Users): User | undefined {
  const { people = object, thing } = ABOUT.exec(object)?.groups ?? {};
  const used = thing === undefined ? undefined : useOf(thing, users);
  const act = users.acts.at(people, 0)?.word;
  if (act === undefined) return used !== undefined && users.anyone.has(people) ? userBy(used, '', true) : undefined;
  // 来电人对接通速度的满意度 looks at one side of it.
  if (thing !== undefined && used !== act) return undefined;
  const who = people.slice(act.length).replace(/^的|的$/g, '');
  if (users.anyone.has(who)) return userBy(act, '', thing !== undefined);
  return who.length > 1 && who.length <= LONGEST_WHO ? userBy(act, who, thing !== undefined) : undefined;
}

function userBy(act: string, who: string, named: boolean): User {
  return { act, who, named };
}

/** What is done with a thing, where nothing but the thing is named: 热线服务, 巡展活动. */
function useOf(thing: string, { things, services }: Users): string | undefined {
  const hit = things.find(thing);
  if (!hit) return undefined;
  const behind = thing.slice(hit.start + hit.word.length);
  return behind === '' || services.has(behind) ? hit.value : undefined;
}

/** 群众对机关食堂 and 群众对社区食堂: of two that are named each may be another one. */
function areSame(a: User | undefined, b: User | undefined, { among }: Users): boolean {
  if (!a || !b || (a.named && b.named)) return false;
  return a.who === b.who || among.get(a.who)?.has(b.who) === true || among.get(b.who)?.has(a.who) === true;
}
