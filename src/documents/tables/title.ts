/** What the lines over a form name, where no label does: 第五次全国经济普查县级经费绩效目标一览, 376009承平县林业和草原局. */
import { compact } from '../../text/fold.js';
import { alternatives, endingIn } from '../../text/any-of.js';
import type { TableData } from '../table-data.js';
import { isUnitOfMoney } from './money.js';
import type { SheetView } from './sheet-view.js';

const LONGEST = 60;
const YEAR = /[(（]?(?:20\d{2}年?度?|二[〇○零][〇○零一二三四五六七八九]{2}年度?)[)）]?/g;

/** How titles of forms are made. */
export class TitlePatterns {
  readonly form: RegExp;
  /** A place or a body: the title says whose form it is, not of which project. */
  readonly whose: RegExp;
  /** Words of forms: what is made of nothing else names no project, and what ends in them says no more than what stands before. */
  readonly general: RegExp;

  constructor({ kinds, acts, whose, general }: TableData['title']) {
    this.form = new RegExp(
      `(?:项目)?(?:支出)?(?:预算)?绩效(?:${alternatives(kinds)}${alternatives(acts)}*(?:情况)?(?:一览|汇总)?(?:表|书|单)?|(?:情况)?(?:一览|汇总)表?)$`,
      'u',
    );
    this.whose = endingIn(whose);
    this.general = new RegExp(`(?:\\d|[:：、.]|${alternatives(general)})+$`, 'u');
  }
}

/** The project's name in the rows from `top` up to, not including, `bottom`; undefined where the title is the form's alone. */
export function titledName(
  view: SheetView,
  top: number,
  bottom: number,
  { form, whose, general }: TitlePatterns,
): string | undefined {
  for (let row = top; row < bottom; row += 1) {
    const [column, ...others] = view.filled(row);
    if (column === undefined || others.length > 0) continue;
    const parts = titleParts(view.own(row, column), { form, whose });
    if (parts) return parts.name;
    const title = compact(view.own(row, column));
    if (title.length > LONGEST || !form.test(title)) continue;
    const name = title
      .replace(YEAR, '')
      .replace(form, '')
      .replace(/[(（][^()（）]{0,12}[)）]$/, '');
    const own = name.replace(general, '');
    return own.length < 4 || whose.test(own) ? undefined : name;
  }
  return undefined;
}

/** The body whose form it is, where the title sets it apart from the project. */
export function titledUnit(
  view: SheetView,
  top: number,
  bottom: number,
  patterns: TitlePatterns,
): { readonly text: string; readonly row: number; readonly column: number } | undefined {
  for (let row = top; row < bottom; row += 1) {
    const [column, ...others] = view.filled(row);
    if (column === undefined || others.length > 0) continue;
    const parts = titleParts(view.own(row, column), patterns);
    if (parts) return { text: parts.unit, row, column };
  }
  return undefined;
}

/** 镇宁自治县综合行政执法局, 城区公厕改造, 2026年绩效目标: three things with wide blanks between. */
function titleParts(
  text: string,
  { form, whose }: Pick<TitlePatterns, 'form' | 'whose'>,
): { readonly unit: string; readonly name: string } | undefined {
  if (text.length > LONGEST) return undefined;
  const [unit, name, kind, ...others] = text.trim().split(/\s{1,9}/);
  if (!unit || !name || !kind || others.length > 0 || !whose.test(unit) || whose.test(name)) return undefined;
  return form.test(compact(kind)) && !form.test(compact(name)) ? { unit, name } : undefined;
}

/** A body with its number in the budget system, on a line that holds nothing else but 单位：万元. */
export function codedUnit(
  view: SheetView,
  top: number,
  bottom: number,
  whose: RegExp,
): { readonly text: string; readonly row: number; readonly column: number } | undefined {
  for (let row = top; row < bottom; row += 1) {
    const [column, ...others] = view.filled(row);
    if (column === undefined) continue;
    const text = compact(view.own(row, column));
    if (!CODED.test(text) || !whose.test(text)) continue;
    if (others.every((other) => isUnitOfMoney(view.own(row, other)))) return { text, row, column };
  }
  return undefined;
}

const CODED = /^\d{3,12}[-_]?\p{Script=Han}{4,30}$/u;
