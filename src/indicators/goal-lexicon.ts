/** The words that goals are read with, in one index: a word may play several parts. */
import type { IndicatorData } from './knowledge.js';
import { PrefixIndex, wordIndex } from './lookup.js';

export interface GoalWord {
  /** Opens a task: 开展, 购置. */
  readonly task: boolean;
  /** Speaks of going on with something: 推进, 加强. */
  readonly push: boolean;
  readonly effect: boolean;
  /** An effect only where nothing is counted: 确保. */
  readonly weakEffect: boolean;
  readonly adverb: boolean;
  readonly generic: boolean;
  /** Says nothing of what is meant. */
  readonly empty: boolean;
  /** What stands for the word in comparisons; synonyms share it. */
  readonly as: string | undefined;
  /** How much the word tells in comparisons, 1 being an ordinary noun. */
  readonly weight: number | undefined;
}

/** A word that plays no part. */
const NO_PART: GoalWord = {
  task: false,
  push: false,
  effect: false,
  weakEffect: false,
  adverb: false,
  generic: false,
  empty: false,
  as: undefined,
  weight: undefined,
};

/** The word lists, each ready to be asked. */
export class GoalIndexes {
  readonly lexicon: PrefixIndex<GoalWord>;
  readonly outputAspects: PrefixIndex<true>;
  readonly definite: PrefixIndex<true>;
  readonly approximate: PrefixIndex<true>;
  /** What stands before a number that is no target. */
  readonly aside: PrefixIndex<true>;
  /** Makes a whole piece tell of scope or means. */
  readonly backgrounds: PrefixIndex<true>;
  readonly people: PrefixIndex<true>;
  readonly purposes: PrefixIndex<true>;
  readonly deliverVerbs: PrefixIndex<true>;
  readonly dutyVerbs: PrefixIndex<true>;
  readonly dutyClosings: PrefixIndex<true>;
  readonly dutyHeads: PrefixIndex<true>;
  /** What could stand in any goal. */
  readonly slogans: PrefixIndex<true>;
  readonly wishes: {
    readonly manners: PrefixIndex<true>;
    readonly framed: PrefixIndex<true>;
    readonly pushed: PrefixIndex<true>;
    readonly bettered: PrefixIndex<true>;
  };

  constructor(goals: IndicatorData['goals']) {
    this.lexicon = lexiconOf(goals);
    this.outputAspects = wordIndex(goals.outputAspects);
    this.definite = wordIndex(goals.definite);
    this.approximate = wordIndex(goals.approximate);
    this.aside = wordIndex(goals.baseline);
    this.backgrounds = wordIndex(goals.backgrounds);
    this.people = wordIndex(goals.servedPeople);
    this.purposes = wordIndex(goals.purposes);
    this.deliverVerbs = wordIndex(goals.deliverVerbs);
    this.dutyVerbs = wordIndex(goals.dutyVerbs);
    this.dutyClosings = wordIndex(goals.dutyClosings);
    this.dutyHeads = wordIndex(goals.dutyHeads);
    this.slogans = wordIndex(goals.slogans);
    const { manners, framed, pushed, bettered } = goals.wishes;
    this.wishes = {
      manners: wordIndex(manners),
      framed: wordIndex(framed),
      pushed: wordIndex(pushed),
      bettered: wordIndex(bettered),
    };
  }
}

const ACT_WEIGHT = 0.5;
const WEAK_WEIGHT = 0.35;

function lexiconOf(goals: IndicatorData['goals']): PrefixIndex<GoalWord> {
  const words = new Map<string, GoalWord>();
  const mark = (list: readonly string[], part: Partial<GoalWord>) => {
    for (const word of list) words.set(word, { ...(words.get(word) ?? NO_PART), ...part });
  };
  mark(goals.genericNouns, { generic: true, weight: WEAK_WEIGHT });
  mark(goals.weakNouns, { weight: WEAK_WEIGHT });
  for (const group of goals.synonyms) for (const word of group) mark([word], { as: group[0], weight: 1 });
  for (const group of goals.acts)
    for (const word of group) mark([word], { task: true, as: group[0], weight: ACT_WEIGHT });
  mark(goals.weakEffects, { weakEffect: true });
  mark(goals.effectNouns, { effect: true });
  mark(goals.effectVerbs, { effect: true, empty: true });
  mark(goals.effectAdverbs, { adverb: true, empty: true });
  mark(goals.pushVerbs, { push: true, empty: true });
  mark(goals.lightVerbs, { task: true, empty: true });
  mark(goals.stopWords, { empty: true });
  mark(goals.wholeWords, {});
  return new PrefixIndex(words);
}
