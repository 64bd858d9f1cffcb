/** What the same people earn more, said in two ways (蚕农户均增收额, 养蚕农户户均增加收入): it is one, whatever the targets are. */
import { z } from 'zod';
import { type Understood, wordIndex } from '../indicators/index.js';
import { textMark } from '../text/word-set.js';
import { alike } from './alike.js';

const words = z.array(z.string().min(1));

export const gainsSchema = z
  .strictObject({
    /** 增收, 增加收入. */
    earnMore: words,
    /** What may stand behind it: 额. */
    amounts: words,
    /** 户均. */
    averages: words,
    /** 养 of 养蚕农户, 农户 of it: what is left says of which kind they are. */
    growing: words,
    growers: words,
  })
  .transform(({ earnMore, amounts, averages, growing, growers }) => ({
    earnMore: wordIndex(earnMore),
    amounts: new Set(amounts),
    averages: wordIndex(averages),
    growing: wordIndex(growing),
    growers: wordIndex(growers),
  }));

export type Gains = z.output<typeof gainsSchema>;

type Pair = [earlier: Understood, later: Understood];

export function sameGains(indicators: readonly Understood[], gains: Gains): Pair[] {
  const keyOf = (one: Understood) => {
    const key = isOfMoney(one) ? gainKey(one.name.core, gains) : undefined;
    return key && `${key} ${one.indicator.level2}`;
  };
  const markOf = (one: Understood) => {
    const key = keyOf(one);
    return key === undefined ? 0 : textMark(key);
  };
  const groups = alike(indicators, markOf, keyOf);
  return groups.flatMap(([earlier, ...rest]) => rest.flatMap((later): Pair[] => (earlier ? [[earlier, later]] : [])));
}

/** Of many indicators few are. */
function isOfMoney({ value, unit }: Understood): boolean {
  const number = value?.numbers[0];
  return number !== undefined && (number.unit ?? unit)?.dimension === 'money';
}

/** Who earns more, and by head or by household: 蚕 户均. */
function gainKey(core: string, gains: Gains): string | undefined {
  const gain = gains.earnMore.find(core);
  if (!gain) return undefined;
  const behind = core.slice(gain.start + gain.word.length);
  if (behind !== '' && !gains.amounts.has(behind)) return undefined;
  const before = core.slice(0, gain.start);
  const average = gains.averages.atEnd(before)?.word ?? '';
  const who = before.slice(0, before.length - average.length);
  // 户均增收额 says of nobody in particular.
  return who === '' ? undefined : `${kindOf(who, gains)} ${average}`;
}

/** 蚕 of 蚕农 and 养蚕农户. */
function kindOf(who: string, { growing, growers }: Gains): string {
  const end = growers.atEnd(who)?.word ?? '';
  if (end === '') return who;
  const kind = who.slice(0, who.length - end.length);
  // 养殖户 are others than 种植户.
  if (kind === '') return who;
  const act = growing.at(kind, 0)?.word ?? '';
  return act.length < kind.length ? kind.slice(act.length) : who;
}
