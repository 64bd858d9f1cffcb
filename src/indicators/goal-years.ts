/** The years that a clause of a goal names, and which of them say when the work is done. */
import type { DatePart } from './dates.js';
import type { Lexicon } from './content.js';

export interface GoalYear {
  readonly year: number;
  /** The last year of a span; the year itself where there is none. */
  readonly endYear: number;
  readonly text: string;
  /** 较2023年, 2018年改造的, 截至2022年底: what the goal is compared with or works on, not when. */
  readonly isBaseline: boolean;
  /** 到2025年: how far the goal reaches. */
  readonly isHorizon: boolean;
  /** 于2023年11月底前: a deadline. */
  readonly isDeadline: boolean;
}

const BEFORE_BASELINE = /(?:较|比|同|与|截至|截止|自|从|据|以|上年|结转|对照|围绕)$/;
const AFTER_BASELINE =
  /^(?:年?度)?的?(?:以后|之后|基础上|相比|以来|结转|结余|同期|水平|末数|已|印发|出台|批复|立项|开工|签约|批准|入库|入学|招录|毕业|续建|启动|遗留|欠|存量|出生)|^.{0,10}(?:文件|精神|通知|(?:评价|考核|评审|评定|评选|测评)(?:结果)?为|名单|清单|目录|考核结果|评价结果|决算|审计|基础上)/;
/** 编制2025年部门预算, 组织2025年度考试录用: the year belongs to what the work is on. */
const NAMED_AFTER =
  /^(?:年?度)?.{0,10}(?:预算|决算|录用|招录|招考|招生|使用情况|执行情况|收支情况|变更调查|水毁|受灾|灾害|损毁|台风|地震)/;
/** A date by itself, and then what happened: 2022年10月，县委印发方案. */
const HAPPENED = /^.{0,10}(?:印发|出台|部署|批复|下发|发布|启动|召开)/;
const STATE = /(?:出生|开工|竣工|建成|完工|投运|毕业|认定|下达|签订|发生|入库|验收|通车)$/;
/** What the reading of dates passes over: 2023全年, 23年度, 本年度（2021年）, 教师节（2023年9月10日）前. */
const ASIDE_YEAR =
  /(?<![\d.])(?<full>20\d{2})全年|(?<![\d.〇一二三四五六七八九十至—~-])(?<short>2\d)年度|(?<=[本当今]年度?[(（])(?<named>20\d{2})年|(?<=[(（])(?<dated>20\d{2})年(?:\d{1,2}月)?(?:\d{1,2}日)?(?=[)）](?:之?前|底))/g;
const LONGEST_STATE = 10;

export interface ClauseYears {
  readonly clause: string;
  /** The clause behind it, '' for none. */
  readonly next: string;
  readonly dates: readonly DatePart[];
  readonly lexicon: Lexicon;
}

export function yearsOf(source: ClauseYears): GoalYear[] {
  const { clause, dates } = source;
  const years = dates.flatMap((date) => (date.year === undefined ? [] : readYear(date, date.year, source)));
  if (!clause.includes('年')) return years;
  for (const match of clause.matchAll(ASIDE_YEAR)) {
    if (dates.some(({ start, end }) => start <= match.index && match.index < end)) continue;
    const { full, short, named, dated } = match.groups ?? {};
    const year = Number(full ?? named ?? dated ?? `20${short}`);
    const isDeadline = dated !== undefined;
    years.push({ year, endYear: year, text: match[0], isBaseline: false, isHorizon: false, isDeadline });
  }
  return years;
}

function readYear(date: DatePart, year: number, { clause, next, lexicon }: ClauseYears): GoalYear {
  const { endYear, text, start, end } = date;
  const before = clause.slice(Math.max(0, start - 4), start);
  const after = clause.slice(end, end + 16);
  const isBaseline =
    BEFORE_BASELINE.test(before) ||
    AFTER_BASELINE.test(after) ||
    clause.indexOf('基础上', end) > 0 ||
    (start > 0 && NAMED_AFTER.test(after)) ||
    (after === '' && HAPPENED.test(next)) ||
    isInTitle(clause, start) ||
    isAttribute(after, lexicon);
  return {
    year,
    endYear: endYear ?? year,
    text,
    isBaseline,
    isHorizon: /[到至]$/.test(before),
    isDeadline: DEADLINE.test(text) || /^[^,，。;；]{0,8}(?:节|日)前/.test(after),
  };
}

const DEADLINE = /月.{0,6}(?:前|底|末)|年底前/;

/** 《全民健身计划（2021—2025年）》 */
function isInTitle(clause: string, at: number): boolean {
  return clause.lastIndexOf('《', at) > clause.lastIndexOf('》', at);
}

/** 2018—2022年改造的户厕, 2021年开工、2023年竣工的工程: of which year the things are that the work is on. */
function isAttribute(after: string, lexicon: Lexicon): boolean {
  const of = after.indexOf('的');
  if (of <= 0 || of > LONGEST_STATE) return false;
  const state = after.slice(0, of);
  if (/\d/.test(state)) return false;
  return STATE.test(state) || lexicon.atEnd(state)?.value.task === true;
}
