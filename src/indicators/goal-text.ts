/**
 * A goal text (绩效目标) read once: clause by clause, what is to be done, what is to change, which numbers it states of
 * what, which years it names.
 */
import { compact } from '../text/fold.js';
import type { Pair } from '../text/pairs.js';
import { type Content, eachPair, readContent } from './content.js';
import { type GoalPiece, isDeadline, readClause } from './goal-clause.js';
import { GoalIndexes } from './goal-lexicon.js';
import { goalClauses } from './goal-pieces.js';
import { type GoalYear, yearsOf } from './goal-years.js';
import type { IndicatorData } from './knowledge.js';
import { statesStandard } from './standards.js';
import type { NumberPart, QuantityReader, RunningQuantities } from './quantity.js';

export interface GoalText {
  readonly text: string;
  readonly pieces: readonly GoalPiece[];
  readonly years: readonly GoalYear[];
  /** A number, a date, a scope or a standard is stated; the bare year of the project is none. */
  readonly isQuantified: boolean;
  /** 2023—2025年, 三年内: more than one year is spoken of. */
  readonly spansYears: boolean;
}

const LONGEST_MISSING = 80;
const LONGEST_STANDARD = 4000;
const SPAN_WORDS = /[两二三四五六3-6]年(?:内|间|时间|累计|行动|计划|滚动|实施)|实施期|中长期/;
/** Clauses without any of these hold no number and no date. */
const HAS_QUANTITY = /[\d〇零一二两三四五六七八九十百千年月季底末半节汛期学]/;
const NO_QUANTITY: RunningQuantities = { numbers: [], notes: [], dates: [] };
/** 请填写…, 目标1：……, XXX: a form that nobody filled in. */
const UNFILLED =
  /^(?:[(（]?(?:请|此处|在此)?(?:填写|填报|输入|描述|简述|概述).{0,20}(?:目标|内容|情况|此处)|(?:总体|年度|绩效)?目标\d?[:：]?[.…·x×*]{0,20}$|(?:同|见|详见)(?:上|附件|总体目标|年度目标)[。.]?$|[x×*＊.…]{2,40}$)/;
/** 总体目标（2024—2026年）：the years of what follows. */
const HEAD_YEARS = /目标\s?[(（](?<years>20\d{2}年?[^()（）]{0,14})[)）]\s?[:：]/g;
const YEARS_IN_WORDS = /[一二三四五六七八九十百]年/;
const ALL_BUT_ONE = 0.75;
const LEAST_DUTIES = 4;
/** Characters of manner before a verb. */
const MOST_MANNERS = 12;
/** 以铸牢…意识为主线 */
const FRAMED = /^以.+为(?:主线|抓手|目标|中心|引领|导向|重点|宗旨|根本|指引|核心)|为.+(?:作出|做出)/;
/** What the money is may stand behind it. */
const CLOSING = 2;
const ASSIGNED = /交办的?(?:其[他它]|有关|各项)/;
const OWNED = /负责|承担|主管/;
/** 住房保障事务中心负责…: whose duties they are. */
const OFFICE = /^.{1,16}[局委办厅部处科室站所院馆校队会司中心](?:主要|具体)?(?=负责|承担|主管)/;

export class GoalReader {
  readonly #quantities: QuantityReader;
  readonly #words: GoalIndexes;

  constructor(goals: IndicatorData['goals'], quantities: QuantityReader) {
    this.#quantities = quantities;
    this.#words = new GoalIndexes(goals);
  }

  /** Blank, a placeholder, or what a form's own text asks for. */
  isMissing(text: string): boolean {
    if (text.length > LONGEST_MISSING) return text.trim() === '';
    const key = compact(text);
    return key.length < 2 || this.#quantities.isPlaceholder(key) || UNFILLED.test(key);
  }

  /** 承办上级交办的其他事项 at the end, and figures in fewer than half of them: duties, with some figures among them. */
  closesAsDuties(text: string): boolean {
    const clauses = goalClauses(text);
    const counted = clauses.filter((clause) => /\d/.test(clause)).length;
    return clauses.slice(-CLOSING).some((clause) => ASSIGNED.test(clause)) && counted * 2 < clauses.length;
  }

  /** Whether a text is written as duties are: clause after clause begins with 负责, 承担, 指导 …, and 交办的其他事项 closes it. */
  isDuties(text: string): boolean {
    const { dutyVerbs, dutyClosings, dutyHeads } = this.#words;
    if (dutyHeads.find(text)) return true;
    const clauses = goalClauses(text).map((clause) => clause.replace(OFFICE, ''));
    const led = clauses.filter((clause) => dutyVerbs.at(clause, 0));
    if (led.length < 2) return false;
    if (dutyClosings.find(text)) return true;
    // 负责…管理服务工作，承担…移交、转接等职责
    if (led.length === clauses.length && clauses.every((clause) => OWNED.test(clause))) return true;
    // 负责组织…，搜集、保存…文献，整理旧志: once it is said whose duty it is, all that follows is.
    const done = clauses.filter((clause) => dutyVerbs.at(clause, 0) ?? this.#words.lexicon.at(clause, 0)?.value.task);
    if (OWNED.test(clauses[0]?.slice(0, 2) ?? '') && done.length >= LEAST_DUTIES && done.length >= clauses.length * 0.7)
      return true;
    if (led.length < 3) return false;
    return led.length >= clauses.length * (led.some((clause) => OWNED.test(clause)) ? 0.6 : ALL_BUT_ONE);
  }

  /**
   * Whether clause after clause goes on with something or betters it (进一步加强…能力建设，全面提升…水平，切实维护…安全), and at least one
   * goes on with it: what is only bettered may be an effect. 推进老旧小区电梯加装 says what is done.
   */
  isWishes(text: string): boolean {
    const { manners, pushed, bettered, framed } = this.#words.wishes;
    let isPushed = false;
    for (const clause of goalClauses(text)) {
      let at = 0;
      for (let hit = manners.at(clause, at); hit && at < MOST_MANNERS; hit = manners.at(clause, at))
        at += hit.word.length;
      if (framed.at(clause, at) || FRAMED.test(clause)) isPushed = true;
      else if (pushed.at(clause, at)) {
        if (at === 0 && this.content(clause).words.at(-1)?.generic !== true) return false;
        isPushed = true;
      } else if (!bettered.at(clause, at) && !this.#words.purposes.atEnd(clause)) return false;
    }
    return isPushed;
  }

  /** The content words of any text, read with the same words as goals are. */
  content(text: string): Content {
    return readContent(text, this.#words.lexicon);
  }

  /** 十年禁渔, 三年行动: years in words are names, unless a limit follows. */
  #quantify(clause: string): RunningQuantities {
    const quantity = this.#quantities.readRunning(clause);
    if (!YEARS_IN_WORDS.test(clause)) return quantity;
    const isName = ({ start, end }: NumberPart) =>
      YEARS_IN_WORDS.test(clause.slice(start, end)) && !/^[内以期]/.test(clause.slice(end));
    return { ...quantity, numbers: quantity.numbers.filter((number) => !isName(number)) };
  }

  /** Whether a text opens with a verb that does something with things (修复, 采购, 排查) and goes on with what. */
  leadsWithTask(text: string): boolean {
    const verb = this.#words.lexicon.at(text, 0);
    return verb !== undefined && verb.value.task && !verb.value.empty && text.length - verb.word.length >= 2;
  }

  /** The pairs of a text's content where its words are not wanted. */
  eachPair(text: string, visit: (pair: Pair) => void): void {
    eachPair(text, this.#words.lexicon, visit);
  }

  read(text: string): GoalText {
    const years: GoalYear[] = [];
    const pieces: GoalPiece[] = [];
    let isQuantified = false;
    for (const { groups } of text.matchAll(HEAD_YEARS)) {
      const clause = groups?.years ?? '';
      const { dates } = this.#quantities.readRunning(clause);
      years.push(...yearsOf({ clause, next: '', dates, lexicon: this.#words.lexicon }));
    }
    const clauses = goalClauses(text);
    for (const [index, clause] of clauses.entries()) {
      const quantity = HAS_QUANTITY.test(clause) ? this.#quantify(clause) : NO_QUANTITY;
      const { dates } = quantity;
      years.push(...yearsOf({ clause, next: clauses[index + 1] ?? '', dates, lexicon: this.#words.lexicon }));
      isQuantified ||= quantity.dates.some(isDeadline) || quantity.numbers.some((number) => !isYearNumber(number));
      pieces.push(...readClause({ text: clause, index, quantity }, this.#words));
    }
    // 全覆盖, 应保尽保, 达到国家标准: a scope or standard without a number.
    isQuantified ||=
      this.#words.definite.find(text) !== undefined || statesStandard(text.slice(0, LONGEST_STANDARD).toLowerCase());
    const spansYears = SPAN_WORDS.test(text) || years.some(({ year, endYear }) => endYear > year);
    return { text, pieces, years, isQuantified, spansYears };
  }
}

/** 2024 without its 年. */
function isYearNumber({ value, unit }: NumberPart): boolean {
  return unit === undefined && Number.isInteger(value) && value >= 1990 && value <= 2100;
}
