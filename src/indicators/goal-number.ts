/** A number of a goal: what it is said of, and whether it is a target at all. */
import { type Content, contentOf, type Token } from './content.js';
import type { GoalIndexes } from './goal-lexicon.js';
import type { NumberPart } from './quantity.js';
import type { Unit } from './units.js';

export interface GoalNumber {
  /** Its value and unit; offsets count in the clause. */
  readonly part: NumberPart & { readonly unit: Unit };
  /** As written, with its unit: 18个, 98%. */
  readonly text: string;
  /** What the number is said of; of 对62个自动站的巡检 only 自动站. */
  readonly of: Content;
  /** What it is said of is but a part of the piece. */
  readonly scoped: boolean;
  /** 产业路、提灌站等移民村项目9个: of the whole that the things named are examples of. */
  readonly ofWhole: boolean;
  /** 提高3%: a change, not a level; 提高到90% is a level. */
  readonly change: boolean;
  /** 约4.2万, 30余个: anything near it agrees. */
  readonly approximate: boolean;
  /** 每人每月1200元: an aside that says how much for one. */
  readonly per: boolean;
  /** 由12%, 每期50人, 三期工程: where things start from, a part of them, which one; no target of its own. */
  readonly aside: boolean;
}

export interface NumberPlace {
  readonly clause: string;
  readonly plain: string;
  readonly tokens: readonly Token[];
  readonly content: Content;
  readonly own: readonly NumberPart[];
  readonly at: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** 每期50人, 人均200元: not the whole. */
const PER = /(?:每[^位]{1,3}|人均|户均|亩均|平均每?.{0,2}|单[^位元]{1,2})$/;
/** 每车配照管员1名, 每户补助5000元: said of one, too; 每年 is all. */
const PER_HOLDER =
  /每(?!年|人次|半|个?[季月旬周]|天|日)[\p{Script=Han}]{1,4}?(?:配备|配置|配|设置|设立|设|安排|派|建|备|放|投|不少于|至少|补助|补贴|奖补|奖励|给予)/u;
/** 由95分钟压减至60分钟: where it is to arrive, of what stands before where it starts. */
const ARRIVAL = /^[^,，;；。]{0,6}[到至为]$/;
/** 每季度更换一次, 各辅导2次: so many times over. */
const EACH = /每(?:半年|个?季度?|个?月|旬|周|天|日|学期)|各(?![类项级种方地界族式]).{0,4}$|每$/;
/** 路面宽4.5米, 第133届, “三点半”: what kind it is, not how many. */
const WHICH = /(?:宽|厚|高|深|径|第|“[^”]{0,6})$/;
/** 实物数百件, 不让一名学生失学, 八成五: no number that could be kept to. */
const NO_COUNT = /[数几]$|[不无没].{0,4}$/;
const HAN = /\p{Script=Han}/u;
const LITTLE = /^一(?:点(?![零〇一二三四五六七八九\d])|些|下)/;
/** Things named as examples, and what they are examples of. */
const EXAMPLES = /、[^、]{2,12}等(?=[^级候待次值效同离地你我他她们、,\d])/;
const PEOPLE: ReadonlySet<string> = new Set(['people', 'household']);
const WHOSE = /^[\p{Script=Han}]{0,4}的[\p{Script=Han}]/u;
/** 三期工程: which one, not how many. */
const WORKS = /^(?:工程|项目|系统|平台|升级|建设|改造)/;

export function readNumber(place: NumberPlace, part: GoalNumber['part'], words: GoalIndexes): GoalNumber {
  const { clause, plain, tokens, content, own, at } = place;
  // 应急物资12类3.6万件: both are of what stands before the first.
  let first = at;
  while (first > 0 && !HAN.test(plain.slice(own[first - 1]?.end, own[first]?.start))) first -= 1;
  const from = own[first - 1]?.end ?? place.start;
  const stood = own[first]?.start ?? part.start;
  const to = own[at + 1]?.start ?? place.end;
  const before = plain.slice(from, stood).replace(/[≥≤><=·\s]{1,20}$/, '');
  const after = plain.slice(part.end, to);
  // 620间普通教室: the thing follows its number; 参审1500件次: it stands before.
  const owned = own.length === 1 && /对.{0,4}$/.test(before) ? after.indexOf('的') : -1;
  const isOwned = owned > 0;
  // 发表论文45篇(其中一区25篇): what follows is of a part of them.
  const isStoodBefore = /^\s?[(,，]?(?:其中|含|包括)/.test(after) && before !== '';
  const behind =
    own.length === 1 && !isOwned ? content : contentOf(plain, tokens, part.end, isOwned ? part.end + owned : to);
  const whole = wholeOf(place, from, part.start) ?? wholeOf(place, part.end, to);
  const per = PER.test(before) || PER_HOLDER.test(before);
  const isArrival = at > 0 && ARRIVAL.test(before.trim());
  return {
    part,
    text: clause.slice(part.start, part.end).trim(),
    // 在11个乡镇实施 says where.
    // 4.1万人口的排涝标准 tells whose it is.
    scoped:
      isOwned ||
      /^(?:范围|半径)/.test(after) ||
      /在.{0,4}$/.test(before) ||
      (PEOPLE.has(part.unit.dimension) && WHOSE.test(after)),
    ofWhole: whole !== undefined,
    of: isArrival
      ? content
      : (whole ?? (behind.words.length > 0 && !isStoodBefore ? behind : contentOf(plain, tokens, from, stood))),
    // 改造提升垃圾房65座 is a count.
    change: part.change && part.unit.dimension === 'ratio' && !/[到至为]$/.test(before),
    approximate:
      part.approximate || words.approximate.atEnd(before) !== undefined || words.approximate.at(after, 0) !== undefined,
    per,
    aside: per || isAside(place, part, before, after, words),
  };
}

/** What stands behind “…、…等”, where anything does. */
function wholeOf({ plain, tokens }: NumberPlace, from: number, to: number): Content | undefined {
  if (!plain.includes('等')) return undefined;
  const examples = EXAMPLES.exec(plain.slice(from, to));
  if (!examples) return undefined;
  const whole = contentOf(plain, tokens, from + examples.index + examples[0].length, to);
  return whole.words.length > 0 ? whole : undefined;
}

function isAside(place: NumberPlace, part: NumberPart, before: string, after: string, words: GoalIndexes): boolean {
  const baseline = words.aside.find(before);
  // 由 and 从 stand right before the number, 现有 anywhere before it.
  if (baseline && (baseline.word.length > 1 || words.aside.atEnd(before))) return true;
  if (EACH.test(place.clause.slice(place.start, part.start)) || isNoCount(place, part, before)) return true;
  if (part.unit?.text === '期' && WORKS.test(after)) return true;
  return words.backgrounds.find(place.text) !== undefined;
}

function isNoCount({ clause }: NumberPlace, { start, end }: NumberPart, before: string): boolean {
  // 税收争取多一点, 好一些
  if (LITTLE.test(clause.slice(start, start + 3))) return true;
  if (/^[一二三四五六七八九]/.test(clause.slice(end)) || WHICH.test(before)) return true;
  return /^[一百千万]/.test(clause.slice(start, end)) && NO_COUNT.test(before);
}
