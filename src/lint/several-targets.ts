/** Whether a value cell holds several targets, each said of something of its own. */
import type { DatePart, NumberPart, Quantity, Understood } from '../indicators/index.js';

export interface Target {
  readonly start: number;
  readonly end: number;
}

/** Words between two numbers that name nothing: 80%以上，力争90%. */
const FILLERS =
  /不低于|不少于|不超过|不高于|不大于|至少|最多|达到?|力争|确保|其中|并且?|以上|以下|以内|左右|全年|每年|平均|人均|约|近|且|即|共计?|合计|累计|及|和|与|或|的|[≥≤<>=\s,，;；:：、。./()+＋\d①-⑳]/g;
const SEPARATOR = /[,，;；、。\n/+＋①-⑳]|[和与及并且]|\d\.|\s/;
/** A scale of grades states one target in steps: 90分以上为优，80分以上为良; 优：≥20次；良：10—19次. */
const GRADES =
  /(?:^|[,，;；。])(?:[优良中差]|优秀|良好)[:：]|(?:为|得|评)?[优良中差](?:$|[,，;；、。])|得分|满分|扣|分档|[一二三四五高中低各]档|档次/;

/** The first two targets of the indicator's value that stand apart, or undefined. */
export function severalTargets({ value, name }: Understood): readonly [Target, Target] | undefined {
  if (!value || value.unread.length > 0 || value.numbers.length + value.dates.length < 2) return undefined;
  if (GRADES.test(value.text)) return undefined;
  return severalNumbers(value) ?? severalDates(value) ?? oneAYear(value) ?? oneForEach(value, name.core);
}

/** 2025年20种，2026年20种: one for each year. */
function oneAYear({ numbers, dates, text }: Quantity): readonly [NumberPart, NumberPart] | undefined {
  const [first, second] = numbers;
  if (!first || !second || numbers.length !== dates.length) return undefined;
  const isOfYear = (index: number): boolean => {
    const [date, number] = [dates[index], numbers[index]];
    if (!date || !number || date.year === undefined || date.month !== undefined) return false;
    return date.end <= number.start && /^年?[:：≥≤<>=\s]{0,3}$/.test(text.slice(date.end, number.start));
  };
  const years = new Set(dates.map(({ year }) => year));
  return years.size === dates.length && numbers.every((_, index) => isOfYear(index)) ? [first, second] : undefined;
}

/** 清淤长度及土方量: 8.6公里、4.2万方, 发电机及冲锋舟: 40台，12艘; the name says what each is of. */
function oneForEach({ numbers, dates, text }: Quantity, name: string): readonly [NumberPart, NumberPart] | undefined {
  const [first, second] = numbers;
  if (!first?.unit || !second?.unit || numbers.length > 2 || dates.length > 0 || !JOINT.test(name)) return undefined;
  const isAlike =
    first.unit.dimension === second.unit.dimension &&
    (first.unit.dimension !== 'thing' || first.unit.text === second.unit.text);
  if (isAlike || first.change || second.change) return undefined;
  const gap = text.slice(first.end, second.start);
  // 接待批次和人数: 5批60人; 2小时30分 is one time.
  const isClose = gap.trim() === '' && COUNTED.has(first.unit.dimension) && COUNTED.has(second.unit.dimension);
  return isClose || /^\s?[、，,；;/]\s?[≥≤<>=]?\s?$/.test(gap) ? [first, second] : undefined;
}

const COUNTED: ReadonlySet<string> = new Set(['people', 'household', 'event', 'thing']);

const JOINT = /.{2}(?:和|与|、|及(?!时|格))/;

function severalNumbers({ numbers: all, text }: Quantity): readonly [NumberPart, NumberPart] | undefined {
  // 1.建成冷库2座 2.购置冷藏车6辆: what numbers the list is no target.
  const numbers = all.filter(({ unit, start, end }) => unit !== undefined || !isListMark(text, start, end));
  for (const [index, second] of numbers.entries()) {
    const first = numbers[index - 1];
    // 全省14个市州前5名: a rank among so many.
    if (!first || first.change || second.change || /前\s?$/.test(text.slice(0, second.start))) continue;
    const gap = text.slice(first.end, second.start);
    const own = named(gap);
    const separated = SEPARATOR.test(gap);
    // 每天2次，全年700次: one activity seen twice. 高压线路每月2次，变电站每周1次 are two.
    if (isFrequency(first) !== isFrequency(second) || /^\s?[(（]?其中/.test(gap)) continue;
    // 检测1000人次，培训600人次; 一等奖2个二等奖5个
    if (own && named(text.slice(0, first.start)) && (separated || first.ownUnit)) return [first, second];
    // 2台电脑、1台打印机
    const separator = SEPARATOR.exec(gap);
    if (separator && named(gap.slice(0, separator.index)) && named(text.slice(second.end, second.end + 6)))
      return [first, second];
    // 检测1000人次，培训600小时: another unit, named.
    if (own && separated && first.unit?.text !== second.unit?.text) return [first, second];
    // ≥300人，裁判≥40人: two limits, the second of something else.
    if (own && separated && first.ownOperator && second.ownOperator && !/其中/.test(gap)) return [first, second];
    // ≥95%；≥98%: which of the two?
    if (
      !own &&
      /^[\s;；,，]{1,3}[≥≤<>=]?\s?$/.test(gap) &&
      first.ownOperator &&
      second.ownOperator &&
      first.operator === second.operator
    )
      return [first, second];
  }
  return undefined;
}

function isListMark(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || /[\s,，;；。、(（]/.test(text.charAt(start - 1))) &&
    /^[.、)）．](?!\d)/.test(text.slice(end, end + 2))
  );
}

/** 6月底前完成设计，11月底前竣工验收: two deadlines, each for something. */
function severalDates({ dates, numbers, text }: Quantity): readonly [DatePart, DatePart] | undefined {
  const [first, second] = dates;
  if (numbers.length > 0 || !first || !second) return undefined;
  const gap = text.slice(first.end, second.start);
  const due = (date: DatePart) =>
    /[前底末止]$/.test(date.text) || /^(?:完成|开工|竣工|建成)/.test(text.slice(date.end));
  const both = named(gap) && (named(text.slice(second.end)) || named(text.slice(0, first.start)));
  return both && /[,，;；、。\n]/.test(gap) && due(first) && due(second) ? [first, second] : undefined;
}

/** Whether the text holds a word that names something. */
function named(text: string): boolean {
  return /[\p{Script=Han}a-z]{2}/iu.test(text.replace(FILLERS, ''));
}

/** 2次/周 beside a total says the same in another way; 1500元/人 beside 3000元/人 does not. */
function isFrequency({ unit }: NumberPart): boolean {
  return unit?.per !== undefined && unit.dimension !== 'money';
}
