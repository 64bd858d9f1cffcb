import { wordIndex } from '../../indicators/index.js';
import { compact } from '../../text/fold.js';
import type { ColumnRole, FundRole, LabelRole, ResultRole, TableData } from '../table-data.js';
import { ComposedHeadings } from './composed.js';
import { TitlePatterns } from './title.js';

/** A heading as it is compared: no white space, no bracketed remarks, no closing colon or numbering. */
export function headingKey(text: string): string {
  return keyOf(compact(text));
}

/** Without any of these a text is its own key, as most cells are. */
const MAY_SHORTEN = /[(（【[:：*＊※、.．%]/;

function keyOf(compacted: string): string {
  if (!MAY_SHORTEN.test(compacted)) return compacted;
  const key = compacted
    .replace(/[(（【[][^)）】\]]{0,24}[)）】\]]/g, '')
    .replace(/^(?:[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[、.．])/, '')
    // 权重%
    .replace(/(?<=\p{Script=Han})%$/u, '')
    .replace(/[:：*＊※]{1,9}$/, '')
    .replace(/^[*＊※]{1,9}/, '');
  return key === '' ? compacted.replace(/[()（）]/g, '') : key;
}

/** What a label may stand for; the lower the rank, the surer. */
export interface LabelMatch {
  readonly role: LabelRole;
  readonly rank: number;
}

/** Among the words of the list (0, 1, …): the year's amount comes near the front, that of all years last. */
const RANKS = { year: 0.5, any: 100, term: 101, bare: 50, composed: 14.5, open: 60 } as const;
const HAN = /\p{Script=Han}/u;
const NO_LABELS: readonly LabelMatch[] = [];
/** The second language of a heading, with a year behind it or not; (B/A) and the like are shorter. */
const LATIN = /(?<=\p{Script=Han})[a-z][a-z&/.'’-]{2,}(?:20\d{2})?$/u;
/** From the lowest up; any other label stands below them all. */
const HEIGHTS = '地区县州市自省中';
/** Whose department it is. */
const ADMINISTRATION = /^(?:中央|地方|省级?|自治区级?|市级?|州级?|县级?|区级?|市县)(?=.*(?:部门|单位))/;
/** 政策总体目标, 预期总目标, 项目实施期目标. */
const QUALIFIED_GOAL = /^(?:政策|专项|资金|预期|计划|项目|活动)(?=.*目标$)/;

/** 年度履职目标, 年度主要工作目标. */
const OF_WORK = /(?:主要|重点)?(?:履职|工作|任务)(?=目标$)/;

/** 2022年（前年）, 上年完成, 预计当年实现: yearly columns under 指标值. */
function yearRole(key: string): ColumnRole | undefined {
  // Most cells speak of no year.
  if (key.length > 14 || !OF_TIME.test(key)) return undefined;
  if (/前年|前两年/.test(key)) return 'multiYearValue';
  if (/上年|去年/.test(key)) return 'lastActual';
  return /当年|本年|20\d{2}年(?:度?$|.*(?:预期|计划|预计))|^(?:预期|预计)(?:完成|实现)?$/.test(key)
    ? 'valuePart'
    : undefined;
}

const OF_TIME = /年|^预/;
const YEAR_OF_GOAL = /^20\d{2}年(?:度)?(?=(?:绩效|总体|整体)?目标$)/;
const NUMBER_OF_GOAL = /(?<=目标)(?:\d{1,2}|[一二三四五六七八九十])$/;
const YEAR_BEFORE = /^20\d{2}年度?/;
const MONTHS_BEFORE = /^(?:截[至止])?(?:20\d{2}年)?(?:1?\d月?[-—–~至到])?1?\d月(?:份|底|末)?/;
const WHOLE_YEAR = /^(?:截[至止])?(?:20\d{2}年)?(?:\d月?[-—–~至到])?12月/;
const LONGEST_OPINION = 20;
/** 意见 of somebody; 征求意见 and 意见建议采纳数 are something else. */
const OPINION = '意见';
/** What may stand before whoever gives it. */
const LONGEST_GIVER = 10;
/** 政策主管部门: of what the department is in charge is said elsewhere. */
const QUALIFIED_UNIT = /^(?:政策|项目|专项|资金)(?=主管(?:部门|单位)$)/;
const JOINT = /[、/／和与及]/;
const NONE = 'none';
const MOST_REMEMBERED = 8192;

/** Headings by which columns, labels and footers are known. */
export class Headings {
  readonly #columns = new Map<string, ColumnRole>();
  readonly #asked = new Map<string, ColumnRole | typeof NONE>();
  readonly #labels = new Map<string, LabelMatch[]>();
  readonly #funds = new Map<string, { role: FundRole; rank: number }[]>();
  readonly #results = new Map<string, { role: ResultRole; rank: number }>();
  readonly #footers: readonly string[];
  readonly #signers: readonly string[];
  readonly #openNames: ReadonlySet<string>;
  readonly #opinionFrom;
  readonly #unitOrProject: ReadonlySet<string>;
  /** Signs and words that a target begins with. */
  readonly targets: readonly string[];
  /** How titles of forms are made. */
  readonly title: TitlePatterns;
  readonly #composed: ComposedHeadings;

  constructor(data: TableData) {
    for (const [role, words] of Object.entries(data.columns)) {
      for (const word of words)
        if (!this.#columns.has(headingKey(word))) this.#columns.set(headingKey(word), role as ColumnRole);
    }
    for (const [role, words] of Object.entries(data.labels)) {
      for (const [rank, word] of words.entries()) {
        const key = headingKey(word);
        this.#labels.set(key, [...(this.#labels.get(key) ?? []), { role: role as LabelRole, rank }]);
      }
    }
    for (const [role, words] of Object.entries(data.funds)) {
      for (const [rank, word] of words.entries()) {
        const key = headingKey(word);
        this.#funds.set(key, [...(this.#funds.get(key) ?? []), { role: role as FundRole, rank }]);
      }
    }
    for (const [role, words] of Object.entries(data.results)) {
      for (const [rank, word] of words.entries())
        this.#results.set(headingKey(word), { role: role as ResultRole, rank });
    }
    this.targets = data.targets;
    this.title = new TitlePatterns(data.title);
    this.#footers = data.footers.map(headingKey);
    this.#signers = data.signers;
    this.#openNames = new Set(data.openNames.map(headingKey));
    for (const word of this.#openNames) this.#labels.set(word, [{ role: 'name', rank: RANKS.open }]);
    this.#opinionFrom = wordIndex(data.opinionFrom);
    this.#unitOrProject = new Set(data.unitOrProject.map(compact));
    this.#composed = new ComposedHeadings(data.composed);
  }

  column(text: string): ColumnRole | undefined {
    if (text.length > 40) return undefined;
    const known = this.#asked.get(text);
    if (known !== undefined) return known === NONE ? undefined : known;
    const role = this.#columnOf(text);
    // Rows under a header are asked about too, and most of their texts come again.
    if (this.#asked.size < MOST_REMEMBERED) this.#asked.set(text, role ?? NONE);
    return role;
  }

  #columnOf(text: string): ColumnRole | undefined {
    const compacted = compact(text);
    const key = keyOf(compacted);
    const role = this.#listedColumn(compacted, key) ?? this.#composed.column(key, text) ?? this.#unlisted(compacted);
    if (role !== undefined || !LATIN.test(key)) return role;
    // 指标值 Target: said in two languages, one of them is known.
    const [han, latin] = [key.replace(LATIN, ''), LATIN.exec(key)?.[0] ?? ''];
    return this.#columns.get(han) ?? this.#composed.column(han, text) ?? this.#columns.get(latin);
  }

  #listedColumn(compacted: string, key: string): ColumnRole | undefined {
    // 性质（共性/个性）: here the bracket says what the heading leaves open.
    if (compacted.length <= 16 && compacted.includes('共性') && compacted.includes('个性')) return 'scope';
    // 单位（专项）名称: units and what they spend on in one column; the unit stands above.
    if (this.#unitOrProject.has(compacted)) return 'projectName';
    return this.#columns.get(key) ?? this.#columns.get(compacted);
  }

  #unlisted(key: string): ColumnRole | undefined {
    return yearRole(key) ?? this.#ofYear(key) ?? this.#ofMonths(key) ?? this.#joint(key);
  }

  /** 2025年指标值, 2024年度实际值: a target or a result of one year. */
  #ofYear(key: string): ColumnRole | undefined {
    if (!key.startsWith('20')) return undefined;
    const rest = key.replace(YEAR_BEFORE, '');
    if (rest === key) return undefined;
    const role = this.#columns.get(rest) ?? this.#composed.column(rest);
    return role === 'value' || role === 'actual' || role === 'lastActual' ? role : undefined;
  }

  /** 1—7月完成情况: what was done up to the middle of the year is not the result; 1—12月完成情况 is. */
  #ofMonths(key: string): ColumnRole | undefined {
    const rest = key.replace(MONTHS_BEFORE, '');
    if (rest === key) return undefined;
    const role = this.#columns.get(rest) ?? this.#composed.column(rest);
    if (role !== 'actual') return undefined;
    return WHOLE_YEAR.test(key) ? role : 'remark';
  }

  /** Whether it is a heading however it is used: a project may well be called 专项经费. */
  isSurely(text: string): boolean {
    if (text.length > 40) return false;
    const compacted = compact(text);
    const key = keyOf(compacted);
    return (
      this.#labels.has(key) ||
      this.#labels.has(key.replace(YEAR_OF_GOAL, '年度')) ||
      this.#listedColumn(compacted, key) !== undefined ||
      this.#unlisted(compacted) !== undefined
    );
  }

  /** “单位名称、项目名称” over one column: every part is known, and the project decides. */
  #joint(key: string): ColumnRole | undefined {
    if (!JOINT.test(key)) return undefined;
    const parts = key.split(JOINT);
    const roles = parts.map((part) => this.#columns.get(headingKey(part)));
    if (roles.some((role) => role === undefined)) return undefined;
    return roles.includes('projectName') ? 'projectName' : roles[0];
  }

  labels(text: string): readonly LabelMatch[] {
    if (text.length > 40) return [];
    const key = headingKey(text);
    const listed = this.#labels.get(key);
    if (listed) return listed;
    // Rows under a header are asked about too, and most begin with a number.
    if (!HAN.test(key)) return NO_LABELS;
    const budget = this.#composed.budget(key.replace(LATIN, ''), text);
    if (budget !== undefined) return [{ role: 'budget', rank: RANKS[budget] }];
    const bare = this.#bare(key);
    if (bare === key) {
      const role = this.#composed.label(key.replace(LATIN, ''));
      return role === undefined ? NO_LABELS : [{ role, rank: RANKS.composed }];
    }
    // Of 中央主管部门, 省级主管部门 and 县级主管部门 the lowest is nearest to the project.
    const height = Math.max(0, HEIGHTS.indexOf(key.charAt(0)));
    return (this.#labels.get(bare) ?? NO_LABELS).map(({ role, rank }) => ({ role, rank: rank + RANKS.bare + height }));
  }

  /** A label without what places put around it: 省级主管部门, 政策总体目标, 机构名称, 单位 Institution. */
  #bare(key: string): string {
    const han = key.replace(LATIN, '');
    for (const stripped of [
      han,
      han.replace(ADMINISTRATION, ''),
      han.replace(QUALIFIED_GOAL, ''),
      han.replace(QUALIFIED_UNIT, ''),
      // 年度绩效目标1, 总体目标二.
      han.replace(NUMBER_OF_GOAL, ''),
      // 2025年度目标, 2025年目标.
      han.replace(YEAR_OF_GOAL, '年度'),
      han.replace(OF_WORK, ''),
      han.replace(/名称$/, ''),
    ])
      if (stripped !== key && this.#labels.has(stripped)) return stripped;
    return key;
  }

  /** What a cell of the block of funds heads (全年执行数, 执行率(B/A)); the lower the rank, the surer. */
  funds(text: string): readonly { readonly role: FundRole; readonly rank: number }[] {
    return text.length > 40 ? [] : (this.#funds.get(headingKey(text).replace(/[a-z%/÷×*]{1,6}$/, '')) ?? []);
  }

  /** Whether a cell labels the total or the grade of a self-evaluation. */
  result(text: string): { readonly role: ResultRole; readonly rank: number } | undefined {
    return text.length > 40 ? undefined : this.#results.get(headingKey(text));
  }

  /** 主管部门审核意见, 资助方意见, 财政局业务科室意见: whoever gives one. */
  isOpinion(text: string): boolean {
    // 财务科意见：资金来源可行。
    const [said = ''] = text.split(/[:：]/, 1);
    if (said.length > LONGEST_OPINION) return false;
    const key = headingKey(said);
    if (!key.endsWith(OPINION)) return false;
    const from = this.#opinionFrom.atEnd(key.slice(0, key.length - OPINION.length))?.word;
    return from !== undefined && key.length - OPINION.length - from.length <= LONGEST_GIVER;
  }

  /** 团场财务负责人：, 馆长签字：: who signs a form, with a colon and whoever it is. */
  isSigner(text: string): boolean {
    const at = text.search(/[:：]/);
    if (at < 2 || at > LONGEST_OPINION) return false;
    const key = compact(text.slice(0, at));
    return this.#signers.some((word) => key.endsWith(word));
  }

  /** 名称, 任务名称: labels that name the project only where it is clear that they head no list. */
  isOpenName(text: string): boolean {
    return this.#openNames.has(headingKey(text));
  }

  isFooter(text: string): boolean {
    const key = headingKey(text);
    // “注：…”, “填报人：张三”, but not 注册企业数.
    return this.#footers.some(
      (word) => key === word || (key.startsWith(word) && /^[:：]/.test(key.slice(word.length))),
    );
  }
}
