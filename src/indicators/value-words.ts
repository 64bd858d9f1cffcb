/** Values without numbers: is it a wish, or a standard that can be checked? */
import { compact } from '../text/fold.js';
import type { IndicatorData } from './knowledge.js';
import { wordIndex } from './lookup.js';

const BECOMES =
  /^(?:得到|有了?(?![机轨线色声氧偿限期源证效]|制度|专人|专账|合同|记录|台账|经费|管护|明确|协议|档案))[\p{Script=Han}]{2,6}$(?<!认定|批复|批准|表彰|表扬|批示|验收|认证|授权|命名)|(?:新|上|大)(?:台阶|局面|篇章|格局|气象|面貌|突破|进展|成效)$/u;

const PARTS =
  /^(?:(?![取获])[\p{Script=Han}]得[\p{Script=Han}]{1,2}|早[\p{Script=Han}]{1,2}[、，,;；]?早[\p{Script=Han}]{1,2})(?:[、，,;；](?:(?![取获])[\p{Script=Han}]得|早)[\p{Script=Han}]{1,2})*$/u;
const MORE = /(?:(?<!变)更加?|愈加?|越来越)(?!新|换|替|正|名|改|年)[\p{Script=Han}]{1,2}$/u;

/** 四个 counts, and 村村响 says of how many; 百花齐放 does neither. */
const BARE =
  /^(?!([一-龥])\1)(?!.*[一二两三四五六七八九十百千万](?:[个次场期家户人名件套台年月日天项处座所里公米吨亩元条篇份册级等倍成遍轮批届类种岁度季周班车船点站村镇乡县十百千万余多几]|$))[\p{Script=Han}]{1,6}$/u;

/** At the head of a clause, or behind what brings it about. */
const EACH_ONE =
  /(?:^|[，,、；;实行建立])(?:每[\p{Script=Han}]一[\p{Script=Han}]|每?一[\p{Script=Han}]一[\p{Script=Han}])/u;

const SHORTEST_PRAISE = 4;

/** 小事不出村、大事不出镇: clauses made after one another, which say of everything at once how it ought to be. */
function isBalanced([first = '', ...others]: readonly string[]): boolean {
  if (first.length < SHORTEST_PRAISE || !ONLY_HAN.test(first) || !GENERAL.test(first)) return false;
  return (
    others.length > 0 &&
    others.every(
      (other) =>
        other.length === first.length && ONLY_HAN.test(other) && Array.from(other).some((one, at) => one === first[at]),
    )
  );
}

/** 不出村, 有人管: of everything at once. 早餐有牛奶 is definite. */
const GENERAL = /[不无没常皆更]|有人/;
const ONLY_HAN = /^[\p{Script=Han}]{4,10}$/u;

export class ValueWords {
  readonly #wishes;
  readonly #adverbs;
  readonly #adjectives;
  readonly #definite;
  readonly #scale: readonly string[];
  readonly #works;
  readonly #rateable;
  readonly #answers;
  readonly #namings;
  readonly #pairedIdioms;
  readonly #named;
  readonly #degrees;

  constructor(words: IndicatorData['words']) {
    this.#wishes = wordIndex(words.wishVerbs);
    this.#adverbs = wordIndex(words.adverbs);
    this.#adjectives = wordIndex(words.adjectives);
    this.#definite = wordIndex(words.definite);
    this.#answers = wordIndex([...words.definite, ...words.taskVerbs, ...words.answers]);
    this.#namings = wordIndex(words.namings);
    this.#pairedIdioms = wordIndex(words.pairedIdioms);
    this.#named = wordIndex([...words.namings, ...words.named]);
    this.#works = wordIndex(words.works);
    this.#rateable = wordIndex(words.rateable);
    this.#degrees = wordIndex(words.degrees);
    this.#scale = words.scaleWords.map(compact);
  }

  /** The adjective, adverb or wish verb that makes a wordy value unmeasurable, or undefined. */
  qualitative(text: string): string | undefined {
    // What a cited document is called says nothing of the value.
    const key = compact(text.replace(/《[^》]{0,80}》/g, '规定'));
    if (key === '') return undefined;
    // 郁郁葱葱, 欣欣向荣: a reduplicated idiom describes.
    if (/^([一-龥])\1(?:([一-龥])\2|[一-龥]{2})$/.test(key)) return key;
    // 较浓厚, 更方便: a degree word and what it grades.
    if (/^(?:较为?|更加?|很|最|非常|十分|比较|相对)[\p{Script=Han}]{1,3}$/u.test(key)) return key;
    // 管得住、用得久; 早发现、早研判: each part tells how well.
    if (PARTS.test(key) && !this.#definite.find(key)) return key;
    // 五级网底更牢: more than before, by how much nobody says.
    const more = MORE.exec(key);
    if (more && !this.#definite.find(key)) return more[0];
    // 得到美化, 迈上新台阶: that something changes, not how far; 得到省级认定 is definite.
    if (BECOMES.test(key) && !this.#definite.find(key)) return key;
    const single = this.#adjectives.at(key, 0);
    if (single && single.word === key) return key;
    const definite = this.#definite.find(key);
    const led = this.#wishes.at(key, 0);
    if (definite && !led) return undefined;
    if (led) return led.word.length > 1 ? led.word : key;
    const adverb = this.#adverbs.find(key);
    if (adverb) return adverb.word;
    // One-character adjectives count only as the whole value or its end: 效果好, not 好氧菌.
    const tail = this.#adjectives.atEnd(key);
    if (tail) return tail.word.length > 1 ? tail.word : key;
    for (let start = 0; start < key.length; start += 1) {
      const hit = this.#adjectives.at(key, start);
      if (hit && hit.word.length > 1 && !isInLatinWord(key, start, hit.word)) return hit.word;
    }
    return undefined;
  }

  /** 一户一档, 每厕一码: of each one; a count, and no praise (一心一意). */
  saysOneEach(text: string): boolean {
    return EACH_ONE.test(text) && !this.#pairedIdioms.find(text);
  }

  /**
   * A short value of 汉字 in which nothing tells of a state, a standard, a way of doing, a place or a kind (足量, 家喻户晓):
   * whatever the word is, it praises.
   */
  isBarePraise(text: string): boolean {
    const key = compact(text).replace(/[。.；;，,]$/, '');
    if (this.saysOneEach(key.replace(/^=/, ''))) return false;
    const parts = key.split(/[、，,;；]/);
    // 水稻、玉米: of which kind, and no praise.
    if (parts.length > 1 && parts.some((part) => part.length < SHORTEST_PRAISE)) return false;
    if (isBalanced(parts) && !this.#definite.find(key)) return true;
    return parts.every((part) => BARE.test(part) && !this.#answers.find(part) && !this.#named.atEnd(part));
  }

  /** Whether a name asks which one, where or who: 采购方式, 评定级别. */
  asksWhich(core: string): boolean {
    return this.#namings.atEnd(core) !== undefined;
  }

  /** Whether a name ends in what is done, with something before it that it is done to: 种质资源鉴定. */
  endsInWork(core: string): boolean {
    const work = this.#works.atEnd(core);
    return work !== undefined && core.length - work.word.length >= 2;
  }

  /** 在线 of 监测传感器在线: what something can be or become, so that a rate may be of it; with two characters before it at least. */
  rateableAtEnd(text: string): string | undefined {
    const state = this.#rateable.atEnd(text)?.word;
    return state !== undefined && text.length - state.length >= 2 ? state : undefined;
  }

  /** Whether a text states a graded scale (分级分档): at least two of its marks, or 分档 itself. */
  hasScale(text: string | undefined): boolean {
    const key = compact(text ?? '');
    if (key === '') return false;
    let marks = 0;
    for (const word of this.#scale) if (key.includes(word)) marks += 1;
    // 合格率 and 优良率 are rates, not grades.
    const grades = new Set(key.replace(/[优良合格秀好]{2}率/g, '').match(/优秀?|良好?|中|差|不合格|合格/g) ?? []).size;
    return (
      marks >= 2 ||
      /分[级档]|三档|四档|五档/.test(key) ||
      (key.match(POINTS)?.length ?? 0) >= 2 ||
      grades >= 3 ||
      hasBands(key) ||
      this.#hasNamedGrades(key)
    );
  }

  /** 健全：三项制度齐全；较健全：两项；不健全：一项及以下: what each grade of one word means. */
  #hasNamedGrades(key: string): boolean {
    if (!key.includes(':')) return false;
    const labels = new Set(key.split(/[;；。]/).flatMap((part) => LABEL.exec(part)?.[1] ?? []));
    return [...labels].some((label) => {
      const degree = this.#degrees.at(label, 0);
      return degree !== undefined && labels.has(label.slice(degree.word.length));
    });
  }
}

/** 80—100分, 60分以下: the points of a grade. */
const POINTS = /\d+[—–~～至-]{1,2}\d+分|\d+分以[上下]/g;
const LABEL = /^(\p{Script=Han}{1,8}):./u;

const BAND = /(\d{1,3})(?:%|分)?(?:\([不]?含\))?[-—–－~～至到]{1,2}(\d{1,3})/g;

/** 健全（100%—80%）；较健全（80%—60%）；不健全（60%—0）: marks for each grade, from the best down or from the worst up, one where the other ends. */
function hasBands(key: string): boolean {
  const bands = Array.from(key.matchAll(BAND), ([, from, to]) => [Number(from), Number(to)] as const);
  const isOutOfHundred = bands.some((ends) => ends.includes(100)) && bands.every((ends) => Math.max(...ends) <= 100);
  return isOutOfHundred && bands.some(([from], index) => index > 0 && bands[index - 1]![1] === from);
}

/** low of low-e玻璃, stable of unstable. */
function isInLatinWord(key: string, start: number, word: string): boolean {
  if (!/^[a-z]/.test(word)) return false;
  return /[a-z\d-]$/.test(key.slice(0, start)) || /^[a-z\d-]/.test(key.slice(start + word.length));
}
