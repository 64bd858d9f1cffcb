/** A title → the project and the unit that it names. */
import type { Owner } from './owner.js';
import type { ReadingData } from './reading-data.js';
import { withArabicYears } from './years.js';

const YEARS = /(?:19|20)\d\d(?:[-—–](?:19|20)?\d\d)?年?度?/u;
const REMARK = /[（(][^（()）]{0,20}[)）]$/u;

export function ownerOf(whole: string, data: ReadingData): Owner {
  const title = withoutSender(whole, data);
  const lead = data.title.leading.find((word) => title.startsWith(word)) ?? '';
  const bare = withoutReport(title.slice(lead.length), data).replace(lead === '' ? /(?!)/u : /的$/u, '');
  const dated = withArabicYears(bare);
  const year = YEARS.exec(dated);
  const undated = dated.replace(YEARS, '');
  const unit = year && year.index > 0 ? unitBefore(undated, year.index, data) : unitIn(undated, data);
  const rest = unit === undefined ? undated : undated.slice(unit.length);
  // 2024年度部门评价结果汇总表 names nothing.
  if (unit === undefined && namesNothing(undated, data)) return {};
  const named = isGeneric(rest, data) ? bare : isProject(rest, data) ? rest : undated;
  const project = withoutSpending(named, data);
  return { ...(project !== '' && !isActivity(project, data) && { project }), ...(unit !== undefined && { unit }) };
}

/** 绩效评价整改“回头看”: what was done, of no project in particular. */
function isActivity(words: string, { title }: ReadingData): boolean {
  if (title.generic.includes(words)) return false;
  const longestFirst = title.activity.toSorted((a, b) => b.length - a.length);
  return longestFirst.reduce((rest, word) => rest.replaceAll(word, ''), words.replace(YEARS, '')) === '';
}

/** 县财政局关于反馈…结果的函: who writes it is not whose project it is about. */
function withoutSender(title: string, { institutions, title: { leading, sends } }: ReadingData): string {
  const lead = leading.find((word) => word.length > 1 && title.includes(word));
  const at = lead === undefined ? -1 : title.indexOf(lead);
  const sender = title.slice(0, at);
  if (lead === undefined || (at > 0 && !institutions.some((ending) => sender.endsWith(ending)))) return title;
  const about = title.slice(at + lead.length);
  return lead + about.slice(sends.find((verb) => about.startsWith(verb))?.length ?? 0);
}

/** 部门, 县级重点项目: what a list of all projects is called. */
function namesNothing(words: string, { title: { generic, levels } }: ReadingData): boolean {
  if (words.length < LEAST && generic.includes(words)) return true;
  return levels.some((level) => words.startsWith(level) && generic.includes(words.slice(level.length)));
}

function withoutReport(title: string, { title: { trailing } }: ReadingData): string {
  const longestFirst = trailing.toSorted((a, b) => b.length - a.length);
  let words = title.replace(REMARK, '');
  for (let end = longestFirst.find((word) => words.endsWith(word)); end !== undefined; ) {
    words = words.slice(0, -end.length);
    end = longestFirst.find((word) => words.endsWith(word));
  }
  return words;
}

/** …建设项目支出 is the spending of 建设项目; 项目支出 alone is that of a whole unit. */
function withoutSpending(project: string, { title: { shortened, generic } }: ReadingData): string {
  const [long, short] = Object.entries(shortened).find(([end]) => project.endsWith(end)) ?? [];
  if (long === undefined || short === undefined || generic.some((word) => project.endsWith(word) && word !== long))
    return project;
  return project.slice(0, -long.length) + short;
}

function isGeneric(rest: string, { title }: ReadingData): boolean {
  return rest.length < LEAST || title.generic.includes(rest);
}

const LEAST = 4;

/** More than the words that any project may end with: 建设项目, 运行经费 say of what only with the name before them. */
function isProject(rest: string, { title }: ReadingData): boolean {
  let matter = rest;
  for (const word of [...title.projectEnds, ...title.projectFillers].toSorted((a, b) => b.length - a.length))
    matter = matter.replaceAll(word, '');
  return matter !== '';
}

/** A date stands behind the name of the unit: whatever is one ends there. */
function unitBefore(undated: string, at: number, data: ReadingData): string | undefined {
  const name = undated.slice(0, at);
  if (at < LEAST || !data.institutions.some((ending) => name.endsWith(ending))) return undefined;
  return isBodyName(name, data) ? name : undefined;
}

/** The longest beginning that is the name of a public body and leaves a project (or a generic word) behind it. */
export function unitIn(undated: string, data: ReadingData): string | undefined {
  const { institutions, title } = data;
  const endings = institutions.filter((word) => word.length > 1 || title.bodies.includes(word));
  for (let end = undated.length; end >= LEAST; end -= 1) {
    const name = undated.slice(0, end);
    if (!endings.some((word) => name.endsWith(word))) continue;
    const rest = undated.slice(end);
    const stands = [...title.generic, ...title.projectEnds].some((word) => rest.endsWith(word));
    if (rest !== '' && (!stands || !(title.generic.includes(rest) || isProject(rest, data)))) continue;
    if (endsWord(undated, end, data) && isBodyName(name, data)) return name;
  }
  return undefined;
}

/** 科技局|长效 but not 气象站|点: a word ends there, and another one begins that says more than a character. */
function endsWord(text: string, end: number, { words }: ReadingData): boolean {
  if (!words || end === text.length) return true;
  let at = 0;
  for (const word of words(text)) {
    if (at === end) return word.length > 1;
    if (at > end) return false;
    at += word.length;
  }
  return false;
}

/** What a place is called ends so. */
const PLACE = /[省市州盟区县旗镇乡]$/u;

/** 云溪县图书馆, and neither 农村厕所 (what is no body), 基层派出所 (which are many) nor 青石县中心 (which has no name). */
function isBodyName(name: string, { words, institutions, title }: ReadingData): boolean {
  if (!words) return true;
  const all = words(name);
  const last = all.at(-1) ?? '';
  const whole = institutions.some((ending) => ending.length > 1 && last.endsWith(ending));
  if (!whole && isOrdinary(last, words)) return false;
  if (all.some((word) => title.joins.includes(word))) return false;
  const core = all.slice(all.findLastIndex((word) => PLACE.test(word)) + 1);
  // 农村厕所 and 中心卫生院, of one place or of none, are kinds of them.
  if (core[0] !== undefined && core.length > 1 && title.kindsOfBodies.includes(core[0])) return false;
  return core.length === 0 || !institutions.includes(core.join('')) || title.wholeNames.includes(core.join(''));
}

/** 厕所, 网站, 公共场所: words of their own, no names with an ending for bodies. */
function isOrdinary(word: string, words: (text: string) => readonly string[]): boolean {
  if (word.length < 2 || word.length % 2 > 0) return false;
  if (word.length === 2) return true;
  const [before, tail] = [word.slice(0, -2), word.slice(-2)];
  return words(before).length === 1 && words(tail).length === 1;
}
