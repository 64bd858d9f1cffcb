/**
 * A name as it should have been typed: no numbering, stray white space, full-width letters or closing punctuation. Marks of
 * the table (★, 【新增】, “指标1：”, 其中：) and everything else stay as they are written.
 */
import { CharacterSet, WHITE_SPACE } from '../text/character-set.js';

export type NameFlaw = 'numbering' | 'space' | 'width' | 'punctuation';

export interface TidyName {
  readonly text: string;
  /** What was wrong, in the order in which it is told. */
  readonly flaws: readonly NameFlaw[];
}

/** What a table puts before a name; it is kept, and numbering behind it is still numbering. */
const MARKS = /^(?:[★☆▲△●○◆◇■□※*＊#•·√✓]|【[^】]{0,8}】|\[[^\]]{0,8}\]|其中[:：、])/u;
/** “指标1：” numbers the row of a template, not the name. */
const TEMPLATE = /^(?:三级)?指标\s?[\d一二三四五六七八九十]{1,3}\s?[:：、.．\-—]/;

/** A numeral in brackets may be a part of the name: （一）期工程, ①号楼, （二）次供水, （四）好公路, （1）班. */
const NOT_COUNTED = '(?!期|号|级|类|标段|批次|轮|届|班|次供|好[公农]|支一扶)';
const DIGITS = '[\\d０-９]{1,2}';
const CHINESE_DIGITS = '[一二三四五六七八九十]{1,3}';
/** What a name may begin with. */
const START = '(?=[一-龥A-Za-zＡ-Ｚａ-ｚ《“])';
const NUMBERINGS: readonly RegExp[] = [
  // 一、二级公路里程 and 1、2号楼 are names.
  new RegExp(`^(?:${CHINESE_DIGITS}|${DIGITS})、\\s?(?![〇零一二两三四五六七八九十百千])${START}`),
  new RegExp(`^[(（]\\s?(?:${CHINESE_DIGITS}|${DIGITS})\\s?[)）]\\s?${START}${NOT_COUNTED}`),
  new RegExp(`^(?:${CHINESE_DIGITS}|${DIGITS})[)）]\\s?${START}${NOT_COUNTED}`),
  new RegExp(`^${DIGITS}(?:[.．]${DIGITS}){0,2}[.．]\\s?${START}`),
  // 1.1.2培训人数; 3.8妇女节 has two parts only.
  new RegExp(`^${DIGITS}(?:[.．]${DIGITS}){2}\\s?(?!版)${START}`),
  new RegExp(`^${DIGITS}[:：]\\s?(?=[一-龥])`),
  new RegExp(`^[①-⑳⑴-⒛❶-❿]\\s?${START}${NOT_COUNTED}`, 'u'),
];

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff0f\uff1a-\uff20\u3001-\u303f“”‘’·—…《》]/;
/** Most names hold nothing of all this and need no closer look. */
const SUSPECT = new CharacterSet(`${WHITE_SPACE}\u00ad\u200b-\u200f\u2060\ufeff！-～;,.:。、()①-⑳⑴-⒛❶-❿`);
const TAIL = /[\s;,.:。；，、：．]{1,20}$/;

/** The same but for wide brackets. */
const SUSPECT_BESIDE = new CharacterSet(`${WHITE_SPACE}\u00ad\u200b-\u200f\u2060\ufeff！-＇＊-～;,.:。、()①-⑳⑴-⒛❶-❿`);
/** What other names begin with: 一、二级公路 and 指标1 are looked at. */
const MAY_BE_NUMBERED = new CharacterSet('一二三四五六七八九十指');
const HAN = new CharacterSet('一-龥');
const NONE: readonly never[] = [];

/** 培训人数（线上）: begins as names do, and nothing but a pair of wide brackets stands in it. */
function isSound(raw: string): boolean {
  return HAN.hasAt(raw, 0) && !MAY_BE_NUMBERED.hasAt(raw, 0) && !SUSPECT_BESIDE.isIn(raw);
}

export function tidyName(raw: string): TidyName {
  if (!SUSPECT.isIn(raw) || isSound(raw)) return { text: raw, flaws: NONE };
  const flaws = new Set<NameFlaw>();
  const visible = raw.replace(INVISIBLE, '');
  if (visible !== raw) flaws.add('space');
  const spaced = joined(visible, flaws);
  const marks = marksOf(spaced);
  const numbered = spaced.slice(marks.length);
  const bare = withoutNumbering(numbered);
  if (bare !== numbered) flaws.add('numbering');
  const ended = bare.replace(TAIL, '');
  if (ended !== bare) flaws.add('punctuation');
  const folded = foldLetters(ended);
  if (folded !== ended) flaws.add('width');
  const order: readonly NameFlaw[] = ['numbering', 'space', 'width', 'punctuation'];
  return { text: marks + folded, flaws: order.filter((flaw) => flaws.has(flaw)) };
}

/** White space beside Chinese on both sides, in runs, at the ends or as a line break is stray; “GDP 增速” is a style. */
function joined(text: string, flaws: Set<NameFlaw>): string {
  const whole = text.trim();
  // A reader of tables trims cells: spaces at the ends are nobody's fault.
  const result = whole.replace(/\s+/g, (space, at: number) => {
    const [before, after] = [whole[at - 1] ?? '', whole[at + space.length] ?? ''];
    if (CHINESE.test(before) && CHINESE.test(after)) return '';
    const isBroken = /[\r\n\t]/.test(space) || space.length > 1 || space === '\u3000';
    const isLatin = /[A-Za-z\d]/.test(before) && /[A-Za-z\d]/.test(after);
    if (isBroken) return isLatin ? ' ' : '';
    return ' ';
  });
  if (result !== whole) flaws.add('space');
  return result;
}

function marksOf(text: string): string {
  let at = 0;
  // A few marks may stand in a row; nothing sound has more.
  for (let round = 0; round < 8; round += 1) at += MARKS.exec(text.slice(at))?.[0].length ?? 0;
  return text.slice(0, at + (TEMPLATE.exec(text.slice(at))?.[0].length ?? 0));
}

function withoutNumbering(text: string): string {
  for (const pattern of NUMBERINGS) {
    const match = pattern.exec(text);
    if (match) return text.slice(match[0].length);
  }
  return text;
}

/** Letters, digits and the signs between them; brackets only where one of a pair is wide and the other is not. */
function foldLetters(text: string): string {
  return text
    .replace(/[Ａ-Ｚａ-ｚ０-９％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)．(?=\d)/g, '.')
    .replace(
      /\(([^()（）]{0,60})）|（([^()（）]{0,60})\)/g,
      (_, one?: string, two?: string) => `（${one ?? two ?? ''}）`,
    );
}
