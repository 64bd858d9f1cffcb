/**
 * Pieces of a value that hold digits or numerals and are no numbers: codes of standards (GB 5749-2022), grades
 * (一级, Ⅲ类, 4A级), set phrases (十四五, 第三方). Each is recognised where it begins.
 */
import { codeAt } from '../text/code-at.js';
import { CharacterSet } from '../text/character-set.js';

const STANDARD =
  /[a-z]{2,4}(?:\/[a-z]{1,2})?\s?\d{2,5}(?:\.\d{1,3})?[-–—]\d{4}|(?:gb|db|cj|jg|jt|hj|sl|ws|ga|gy|ny|sb|jgj|cjj|iso|qb|yd|dl|tb|mh|tsg)[/a-z]{0,3}\s?\d[\d.\-–—:]{0,20}|[一二三四五六七八九十]{1,2}[、和及至或-][一二三四五六七八九十]{1,2}[级类等星]|[一二三四五六七八九十]{1,3}(?:级|类(?!别)|等(?:级|次|奖)|星级?|甲|乙)|[ⅰ-ⅻi]{1,4}(?:级|类|型)|[a-e]{1,5}级|[1-5](?:a|星)级?|[1-9]级(?!及以上的)|(?:优良|优秀|良好|合格|中等|优|良)(?:等次|等级|档次|档|级)|达成预期(?:指标|目标)?|部分(?:达成|实现|完成)|未达成|(?:甲|乙|丙)级/y;

/** Chinese digits inside these are no numbers. */
const NUMERAL_WORDS =
  /(?:一定|一般|一批|一致|一流|一体|一次性|一次(?=验收|通过|合格|成活|办成|办结|报检|交验|抽检)|一站|一网|一览|一线|一大批|一系列|一方面|一支队伍|一次办|一窗|一件事|一屏|一码|一带|一卡通|一张图|一张网|一老一小|一人|一户一|一村一|一企一|一事一|一案一|一品|一步|一旦|一同|一并|一直|一经|一切|一律|一揽子|一对一|三公|三农|三角|三资|三甲|三保|三无|三同时|三重一大|三位一体|三会一课|三支队伍|两型|两会|两不愁|两个维护|两新|两免一补|两癌|四个|四好|四不两直|五保|五险|五年规划|六稳|六保|六税|七天无理由|八项|九年一贯|十四五|十三五|十五五|十佳|十强|百姓|百强|百日|百分比|千方|千分比|万无|万众|双(?!周|月)|二次供|二手|二维码|二十大|二十届)/y;

/** 5G基站, 4K, 3D, 7×24小时, PM2.5, H7N9, 12345热线: names with digits. */
const CODES =
  /[2-6]g(?=网|基站|信号|覆盖|用户|专网|应用|\+)|[248]k(?=[一-龥])|3d|v\d{1,3}(?:\.\d{1,3}){1,3}|7\s?[x×*]\s?24(?:\s?(?:个?小时|h))?|24小时(?:在线|值班|值守|不间断|服务)|pm\s?(?:2\.5|10)|[a-z]{1,5}\d{1,6}(?:n\d{1,2})?(?![\d%])|(?:12345|12315|12333|12348|12328|12350|12366|110|119|120|122)(?=热线|平台|电话|报警|中心|服务|接|处|案)/y;

/** Each with what it may begin with: most characters of a text begin none. */
const PATTERNS = [
  { pattern: STANDARD, starts: new CharacterSet('a-zⅰ-ⅻ1-9一二三四五六七八九十甲乙丙丁优良合中达部未') },
  { pattern: NUMERAL_WORDS, starts: new CharacterSet('一三两四五六七八九十百千万双二') },
  { pattern: CODES, starts: new CharacterSet('a-z0-9') },
];

/** Length of a piece at `at` that looks like a number and is none, 0 where there is none. */
export function skipNonNumber(text: string, at: number): number {
  const first = codeAt(text, at);
  for (const { pattern, starts } of PATTERNS) {
    if (!starts.has(first)) continue;
    // A code begins with its own letters: the 2 of x2.5 does not begin one.
    if (pattern !== NUMERAL_WORDS && at > 0 && isSmallLetter(codeAt(text, at - 1))) continue;
    pattern.lastIndex = at;
    if (pattern.test(text)) return pattern.lastIndex - at;
  }
  return 0;
}

function isSmallLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

const STANDARD_ANYWHERE = new RegExp(`(?<![a-z])(?:${STANDARD.source})`);

const STANDARDS = new RegExp(STANDARD_ANYWHERE.source, 'g');
/** 达到一级, 二级以上, 三级标准: a grade that is to be reached. 三级医院, 一级预算单位 only say which. */
const REACHED_BEFORE =
  /(?:达到?|不低于|高于|优于|为|成|至|到|在|保持|通过|创建|实现|获评?|评|升|按照?)[^,，。;；]{0,4}$/;
const REACHED_BEHIND = /^(?:$|[\s,，。;；、)）]|及?以上|标准|水平|要求|水质|达标|资质|认证|验收)/;

/** Whether a running text states a standard or grade as a target. */
export function statesStandard(text: string): boolean {
  for (const { 0: found, index } of text.matchAll(STANDARDS)) {
    if (/\d{3}/.test(found)) return true;
    if (REACHED_BEFORE.test(text.slice(Math.max(0, index - 8), index))) return true;
    if (REACHED_BEHIND.test(text.slice(index + found.length, index + found.length + 4))) return true;
  }
  return false;
}

/** Whether the text names a standard or grade anywhere. */
export function namesStandard(text: string): boolean {
  return STANDARD_ANYWHERE.test(text);
}
