/** The one number that an indicator sets and those that a goal states: which of them can be laid side by side. */
import { type GoalNumber, type GoalPiece, perName, type Unit } from '../indicators/index.js';
import { rememberFor } from '../text/remember-for.js';
import { counterOf, type SpokenIndicator } from './goal-match.js';
import { isPart } from './part.js';

const SAME_COUNTERS: readonly ReadonlySet<string>[] = [
  new Set(['场', '场次', '次', '期', '批', '批次', '班次', '班']),
  new Set(['次', '班次', '班', '趟', '车次', '航次', '架次']),
  new Set(['人', '名', '位', '个人']),
  new Set(['台', '套', '台套', '台(套)', '台/套', '辆', '件']),
  new Set(['套', '套房']),
  new Set([
    '个',
    '家',
    '处',
    '座',
    '所',
    '项',
    '条',
    '间',
    '栋',
    '幢',
    '份',
    '件',
    '部',
    '宗',
    '例',
    '起',
    '款',
    '只',
    '支',
  ]),
];

export type Target = GoalNumber['part'];

/** An indicator and the number that it sets. */
export interface Targeted {
  readonly one: SpokenIndicator;
  readonly own: Target;
}

/** A number of the goal and the piece that states it. */
export interface Stated {
  readonly piece: GoalPiece;
  readonly number: GoalNumber;
}

/** The one number that an indicator sets; a change, an average or a value with several numbers is none. */
export function targetOf({ understood }: SpokenIndicator): Target | undefined {
  const number = onlyNumber(understood);
  if (!number) return undefined;
  const { measure } = understood;
  if (measure.kind === 'unit-cost') return number.unit.dimension === 'money' ? number : undefined;
  return isForOne(number.unit) || isOfOne(understood) ? undefined : number;
}

/** 380t/a is so much in all that a year brings; 1200元/年 is paid each year. */
function isForOne({ per, dimension }: Unit): boolean {
  return per !== undefined && (dimension === 'money' || !YEARLY.test(per));
}

const YEARLY = /^年度?$/;

/** 日均供餐份数 9500份, 亩均增收 30元/亩: what is set for one. */
export function targetForOne({ understood }: SpokenIndicator): Target | undefined {
  const number = onlyNumber(understood);
  return number && (isForOne(number.unit) || isOfOne(understood)) ? number : undefined;
}

/** 人均, 每人, 元/人·月 → 人, 人, 人月: what the ones are of which a number tells; a year is no part of it. */
function onesIn(text: string, per = ''): string {
  const ones = [...text.matchAll(ONES)].map(
    ({ groups }) => groups?.['each'] ?? groups?.['mean'] ?? groups?.['sole'] ?? '',
  );
  const all = [...ones, ...per.split(/[·.、/*×每 ]/)].map((one) => one.replace(/^个/, '')).filter((one) => one !== '');
  return [...new Set(all)]
    .filter((one) => one !== '年')
    .sort()
    .join('');
}

const ONES =
  /每(?:个)?(?<each>[\p{Script=Han}])|(?<mean>[人户亩日月周生校车站床])均|单(?<sole>[台点个座家户站校车件辆套床])/gu;

/** Both of the same ones. */
export function isOfSameOnes({ one, own }: Targeted, { piece, number }: Stated): boolean {
  if (!isSameCount(number.part.unit, own.unit)) return false;
  const ones = onesOf(one);
  return ones !== '' && ones === onesStated(piece).get(number);
}

const onesOf = rememberFor(({ understood }: SpokenIndicator) =>
  onesIn(understood.name.core, (understood.value?.numbers[0]?.unit ?? understood.unit)?.per),
);
const onesStated = rememberFor(
  ({ text, numbers }: GoalPiece) => new Map(numbers.map((number) => [number, onesIn(text, number.part.unit.per)])),
);

function onlyNumber(understood: SpokenIndicator['understood']): Target | undefined {
  const { value, measure } = understood;
  const number = value?.numbers[0];
  if (
    !number?.unit ||
    (value?.numbers.length ?? 0) > 1 ||
    value?.dates.length ||
    number.high !== undefined ||
    number.change
  )
    return undefined;
  if (isPart(understood)) return undefined;
  // 完成时间 15个 answers something else.
  if ((measure.kind === 'deadline' || measure.kind === 'duration') && number.unit.dimension !== 'time')
    return undefined;
  // 达标站占比 100座: of the share that it names it says nothing.
  if (measure.kind === 'ratio' && (COUNTING.has(number.unit.dimension) || number.unit.dimension === 'time'))
    return undefined;
  return number as Target;
}

const isOfOne = perName(({ name }) => PER_ONE.test(name.core));

const PER_ONE =
  /^(?:每|单|平均(?!.{0,8}(?:时间|时长|时限|天数|日数|周期|用时)$)|[人户亩日月周生校车站床]均)|每(?:期|场|次|人|个|月|季|日|天)|[人户亩日月周生校车站床]均|平均(?!.{0,8}(?:时间|时长|时限|天数|日数|周期|用时)$)/;

export function isTarget({ part, aside, change, per }: GoalNumber): boolean {
  if (change || part.high !== undefined) return false;
  return isPerOne(part.unit, per) ? part.unit.dimension === 'money' : !aside;
}

/** 每人每月1200元, 50元/人: what is paid for one is no total. */
export function isPerOne(unit: Unit, per: boolean): boolean {
  return per || isForOne(unit);
}

export const COUNTING: ReadonlySet<string> = new Set(['people', 'household', 'event', 'thing', 'other']);

export function isSameCount(unit: Unit, ownUnit: Unit): boolean {
  if (unit.dimension !== ownUnit.dimension) return false;
  // 300kPa is 0.3MPa: such units are not converted, so only like ones are compared.
  if (unit.dimension === 'physical') return unit.text === ownUnit.text;
  if (unit === ownUnit || !COUNTING.has(unit.dimension)) return true;
  const [counter, ownCounter] = [counterOf(unit), counterOf(ownUnit)];
  if (counter === ownCounter) return true;
  return SAME_COUNTERS.some((set) => set.has(counter) && set.has(ownCounter));
}

/** Counted by the very unit: an area in 亩 is seldom the one in 平方米. */
export function isSameUnit(unit: Unit, ownUnit: Unit): boolean {
  return isSameCount(unit, ownUnit) && (COUNTING.has(unit.dimension) || counterOf(unit) === counterOf(ownUnit));
}

/** 4.5人 for 4.5万人, 12万人 for 1.2万人: the same figures with a 万 or a point lost. */
export function isSlip(ratio: number, { value }: Target): boolean {
  const places = Math.log10(ratio);
  // 8亩 for 8万亩
  if (Math.abs(Math.abs(places) - 4) < 1e-9) return true;
  return (
    Math.round(places) !== 0 &&
    Math.abs(places - Math.round(places)) < 1e-9 &&
    String(value).replace(/^[0.]+|[.]|0+$/g, '').length > 1
  );
}

/** 1895人 for 1985人: two figures side by side changed places, of three or more that are not zeros at the end. */
export function isTransposed(a: number, b: number): boolean {
  // Places apart only by a trade of two figures, the numbers differ by a multiple of nine, and are of one size.
  if (a === b || a > b * 10 || b > a * 10 || (Number.isInteger(a) && Number.isInteger(b) && (a - b) % 9 !== 0))
    return false;
  const [one, other] = [figuresOf(a), figuresOf(b)];
  if (one.length !== other.length || one.length < LEAST_FIGURES || String(a).length !== String(b).length) return false;
  const at = Array.from(one).findIndex((figure, index) => figure !== other[index]);
  return other === `${one.slice(0, at)}${one[at + 1] ?? ''}${one[at] ?? ''}${one.slice(at + 2)}`;
}

const LEAST_FIGURES = 3;

function figuresOf(value: number): string {
  return String(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
}
