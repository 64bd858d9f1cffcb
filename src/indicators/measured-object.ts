/**
 * The object that an indicator measures, once periods, units and measure words are set aside: two indicators that share
 * it measure the same thing, in whatever words and order.
 */
import { CharacterSet } from '../text/character-set.js';
import { WordSet } from '../text/word-set.js';
import type { GoalReader } from './goal-text.js';
import { pieceContent } from './name-content.js';
import { type NameReading, perName } from './name-reading.js';
import type { Understood } from './understand.js';

const PERIOD = /20\d{2}年度?|本?年度|全年|当年|每年|年均|累计|全部|总(?=[人次场户件面里长])|合计|实际|项目(?=.{2})/g;
/** Periods, and words that stand in any name. */
const FILLER = new RegExp(
  `${PERIOD.source}|完成|开展|举办|组织|实施|进行|工作|任务|事项|情况|的|数量|总数|人数|人次|次数|场次`,
  'g',
);
/** What they begin with: a name without any holds none. */
const PERIOD_STARTS = new CharacterSet('2本年全当每累总合实项');
const FILLER_STARTS = new CharacterSet('2本年全当每累总合实项完开举组进工任事情的数人次场');

function withoutPeriods(text: string): string {
  return PERIOD_STARTS.isIn(text) ? text.replace(PERIOD, '') : text;
}

function withoutFillers(text: string): string {
  return FILLER_STARTS.isIn(text) ? text.replace(FILLER, '') : text;
}

const TIMELY = /(?:及时|按时|按期|如期|准时)/g;
const PASSED = /^(?:验收)?(?:合格|达标|通过|一次通过|质量达标)(?:率|比例)$/;
/** What stands behind the thing that was found to be good. */
const PASSED_END = /(?:质量|验收|一次|考核|检验|检测|评审|审核){0,3}(?:合格|达标|通过)(?:率|比例|比率|程度)$/;
const RATIO_END = /(?:百分比|比率|比例|占比|比重|程度|率)$/;
const DURATION_END = /(?:时间|时长|时限|期限)$/;
const DOWN = /下降|降低|减少|降幅|压减|压缩|缩短|节约|节支|减幅/;
const COUNTED: ReadonlySet<string> = new Set(['count', 'items', 'people', 'event', 'none']);
/** 剂次, 株数, 人次数: a counter with or without 数. */
const COUNT_END =
  /(?:(?<![老工证病家本个法军])人|名|位|(?<![农商住用客大养租牧渔困殖植])户|次|场|期|批|趟|台|套|件|份|项|(?<![专国大])家|所|处|座|栋|幢|间|张|册|条|篇|宗|例|株|头|只|羽|尾|盏|块|个|批次|场次|人次|户次|家次|剂次|件次|台套|课时|学时|班次)?(?:数量?|总数|总量)?$/;
/** What is counted where no unit tells. */
const DIMENSIONS: Readonly<Record<string, string>> = {
  people: 'people',
  event: 'event',
  count: 'thing',
  items: 'thing',
};

/** How it is measured: only indicators of one class can be the same. */
export function measureClass({ name, measure, value, unit }: Understood): string {
  const { kind, word } = measure;
  if (isTimely(measure)) return 'timely';
  if (value?.kind === 'date') return 'deadline';
  if (COUNTED.has(kind)) {
    const dimension = (value?.numbers[0]?.unit ?? unit)?.dimension ?? DIMENSIONS[kind];
    return dimension === undefined ? `none ${name.core.slice(-2)}` : `counted ${dimension}`;
  }
  if (kind === 'growth') return DOWN.test(word) ? 'down' : 'up';
  if (kind !== 'ratio') return kind;
  if (PASSED.test(word)) return 'passed';
  return word.length > 2 ? word.slice(0, -1) : (QUALITY_TAIL.exec(measure.object)?.[0] ?? 'ratio');
}

/** 完好比率 is 完好率. */
const QUALITY_TAIL = /(?:完好|合格|达标|覆盖|普及|知晓|利用|成活|准确|优良|参与)$/;

export interface PlainMeasure {
  /** The name without periods, counters and what only says that a share is measured. */
  readonly text: string;
  /** The same without words that stand in any name. */
  readonly raw: string;
  /** Undefined where the class of the whole indicator tells it. */
  readonly family: string | undefined;
}

/** Undefined for what is measured in a way of its own: satisfaction, growth; so are deadlines, which a value tells. */
export const plainMeasure = perName(({ name: { core }, measure }: NameReading): PlainMeasure | undefined => {
  const { kind } = measure;
  if (isTimely(measure)) return plain(core.replace(RATIO_END, '').replace(TIMELY, ''), 'timely');
  if (kind === 'satisfaction' || kind === 'growth') return undefined;
  if (kind === 'ratio') {
    const passed = core.replace(PASSED_END, '');
    return passed === core ? plain(core.replace(RATIO_END, ''), kind) : plain(passed, 'passed');
  }
  if (COUNTED.has(kind)) return plain(core.replace(COUNT_END, ''), undefined);
  if (kind === 'duration') return plain(core.replace(DURATION_END, ''), kind);
  return plain(kind === 'area' ? measure.object.replace(/(?:建筑|占地)$/, '') : measure.object, kind);
});

function plain(object: string, family: string | undefined): PlainMeasure {
  const text = withoutPeriods(object);
  return { text, family, raw: withoutFillers(text) };
}

/** Whether the value is a day, so that what is measured is when something is done, whatever the name is. */
export function isDated({ measure, value }: Understood): boolean {
  return value?.kind === 'date' && !isTimely(measure);
}

/** The object from one place on, wherever it is cut: 清理疫木 and 疫木清理 are one, 师评生 and 生评师 are not. */
export function exactObject(understood: Understood): string {
  const text = plainObject(understood);
  const twice = text + text;
  let least = text;
  for (let at = 1; at < text.length; at += 1) {
    const turned = twice.slice(at, at + text.length);
    if (turned < least) least = turned;
  }
  return least;
}

/** The object as it is written, fillers left out. */
export function plainObject(understood: Understood): string {
  return understood.value?.kind === 'date' ? plainDated(understood) : plainUndated(understood);
}

const plainDated = perName((reading) => withoutFillers(objectOf(reading, true)));
const plainUndated = perName((reading) => withoutFillers(objectOf(reading, false)));

/** The telling words of the object alone, synonyms as one. */
export function looseObject(understood: Understood, goals: GoalReader): WordSet {
  return understood.value?.kind === 'date' ? looseDated(understood, goals) : looseUndated(understood, goals);
}

const looseDated = perName((reading, goals: GoalReader) => new WordSet(tellingWords(reading, true, goals)));
const looseUndated = perName((reading, goals: GoalReader) => new WordSet(tellingWords(reading, false, goals)));

/** Whose satisfaction is asked, word by word in order: who they are stands last. */
export function peopleAsked({ reading, value }: Understood, goals: GoalReader): string[] {
  return tellingWords(reading, value?.kind === 'date', goals);
}

function tellingWords(reading: NameReading, dated: boolean, goals: GoalReader): string[] {
  const isSatisfied = reading.measure.kind === 'satisfaction';
  const telling: string[] = [];
  const object = withoutPeriods(objectOf(reading, dated));
  for (const { text, weight, generic } of pieceContent({ reading }, object, goals).words) {
    if (!isSatisfied) {
      if (!(weight < 0.4 || (generic && weight < 1))) telling.push(text);
    } else if (weight >= 1) {
      const person = text.replace(SERVED_AT_ALL, '');
      if (person !== '') telling.push(person);
    }
  }
  return telling;
}

/** 受益的, 参加, 享受补贴的: who is served at all says not who in particular. */
const SERVED_AT_ALL =
  /(?:受益|受助|参与|参加|享受|接受|领取|服务|相关|周边|沿线|当地|辖区|项目区|社会|对象|补贴|补助)/g;

function isTimely({ aspect, kind }: Understood['measure']): boolean {
  return aspect === 'timeliness' && (kind === 'ratio' || kind === 'degree');
}

function objectOf({ name, measure }: NameReading, dated: boolean): string {
  // 竣工时间 and 验收时间 are two, whatever the measure word takes in.
  if (dated) return name.core.replace(/(?:时间|时限|日期|期限|时点|节点)$/, '');
  // 故障响应时间 and 故障修复时间 are two as well.
  if (measure.kind === 'duration') return name.core.replace(DURATION_END, '');
  const counted = COUNTED.has(measure.kind) ? name.core.replace(COUNT_END, '') : measure.object;
  // 维修的建筑面积 is 维修面积.
  const object = (counted === name.core ? measure.object : counted).replace(/的?(?:建筑|占地|总)$/, '');
  if (measure.kind === 'satisfaction') return object.replace(/对.{1,20}$/, '');
  // 按时发放率 has swallowed what is done.
  if (isTimely(measure)) return name.core.replace(/(?:率|性|度|比例|程度)$/, '').replace(TIMELY, '');
  return measure.kind === 'ratio' && measure.word.length <= 2 ? object.replace(QUALITY_TAIL, '') : object;
}
