/** One measure set out place by place (东岭镇路灯数, 西河镇路灯数), which should be one. */
import { codeAt } from '../text/code-at.js';
import type { GoalReader, Understood } from '../indicators/index.js';
import { alike } from './alike.js';
import { COUNTS } from './kinds.js';
import { LIMITS } from './signs.js';

/** Endings of the names of places and their units. */
const PLACE_ENDS = [
  '街道',
  '镇',
  '乡',
  '村',
  '社区',
  '县',
  '区',
  '市',
  '州',
  '旗',
  '校区',
  '片区',
  '街区',
  '小区',
  '标段',
  '学校',
  '小学',
  '中学',
  '幼儿园',
  '医院',
  '卫生院',
  '分局',
  '派出所',
  '支队',
  '大队',
  '林场',
  '中',
  '小',
  '片',
  '岸',
  '线',
  '侧',
];
const LONGEST_END = 3;
/** 城市 and 农村, 老区 and 牧区: kinds of places, not places. */
const KINDS =
  /^(?:城|乡|农|市|县|区|镇|村|省|国|郊|城市|农村|城镇|乡镇|集镇|乡村|山村|城郊|市辖|县级|市级|省级|国家级|普通|公办|民办|重点|示范|特殊教育|职业|高级|寄宿制|九年制|革命老|民族地|少数民族|贫困|边远|易地|项目|非项目|试点|中心|新建|改建|全|本|各|行政|自然|建制|薄弱|先进|其他|其它|综合|专科|公立|私立|二级|三级|一级|人民|中医|妇幼|水源保护|缓冲|核心|实验|限养|禁养|适养)$/;
const KIND_ENDS =
  /(?:老|牧|林|矿|库|湖|灾|城|园|景|地|山|平原|保护|开发|功能|示范|缓冲|核心|限养|禁养|适养|养殖|种植|安置|服务|经济|工业|产业|农业|商业|居住|办公|教学|生活)$/;
const DIRECTIONS = /^[东西南北中一二三四五六七八九十甲乙丙丁a-d\d]{1,2}$/i;
/** 东部五县区, 西片3个乡镇. */
const SEVERAL = /^[部片]?[一二两三四五六七八九十\d]{0,3}个?(?:县|区|镇|乡|村|街道|市|旗|州)/;
const PART = /^[东西南北中]$/;
const SIDES = /^[东西南北中](?:城|部|郊|片)$/;
const NAMED_AT_LEAST = 2;
/** Characters before the common ending that both names share. */
const MOST_SHARED = 1;
const MOST_COMPARED = 3;

export function splitByPlace(
  indicators: readonly Understood[],
  goals: GoalReader,
): [earlier: Understood, later: Understood][] {
  // 受益 of 受益学校, 改造 of 改造学校: acts, and words that stand in any name.
  const isCommon = (proper: string) => {
    const { words } = goals.content(proper);
    return words.some(({ weight, generic }) => generic || weight < 1);
  };

  const pairs: [earlier: Understood, later: Understood][] = [];
  const told = new Set<Understood>();
  let whole: Map<string, Understood> | undefined;
  const groups = alike(indicators, endMark, ({ name, measure, value, unit }) => {
    const dimension = value?.numbers[0]?.unit?.dimension ?? unit?.dimension ?? '';
    return `${measure.kind} ${dimension} ${name.core.slice(-3)}`;
  });
  for (const group of groups) {
    const compared: Understood[] = [];
    for (const later of group) {
      const earlier = compared.find(
        ({ name }) =>
          differInPlace(name.core, later.name.core, isCommon) ||
          (isAddedUp(later) && differInBracket(name, later.name, isCommon)),
      );
      if (earlier) {
        whole ??= new Map(
          indicators
            .filter(({ name }) => name.brackets.length === 0)
            .map((one) => [one.name.core.replace(WHOLE, ''), one]),
        );
        const all = whole.get(endShared(earlier, later));
        const isWhole = all !== undefined && all.measure.kind === later.measure.kind;
        if (isWhole && !told.has(earlier)) pairs.push([all, earlier]);
        pairs.push([isWhole ? all : earlier, later]);
        told.add(earlier).add(later);
      } else if (compared.length < MOST_COMPARED) compared.push(later);
    }
  }
  return pairs;
}

/** Heads, things and extents of all: no average, width or limit (亩均产量, 管网埋深, ≤55dB). */
function isAddedUp({ measure, name, value, unit: column }: Understood): boolean {
  const number = value?.numbers[0];
  if (LIMITS.has(number?.operator ?? '') || (number?.unit ?? column)?.per !== undefined) return false;
  return ADDED.has(measure.kind) && !AVERAGE.test(name.core);
}

const ADDED: ReadonlySet<string> = new Set([...COUNTS, 'area', 'length', 'volume', 'mass']);
const AVERAGE = /均|单产|单位|每|[宽厚深高]度|间距|半径|直径|距离/;

/** 展演场次（市区） and 展演场次（各县）, 路灯数（东岭镇） and 路灯数（西河镇）: what adds up. A standard may differ by place. */
function differInBracket(a: Understood['name'], b: Understood['name'], isCommon: (proper: string) => boolean): boolean {
  const [one, other] = [a.brackets.at(-1), b.brackets.at(-1)];
  if (a.core !== b.core || one === undefined || other === undefined || one === other) return false;
  return (PARTS.test(one) && PARTS.test(other)) || differInPlace(one, other, isCommon);
}

/** Parts of one area, told by kind; 城镇 and 农村 are two kinds of life. */
const PARTS =
  /^(?:[省市县区州]?本级|[市城郊]区|各[市县区镇乡]|各?(?:县区|区县|市县|县市|县市区|乡镇|镇街)|县域|[东西南北中]部)$/;

/** 管渠清疏长度 of 武昌片区管渠清疏长度 and 汉口片区管渠清疏长度: how the whole is called. */
function endShared({ name: { core: a } }: Understood, { name: { core: b } }: Understood): string {
  const tail = tailOf(a, b, 0);
  return a.slice(a.length - tail).replace(PLACE_END, '');
}

/** So many last characters, not counting the first `start`, are the same. */
function tailOf(a: string, b: string, start: number): number {
  const most = Math.min(a.length, b.length) - start;
  let tail = 0;
  while (tail < most && codeAt(a, a.length - 1 - tail) === codeAt(b, b.length - 1 - tail)) tail += 1;
  return tail;
}

/** 全市, 合计: the whole, if it is said. */
const WHOLE = /^(?:全[市县区省州镇乡]|市[级域]|县[级域]|合计|总计|年度)/;
const PLACE_END = /^(?:街道|片区|[区县镇乡村市片])/;

/** The same for the same last characters, never 0. */
function endMark({ name: { core } }: Understood): number {
  let mark = 1;
  for (let at = Math.max(0, core.length - 3); at < core.length; at += 1)
    mark = Math.imul(mark ^ codeAt(core, at), 0x01000193);
  return mark | 1;
}

/** Whether two names are alike but for the name of a place; `isCommon` tells what is no proper name. */
export function differInPlace(a: string, b: string, isCommon: (proper: string) => boolean = () => false): boolean {
  if (a === b || a.length > 40 || b.length > 40) return false;
  let start = 0;
  while (start < a.length && codeAt(a, start) === codeAt(b, start)) start += 1;
  const tail = tailOf(a, b, start);
  const rest = a.slice(a.length - tail);
  const [one, other] = [a.slice(start, a.length - tail), b.slice(start, b.length - tail)];
  if (PART.test(one) && PART.test(other) && SEVERAL.test(rest)) return true;
  // The ending may be common to both (东岭|镇, 东|城片区) or each may have its own (东岭镇, 南坪乡).
  for (let more = 0; more <= MOST_SHARED; more += 1) {
    const middle = rest.slice(0, more);
    const shared = endOf(rest.slice(more), true);
    if (shared === undefined) continue;
    // 一中, 二小: schools are numbered; 上中 and 下中 are something else.
    if (shared.length === 1 && '中小'.includes(shared)) return isNumbered(one + middle) && isNumbered(other + middle);
    return isPlace(one + middle, isCommon) && isPlace(other + middle, isCommon);
  }
  return isPlace(properOf(one), isCommon) && isPlace(properOf(other), isCommon);
}

function endOf(text: string, atStart: boolean): string | undefined {
  for (let length = LONGEST_END; length > 0; length -= 1) {
    const piece = atStart ? text.slice(0, length) : text.slice(-length);
    if (piece.length === length && PLACE_ENDS.includes(piece)) return piece;
  }
  return undefined;
}

/** 东岭 of 东岭镇; '' where the text does not end as places do. */
function properOf(text: string): string {
  const end = endOf(text, false);
  if (end === '中' || end === '小') return '';
  return end === undefined ? '' : text.slice(0, text.length - end.length);
}

function isNumbered(proper: string): boolean {
  return /^[一二三四五六七八九十\d]{1,2}$/.test(proper);
}

function isPlace(proper: string, isCommon: (proper: string) => boolean): boolean {
  if (DIRECTIONS.test(proper) || SIDES.test(proper)) return true;
  if (proper.length < NAMED_AT_LEAST || proper.length > 5) return false;
  return !KINDS.test(proper) && !KIND_ENDS.test(proper) && !isCommon(proper);
}
