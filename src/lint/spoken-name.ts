/** Names put into plain words, so that two of them can be laid side by side: synonyms as one, fillers left out. */
import { codeAt } from '../text/code-at.js';
import {
  isDated,
  measureClass,
  type NameReading,
  perName,
  pieceContent,
  plainMeasure,
  type Understanding,
  type Understood,
} from '../indicators/index.js';
import { WordSet } from '../text/word-set.js';

/** What a name says in plain words. */
export interface PlainWords {
  /** Undefined where the class of the whole indicator tells it. */
  readonly family: string | undefined;
  /** In the order of the name. */
  readonly said: WordSet;
  readonly text: string;
  /** The same, synonyms as they are written. */
  readonly raw: string;
  /** Whether it says what is done: 创业补贴, and not 学校. */
  readonly acts: boolean;
}

const WEAK = 0.4;
const ACT = 0.5;
/** A thing of so many characters says which one: 公益赛事. */
const LEAST_THING = 4;
/** Stages that a case or a person passes: those who reach one are not those who reach the next. */
const STAGE =
  /受理|立案|办结|完结|审结|申[报请]|认定|签约|开工|竣工|结业|毕业|就业|获奖|参赛|上线|检查|整改|摸排|调处|调解|维修|新建|改造|清淤|更换|购置|安装|使用|利用|复检|复核|公示|兑现|发放|重复|新增/g;
const SAME_STAGE: Readonly<Record<string, string>> = {
  完结: '办结',
  毕业: '结业',
  兑现: '发放',
};

/** Undefined where the name says too little to be compared. */
export function plainWords(one: Understood, understanding: Understanding): PlainWords | undefined {
  return isDated(one) ? undefined : wordsOfName(one, understanding);
}

const wordsOfName = perName((reading: NameReading, { goals, data }: Understanding): PlainWords | undefined => {
  const plain = plainMeasure({ reading });
  if (!plain) return undefined;
  const words: string[] = [];
  let acts = false;
  for (const { text, weight, generic } of pieceContent({ reading }, plain.text, goals).words) {
    if (generic || weight < WEAK) continue;
    if (weight === ACT) {
      acts = true;
      // 受资助 and 资助.
      const last = words.pop();
      const told = last === undefined ? '' : withoutPassive(last, data.goals.passives);
      if (told !== '') words.push(told);
    }
    words.push(text);
  }
  const said = new WordSet(words);
  const text = said.words.join('');
  if (text.length < 2) return undefined;
  return { family: plain.family, said, text, raw: plain.raw, acts };
});

function withoutPassive(word: string, passives: readonly string[]): string {
  // 棉被 is no passive.
  const lengths = passives.map((passive) =>
    word.endsWith(passive) && (passive.length > 1 || word.length !== 2) ? passive.length : 0,
  );
  return word.slice(0, word.length - Math.max(0, ...lengths));
}

/** Names of two families measure different things. */
export function familyOf(one: Understood, { family }: PlainWords): string {
  return family ?? measureClass(one);
}

/** Nothing but order and synonyms tells them apart. */
export function isSameSpoken(a: PlainWords, b: PlainWords): boolean {
  return a.said.words.length === b.said.words.length && a.said.text === b.said.text;
}

/**
 * One name says all that the other says, in short or with less beside it: 信访办结 and 来信来访办理完结, 灭螺 and
 * 药物灭螺. The last word must be the same: 参训学员 are not 参训学员结业.
 */
export function isShortFor(a: PlainWords, b: PlainWords): boolean {
  // 样本 and 检测样本 of one number: a bare thing may be many, and no more of this kind than of another.
  const short = a.text.length <= b.text.length ? a : b;
  if (a.family === undefined && !short.acts && short.text.length < LEAST_THING) return false;
  return inShort(a.text, b.text) || inShort(a.raw, b.raw);
}

function inShort(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2 || codeAt(short, short.length - 1) !== codeAt(long, long.length - 1)) return false;
  const { length } = long;
  let at = 0;
  for (let index = 0; index < length; index += 1) if (codeAt(long, index) === codeAt(short, at)) at += 1;
  return at === short.length;
}

/** The stages that a name speaks of, but for some, in one order; '' for none. */
export function stagesOf(name: string, but: ReadonlySet<string> = NONE): string {
  const stages = (name.match(STAGE) ?? [])
    .map((stage) => SAME_STAGE[stage] ?? stage)
    .filter((stage) => !but.has(stage));
  return [...new Set(stages)].toSorted().join(' ');
}

const NONE: ReadonlySet<string> = new Set();
